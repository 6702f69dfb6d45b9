package timeline

import (
	"image/color"
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
)

func shown(t *testing.T, large bool) (tl *Timeline, sought *[]float64) {
	t.Helper()
	tl, w := widgettest.In(t, New)
	w.Resize(fyne.NewSize(500, 160))
	sought = new([]float64)
	tl.OnSeek = func(step float64) { *sought = append(*sought, step) }
	tl.SetLarge(large, 6)
	tl.SetLanes([]Lane{
		{Name: "SGD", Color: color.RGBA{200, 100, 0, 255}, Last: 140,
			Marks: []Mark{{Step: 80, To: 80, Sign: plot.ArrivedSign, Rank: 9}}},
		{Name: "Adam", Color: color.RGBA{0, 100, 200, 255}, Last: 140,
			Marks: []Mark{{Step: 3, To: 140, Rank: 2}, {Step: 100, Rank: 5}}},
	}, 140)
	tl.Resize(fyne.NewSize(480, 80))
	return tl, sought
}

// A click on a mark goes to its step exactly, one beside to the step there; a drag follows.
func TestClicks(t *testing.T) {
	for _, large := range []bool{false, true} {
		tl, sought := shown(t, large)
		s := tl.seats[0]
		widgettest.Click(tl, float32(s.x)+2, float32(s.y))
		if len(*sought) != 1 || (*sought)[0] != 80 {
			t.Errorf("large %t: a click on the mark at step 80 goes to %v", large, *sought)
		}
		x := float32(tl.frame().x(50))
		widgettest.Click(tl, x, float32(s.y))
		if last := (*sought)[len(*sought)-1]; last < 49.9 || last > 50.1 {
			t.Errorf("large %t: a click at step 50 goes to %v", large, last)
		}
	}
}

// While the head moves between two events nothing is painted anew; with the event that is told now, once.
func TestHeadPaintsNothing(t *testing.T) {
	tl, _ := shown(t, true)
	tl.paint(480, 80)
	painted := tl.Painted
	for head := 10.0; head < 20; head += 0.1 {
		tl.SetHead(head, -1, -1)
	}
	if tl.Painted != painted {
		t.Errorf("%d pictures", tl.Painted-painted)
	}
	x := tl.line.Position().X
	if want := float32(tl.frame().x(19.9)); x < want-2 || x > want+2 {
		t.Errorf("the head stands at %v, want %v", x, want)
	}
	if allocs := testing.AllocsPerRun(100, func() { tl.SetHead(tl.head+0.01, -1, -1) }); allocs > 8 {
		t.Errorf("%v allocations a frame", allocs)
	}
	tl.SetHead(30, 1, 0)
	if tl.Painted == painted {
		t.Error("the event of now is not painted")
	}
}

// In both forms, and without lanes or room, it can be painted.
func TestPaints(t *testing.T) {
	for _, large := range []bool{false, true} {
		tl, _ := shown(t, large)
		for _, size := range [][2]int{{0, 0}, {1, 1}, {480, 80}, {960, 160}} {
			if got := tl.paint(size[0], size[1]).Bounds().Dx(); got != size[0] {
				t.Errorf("%v: a picture %d wide", size, got)
			}
		}
		tl.SetLanes(nil, 0)
		tl.paint(480, 80)
	}
}

// A commentary keeps its height, whatever it says, and what is cut is in its hint.
func TestCommentary(t *testing.T) {
	c, w := widgettest.In(t, NewCommentary)
	w.Resize(fyne.NewSize(400, 90))
	c.Resize(fyne.NewSize(380, 70))
	height := c.MinSize().Height
	c.Set(Said{Lead: "Step 3:", Text: "short.", Quiet: "Next: step 4."})
	if c.Hint() != "" || c.MinSize().Height != height || c.lines[0].Text != "short." || c.lines[1].Text != "" {
		t.Errorf("%q %q, hint %q", c.lines[0].Text, c.lines[1].Text, c.Hint())
	}
	long := "a sentence that goes on and on until it has filled both of the lines that there are, and then some more words that" +
		" are cut" +
		", because nobody reads that much while a race is on, and there is no room"
	c.Set(Said{Lead: "Step 3:", Text: long})
	if c.Hint() == "" || c.MinSize().Height != height || c.lines[1].Text == "" {
		t.Errorf("%q %q, hint %q", c.lines[0].Text, c.lines[1].Text, c.Hint())
	}
	c.Set(Said{Lead: "Step 3:", Text: long, Brief: "it is long.", Quiet: long, Quieter: "Next: step 4."})
	brief := c.lines[0].Text == "it is long." && c.lines[1].Text == "" && c.quiet.Text == "Next: step 4."
	if !brief || !strings.Contains(c.Hint(), long) {
		t.Errorf("in few words it is %q %q %q, hint %q", c.lines[0].Text, c.lines[1].Text, c.quiet.Text, c.Hint())
	}
	c.SetSlim(true)
	if c.MinSize().Height >= height || c.lines[1].Visible() {
		t.Errorf("one line is %v high", c.MinSize().Height)
	}
	if c.lines[0].Text != "it is long." {
		t.Errorf("in one line it is %q", c.lines[0].Text)
	}
}
