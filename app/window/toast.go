package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A toast shows what is said over the foot of the maps, where it moves nothing.
type toast struct {
	desk  desk.Frame
	label *widget.Label
	panel *kit.Panel
	box   *fyne.Container
	turn  int // that is shown
}

// newToast is empty; hush takes back what is said, on the user's wish.
func newToast(d desk.Frame, hush func()) *toast {
	t := &toast{desk: d, label: widget.NewLabel("")}
	t.label.Wrapping = fyne.TextWrapWord
	t.label.SizeName = kit.SizeNote
	closer := kit.NewIconButton(kit.IconRemove, words.T("Close"), hush)
	t.panel = kit.NewPanel(container.NewBorder(nil, nil, nil, container.NewVBox(closer), t.label), d.Palette().Error)
	t.box = container.New(layout.Foot{}, t.panel)
	t.box.Hide()
	return t
}

func (t *toast) update(s lab.State, _ lab.Change) {
	said := s.View.Said
	if said.Turn == t.turn {
		return
	}
	t.turn = said.Turn
	if said.Text == "" {
		layout.SetShown(t.box, false)
		return
	}
	accent := t.desk.Palette().Accent
	if said.Fault {
		accent = t.desk.Palette().Error
	}
	t.panel.SetAccent(accent)
	t.label.SetText(said.Text)
	layout.SetShown(t.box, true)
	t.box.Refresh()
}
