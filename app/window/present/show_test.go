package present

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// on presents the race of a desk in a window of that size.
func on(t *testing.T, w, h float32, d *desktest.Desk) *Show {
	t.Helper()
	win := fyne.CurrentApp().NewWindow("")
	s := Open(d, Race(d.Lab()), win, nil)
	d.Lab().OnChange(s.Update)
	t.Cleanup(s.Close)
	win.Resize(fyne.NewSize(w, h))
	win.Canvas().Capture() // tells the map its size
	settle(d, s)
	return s
}

// settle waits until nothing is under way.
func settle(d *desktest.Desk, s *Show) {
	for range 3 {
		d.Settle()
		s.map1.work.Join()
		for _, c := range s.map1.cells {
			c.under.basins.Join()
			c.under.flows.Join()
		}
		s.knob.ribbon.work.Join()
	}
	d.Settle()
}

func race(t *testing.T) *desktest.Desk {
	t.Helper()
	d := desktest.On(t, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06")
	d.Lab().Seek(46)
	return d
}

func (s *Show) press(names ...fyne.KeyName) {
	for _, name := range names {
		s.key(&fyne.KeyEvent{Name: name})
	}
}

// TestKeys: what the presenter does with the keys happens to the race that both windows show.
func TestKeys(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	s.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if got := d.State().Head; got != 47 {
		t.Errorf("after two steps on and one back it is at %v", got)
	}
	s.rune(' ')
	if !d.State().Playing {
		t.Error("space does not play")
	}
	s.rune(' ')
	s.press(fyne.KeyHome)
	if got := d.State(); got.Playing || got.Head != 0 {
		t.Errorf("home leads to %v", got.Head)
	}
	s.rune('3')
	if got := d.State().View.Pinned; got != 2 {
		t.Errorf("3 singles out slot %d", got)
	}
	was := d.State().Doc.Racers[2].Spec.Get("lr").Num
	s.press(fyne.KeyUp)
	if got := d.State().Doc.Racers[2].Spec.Get("lr").Num; !(got > was) {
		t.Errorf("up leaves the slider at %v", got)
	}
	s.press(fyne.KeyDown, fyne.KeyDown)
	if got := d.State().Doc.Racers[2].Spec.Get("lr").Num; !(got < was) {
		t.Errorf("down leaves the slider at %v", got)
	}
	s.rune('3')
	if got := d.State().View.Pinned; got != -1 {
		t.Errorf("3 once more singles out slot %d", got)
	}
	s.rune('b')
	if s.press(fyne.KeyRight); !s.cover.panel.Visible() || d.State().Head != 0 {
		t.Error("a black screen does not hide what is going on")
	}
	if s.press(fyne.KeyEscape); s.cover.panel.Visible() || !s.open {
		t.Error("escape does not bring the picture back")
	}
	s.press(fyne.KeyEscape)
	if s.open {
		t.Error("escape does not leave")
	}
	s.Update(d.State(), lab.Everything) // of a window that has gone
}

// TestNextExperiment: N goes through the gallery, each with its own title and at its start, and undo brings back what was here.
func TestNextExperiment(t *testing.T) {
	lengthy.Test(t)
	d := race(t)
	s := on(t, 1920, 1080, d)
	before := d.State().Doc
	all := gallery.All()
	for _, step := range []struct {
		key  rune
		want int
	}{{'n', 0}, {'n', 1}, {'N', 0}, {'N', len(all) - 1}} {
		s.rune(step.key)
		settle(d, s)
		if s.head.Text != all[step.want].Title || d.State().Head != 0 {
			t.Errorf("after %c: %q at step %v, want %q", step.key, s.head.Text, d.State().Head, all[step.want].Title)
		}
	}
	for range 4 {
		d.Lab().Undo()
	}
	now := d.State().Doc
	if setup.KeyOf(setup.OfRace, &now) != setup.KeyOf(setup.OfRace, &before) {
		t.Error("undo does not bring back what was here")
	}
}

// TestStartIsSetOnTheMap: a click there sets the start, and while it is dragged the window stays.
func TestStartIsSetOnTheMap(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	view := s.map1.m.Scene().View
	drag := s.map1.m.Tool.Press(graphic.Press{At: plot.Point{X: 1, Y: 1}, Held: plot.Point{X: 1, Y: 1}, Handle: -1, Button: 1})
	drag.Move(graphic.Motion{At: plot.Point{X: 2.5, Y: 2.5}, Held: plot.Point{X: 2.5, Y: 2.5}})
	settle(d, s)
	if got := d.State().Doc.Start; got.X != 2.5 || s.map1.m.Scene().View != view {
		t.Errorf("while it is dragged the start is at %v, the window %v", got, s.map1.m.Scene().View)
	}
	drag.End(graphic.Motion{At: plot.Point{X: 2.5, Y: 2.5}, Held: plot.Point{X: 2.5, Y: 2.5}})
	settle(d, s)
	if got := s.map1.m.Scene().View; !got.Contains(plot.Point{X: 2.5, Y: 2.5}) {
		t.Errorf("then the window is %v", got)
	}
	d.Lab().Undo()
	if got := d.State().Doc.Start; got.X == 2.5 || got.X == 1 {
		t.Errorf("one undo leads to %v", got)
	}
}

// many are so many racers of long and short names, some of which diverge.
func many(n int) (list []string) {
	for i := range n {
		list = append(list, []string{"nesterov lr=0.01", "sgd lr=3", "adamw lr=0.05", "rmsprop lr=0.02", "barzilai_borwein",
			"heavy_ball lr=0.01"}[i%6])
	}
	return list
}

// TestTextsAreLargeAndApart: in every panel that is drawn here no text is smaller than can be read from afar, cut off or written
// over another one: with few racers and many, on screens of all shapes, whatever becomes of the racers.
func TestTextsAreLargeAndApart(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		surface string
		racers  int
		w, h    float32
	}{
		{"himmelblau", 20, 1920, 1080}, {"himmelblau", 7, 1024, 768}, {"himmelblau", 12, 2560, 1080}, {"linear", 4, 640, 480},
		{"himmelblau", 1, 1920, 1080}, {"logistic", 5, 1280, 720},
	} {
		t.Run(fmt.Sprint(c.surface, c.racers), func(t *testing.T) {
			doc := desktest.Experiment(t, c.surface, 60, many(c.racers)...)
			d := desktest.New(t, doc)
			s := on(t, c.w, c.h, d)
			for _, head := range []float64{0, 5, 60} {
				d.Lab().Seek(head)
				for i, p := range s.parts {
					if panel, is := p.object().(*graphic.Drawing); is {
						legible(t, s, panel, fmt.Sprint("part ", i, " at ", head))
					}
				}
			}
		})
	}
}

