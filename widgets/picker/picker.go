package picker

import (
	"image"
	"image/color"
	"slices"
	"strings"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Item is one choice of a Picker.
type Item struct {
	Key     string      // what OnPicked is called with
	Title   string      // what the button and the list show
	Detail  string      // smaller and muted, after the title: a year; may be empty
	Note    string      // smaller and muted, below the title; may be empty
	Group   string      // the heading that it stands under, with the other items of the group around it; may be empty
	Picture image.Image // left of the title, 64 x 48 units; may be nil
}

// ArrowSize is the side of the arrow beside the title of a picker, in units.
const ArrowSize = 9

var (
	_ fyne.Widget       = (*Picker)(nil)
	_ fyne.Tappable     = (*Picker)(nil)
	_ fyne.Focusable    = (*Picker)(nil)
	_ desktop.Hoverable = (*Picker)(nil)
)

// A Picker is a button that names the chosen item and opens the list of all of them. A title that is too long for it is
// cut, so that its least size does not depend on what is chosen; PreferredWidth is the one that the title wants.
type Picker struct {
	kit.Widget
	kit.Hinted

	// OnPicked is called with the key of the item that was picked, also if it was the chosen one already.
	OnPicked func(key string)
	// OnOpen, if not nil, is called before the list opens: the time to set the items.
	OnOpen func()
	// OnAbout, if not nil, tells that more is wanted to be known of an item: by the button in its row, or by F1.
	OnAbout func(key string)
	// Offer, if not nil, makes an item of what is typed into the search, which comes first in the list: what is described and
	// not only named. Its error is shown where nothing matches; without an item and without an error it has nothing to say.
	Offer func(text string) (*Item, error)
	// Prefix stands before the chosen title, as "Surface: ". Placeholder is shown while nothing is chosen.
	Prefix, Placeholder string
	// Caption, if not "", is shown in place of all that: the chosen item in other words than in the list.
	Caption string
	// Plain leaves the frame away and sets the title in bold: for the heading of a card.
	Plain bool
	// Wide makes it somewhat higher, and puts the arrow at its right end: for one that is as wide as a column.
	Wide bool
	// Small makes it as low as the rows of a card.
	Small bool
	// OnRetitled, if not nil, tells that the preferred width may be another: the time to lay out anew.
	OnRetitled func()

	items       []Item
	selected    string
	focused     bool
	list        *list // while it is open
	frame, wash *canvas.Rectangle
	label       *canvas.Text
	arrow       *kit.Picture
	ring        *kit.Ring
}

// New returns a picker with nothing chosen.
func New(items []Item) *Picker {
	p := &Picker{
		items: items,
		frame: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
		label: canvas.NewText("", color.Transparent), arrow: kit.NewPicture(), ring: kit.NewRing(0),
	}
	p.ExtendHinted(p)
	p.ExtendBaseWidget(p)
	return p
}

// SetItems changes what can be picked. The chosen key stays.
func (p *Picker) SetItems(items []Item) {
	if slices.Equal(p.items, items) {
		return
	}
	p.items = items
	p.retitle()
}

// SetPicture changes the picture of an item, in the list too if that is open.
func (p *Picker) SetPicture(key string, picture image.Image) {
	for i := range p.items {
		if p.items[i].Key == key {
			p.items[i].Picture = picture
		}
	}
	if p.list != nil {
		p.list.setPicture(key, picture)
	}
}

// Selected returns the chosen key, "" for none.
func (p *Picker) Selected() string { return p.selected }

// SetSelected chooses an item; OnPicked is not called. A key without an item shows the placeholder.
func (p *Picker) SetSelected(key string) {
	if p.selected != key {
		p.selected = key
		p.retitle()
	}
}

// SetCaption shows the chosen item in other words than in the list.
func (p *Picker) SetCaption(text string) {
	if p.Caption != text {
		p.Caption = text
		p.retitle()
	}
}

// retitle shows another title.
func (p *Picker) retitle() {
	if p.OnRetitled != nil {
		p.OnRetitled()
	}
	p.Refresh()
}

// PreferredWidth is the width at which the chosen title is shown in full, if that is not outrageously long.
func (p *Picker) PreferredWidth() float32 {
	text := fyne.MeasureText(p.text(), p.textSize(), fyne.TextStyle{Bold: p.Plain})
	return min(text.Width, widest) + 2*p.pad() + ArrowSize + arrowGap
}

// BriefWidth is what it needs without what stands before its title.
func (p *Picker) BriefWidth() float32 {
	text := fyne.MeasureText(strings.TrimPrefix(p.text(), p.Prefix), p.textSize(), fyne.TextStyle{Bold: p.Plain})
	return min(text.Width, widest) + 2*p.pad() + ArrowSize + arrowGap
}

// text is what the button shows.
func (p *Picker) text() string {
	if p.Caption != "" {
		return p.Caption
	}
	for _, item := range p.items {
		if item.Key == p.selected {
			return p.Prefix + item.Title
		}
	}
	return p.Prefix + p.Placeholder
}

// Open shows the list under the button.
func (p *Picker) Open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if c == nil {
		return
	}
	if p.list != nil {
		p.list.close()
	}
	p.Dismiss()
	if p.OnOpen != nil {
		p.OnOpen()
	}
	p.list = openList(c, p, p.items, p.selected)
	p.list.onPick = func(key string) {
		p.SetSelected(key)
		if p.OnPicked != nil {
			p.OnPicked(key)
		}
	}
}

