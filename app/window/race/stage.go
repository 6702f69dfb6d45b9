package race

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/kit"
)

// A stage parts the maps and the panel of charts, planes and tables between the middle of the window and the place at the
// head of the readouts: the maps are in the middle, unless the panel is wanted large.
type stage struct {
	maps, panel   desk.Pane
	relayout      func()
	middle, aside *fyne.Container
	framed        fyne.CanvasObject // the maps as a panel
	large         bool              // the panel is in the middle
}

// newStage is a stage with the maps in the middle. relayout lets the columns beside it take new heights.
func newStage(maps, panel desk.Pane, relayout func()) *stage {
	s := &stage{maps: maps, panel: panel, relayout: relayout}
	s.middle, s.aside = container.NewStack(maps.Object()), container.NewStack(panel.Object())
	s.framed = kit.NewPanel(maps.Object(), nil)
	return s
}

// update swaps the two if the state says so.
func (s *stage) update(state lab.State) {
	large := state.Large()
	if large == s.large {
		return
	}
	s.large = large
	middle, aside := s.maps.Object(), s.panel.Object()
	if large {
		middle, aside = s.panel.Object(), s.framed
	}
	// Both are taken away first: nothing may be in the window twice.
	s.middle.Objects, s.aside.Objects = nil, nil
	s.middle.Add(middle)
	s.aside.Add(aside)
	s.relayout()
}

// toggleLarge gives the panel the middle of the window, or takes it back. The map goes away from under a pointer that has not
// moved: nobody tells it, and it is looked at no longer.
func toggleLarge(d desk.Desk) {
	d.Edit("", func(e *setup.Experiment) { e.Look.Large = !e.Look.Large })
	d.Lab().Look(func(v *lab.View) { v.Cross, v.Hover = nil, "" })
}
