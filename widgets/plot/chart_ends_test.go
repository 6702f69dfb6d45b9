package plot_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// ended is a chart of four curves with labels, two of which end together.
func ended(t *testing.T) plot.Chart {
	t.Helper()
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 4)
	for i, name := range []string{"SGD", "Momentum", "RMSprop", "Adam"} {
		s := &c.Series[i]
		s.Name = name
		c.Ends = append(c.Ends, plot.EndLabel{Text: name + ", in A", Short: name, At: s.Y[len(s.Y)-1], Color: s.Color})
	}
	c.Ends[3].At = c.Ends[0].At
	return c
}

// Labels stand beside the plot in the order of their values, a pitch apart, and within the picture.
func TestEndLabelsStandApart(t *testing.T) {
	marks := record.Chart(ended(t), 420, 190, 140, -1)
	last := math.Inf(-1)
	for _, name := range []string{"SGD, in A", "Adam, in A", "Momentum, in A", "RMSprop, in A"} {
		m, ok := marks.Find(name)
		if !ok {
			t.Fatalf("%s is not there: %q", name, marks.Texts())
		}
		if m.Bounds.X1 > 420 || m.Bounds.X0 < 300 {
			t.Errorf("%s stands from %v to %v", name, m.Bounds.X0, m.Bounds.X1)
		}
		if m.At.Y < last+13.5 {
			t.Errorf("%s stands at %v, the one before at %v", name, m.At.Y, last)
		}
		last = m.At.Y
	}
}

// Where there is little room labels are brief, and in a low chart the last ones are left out.
func TestEndLabelsGiveWay(t *testing.T) {
	marks := record.Chart(ended(t), 240, 190, 140, -1)
	if _, ok := marks.Find("Momentum"); !ok {
		t.Errorf("in a narrow chart there are %q", marks.Texts())
	}
	long := ended(t)
	long.Ends[1].Text, long.Ends[1].Short, long.Ends[1].Least = "Nesterov momentum, in A", "Nesterov momentum", "Nesterov"
	if marks := record.Chart(long, 240, 190, 140, -1); !slices.Contains(marks.Texts(), "Nesterov") {
		t.Errorf("of a long name there is %q", marks.Texts())
	}
	low := record.Chart(ended(t), 420, 70, 140, -1)
	n := 0
	for _, c := range ended(t).Ends {
		if _, ok := low.Find(c.Text); ok {
			n++
		}
	}
	if n == 0 || n == 4 {
		t.Errorf("in a low chart there are %d labels", n)
	}
}

// A picture up to the cursor has full curves, and thin and faint ones from there on: those of a chart that is still to come.
func TestWhatIsToComeIsFaint(t *testing.T) {
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 2)
	c.Ends = nil
	now := drawChart(c, 400, 190, 70, -1)
	past := drawChart(c, 400, 190, 140, -1)
	c.Coming = true
	coming := drawChart(c, 400, 190, 140, -1)
	left, right := 0, 0
	for y := 25; y < 165; y++ {
		for x := 60; x < 370; x++ {
			switch {
			case x < 200 && now.At(x, y) != past.At(x, y):
				left++
			case x > 230 && now.At(x, y) != coming.At(x, y):
				right++
			}
		}
	}
	if left > 0 || right > 0 {
		t.Errorf("left of the cursor %d pixels differ, right of it %d", left, right)
	}
}