func legible(t *testing.T, s *Show, panel *graphic.Drawing, what string) {
	t.Helper()
	size := panel.Size()
	c := record.New(float64(size.Width), float64(size.Height))
	panel.Draw(c, 1)
	texts := c.Marks.Of(record.Text)
	for i, a := range texts {
		if a.Text.Text == "" {
			continue
		}
		if a.Text.Size < leastText*s.k-1e-9 {
			t.Errorf("%s: %q has size %v of %v", what, a.Text.Text, a.Text.Size/s.k, leastText)
		}
		if b := a.Bounds; b.X0 < -0.5 || b.Y0 < -0.5 || b.X1 > c.W+0.5 || b.Y1 > c.H+0.5 {
			t.Errorf("%s: %q is cut off: %v of %v x %v", what, a.Text.Text, b, c.W, c.H)
		}
		for _, o := range texts[:i] {
			p, q := a.Bounds, o.Bounds
			if o.Text.Text != "" && p.X0 < q.X1 && q.X0 < p.X1 && p.Y0 < q.Y1 && q.Y0 < p.Y1 {
				t.Errorf("%s: %q lies on %q", what, a.Text.Text, o.Text.Text)
			}
		}
	}
}

// TestChipsTell: name, status and loss of each racer, and the ribbon where the run would end.
func TestChipsTell(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	texts := func(i int) string {
		panel := s.parts[i].object().(*graphic.Drawing)
		size := panel.Size()
		c := record.New(float64(size.Width), float64(size.Height))
		panel.Draw(c, 1)
		return strings.Join(c.Marks.Texts(), "|")
	}
	if got := texts(4); !strings.Contains(got, "Momentum|circling A") || !strings.Contains(got, "settled at B") {
		t.Errorf("the chips say %q", got)
	}
	if got := texts(5); !strings.Contains(got, "lr") || !strings.Contains(got, "0.008") || !strings.Contains(got, "ends in A") {
		t.Errorf("the slider says %q", got)
	}
	if got := texts(2); !strings.Contains(got, "46") || !strings.Contains(got, "/ 140") {
		t.Errorf("the step is %q", got)
	}
	if got := texts(0); got != "One start, one landscape: only |Momentum| finds the deepest point." {
		t.Errorf("the title is %q", got)
	}
	s.rune('k')
	if got := texts(5); !strings.Contains(got, "momentum") {
		t.Errorf("the next setting is %q", got)
	}
}

// TestHintsFade: they go, and come back with the pointer.
func TestHintsFade(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	for range 20 {
		s.hints.pass(0.05)
	}
	if s.hints.alpha != 0 {
		t.Errorf("after a second they have %v of their strength", s.hints.alpha)
	}
	test.MoveMouse(s.win.Canvas(), fyne.NewPos(400, 300))
	if s.hints.alpha != 1 {
		t.Error("they do not come back with the pointer")
	}
}

