package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Lab has the state.
func (u *ui) Lab() *lab.Lab { return u.lab }

// Edit changes the document; what is wrong with the change is said over the maps. Edits of a key are those of a hand that moves.
func (u *ui) Edit(key string, f func(*setup.Experiment)) error {
	err := u.lab.Edit(key, f)
	u.Say(err)
	if key != "" && err == nil {
		u.soon()
	}
	return err
}

// sealPause is how long a gesture of many steps may rest.
const sealPause = 600 * time.Millisecond

// SealLater makes edits of a key that follow one another one undo: it ends the run when none has come for a while.
func (u *ui) SealLater(key string) {
	u.seals++
	last := u.seals
	time.AfterFunc(sealPause, func() {
		u.post(func() {
			if u.seals == last {
				u.lab.SealRun(key)
			}
		})
	})
}

// Say tells of an error, or clears the last one. A notice stays its time.
func (u *ui) Say(err error) {
	switch said := u.lab.State().View.Said; {
	case err != nil:
		u.tell(words.Sentence(err), true)
	case said.Fault:
		u.hush()
	}
}

// Palette has the colours of the theme.
func (u *ui) Palette() *plot.Palette { return u.look.Palette() }

// Style is how plots are drawn.
func (u *ui) Style() plot.Style { return u.style() }

// Post runs a function on the goroutine of the window.
func (u *ui) Post(f func()) { u.post(f) }

// Pictured is called whenever the maps' ground is complete.
func (u *ui) Pictured() { u.pictured() }

// Key and Rune take keys that a focused control has no use for.
func (u *ui) Key(k *fyne.KeyEvent) { u.key(k) }

// Rune takes characters.
func (u *ui) Rune(r rune) { u.rune(r) }

// Menu opens a menu below a control.
func (u *ui) Menu(anchor fyne.CanvasObject, menu *fyne.Menu) { u.MenuUntil(anchor, menu, func() {}) }

// menuMargin is how far menus keep off the edges of the window.
const menuMargin = 8

// MenuUntil opens a menu below a control. Closed is called when it goes, and before what was chosen of it is done.
func (u *ui) MenuUntil(anchor fyne.CanvasObject, menu *fyne.Menu, closed func()) {
	m := widget.NewPopUpMenu(menu, u.win.Canvas())
	hide := m.OnDismiss
	m.OnDismiss = func() {
		hide()
		closed()
	}
	u.showMenu(m, u.app.Driver().AbsolutePositionForObject(anchor).AddXY(0, anchor.Size().Height+2))
}

// Context opens a menu at a place in the window.
func (u *ui) Context(at fyne.Position, menu *fyne.Menu) {
	u.showMenu(widget.NewPopUpMenu(menu, u.win.Canvas()), at)
}

// showMenu shows a menu at a place, or as near to it as the window has room.
func (u *ui) showMenu(m *widget.PopUpMenu, at fyne.Position) {
	most := u.win.Canvas().Size().Subtract(m.MinSize()).SubtractWidthHeight(menuMargin, menuMargin)
	m.ShowAtPosition(fyne.NewPos(max(min(at.X, most.Width), 0), max(min(at.Y, most.Height), 0)))
}

// Offered are the commands with these keys, in their order.
func (u *ui) Offered(keys ...string) (list []desk.Command) {
	all := u.commands()
	for _, key := range keys {
		if c := desk.Find(all, key); c != nil {
			list = append(list, *c)
		}
	}
	return list
}

// Save asks where to write something.
func (u *ui) Save(title, name string, plan desk.Plan) { u.askForFile(title, name, plan) }

// Open asks which file to open.
func (u *ui) Open(open func(path string), endings ...string) { u.askForOpen(open, endings...) }

// Notice says something for a while.
func (u *ui) Notice(text string) { u.notice(text) }

// Copy puts a text on the clipboard.
func (u *ui) Copy(text string) { u.app.Clipboard().SetContent(text) }

// tell says something over the maps until something else is said.
func (u *ui) tell(text string, fault bool) {
	u.lab.Look(func(v *lab.View) { v.Said = lab.Said{Text: text, Fault: fault, Turn: v.Said.Turn + 1} })
}

// hush takes back what is said.
func (u *ui) hush() { u.tell("", false) }

// noticeTime is how long a notice stays.
const noticeTime = 6 * time.Second

// notice says something for a while.
func (u *ui) notice(text string) { u.noticeFor(text, noticeTime) }

// noticeFor says something for so long.
func (u *ui) noticeFor(text string, long time.Duration) {
	turn := 0
	u.lab.Look(func(v *lab.View) {
		turn = v.Said.Turn + 1
		v.Said = lab.Said{Text: text, Turn: turn}
	})
	u.hushAfter(long, turn)
}

// pointedTime is how often it is looked whether the pointer is still over a notice whose time is up.
const pointedTime = 2 * time.Second

// hushAfter takes back what is said at that turn, after so long, and not while the pointer is over it.
func (u *ui) hushAfter(long time.Duration, turn int) {
	time.AfterFunc(long, func() { u.post(func() { u.expire(turn) }) })
}

// expire takes it back, or waits until the pointer has left it.
func (u *ui) expire(turn int) {
	switch {
	case u.lab.State().View.Said.Turn != turn:
	case u.toast.pointed():
		u.hushAfter(pointedTime, turn)
	default:
		u.hush()
	}
}

// Withdraw takes a notice away that is true no longer, if it is still there.
func (u *ui) Withdraw(text string) {
	if u.lab.State().View.Said.Text == text && text != "" {
		u.hush()
	}
}
