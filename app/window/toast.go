package window

import (
	"time"

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
	cover  *kit.Cover      // below the panel, and for a moment in its place
	whole  *fyne.Container // the box and the cover
	closer *kit.IconButton
	way    *fyne.Container // a button, while there is something to do about what is said
	turn   int             // that is shown
}

// newToast is empty; hush takes back what is said, on the user's wish.
func newToast(d desk.Frame, canvas func() fyne.Canvas, hush func()) *toast {
	t := &toast{desk: d, canvas: canvas, label: widget.NewLabel("")}
	t.label.Wrapping = fyne.TextWrapWord
	t.label.SizeName = kit.SizeNote
	t.closer = kit.NewIconButton(kit.IconRemove, words.T("Close"), hush)
	t.way = container.NewHBox()
	beside := container.NewVBox(container.NewHBox(t.way, t.closer))
	t.panel = kit.NewPanel(container.New(&layout.Aside{}, t.label, beside), d.Palette().Error)
	t.box = container.New(layout.Foot{}, t.panel)
	t.box.Hide()
	t.cover = kit.NewCover()
	t.cover.Hide()
	t.whole = container.New(covered{t}, t.cover, t.box)
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
		t.leave()
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
	layout.SetShown(t.cover, true)
	t.spread()
	if c := t.canvas(); c != nil {
		c.Refresh(t.box) // what was hidden does not know its canvas, and would wait for something else to be painted
	}
}

// offer puts a button beside what is said, until something else is.
func (t *toast) offer(text string, tapped func()) {
	t.way.Objects = []fyne.CanvasObject{kit.NewButton(text, "", "", tapped)}
	t.panel.Refresh()
	t.box.Refresh()
	t.spread()
}

// withdraw takes the button away.
func (t *toast) withdraw() { t.way.Objects = nil }

// afterglow is how long what is no longer said keeps clicks from the maps: they were meant for it, by a hand that was already on
// its way.
const afterglow = 700 * time.Millisecond

// leave takes the panel away, and a moment later its cover.
func (t *toast) leave() {
	if !t.box.Visible() {
		return
	}
	layout.SetShown(t.box, false)
	turn := t.turn
	time.AfterFunc(afterglow, func() {
		t.desk.Post(func() {
			if t.turn == turn {
				layout.SetShown(t.cover, false)
			}
		})
	})
}

// pointed tells whether the pointer is over what is said: somebody reads it, or is about to click.
func (t *toast) pointed() bool {
	if !t.box.Visible() {
		return false
	}
	for _, o := range t.way.Objects {
		if b, is := o.(*kit.Button); is && b.Hovered() {
			return true
		}
	}
	return t.cover.Hovered() || t.closer.Hovered()
}

// spread lays the cover under the panel.
func (t *toast) spread() {
	t.cover.Move(t.panel.Position())
	t.cover.Resize(t.panel.Size())
}

// covered lays the panel out, and its cover under it.
type covered struct{ *toast }

// Layout is called by Fyne.
func (c covered) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.box.Resize(size)
	c.spread()
}

// MinSize leaves the maps free to shrink.
func (covered) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
