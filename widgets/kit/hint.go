package kit

import (
	"image/color"
	"time"

	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// HintDelay is how long the pointer rests on a control before its hint shows.
const HintDelay = 500 * time.Millisecond

// faultStay is how long a fault stays that goes by itself.
const faultStay = 6 * time.Second

// hintLook is how often a hint looks whether its owner is still there.
const hintLook = 250 * time.Millisecond

var (
	_ fyne.Widget     = (*Hints)(nil)
	_ fyne.Accessible = (*Hints)(nil)
)

// Hints is the root of a window whose controls show hints and error lines: its content, and above it two bubbles that
// take no part in the mouse's business. (An overlay of Fyne's would take all events away from what lies below.)
type Hints struct {
	widget.BaseWidget

	// Says is what a screen reader reads of the window as a whole, whose pictures it cannot see; nil: nothing.
	Says func() string

	content             fyne.CanvasObject
	hint, fault, remark *bubble
	meaning             *bubble           // of a term
	passing             int               // counts the faults that go by themselves
	rings               *rings            // round a control
	bell                *canvas.Rectangle // invisible, and always on the canvas
}

// WithHints returns the content with a layer for hints above it. It must be the very content of the window:
//
//	window.SetContent(kit.WithHints(content))
func WithHints(content fyne.CanvasObject) *Hints {
	h := &Hints{
		content: content, hint: newBubble(), fault: newBubble(), remark: newBubble(), meaning: newBubble(),
		rings: newRings(),
		bell:  canvas.NewRectangle(color.Transparent),
	}
	h.fault.wrong, h.fault.fixed, h.remark.fixed = true, true, true
	h.meaning.titled = true
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is called by Fyne.
func (h *Hints) CreateRenderer() fyne.WidgetRenderer {
	return &Parts{
		Drawn:   []fyne.CanvasObject{h.content, h.rings, h.fault, h.hint, h.remark, h.meaning, h.bell},
		Least:   h.content.MinSize,
		Arrange: func(size fyne.Size) { Place(h.content, 0, 0, size.Width, size.Height) },
		Paint:   func() {},
	}
}

// Inside is the content.
func (h *Hints) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }

// AccessibilityLabel is what is read of the window. Fyne asks for it in every frame where it serves screen readers, which it does
// on Windows and macOS if it is built with the tag accessibility.
func (h *Hints) AccessibilityLabel() string {
	if h.Says == nil {
		return ""
	}
	return h.Says()
}

// AccessibilityRole is that of a text.
func (h *Hints) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// ShowHint shows a hint below its owner; an empty text takes away the owner's hint.
func ShowHint(owner fyne.CanvasObject, text string) {
	ShowHintAt(owner, fyne.Position{}, owner.Size(), text)
}

// ShowHintAt is ShowHint for a part of the owner.
func ShowHintAt(owner fyne.CanvasObject, at fyne.Position, size fyne.Size, text string) {
	if h := hintsAbove(owner); h != nil {
		h.hint.above, h.hint.right = false, false
		h.put(h.hint, owner, at, size, text)
	}
}

// ShowHintAbove is ShowHint above its owner, if there is room: for what has something below it that is about the same.
func ShowHintAbove(owner fyne.CanvasObject, text string) {
	if h := hintsAbove(owner); h != nil {
		h.hint.above, h.hint.right = true, false
		h.put(h.hint, owner, fyne.Position{}, owner.Size(), text)
	}
}

// ShowHintBeside is ShowHintAt at the right of the part: for what has others of its kind above and below it.
func ShowHintBeside(owner fyne.CanvasObject, at fyne.Position, size fyne.Size, text string) {
	if h := hintsAbove(owner); h != nil {
		h.hint.above, h.hint.right = false, true
		h.put(h.hint, owner, at, size, text)
	}
}

// ShowFault is ShowHint for what is wrong with the owner's contents.
func ShowFault(owner fyne.CanvasObject, text string) {
	if h := hintsAbove(owner); h != nil {
		h.put(h.fault, owner, fyne.Position{}, owner.Size(), text)
	}
}

// ShowPassingFault is ShowFault for what is over as soon as it has been told: it goes after a while by itself.
func ShowPassingFault(owner fyne.CanvasObject, text string) {
	h := hintsAbove(owner)
	if h == nil {
		return
	}
	h.put(h.fault, owner, fyne.Position{}, owner.Size(), text)
	if h.passing++; text == "" {
		return
	}
	turn := h.passing
	gesture.After(faultStay, func() {
		if h.passing == turn {
			h.put(h.fault, owner, fyne.Position{}, fyne.Size{}, "")
		}
	})
}

// ShowRemark is ShowFault for what is quietly said of the owner's contents.
func ShowRemark(owner fyne.CanvasObject, text string) {
	if h := hintsAbove(owner); h != nil {
		h.put(h.remark, owner, fyne.Position{}, owner.Size(), text)
	}
}

// ShowMeaning is ShowHintAt for what a term means: the first of several lines is its title.
func ShowMeaning(owner fyne.CanvasObject, at fyne.Position, size fyne.Size, text string) {
	if h := hintsAbove(owner); h != nil {
		h.put(h.meaning, owner, at, size, text)
	}
}

// hintsAbove returns the layer of the window that o is in, or nil.
func hintsAbove(o fyne.CanvasObject) *Hints {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	h, _ := c.Content().(*Hints)
	return h
}

// put shows a bubble with the text below a part of its owner, or above it if there is room only there. An empty text hides
// the bubble if it is the owner's, and so does an owner that is not to be seen, but for a fault: a field tells of its fault
// as it is laid out.
func (h *Hints) put(b *bubble, owner fyne.CanvasObject, part fyne.Position, size fyne.Size, text string) {
	at, seen := whereabouts(owner)
	if text == "" || !seen && !b.fixed {
		if b.owner == owner {
			b.owner = nil
			b.Hide()
		}
		return
	}
	b.owner, b.beside = owner, at
	h.lay(b, at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(h)).Add(part), size, text)
	if (b == h.hint || b == h.meaning) && !b.watched {
		h.watch(b)
	}
}

