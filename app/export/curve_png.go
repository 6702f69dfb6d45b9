package export

import (
	"image"
	"image/draw"

	"descentlab/app/figure"
	"descentlab/app/figure/curves"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// The picture of a curve is that of the room without its controls. Lengths are in units.
const (
	curveSide  = 410
	curveSmall = 250 // the height of the small pictures
	curveTop   = 530
)

// curvePNG draws the curve with the last step, the small pictures below it, and what is worked out at the right.
func curvePNG(out *Output, t CurveTable) error {
	font, err := figure.Font()
	if err != nil {
		return err
	}
	s := t.State
	style := plot.Style{Palette: plot.LightPalette(), Font: font, Scale: posterScale, TextSize: figure.SmallText}
	look := curves.Look{Style: style}
	high := curveTop + curveSmall + 3*posterMargin
	dst := image.NewRGBA(image.Rect(0, 0, px(posterMap+curveSide+3*posterMargin), px(float64(high))))
	draw.Draw(dst, dst.Rect, image.NewUniform(style.Palette.Ground), image.Point{}, draw.Src)
	put := func(x, y, w, h float64, p interface{ Draw(plot.Canvas) }) {
		part := image.NewRGBA(image.Rect(0, 0, px(w), px(h)))
		p.Draw(raster.New(part))
		draw.Draw(dst, part.Rect.Add(image.Pt(px(x), px(y))), part, image.Point{}, draw.Src)
	}
	view := s.Curve.Window(s.Doc.Start)
	half := float64(posterMap-posterMargin) / 2
	all := curves.Side(s, view, curves.Shown{Tangent: true, Step: true, Hops: true}, look)
	columns, rows := curves.Grid(len(all))
	wide, tall := float64(posterMap+posterMargin)/float64(columns), float64(curveTop+posterMargin)/float64(rows)
	for i, p := range all {
		put(posterMargin+wide*float64(i%columns), posterMargin+tall*float64(i/columns), wide-posterMargin, tall-posterMargin, p)
	}
	y := float64(curveTop + 2*posterMargin)
	put(posterMargin, y, half, curveSmall, curves.Loss{State: s, Log: true, Look: look})
	first := s.Of(0)
	put(2*posterMargin+half, y, half, curveSmall, curves.Cobweb{State: first, View: view, Look: look})

	x := float64(posterMap + 2*posterMargin)
	put(x, posterMargin, curveSide, curves.StepHeight, curves.Step{State: first, Height: curves.StepHeight, Look: look})
	y = curves.StepHeight + 2*posterMargin
	rest := float64(high) - y - curves.InsightHeight - 2*posterMargin
	table := curves.Table{State: first, Hover: -1, Height: rest, Look: look}
	table.First = table.Follow(0)
	put(x, y, curveSide, rest, table)
	put(x, y+rest+posterMargin, curveSide, curves.InsightHeight,
		curves.Insight{State: first, Height: curves.InsightHeight, Look: look})
	return out.png(dst)
}
