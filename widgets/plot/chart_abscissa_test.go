package plot_test

import (
	"math"
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// costs is a chart of two curves over what they cost: the second one's steps cost three each.
func costs(t *testing.T) plot.Chart {
	t.Helper()
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 2)
	c.Steps, c.Head, c.Log, c.Floor = 60, "%d gradient evaluations", false, 0
	for i, each := range []float64{1, 3} {
		s := &c.Series[i]
		s.X, s.Y = make([]float64, 21), make([]float64, 21)
		for k := range s.X {
			s.X[k], s.Y[k] = each*float64(k), float64(i*20+k)
		}
	}
	return c
}

func drawnChart(c plot.Chart, w, h float64) (*plot.DrawnChart, *record.Canvas) {
	var d plot.DrawnChart
	on := record.New(w, h)
	d.Draw(on, c)
	return &d, on
}

// A time is at another place for each curve, and the pointer finds each by what it cost.
func TestCostsHaveTheirOwnPlace(t *testing.T) {
	c := costs(t)
	d, _ := drawnChart(c, 420, 190)
	area := d.PlotArea()
	at := func(x float64) float64 { return float64(area.Min.X) + x/60*float64(area.Dx()) }
	if got := d.AbscissaAt(at(30)); math.Abs(got-30) > 0.2 {
		t.Errorf("at 30 evaluations stands %v", got)
	}
	if got := d.StepAt(at(30)); math.Abs(got-10) > 0.1 {
		t.Errorf("of the one that goes farthest that is step %v", got)
	}
	d.Pick(0)
	if got := d.StepAt(at(15)); math.Abs(got-15) > 0.3 {
		t.Errorf("of the first one 15 evaluations are step %v", got)
	}
	if got := d.StepAt(at(50)); got != 20 {
		t.Errorf("beyond its end that is step %v", got)
	}
	d.Pick(-1)
	over := record.New(420, 190)
	d.DrawOver(over, 10, -1)
	var heads []float64
	for _, m := range over.Marks {
		if m.Kind == record.Circle || m.Kind == record.Fill {
			heads = append(heads, (m.Bounds.X0+m.Bounds.X1)/2)
		}
		if m.Kind == record.Stroke && m.Color == over.Marks[0].Color && m.Bounds.Y1-m.Bounds.Y0 > 100 {
			t.Error("a line of the time stands over what is not time")
		}
	}
	for _, x := range []float64{at(10), at(30)} {
		found := false
		for _, h := range heads {
			found = found || math.Abs(h-x) < 1
		}
		if !found {
			t.Errorf("no head at %v: %v", x, heads)
		}
	}
	listed := record.New(420, 190)
	d.DrawOver(listed, -1, 40)
	texts := strings.Join(listed.Marks.Texts(), "|")
	if !strings.Contains(texts, "40 gradient evaluations") || !strings.Contains(texts, "–") || !strings.Contains(texts, "33") {
		t.Errorf("at 40 evaluations are listed %q", texts)
	}
}

// On a curve its value alone is listed.
func TestPickedAlone(t *testing.T) {
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 4)
	d, _ := drawnChart(c, 420, 190)
	rows := func() int {
		on, n := record.New(420, 190), 0
		d.DrawOver(on, -1, 70)
		for _, text := range on.Marks.Texts() {
			for _, s := range c.Series {
				if text == s.Name {
					n++
				}
			}
		}
		return n
	}
	if n := rows(); n != 4 {
		t.Fatalf("%d are listed", n)
	}
	d.Pick(2)
	if n := rows(); n != 1 {
		t.Errorf("of one picked %d are listed", n)
	}
}

// Hidden curves are not drawn, bound nothing and are not found; their labels are struck out, and can be found.
func TestHiddenCurves(t *testing.T) {
	c := ended(t)
	for i := range c.Ends {
		c.Ends[i].Of = []int{i}
	}
	all, on := drawnChart(c, 420, 190)
	c.Series[0].Hidden = true
	c.Series[0].Y = []float64{1e30, 1e30}
	some, fewer := drawnChart(c, 420, 190)
	if strokes(fewer.Marks) >= strokes(on.Marks)+1 {
		t.Errorf("%d strokes, %d without a curve", strokes(on.Marks), strokes(fewer.Marks))
	}
	if _, found := fewer.Marks.Find("1e30"); found {
		t.Error("a hidden curve bounds the axis")
	}
	for i, e := range c.Ends {
		m, ok := fewer.Marks.Find(e.Text)
		if !ok {
			t.Fatalf("the label of %s has gone", e.Text)
		}
		middle := plot.Vec{X: (m.Bounds.X0 + m.Bounds.X1) / 2, Y: (m.Bounds.Y0 + m.Bounds.Y1) / 2}
		if got := some.EndAt(middle); got != i {
			t.Errorf("at %s is label %d, want %d", e.Text, got, i)
		}
	}
	if all.EndAt(plot.Vec{X: 200, Y: 90}) != -1 {
		t.Error("a label stands in the plot")
	}
	if !some.Shows(c) || some.Shows(ended(t)) {
		t.Error("hiding a curve makes the same picture")
	}
	for i := range c.Series {
		c.Series[i].Hidden = true
	}
	if _, none := drawnChart(c, 420, 190); len(none.Marks.Texts()) < 4 {
		t.Errorf("with all curves hidden there are %q", none.Marks.Texts())
	}
}

func strokes(marks record.Marks) (n int) {
	for _, m := range marks {
		if m.Kind == record.Stroke {
			n++
		}
	}
	return n
}

// A dashed curve is as long as a whole one, in pieces that leave about half of it.
func TestDashedCurve(t *testing.T) {
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 1)
	length := func() float64 {
		sum := 0.0
		_, on := drawnChart(c, 420, 190)
		for _, m := range on.Marks {
			if m.Kind == record.Stroke && m.Color == c.Series[0].Color {
				for _, p := range m.Pieces {
					sum += p.B.Sub(p.A).Len()
				}
			}
		}
		return sum
	}
	line := length()
	c.Series[0].Dashed = true
	if part := length() / line; !(part > 0.4 && part < 0.6) {
		t.Errorf("dashes cover %.2f of it", part)
	}
}

// Charts with the same text beside them have their axes at the same places.
func TestBesideAligns(t *testing.T) {
	one, two := ended(t), plot.RaceChart(t, plot.DarkPalette(), 1, 2)
	one.Beside, two.Beside = one.Ends[1].Text, one.Ends[1].Text
	a, _ := drawnChart(one, 420, 190)
	b, _ := drawnChart(two, 420, 150)
	if x, y := a.PlotArea(), b.PlotArea(); x.Min.X != y.Min.X || x.Max.X != y.Max.X {
		t.Errorf("the plots go from %d to %d and from %d to %d", x.Min.X, x.Max.X, y.Min.X, y.Max.X)
	}
}

// What is missing after the last step is not an early end.
func TestNothingAfterTheLastStep(t *testing.T) {
	c := plot.Chart{Steps: 3, Style: plot.ChartStyle(t, plot.DarkPalette(), 1)}
	c.Series = []plot.Series{{Y: []float64{1, 2, 1000, math.NaN()}, Between: true}, {Y: []float64{1, 2, 3, 4}}}
	height := c.Heights()
	if h := height(900); h >= 1 {
		t.Error("the last value is beyond the axis")
	}
}
