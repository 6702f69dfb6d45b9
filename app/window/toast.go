package window

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/words"
	"descentlab/widgets"
)

// A toast says something over the foot of the maps, where it moves nothing: errors until they are mended or closed,
// notices for a while.
type toast struct {
	ui     *ui
	label  *widget.Label
	panel  *widgets.Panel
	box    *fyne.Container
	faulty bool // what is said is an error
	turn   int  // counts what was said, so that a timer takes only its own notice away
}

// noticeTime is how long a notice stays.
const noticeTime = 6 * time.Second

func newToast(u *ui) *toast {
	t := &toast{ui: u, label: widget.NewLabel("")}
	t.label.Wrapping = fyne.TextWrapWord
	t.label.SizeName = sizeNote
	closer := widgets.NewIconButton(widgets.IconRemove, "Close", func() { t.show("", nil) })
	t.panel = widgets.NewPanel(container.NewBorder(nil, nil, nil, container.NewVBox(closer), t.label), u.palette().Error)
	t.box = container.New(toastLayout{}, t.panel)
	t.box.Hide()
	return t
}

// fault says an error until it is cleared.
func (t *toast) fault(err error) {
	t.show(words.Sentence(err), t.ui.palette().Error)
	t.faulty = true
}

// notice says something for a while.
func (t *toast) notice(text string) {
	t.show(text, t.ui.palette().Accent)
	turn := t.turn
	time.AfterFunc(noticeTime, func() {
		t.ui.post(func() {
			if t.turn == turn {
				t.show("", nil)
			}
		})
	})
}

// clear takes an error away, now that something has gone well. A notice stays its time.
func (t *toast) clear() {
	if t.faulty {
		t.show("", nil)
	}
}

// withdraw takes a notice away that is true no longer, if it is still there.
func (t *toast) withdraw(text string) {
	if t.box.Visible() && t.label.Text == text {
		t.show("", nil)
	}
}

func (t *toast) show(text string, accent color.Color) {
	t.turn++
	t.faulty = false
	if text == "" {
		setShown(t.box, false)
		return
	}
	t.panel.SetAccent(accent)
	t.label.SetText(text)
	setShown(t.box, true)
	t.box.Refresh()
}
