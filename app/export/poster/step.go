package poster

import (
	"context"

	"descentlab/app/export/picture"
	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// stepColumn is how wide the parts of a step are told, in units.
const stepColumn = 400

// Step is a step of a racer taken apart: its parts at the right, and its arrows on the map. The race must be recorded with all
// that its methods remember, and the step be one that it has.
func Step(run lab.Run, slot, step int) picture.Picture {
	state := run.State()
	state.Head = float64(step)
	state.View.Card = slot
	state.Doc.Look.Panel, state.TapeDoc.Look.Panel = setup.PanelStep, setup.PanelStep
	sheet := inside.Of(state, slot)
	look := func(st plot.Style) inside.Look { return inside.Look{Style: st, Italic: st.Font} }
	return picture.Picture{
		Title: words.T("%s, step %d of %s", title(run), step, sheet.Step.Name),
		W:     mapSide + stepColumn + 3*margin, H: mapSide + 2*margin,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			p := newRace(run, on, st)
			p.state = state
			p.begin(on)
			column := min(stepColumn, 0.45*p.w)
			part := on.Part(p.box(plot.Box{X0: margin, Y0: margin, X1: p.w - column - 2*margin, Y1: p.h - margin}))
			scene := p.scene(part)
			wide, high := part.Size()
			p.state.Shown = lab.Shown{Window: scene.View, UnitX: (scene.View.X1 - scene.View.X0) / wide * st.Scale,
				UnitY: (scene.View.Y1 - scene.View.Y0) / high * st.Scale}
			overlay := inside.OnMap(p.state, st.Palette)
			overlay.Onto(&scene, &p.state, -1)
			scene.Draw(part, st)
			x := p.w - column - margin
			p.text(on, x, margin+titleHigh, 15, p.shortened(sheet.Step.Name, 15, 0.6*column), st.Palette.Text, plot.AlignLeft)
			p.text(on, p.w-margin, margin+titleHigh, 12, words.T("step %d", step), st.Palette.Muted, plot.AlignRight)
			top := float64(margin + headHigh - rowHigh/2)
			own := on.Part(p.box(plot.Box{X0: x, Y0: top, X1: p.w - margin, Y1: p.h - margin}))
			// What is higher than the page is made smaller as a whole.
			fit := st
			if high := sheet.Height(look(st), column); high > p.h-top-margin {
				fit.Scale *= (p.h - top - margin) / high
			}
			sheet.Draw(own, look(fit))
			return nil
		},
	}
}
