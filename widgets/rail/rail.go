// Package rail is the slim bar at the left of a window that changes what the rest of the window shows.
package rail

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// An Item is a place on the rail: an icon, below it a word, and what is told when the pointer rests there.
type Item struct {
	Name, Hint string
	Icon       kit.IconName
}

var (
	_ fyne.Widget       = (*Rail)(nil)
	_ fyne.Tappable     = (*Rail)(nil)
	_ fyne.Focusable    = (*Rail)(nil)
	_ desktop.Hoverable = (*Rail)(nil)
)

// A Rail has rooms from its top, of which one is chosen, and at its foot what can be opened from everywhere, as icons without
// words. Where it is slim the rooms have no words either.
type Rail struct {
	kit.Widget
	kit.Hinted

	// OnChosen tells which room was asked for by a gesture, also if that is the chosen one.
	OnChosen func(i int)
	// OnFoot tells what was asked for at the foot.
	OnFoot func(i int)

	items   []Item // the rooms, then the foot
	rooms   int
	chosen  int
	at      int // where the keys are
	hover   int // -1: nowhere
	focused bool

	pill, wash, bar *canvas.Rectangle
	icons           []*kit.Picture
	words           []*canvas.Text
	ring            *kit.Ring
	ground          *kit.Bar
}

// New is a rail on which the first room is chosen.
func New(rooms []Item, foot ...Item) *Rail {
	r := &Rail{items: append(rooms[:len(rooms):len(rooms)], foot...), rooms: len(rooms), hover: -1}
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r.pill, r.wash, r.bar, r.ring = clear(), clear(), clear(), kit.NewRing(pillRadius)
	r.pill.CornerRadius, r.wash.CornerRadius = pillRadius, pillRadius
	r.bar.TopRightCornerRadius, r.bar.BottomRightCornerRadius = barRadius, barRadius
	for range r.items {
		r.icons = append(r.icons, kit.NewPicture())
		r.words = append(r.words, canvas.NewText("", color.Transparent))
	}
	r.ExtendHinted(r)
	r.HintOf = func() (fyne.Position, fyne.Size) { return r.box(max(r.hover, 0), r.Size()) }
	r.ExtendBaseWidget(r)
	r.ground = kit.NewSide(r)
	return r
}

// Ground is the rail on its ground, which is what stands in the window.
func (r *Rail) Ground() fyne.CanvasObject { return r.ground }

// Chosen is the room that is chosen.
func (r *Rail) Chosen() int { return r.chosen }

// SetChosen chooses a room; OnChosen is not called.
func (r *Rail) SetChosen(i int) {
	r.at = i
	if i != r.chosen {
		r.chosen = i
		r.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	r.refresh()
	drawn := []fyne.CanvasObject{r.pill, r.wash, r.bar}
	for i := range r.items {
		drawn = append(drawn, r.icons[i].Image, r.words[i])
	}
	return r.Consists(&kit.Parts{
		Drawn:   append(drawn, r.ring.Rectangle),
		Least:   func() fyne.Size { return fyne.NewSize(Slim-1, r.least()) },
		Arrange: r.arrange,
		Paint:   func() { r.refresh(); r.arrange(r.Size()) },
	})
}

func (r *Rail) arrange(size fyne.Size) {
	for i := range r.items {
		at, box := r.box(i, size)
		y := at.Y + (box.Height-iconSize)/2
		worded := i < r.rooms && !slim(size)
		if worded {
			y = at.Y + iconTop
			text := r.words[i].MinSize()
			kit.Place(r.words[i], at.X+(box.Width-text.Width)/2, at.Y+wordMiddle-text.Height/2, text.Width, text.Height)
		}
		layout.SetShown(r.words[i], worded)
		kit.Place(r.icons[i].Image, at.X+(box.Width-iconSize)/2, y, iconSize, iconSize)
	}
	inset := func(o fyne.CanvasObject, i int) {
		at, box := r.pillOf(i, size)
		kit.Place(o, at.X, at.Y, box.Width, box.Height)
	}
	inset(r.pill, r.chosen)
	inset(r.wash, max(r.hover, 0))
	at, box := r.box(r.chosen, size)
	kit.Place(r.bar, 0, at.Y+(box.Height-barHeight)/2, barWidth, barHeight)
	at, box = r.pillOf(r.at, size)
	r.ring.Around(at.X+skin.FocusRing, at.Y+skin.FocusRing, box.Width-2*skin.FocusRing, box.Height-2*skin.FocusRing)
}

func (r *Rail) refresh() {
	accent := skin.Ink(r, theme.ColorNamePrimary)
	kit.PaintRect(r.pill, skin.Faded(accent, pillStrength), color.Transparent, 0)
	kit.PaintRect(r.wash, skin.Ink(r, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(r.wash, r.hover >= 0 && r.hover != r.chosen)
	kit.PaintRect(r.bar, accent, color.Transparent, 0)
	r.ring.Paint(r, r.focused)
	for i, item := range r.items {
		ink := skin.Ink(r, theme.ColorNamePlaceHolder)
		switch i {
		case r.chosen:
			ink = accent
		case r.hover:
			ink = skin.Ink(r, theme.ColorNameForeground)
		}
		r.icons[i].Set(item.Icon, ink)
		text := r.words[i]
		if bold := i == r.chosen; text.TextStyle.Bold != bold {
			text.TextStyle.Bold, text.Text = bold, ""
		}
		kit.PaintText(text, item.Name, wordSize, ink)
	}
}
