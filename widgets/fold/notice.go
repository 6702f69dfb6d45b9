package fold

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

const (
	noticeHeight = 16
	noticeGap    = 8 // between the two texts
)

var (
	_ fyne.Widget       = (*Notice)(nil)
	_ fyne.Tappable     = (*Notice)(nil)
	_ fyne.Focusable    = (*Notice)(nil)
	_ desktop.Hoverable = (*Notice)(nil)
)

// A Notice is a small line at the right end of its room, which it keeps also while there is nothing to say: what is wrong, and
// what helps, which is done by a click, Enter or Space.
type Notice struct {
	kit.Widget
	kit.Hinted
	reach.Pressable

	OnTapped func() // does what helps

	wrong, help string
	idle        bool // what helps cannot be done just now
	text, offer *canvas.Text
	line        *canvas.Rectangle // below what can be clicked
	ring        *canvas.Rectangle
}

// NewNotice is an empty line. The hint is about what helps.
func NewNotice(hint string) *Notice {
	n := &Notice{text: canvas.NewText("", color.Transparent), offer: canvas.NewText("", color.Transparent),
		line: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	n.ring.CornerRadius = 4
	n.ExtendHinted(n)
	n.ExtendPressable(n, func() { n.Tapped(nil) }, n.paint)
	n.SetHint(hint)
	n.ExtendBaseWidget(n)
	return n
}

// Set says what is wrong and what helps; either may be empty. Ready tells whether that can be done at present.
func (n *Notice) Set(wrong, help string, ready bool) {
	if n.wrong == wrong && n.help == help && n.idle == !ready {
		return
	}
	n.wrong, n.help, n.idle = wrong, help, !ready
	n.Refresh()
}

// Says is what it says, and what helps.
func (n *Notice) Says() (wrong, help string) { return n.wrong, n.help }

// Ready tells whether what helps can be done.
func (n *Notice) Ready() bool { return n.help != "" && !n.idle }

// Tapped does what helps.
func (n *Notice) Tapped(*fyne.PointEvent) {
	if n.Ready() {
		n.Dismiss()
		kit.Call(n.OnTapped)
	}
}

// Disabled keeps the focus away while there is nothing to do; Disable and Enable are part of fyne.Disableable.
func (n *Notice) Disabled() bool { return !n.Ready() }
func (n *Notice) Disable()       {}
func (n *Notice) Enable()        {}

// MouseIn begins the wait for the hint.
func (n *Notice) MouseIn(ev *desktop.MouseEvent) {
	if n.Ready() {
		n.Hinted.MouseIn(ev)
	}
}

// CreateRenderer is called by Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	n.paint()
	return n.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{n.text, n.offer, n.line, n.ring},
		Least:   func() fyne.Size { return fyne.NewSize(80, noticeHeight) },
		Arrange: n.arrange,
		Paint:   func() { n.paint(); n.arrange(n.Size()) },
	})
}

// arrange puts what helps at the right end, and what is wrong before it.
func (n *Notice) arrange(size fyne.Size) {
	n.fit(size.Width)
	need := n.offer.MinSize()
	x := size.Width - need.Width
	if n.help == "" {
		x = size.Width + noticeGap
	}
	kit.Place(n.offer, x, (size.Height-need.Height)/2, need.Width, need.Height)
	kit.Place(n.line, x, (size.Height+need.Height)/2-2, need.Width, 1)
	kit.Place(n.ring, x-4, 0, need.Width+7, size.Height)
	told := n.text.MinSize()
	kit.Place(n.text, x-noticeGap-told.Width, (size.Height-told.Height)/2, told.Width, told.Height)
}

// fit words what is wrong for the room that is left.
func (n *Notice) fit(room float32) {
	size := n.Theme().Size(theme.SizeNameCaptionText)
	ink := skin.Ink(n, theme.ColorNamePrimary)
	if n.idle {
		ink = skin.Ink(n, theme.ColorNamePlaceHolder)
	}
	kit.PaintText(n.offer, n.help, size, ink)
	kit.PaintRect(n.line, ink, color.Transparent, 0)
	if n.help != "" {
		room -= n.offer.MinSize().Width + noticeGap
	}
	kit.PaintText(n.text, kit.Shorten(n.wrong, max(room, 1), size, fyne.TextStyle{}), size, skin.Ink(n, theme.ColorNameError))
}

func (n *Notice) paint() {
	layout.SetShown(n.text, n.wrong != "")
	layout.SetShown(n.offer, n.help != "")
	layout.SetShown(n.line, n.Ready())
	kit.PaintRect(n.ring, color.Transparent, skin.Ink(n, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(n.ring, n.Focused())
	n.fit(n.Size().Width)
}
