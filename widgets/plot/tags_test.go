package plot_test

import (
	"image/color"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestTags: a fork has a badge, below the heads, and a text in its colour; other tags have a text alone; what is outside has
// neither.
func TestTags(t *testing.T) {
	red := color.RGBA{255, 80, 90, 255}
	st := plot.Styles(t)["dark"]
	s := plot.Scene{View: plot.Rect{X1: 10, Y1: 10}, Tags: []plot.Tag{
		{At: plot.Point{X: 5, Y: 5}, Text: "0.5, to C", Color: red, Fork: true},
		{At: plot.Point{X: 2, Y: 2}, Text: "old future: 0.9, to A", Color: red, Faint: true},
		{At: plot.Point{X: 50, Y: 2}, Text: "nowhere", Color: red, Fork: true},
	}, Traces: []plot.Trace{{Pts: []plot.Point{{X: 5, Y: 5}, {X: 6, Y: 5}}, Color: red}}}
	marks := record.Scene(s, st, 600, 600)
	rings, head := 0, -1
	for i, m := range marks {
		switch {
		case m.Kind == record.Ring && m.Color == red && m.Radius > 6*st.Scale && m.Radius < 8*st.Scale:
			rings++
			if head >= 0 {
				t.Error("a badge lies over a head")
			}
		case m.Kind == record.Circle && m.Color == red:
			head = i
		}
	}
	if rings != 1 {
		t.Errorf("%d badges", rings)
	}
	texts := map[string]color.RGBA{}
	for _, m := range marks {
		if m.Kind == record.Text {
			texts[m.Text.Text] = m.Text.Ink
		}
	}
	if texts["0.5, to C"] != red || texts["old future: 0.9, to A"].A != 217 || texts["nowhere"].A != 0 {
		t.Errorf("texts %v", texts)
	}
}

// TestDotsOfCurves are shorter than their period by half of it, round ends included, and have no halo that would fill the gaps.
func TestDotsOfCurves(t *testing.T) {
	st := plot.Styles(t)["dark"]
	curve := plot.Curve{Pts: []plot.Point{{X: 0, Y: 5}, {X: 10, Y: 5}}, Color: color.RGBA{A: 255}, Width: 2, Dashed: true, Dash: 4}
	for _, m := range record.Scene(plot.Scene{View: plot.Rect{X1: 10, Y1: 10}, Curves: []plot.Curve{curve}}, st, 600, 600) {
		if m.Kind != record.Stroke || len(m.Pieces) < 50 {
			continue
		}
		for _, p := range m.Pieces {
			if long := p.B.Sub(p.A).Len() + 2*p.Radius; long > 4.001*st.Scale || m.Pen.Reach != 0 {
				t.Fatalf("a dot is %v long, with a halo of %v", long, m.Pen.Reach)
			}
		}
		return
	}
	t.Error("there are no dots")
}