// TestManyKeepTheSingledOut: of more racers than there is room for the one that is singled out has a chip.
func TestManyKeepTheSingledOut(t *testing.T) {
	d := desktest.New(t, desktest.Experiment(t, "himmelblau", 60, many(20)...))
	s := on(t, 1920, 1080, d)
	c := s.parts[4].(*chips)
	for i := range 20 {
		d.Look(func(v *lab.View) { v.Pinned = d.State().Doc.Racers[i].Slot })
		racers, r := c.listed(1198)
		if !slices.Contains(racers, i) || len(racers)+r.more != 20 {
			t.Fatalf("racer %d is not among %v and %d more", i, racers, r.more)
		}
	}
}

// TestAnotherScreen: where the window comes to a screen of another size, its pictures scale with all else.
func TestAnotherScreen(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	s.win.Resize(fyne.NewSize(960, 540))
	chart := s.parts[3].(*curves).chart
	if s.zoom() != enlarged/2.0 || s.map1.m.Zoom != s.zoom() || chart.Zoom != s.zoom() {
		t.Errorf("half as large all is %v times as large as usual, the map %v, the chart %v", s.zoom(), s.map1.m.Zoom, chart.Zoom)
	}
}

// TestGroundIsTheWindows: what colours the window's maps colours the presentation's: whose basins they are stands there, or which
// two racers a difference is of, and back with heights their key.
func TestGroundIsTheWindows(t *testing.T) {
	d := race(t)
	if err := d.Lab().Edit("", func(e *setup.Experiment) { e.Steps = 6 }); err != nil { // as many as each basin's cell costs
		t.Fatal(err)
	}
	s := on(t, 480, 270, d)
	for _, c := range []struct{ ground, title string }{
		{setup.GroundBasins, "basins of SGD"}, {setup.GroundDifference, "SGD against Momentum"}, {setup.GroundHeights, ""},
	} {
		if err := d.Lab().Edit("ground", func(e *setup.Experiment) { e.Look.Ground = c.ground }); err != nil {
			t.Fatal(err)
		}
		settle(d, s)
		if scene := s.map1.m.Scene(); scene.Title != c.title || (scene.Cells != nil) != (c.title != "") {
			t.Errorf("%q: the title is %q, cells %v", c.ground, scene.Title, scene.Cells != nil)
		}
	}
}

// TestFlowsAreTheWindows: the flows beside the ways are in the presentation, too.
func TestFlowsAreTheWindows(t *testing.T) {
	d := race(t)
	s := on(t, 480, 270, d)
	if before := len(s.map1.m.Scene().Curves); before != 0 {
		t.Fatalf("%d curves before", before)
	}
	if err := d.Lab().Edit("flows", func(e *setup.Experiment) { e.Look.Flows = true }); err != nil {
		t.Fatal(err)
	}
	settle(d, s)
	if len(s.map1.m.Scene().Curves) == 0 {
		t.Error("there are no flows")
	}
}

// TestAnotherLandscape: where one takes the place of another at once, as the experiments of a lesson do, the ground of the one
// before does not lie below the ways on the new one.
func TestAnotherLandscape(t *testing.T) {
	d := race(t)
	s := on(t, 480, 270, d)
	first := d.Lab().Moment()
	d.Lab().Return(lab.First(desktest.Experiment(t, "himmelblau", 60, "sgd lr=0.01")))
	settle(d, s)
	before, from := s.map1.m.Scene().Field, d.State().Field
	d.Lab().OnChange(func(state lab.State, _ lab.Change) {
		if now := s.map1.m.Scene().Field; !state.Field.Alike(from) && now == before {
			t.Error("the ground of the landscape before stays")
		}
	})
	d.Lab().Return(first)
	settle(d, s)
	if now := s.map1.m.Scene().Field; d.State().Field.Alike(from) || now == nil || now == before {
		t.Errorf("another landscape: %v, another ground: %v", !d.State().Field.Alike(from), now != nil && now != before)
	}
}

// TestSliderStaysWithItsRacer: however far it is moved, and whomever the title is about then, until there is another experiment.
func TestSliderStaysWithItsRacer(t *testing.T) {
	d := race(t)
	s := on(t, 1920, 1080, d)
	before := d.State().Doc.Clone()
	about := s.head.Slot
	for range 30 {
		s.press(fyne.KeyDown)
		settle(d, s)
	}
	if s.head.Slot == about {
		t.Fatalf("the title is still about slot %d", about)
	}
	for i, racer := range d.State().Doc.Racers {
		if moved := !racer.Spec.Equal(before.Racers[i].Spec); moved != (racer.Slot == about) {
			t.Errorf("the racer of slot %d is moved: %v", racer.Slot, moved)
		}
	}
	s.rune('n')
	settle(d, s)
	if one, _ := s.knob.of(); one.slot != s.head.Slot {
		t.Errorf("of the next experiment the slider is of slot %d, the title of %d", one.slot, s.head.Slot)
	}
}