// lay shows a bubble with the text beside a part of the layer.
func (h *Hints) lay(b *bubble, at fyne.Position, size fyne.Size, text string) {
	const gap, margin = 6, 4
	readable := float32(760)
	if b.titled {
		readable = 320
	}
	b.set(text, min(h.Size().Width-2*margin, readable))
	room, need := h.Size(), b.MinSize()
	y := at.Y + size.Height + gap
	if above := at.Y - gap - need.Height; (b.above || y+need.Height > room.Height-margin) && above >= margin {
		y = above
	}
	x := at.X
	switch {
	case b.right:
		x, y = x+size.Width+gap, at.Y+(size.Height-need.Height)/2
	case !b.fixed:
		x += (size.Width - need.Width) / 2
	}
	Place(b, max(min(x, room.Width-margin-need.Width), margin), y, need.Width, need.Height)
	b.Show()
	// Fyne does not know the canvas of what was not painted lately, so a bubble cannot ask for its own first painting.
	h.bell.Refresh()
}

// watch looks now and then, as long as a hint shows, whether its owner is where it was. Fyne tells no control that it has
// been hidden or moved away from under the pointer: this does, and takes the hint away.
func (h *Hints) watch(b *bubble) {
	b.watched = true
	gesture.After(hintLook, func() {
		b.watched = false
		owner := b.owner
		if owner == nil {
			return
		}
		if at, seen := whereabouts(owner); seen && at == b.beside {
			h.watch(b)
			return
		}
		switch o := owner.(type) {
		case *Term:
			o.close()
		case desktop.Hoverable:
			o.MouseOut()
		}
		h.put(b, owner, fyne.Position{}, fyne.Size{}, "")
	})
}

// whereabouts is where an object is in its window, and whether it is to be seen there. What Fyne does not find among the
// visible objects it places at the very corner, where no control of a window with margins is.
func whereabouts(o fyne.CanvasObject) (at fyne.Position, seen bool) {
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at, o.Visible() && !at.IsZero()
}

// HideBubbles takes everything away that is shown beside the controls of a window: what they stood in is no longer seen.
func HideBubbles(window fyne.Window) {
	h, ok := window.Content().(*Hints)
	if !ok {
		return
	}
	for _, b := range []*bubble{h.hint, h.fault, h.remark, h.meaning} {
		b.owner = nil
		b.Hide()
	}
	h.rings.owner = nil
	h.unring()
}

// Wake has a window painted: nobody tells Fyne that something else is in it.
func Wake(window fyne.Window) {
	if h, ok := window.Content().(*Hints); ok {
		h.bell.Refresh()
	}
}
