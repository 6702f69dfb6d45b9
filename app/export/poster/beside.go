package poster

import (
	"context"

	"descentlab/app/export/picture"
	"descentlab/widgets/plot"
)

// Sizes of pictures side by side, in units.
const (
	panelWide = 560
	panelHigh = 420
	foot      = 22  // the room for a sentence
	leastWide = 260 // of a picture that has others beside it
)

// A Drawing is a picture that draws itself over the whole of a canvas.
type Drawing interface{ Draw(plot.Canvas) }

// Beside lays drawings beside each other, or below where that would be narrow, with a sentence below them.
func Beside(sentence string, drawings ...func(plot.Style) Drawing) picture.Picture {
	n := float64(len(drawings))
	return picture.Picture{
		Title: sentence, W: n*panelWide + (n+1)*margin, H: panelHigh + 2*margin + foot,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			s := newSheet(on, st)
			s.begin(on)
			columns := max(min(len(drawings), int((s.w-margin)/(leastWide+margin))), 1)
			rows := (len(drawings) + columns - 1) / columns
			w, h := (s.w-margin)/float64(columns), (s.h-margin-foot)/float64(rows)
			for i, d := range drawings {
				x, y := margin+float64(i%columns)*w, margin+float64(i/columns)*h
				d(st).Draw(on.Part(s.box(plot.Box{X0: x, Y0: y, X1: x + w - margin, Y1: y + h - margin})))
			}
			s.text(on, margin, s.h-margin, 12, s.shortened(sentence, 12, s.w-2*margin), st.Palette.Text, plot.AlignLeft)
			return nil
		},
	}
}
