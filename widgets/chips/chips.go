// Package chips is a row of names that can each be on or off.
package chips

import (
	"image/color"
	"slices"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Lengths of chips, in units.
const (
	chipHeight = 20
	chipPad    = 7 // between a chip's end and its text
	chipGap    = 4

	tallHeight = 28
	tallPad    = 11
	tallGap    = 8

	swatchSide = 9 // of a square before the title
	swatchGap  = 5
)

// A Chip is one of several names that can each be on or off. One with Action set has no state: it is something to do.
type Chip struct {
	Key, Title string // Key is what OnTapped is called with
	Hint       string // shown when the pointer rests on it
	On         bool
	Action     bool       // it has no state
	Ink        color.RGBA // of a square before the title, and of its frame while it is on; none if it has no opacity
}

var _ fyne.Widget = (*Chips)(nil)

// Chips are names in a row that goes on in the next line where there is no more room. A click or, with the focus, Space or
// Enter turns one on or off.
type Chips struct {
	widget.BaseWidget

	// OnTapped tells which chip was clicked; it is for the owner to show the new state.
	OnTapped func(key string)
	// Tall makes the chips as large as buttons; it is to be set before there are any.
	Tall bool

	chips []*chip
}

// Inside is what can be chosen.
func (c *Chips) Inside() (list []fyne.CanvasObject) {
	for _, one := range c.chips {
		list = append(list, one)
	}
	return list
}

// New returns an empty row.
func New() *Chips {
	c := &Chips{}
	c.ExtendBaseWidget(c)
	return c
}

// Chips returns what is shown.
func (c *Chips) Chips() []Chip {
	list := make([]Chip, len(c.chips))
	for i, o := range c.chips {
		list[i] = o.Chip
	}
	return list
}

// SetChips shows chips, in their order; OnTapped is not called.
func (c *Chips) SetChips(list []Chip) {
	if slices.Equal(list, c.Chips()) {
		return
	}
	for len(c.chips) < len(list) {
		o := newChip(c.Tall)
		o.onTapped = func() {
			if c.OnTapped != nil {
				c.OnTapped(o.Key)
			}
		}
		c.chips = append(c.chips, o)
	}
	c.chips = c.chips[:len(list)]
	for i, o := range c.chips {
		o.Chip = list[i]
		o.SetHint(list[i].Hint)
		o.Refresh()
	}
	c.Refresh()
}

// Resize lays the chips out anew; with another width they may need another height.
func (c *Chips) Resize(size fyne.Size) {
	before := c.MinSize().Height
	c.BaseWidget.Resize(size)
	if c.MinSize().Height != before {
		c.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer { return &chipsRenderer{c} }

// flow calls f with the place of each chip in a width, and returns the height of all.
func (c *Chips) flow(width float32, f func(o *chip, x, y, w float32)) float32 {
	var x, y float32
	high, gap := float32(chipHeight), float32(chipGap)
	if c.Tall {
		high, gap = tallHeight, tallGap
	}
	for _, o := range c.chips {
		w := min(o.MinSize().Width, max(width, 1))
		if x > 0 && x+w > width {
			x, y = 0, y+high+gap
		}
		if f != nil {
			f(o, x, y, w)
		}
		x += w + gap
	}
	return y + high
}

// chipsRenderer lists the chips anew each time, for their number changes.
type chipsRenderer struct{ c *Chips }

func (r *chipsRenderer) Destroy() {}
func (r *chipsRenderer) Refresh() {
	r.Layout(r.c.Size())
	skin.RefreshParts(r.Objects())
}

func (r *chipsRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.c.chips))
	for i, o := range r.c.chips {
		objects[i] = o
	}
	return objects
}

// MinSize is the width of the widest chip, and the height that all need at the present width.
func (r *chipsRenderer) MinSize() fyne.Size {
	var widest float32
	for _, o := range r.c.chips {
		widest = max(widest, o.MinSize().Width)
	}
	return fyne.NewSize(widest, r.c.flow(max(r.c.Size().Width, widest), nil))
}

func (r *chipsRenderer) Layout(size fyne.Size) {
	r.c.flow(size.Width, func(o *chip, x, y, w float32) { kit.Place(o, x, y, w, o.MinSize().Height) })
}

var (
	_ fyne.Tappable     = (*chip)(nil)
	_ fyne.Focusable    = (*chip)(nil)
	_ desktop.Hoverable = (*chip)(nil)
)

// chip is one of them.
type chip struct {
	widget.BaseWidget
	kit.Hinted
	reach.Pressable
	Chip

	onTapped func()
	tall     bool
	frame    *canvas.Rectangle
	wash     *canvas.Rectangle
	swatch   *canvas.Rectangle
	label    *canvas.Text
	ring     *kit.Ring
}

func newChip(tall bool) *chip {
	o := &chip{
		tall:  tall,
		frame: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
		swatch: canvas.NewRectangle(color.Transparent), label: canvas.NewText("", color.Transparent), ring: kit.NewRing(chipHeight / 2),
	}
	o.frame.CornerRadius, o.wash.CornerRadius = chipHeight/2, chipHeight/2
	if tall {
		radius := o.Theme().Size(theme.SizeNameButtonRadius)
		o.frame.CornerRadius, o.wash.CornerRadius, o.ring = radius, radius, kit.NewRing(radius)
	}
	o.label.Alignment, o.swatch.CornerRadius = fyne.TextAlignCenter, 2
	o.ExtendHinted(o)
	o.ExtendPressable(o, func() { o.onTapped() }, o.refresh)
	o.ExtendBaseWidget(o)
	return o
}

// Tapped turns it on or off.
func (o *chip) Tapped(*fyne.PointEvent) {
	o.Dismiss()
	o.onTapped()
}

// MouseIn shows a wash under the pointer.
func (o *chip) MouseIn(ev *desktop.MouseEvent) { o.Hinted.MouseIn(ev); o.refresh() }

// MouseOut takes it away.
func (o *chip) MouseOut() { o.Hinted.MouseOut(); o.refresh() }

// CreateRenderer is called by Fyne.
func (o *chip) CreateRenderer() fyne.WidgetRenderer {
	o.refresh()
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{o.frame, o.wash, o.swatch, o.label, o.ring.Rectangle},
		Least: func() fyne.Size {
			width := fyne.MeasureText(o.Title, o.textSize(), fyne.TextStyle{}).Width + o.before()
			if o.tall {
				return fyne.NewSize(width+2*tallPad, tallHeight)
			}
			return fyne.NewSize(width+2*chipPad, chipHeight)
		},
		Arrange: func(size fyne.Size) {
			for _, part := range []fyne.CanvasObject{o.frame, o.wash} {
				kit.Place(part, 0, 0, size.Width, size.Height)
			}
			kit.Place(o.label, o.before(), 0, size.Width-o.before(), size.Height)
			kit.Place(o.swatch, chipPad, (size.Height-swatchSide)/2, swatchSide, swatchSide)
			o.ring.Around(0, 0, size.Width, size.Height)
		},
		Paint: o.refresh,
	}
}

