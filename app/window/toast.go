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
	desk   desk.Frame
	canvas func() fyne.Canvas
	label  *widget.Label
	panel  *kit.Panel
	box    *fyne.Container
	way    *fyne.Container // a button, while there is something to do about what is said
	turn   int             // that is shown
}

// newToast is empty; hush takes back what is said, on the user's wish.
func newToast(d desk.Frame, canvas func() fyne.Canvas, hush func()) *toast {
	t := &toast{desk: d, canvas: canvas, label: widget.NewLabel("")}
	t.label.Wrapping = fyne.TextWrapWord
	t.label.SizeName = kit.SizeNote
	closer := kit.NewIconButton(kit.IconRemove, words.T("Close"), hush)
	t.way = container.NewHBox()
	beside := container.NewVBox(container.NewHBox(t.way, closer))
	t.panel = kit.NewPanel(container.NewBorder(nil, nil, nil, beside, t.label), d.Palette().Error)
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
	t.withdraw()
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
	if c := t.canvas(); c != nil {
		c.Refresh(t.box) // what was hidden does not know its canvas, and would wait for something else to be painted
	}
}

// offer puts a button beside what is said, until something else is.
func (t *toast) offer(text string, tapped func()) {
	t.way.Objects = []fyne.CanvasObject{kit.NewButton(text, "", "", tapped)}
	t.panel.Refresh()
	t.box.Refresh()
}

// withdraw takes the button away.
func (t *toast) withdraw() { t.way.Objects = nil }
