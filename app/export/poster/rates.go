package poster

import (
	"context"

	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Sizes of the picture of learning rates, in units.
const (
	ratesWide = 760
	ratesHigh = 520
)

// Rates is how far down every racer comes with which learning rate. Runs are by slot.
func Rates(run lab.Run, runs map[int][]lab.RateRun) picture.Picture {
	return picture.Picture{
		Title: words.T("%s, learning rates", title(run)), W: ratesWide, H: ratesHigh,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			p := newSheet(on, st)
			p.begin(on)
			rates := figure.Rates{State: run.State(), Runs: runs}
			scene, legend := rates.Scene(st.Palette)
			scene.Still = true
			top := p.legend(on, legend, margin, margin)
			part := on.Part(p.box(plot.Box{X0: margin, Y0: top, X1: p.w - margin, Y1: p.h - margin}))
			if len(scene.Curves) == 0 {
				p.text(on, margin, top+margin, 12, rates.Nothing(), st.Palette.Muted, plot.AlignLeft)
				return nil
			}
			scene.Draw(part, st)
			return nil
		},
	}
}

// legend writes what colours stand for, in lines, and returns where the next thing may stand.
func (s *sheet) legend(on plot.Canvas, entries []plot.LegendEntry, x, y float64) float64 {
	const size, row, gap = 12, 20.0, 22.0
	left := x
	y += row / 2
	for _, e := range entries {
		wide := s.style.Font.Width(e.Text, s.px(size)) / s.style.Scale
		if e.Shaped {
			wide += 18
		}
		if left > x && left+wide > s.w-margin {
			left, y = x, y+row
		}
		at, ink := left, s.style.Palette.Muted
		if e.Shaped {
			e.Glyph.Draw(on, s.px(at+6), s.px(y-4), s.px(5), e.Colors[0], s.style.Palette.Ground)
			at, ink = at+18, s.style.Palette.Text
		}
		s.text(on, at, y, size, e.Text, ink, plot.AlignLeft)
		left += wide + gap
	}
	return y + row/2
}
