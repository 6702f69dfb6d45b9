package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/widgets"
)

// A stage parts the maps and the panel of charts, planes and tables between the middle of the window and the place at the
// head of the readouts: the maps are in the middle, unless the panel is wanted large.
type stage struct {
	ui            *ui
	middle, aside *fyne.Container
	framed        fyne.CanvasObject // the maps as a panel
	large         bool              // the panel is in the middle
}

func newStage(u *ui) *stage {
	s := &stage{ui: u, middle: container.NewStack(u.maps.Object()), aside: container.NewStack(u.charts.box)}
	s.framed = widgets.NewPanel(u.maps.Object(), nil)
	return s
}

// update swaps the two if the document says so. Whoever works on the maps with the mouse has them in the middle.
func (s *stage) update(state lab.State) {
	large := state.Large()
	if large == s.large {
		return
	}
	s.large = large
	middle, aside := s.ui.maps.Object(), fyne.CanvasObject(s.ui.charts.box)
	if large {
		middle, aside = s.ui.charts.box, s.framed
	}
	// Both are taken away first: nothing may be in the window twice.
	s.middle.Objects, s.aside.Objects = nil, nil
	s.middle.Add(middle)
	s.aside.Add(aside)
	s.ui.charts.setLarge(large)
	s.ui.relayout()
}

// toggle makes the panel large, or small again.
func (s *stage) toggle() {
	s.ui.Edit("", func(e *lab.Experiment) { e.Look.Large = !e.Look.Large })
}
