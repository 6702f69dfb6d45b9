package widgets

import (
	"image/color"
	"slices"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// LaneHeight is that of a lane, in units.
const LaneHeight = 40

// Lengths in a lane, in units.
const (
	laneGlyph = 9  // from the left edge to the glyph's square
	laneName  = 32 // and to the name
	laneEnd   = 9  // from the number to the right edge
	laneValue = 42
	laneField = 58 // of the number while it is edited
)

// laneParts of a lane answer differently to a click.
type lanePart int

const (
	laneOnGlyph lanePart = iota
	laneOnName
	laneOnTrack
	laneOnValue
)

var (
	_ fyne.Widget       = (*Lane)(nil)
	_ fyne.Tappable     = (*Lane)(nil)
	_ fyne.Draggable    = (*Lane)(nil)
	_ fyne.Scrollable   = (*Lane)(nil)
	_ fyne.Focusable    = (*Lane)(nil)
	_ desktop.Mouseable = (*Lane)(nil)
	_ desktop.Hoverable = (*Lane)(nil)
)

// A Lane is a card in one line: a glyph, a name, and the track and the number of its first knob. A click on the glyph switches
// what the card stands for off and on, one on the number edits it, and one on the name, Enter or Space open the card. All of it
// is one widget, for there may be many; only while the number is edited there is a field.
type Lane struct {
	kit.Widget
	kit.Hinted
	dial

	OnOpen    func()                 // the card is to be opened
	OnGlyph   func()                 // the glyph was clicked
	OnContext func(at fyne.Position) // its menu is wanted at a place in the window; may be nil
	OnMenu    func()                 // the menu of the card is wanted, by its key
	OnHover   func(over bool)        // the pointer has come or gone; may be nil
	Scroller  fyne.Scrollable        // that it stands in; see Knob

	track   rail
	tracked bool // there is a knob
	shape   plot.Glyph
	name    string
	briefs  []string // written instead of a name that has no room
	told    string   // of the name, when it is pointed at
	wrong   bool     // the number is what is wrong
	hidden  bool
	over    lanePart // where the pointer is
	held    lanePart // where it was pressed

	glyph              *kit.Glyph
	label, number      *canvas.Text
	short, full        string // the number as shown, as edited
	slot               *fyne.Container
	field              *numberField // nil: the number is not edited
	ring               *canvas.Rectangle
	wash               *canvas.Rectangle
	nameRoom, numberAt float32
}

// NewLane is the lane of a knob, or of none.
func NewLane(knob *KnobSpec, shape plot.Glyph, c color.Color) *Lane {
	l := &Lane{
		shape: shape, glyph: kit.NewGlyph(), label: canvas.NewText("", color.Transparent),
		number: canvas.NewText("", color.Transparent), slot: &fyne.Container{},
		ring: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
	}
	l.label.TextStyle.Bold = true
	l.number.Alignment = fyne.TextAlignTrailing
	l.ring.CornerRadius, l.wash.CornerRadius = kit.CardRadius, kit.CardRadius
	l.track.setUp(l, c)
	l.write = func(short, full string) {
		l.short, l.full = short, full
		if l.field != nil {
			l.field.set(short, full)
		}
		l.paintNumber()
	}
	l.onScreen = func() bool { return fyne.CurrentApp().Driver().CanvasForObject(l) != nil }
	l.ExtendHinted(l)
	l.ExtendBaseWidget(l)
	if l.tracked = knob != nil; l.tracked {
		l.dial.setUp(*knob, &l.track)
		l.show()
	}
	return l
}

// SetName names what the card stands for; told is what there is to say of it, "" for nothing, and wrong makes it a fault.
func (l *Lane) SetName(name, told string, wrong bool) {
	if l.name == name && l.told == told && l.wrong == wrong {
		return
	}
	l.name, l.told, l.wrong = name, told, wrong
	l.paint()
}

// SetBriefs tells what may be written instead of a name that has no room.
func (l *Lane) SetBriefs(briefs []string) {
	if !slices.Equal(l.briefs, briefs) {
		l.briefs = briefs
		l.paint()
	}
}

// SetHidden shows what the card stands for as switched off.
func (l *Lane) SetHidden(hidden bool) {
	if l.hidden != hidden {
		l.hidden = hidden
		l.paint()
	}
}

// SetFaint draws the lane faintly, while another one is looked at.
func (l *Lane) SetFaint(faint bool) {
	veiled := 0.0
	if faint {
		veiled = 0.38
	}
	if l.track.veiled != veiled {
		l.track.veiled = veiled
		l.paint()
	}
}

// CreateRenderer is called by Fyne.
func (l *Lane) CreateRenderer() fyne.WidgetRenderer {
	l.paint()
	drawn := []fyne.CanvasObject{l.wash, l.glyph.Raster, l.label}
	if l.tracked {
		drawn = append(drawn, l.track.parts()...)
		drawn = append(drawn, l.number, l.slot)
	}
	return l.Consists(&kit.Parts{
		Drawn:   append(drawn, l.ring),
		Least:   func() fyne.Size { return fyne.NewSize(180, LaneHeight) },
		Arrange: l.arrange,
		Paint:   l.paint,
	})
}

// arrange gives the track what the name and the number leave. In a narrow column both give way.
func (l *Lane) arrange(size fyne.Size) {
	l.nameRoom = 82
	if size.Width < 270 {
		l.nameRoom = 64
	}
	if !l.tracked {
		l.nameRoom = size.Width - laneName - laneEnd
	}
	kit.Place(l.wash, 0, 1, size.Width-1, size.Height-2)
	kit.Place(l.ring, 0, 0, size.Width, size.Height)
	kit.Place(l.glyph.Raster, laneGlyph, (size.Height-kit.GlyphSize)/2, kit.GlyphSize, kit.GlyphSize)
	kit.Place(l.label, laneName, 0, l.nameRoom, size.Height)
	l.numberAt = size.Width - laneEnd - laneValue
	left := laneName + l.nameRoom
	l.track.lay(left-inset, 0, l.numberAt-left+2*inset, size.Height)
	kit.Place(l.number, l.numberAt, 0, laneValue, size.Height)
	kit.Place(l.slot, size.Width-laneEnd-laneField+numberPadding, (size.Height-kit.RowHeight)/2, laneField, kit.RowHeight)
	if l.field != nil {
		l.field.bare.Resize(l.slot.Size())
	}
	l.paintName()
	l.paintNumber()
}

func (l *Lane) paint() {
	radius := float32(kit.CardRadius)
	l.ring.TopLeftCornerRadius, l.ring.BottomLeftCornerRadius = kit.CardInnerRadius, kit.CardInnerRadius
	l.ring.CornerRadius = radius
	kit.PaintRect(l.ring, color.Transparent, skin.Ink(l, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(l.ring, l.track.focused)
	kit.PaintRect(l.wash, skin.Ink(l, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(l.wash, l.Hovered() && l.over == laneOnName)
	l.glyph.Set(l.shape, l.veil(l.track.color), l.hidden)
	l.track.paint()
	l.paintName()
	l.paintNumber()
}

// veil is a colour as faint as the lane is.
func (l *Lane) veil(c color.Color) color.Color {
	return skin.Mix(c, skin.Ink(l, theme.ColorNameOverlayBackground), l.track.veiled)
}

func (l *Lane) paintName() {
	c := skin.Ink(l, theme.ColorNameForeground)
	if l.hidden {
		c = skin.Ink(l, theme.ColorNamePlaceHolder)
	}
	size := l.Theme().Size(theme.SizeNameText)
	text, size := kit.Fit(l.nameRoom-3, size, l.label.TextStyle, append([]string{l.name}, l.briefs...)...)
	kit.PaintText(l.label, text, size, l.veil(c))
}

// part is where a place of the lane is.
func (l *Lane) part(x float32) lanePart {
	switch {
	case x < laneName-2:
		return laneOnGlyph
	case x < laneName+l.nameRoom || !l.tracked:
		return laneOnName
	case x < l.numberAt:
		return laneOnTrack
	}
	return laneOnValue
}

// tell is what the part under the pointer does.
func (l *Lane) hintOf(part lanePart) string {
	switch {
	case part == laneOnGlyph && l.hidden:
		return say.T("Show on the maps and charts")
	case part == laneOnGlyph:
		return say.T("Hide on the maps and charts")
	case part == laneOnName:
		told := l.name + "\n"
		if l.told != "" {
			told += l.told + "\n"
		}
		return told + say.T("A click shows all of its knobs")
	case part == laneOnTrack:
		return l.spec.hint()
	}
	return say.T("%s is %s: a click, and type another", l.spec.Label, l.full)
}

// focus takes the keyboard's focus.
func (l *Lane) focus() {
	gesture.Focus(l)
}

// MouseDown presses the track.
func (l *Lane) MouseDown(ev *desktop.MouseEvent) {
	l.Dismiss()
	if l.held = l.part(ev.Position.X); l.held == laneOnTrack && ev.Button == desktop.MouseButtonPrimary {
		l.focus()
		l.track.press(ev.Position)
	}
}

// MouseUp ends a press.
func (l *Lane) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		l.track.release()
	}
}

// TappedSecondary wants the menu at the pointer.
func (l *Lane) TappedSecondary(ev *fyne.PointEvent) {
	l.Dismiss()
	if l.OnContext != nil {
		l.OnContext(ev.AbsolutePosition)
	}
}

// Tapped is a click beside the track.
func (l *Lane) Tapped(ev *fyne.PointEvent) {
	switch l.part(ev.Position.X) {
	case laneOnGlyph:
		kit.Call(l.OnGlyph)
	case laneOnName:
		kit.Call(l.OnOpen)
	case laneOnValue:
		l.edit()
	}
}

// Dragged moves the thumb with the pointer, if that was pressed on the track.
func (l *Lane) Dragged(ev *fyne.DragEvent) {
	if l.track.pressed || l.held == laneOnTrack {
		l.track.drag(ev.Position.X)
	}
}

// DragEnd ends a drag.
func (l *Lane) DragEnd() { l.track.release() }

// Scrolled is for the column, but over the track of the lane that has the focus.
func (l *Lane) Scrolled(ev *fyne.ScrollEvent) {
	if l.Scroller != nil && !(l.track.focused && l.tracked && l.part(ev.Position.X) == laneOnTrack) {
		l.Scroller.Scrolled(ev)
		return
	}
	if l.tracked {
		l.track.wheel(ev)
	}
}

// TypedKey opens the card, or moves the thumb.
func (l *Lane) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		kit.Call(l.OnOpen)
		return
	case desktop.KeyMenu:
		kit.Call(l.OnMenu)
		return
	}
	if !l.tracked || !l.track.key(ev.Name) {
		gesture.PassKey(l, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (l *Lane) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(l, r)
	}
}

// Focused tells whether it has the focus.
func (l *Lane) Focused() bool { return l.track.focused }

// FocusGained shows the ring.
func (l *Lane) FocusGained() {
	l.track.focused = true
	l.paint()
	l.SetHint(l.hintOf(laneOnName))
	if l.tracked {
		l.SetHint(l.hintOf(laneOnTrack))
	}
	reach.Came(l)
}

// FocusLost hides it, and ends a row of steps.
func (l *Lane) FocusLost() {
	l.track.focused = false
	l.paint()
	reach.Went(l)
	if l.tracked {
		l.settle()
	}
}

// MouseIn looks where the pointer is.
func (l *Lane) MouseIn(ev *desktop.MouseEvent) {
	l.point(ev)
	l.Hinted.MouseIn(ev)
	l.paint()
	kit.Tell(l.OnHover, true)
}

// MouseMoved does so, too: each part has a hint of its own.
func (l *Lane) MouseMoved(ev *desktop.MouseEvent) {
	if l.part(ev.Position.X) != l.over {
		l.Dismiss()
		l.point(ev)
		l.Hinted.MouseIn(ev)
		l.paint()
	}
}

func (l *Lane) point(ev *desktop.MouseEvent) {
	l.over = l.part(ev.Position.X)
	l.track.hovered = l.over == laneOnTrack
	l.SetHint(l.hintOf(l.over))
}

// MouseOut ends that.
func (l *Lane) MouseOut() {
	l.track.hovered = false
	l.Hinted.MouseOut()
	l.paint()
	kit.Tell(l.OnHover, false)
}
