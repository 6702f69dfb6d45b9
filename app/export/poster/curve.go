package poster

import (
	"context"

	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/figure/curves"
	"descentlab/widgets/plot"
)

// The picture of a curve is that of the room without its controls. Lengths are in units.
const (
	curveSide  = 410
	curveSmall = 250 // the height of the small pictures
	curveTop   = 530
	curveWide  = mapSide + curveSide + 3*margin
	curveHigh  = curveTop + curveSmall + 3*margin
)

// Curve has the curve with the last step, the small pictures below it, and what is worked out at the right.
func Curve(s curve.State) picture.Picture {
	return picture.Picture{
		Title: "L(w) = " + s.Curve.Formula, W: curveWide, H: curveHigh,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			whole := newSheet(on, st)
			whole.begin(on)
			drawCurve(s, fitted(on, &st, curveWide, curveHigh), st)
			return nil
		},
	}
}

// fitted is the part of a canvas in which a picture w by h units large is drawn as it is, larger or smaller as a whole.
func fitted(on plot.Canvas, st *plot.Style, w, h float64) plot.Canvas {
	wide, high := on.Size()
	st.Scale = min(wide/w, high/h)
	x, y := (wide-w*st.Scale)/2, (high-h*st.Scale)/2
	return on.Part(plot.Box{X0: x, Y0: y, X1: wide - x, Y1: high - y})
}

func drawCurve(s curve.State, on plot.Canvas, st plot.Style) {
	look, page := curves.Look{Style: st}, newSheet(on, st)
	put := func(x, y, w, h float64, p Drawing) {
		p.Draw(on.Part(page.box(plot.Box{X0: x, Y0: y, X1: x + w, Y1: y + h})))
	}
	view := s.Curve.Window(s.Doc.Start)
	half := float64(mapSide-margin) / 2
	all := curves.Side(s, view, curves.Shown{Tangent: true, Step: true, Hops: true}, look)
	columns, rows := curves.Grid(len(all))
	wide, tall := float64(mapSide+margin)/float64(columns), float64(curveTop+margin)/float64(rows)
	for i, p := range all {
		put(margin+wide*float64(i%columns), margin+tall*float64(i/columns), wide-margin, tall-margin, p)
	}
	y := float64(curveTop + 2*margin)
	put(margin, y, half, curveSmall, curves.Loss{State: s, Log: true, Look: look})
	first := s.Of(0)
	put(2*margin+half, y, half, curveSmall, curves.Cobweb{State: first, View: view, Look: look})

	x := float64(mapSide + 2*margin)
	put(x, margin, curveSide, curves.StepHeight, curves.Step{State: first, Height: curves.StepHeight, Look: look})
	y = curves.StepHeight + 2*margin
	rest := float64(curveHigh) - y - curves.InsightHeight - 2*margin
	table := curves.Table{State: first, Hover: -1, Height: rest, Look: look}
	table.First = table.Follow(0)
	put(x, y, curveSide, rest, table)
	put(x, y+rest+margin, curveSide, curves.InsightHeight, curves.Insight{State: first, Height: curves.InsightHeight, Look: look})
}