// before is the room that the square takes before the title.
func (o *chip) before() float32 {
	if o.Ink.A == 0 {
		return 0
	}
	return swatchSide + swatchGap
}

// textSize is that of its name.
func (o *chip) textSize() float32 {
	if o.tall {
		return o.Theme().Size(theme.SizeNameText) - 0.5
	}
	return o.Theme().Size(theme.SizeNameCaptionText)
}

func (o *chip) refresh() {
	fill, edge := color.Color(color.Transparent), skin.Ink(o, theme.ColorNameSeparator)
	text := skin.Ink(o, theme.ColorNamePlaceHolder)
	if o.tall {
		fill, text = skin.Ink(o, theme.ColorNameButton), skin.Ink(o, theme.ColorNameForeground)
	}
	switch {
	case o.tall && o.On:
		edge, text = skin.Ink(o, theme.ColorNamePrimary), skin.Ink(o, theme.ColorNamePrimary)
	case o.Action:
		edge, text = color.Transparent, skin.Ink(o, theme.ColorNamePrimary)
	case o.On:
		fill, edge = skin.Ink(o, theme.ColorNameSelection), skin.Ink(o, theme.ColorNamePrimary)
		text = skin.Ink(o, theme.ColorNameForeground)
	}
	layout.SetShown(o.swatch, o.Ink.A > 0)
	if o.Ink.A > 0 {
		inside := color.Color(color.Transparent)
		if o.On {
			fill, edge, inside = skin.Ink(o, theme.ColorNameButton), o.Ink, o.Ink
		}
		kit.PaintRect(o.swatch, inside, o.Ink, 1)
	}
	o.ring.Paint(o, o.Focused())
	kit.PaintRect(o.frame, fill, edge, 1)
	kit.PaintRect(o.wash, skin.Ink(o, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(o.wash, o.Hovered())
	kit.PaintText(o.label, o.Title, o.textSize(), text)
}