// Tapped opens the list.
func (p *Picker) Tapped(*fyne.PointEvent) { p.Open() }

// TypedKey opens the list with Down, Space or Enter.
func (p *Picker) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Open()
	default:
		gesture.PassKey(p, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (p *Picker) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(p, r)
	}
}

// FocusGained frames the button in the accent's colour.
func (p *Picker) FocusGained() { p.focused = true; p.refresh(); reach.Came(p) }

// FocusLost takes that back.
func (p *Picker) FocusLost() { p.focused = false; p.refresh(); reach.Went(p) }

// MouseIn shows the wash under the pointer.
func (p *Picker) MouseIn(ev *desktop.MouseEvent) { p.Hinted.MouseIn(ev); p.refresh() }

// MouseOut takes it away.
func (p *Picker) MouseOut() { p.Hinted.MouseOut(); p.refresh() }

// CreateRenderer is called by Fyne.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	p.refresh()
	return p.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{p.frame, p.wash, p.label, p.arrow.Image, p.ring.Rectangle},
		Least: func() fyne.Size {
			height := float32(kit.ControlHeight)
			switch {
			case p.Small:
				height = kit.RowHeight
			case p.Wide:
				height = wideHeight
			}
			return fyne.NewSize(least, height)
		},
		Arrange: p.layout,
		Paint:   func() { p.refresh(); p.layout(p.Size()) },
	})
}

const (
	least      = 64 // width of a picker, whatever is chosen
	wideHeight = 32
	widest     = 220 // how much room the title wants at most
	arrowGap   = 5   // between title and arrow
)

func (p *Picker) textSize() float32 {
	if p.Small {
		return skin.RowTextSize(p.Theme())
	}
	return p.Theme().Size(theme.SizeNameText)
}

// smallest is the size down to which the title of a card shrinks before it is cut: it names what the card is about.
const smallest = 10

// fitting is the size of the title in so much room.
func (p *Picker) fitting(room float32) float32 {
	size := p.textSize()
	for p.Plain && size > smallest && fyne.MeasureText(p.text(), size, p.label.TextStyle).Width > room {
		size = max(size-0.5, smallest)
	}
	return size
}

func (p *Picker) pad() float32 {
	if p.Plain {
		return 0
	}
	return kit.ControlPad
}

func (p *Picker) layout(size fyne.Size) {
	pad := p.pad()
	room := size.Width - 2*pad - ArrowSize - arrowGap + 0.1 // with what was rounded off on the way
	beside := (kit.ControlPad - pad) / 2                    // a title without a frame begins at the edge: the focus's keeps off it
	kit.Place(p.frame, -beside, 0, size.Width+2*beside, size.Height)
	kit.Place(p.wash, 1, 1, size.Width-2, size.Height-2)
	p.ring.Around(-beside, 0, size.Width+2*beside, size.Height)
	text, textSize := p.text(), p.fitting(room)
	if p.Plain {
		text = kit.Shorten(text, max(room, 1), textSize, p.label.TextStyle)
	} else { // what is chosen is worth more than what stands before it
		text, textSize = kit.Fit(max(room, 1), textSize, p.label.TextStyle, text, strings.TrimPrefix(text, p.Prefix))
	}
	kit.PaintText(p.label, text, textSize, p.label.Color)
	width := p.label.MinSize().Width
	kit.Place(p.label, pad, 0, width, size.Height)
	arrow := pad + width + arrowGap
	if p.Wide {
		arrow = size.Width - pad - ArrowSize
	}
	kit.Place(p.arrow.Image, arrow, (size.Height-ArrowSize)/2+0.5, ArrowSize, ArrowSize)
}

func (p *Picker) refresh() {
	radius := p.Theme().Size(theme.SizeNameButtonRadius)
	p.frame.CornerRadius, p.wash.CornerRadius = radius, radius-1
	p.ring.CornerRadius = radius + skin.FocusRing
	p.ring.Paint(p, p.focused)
	kit.PaintRect(p.frame, skin.Ink(p, theme.ColorNameButton), skin.Ink(p, theme.ColorNameSeparator), 1)
	layout.SetShown(p.frame, !p.Plain)
	kit.PaintRect(p.wash, skin.Ink(p, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(p.wash, p.Hovered())
	p.label.TextStyle.Bold = p.Plain
	kit.PaintText(p.label, p.label.Text, p.label.TextSize, skin.Ink(p, theme.ColorNameForeground))
	p.arrow.Set(kit.IconFold, skin.Ink(p, theme.ColorNamePlaceHolder))
}
