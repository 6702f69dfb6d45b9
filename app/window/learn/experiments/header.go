package experiments

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/skin"
)

// header is the room's part of the bar: the search, and how much it finds.
type header struct {
	desk.Header
	room   *Room
	search *searchField
	found  *kit.Label
	all    int
}

func newHeader(r *Room, all int) *header {
	h := &header{room: r, search: newSearchField(r), found: kit.NewLabel(""), all: all}
	h.search.PlaceHolder = words.T("Search %d experiments", all)
	h.found.Muted, h.found.Least = true, 1
	h.Left, h.Stretch = []fyne.CanvasObject{container.New(slot{}, h.search), kit.Gap(6), h.found}, h.found
	return h
}

// update shows what is searched for.
func (h *header) update() {
	h.search.show(h.room.wall.Query())
	if icon := kit.Icon(kit.IconSearch, skin.Ink(h.found, theme.ColorNamePlaceHolder)); h.search.Icon == nil ||
		h.search.Icon.Name() != icon.Name() {
		h.search.SetIcon(icon)
	}
	text, brief := words.T("every sentence is tested"), words.T("all tested")
	if n := len(h.room.wall.Shown); n < h.all {
		text, brief = words.T("%d of %d", n, h.all), ""
	}
	h.found.Brief = brief
	h.found.Set(text, nil)
}

// begin puts the cursor into the search, behind a text.
func (h *header) begin(text string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h.search); c != nil {
		c.Focus(h.search)
	}
	if text != "" {
		h.search.SetText(text)
	}
	h.search.CursorColumn = len([]rune(h.search.Text))
	h.search.Refresh()
}

// slot is the place of the search in the bar.
type slot struct{}

const slotWidth = 240

// Layout puts the field into the middle of the bar's height.
func (slot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	kit.Place(objects[0], 0, (size.Height-height)/2, size.Width, height)
}

// MinSize is that of the field, which does not make the bar higher.
func (slot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(slotWidth, kit.ControlHeight) }

// A searchField is the entry of the search. Keys that mean the cards go there.
type searchField struct {
	widget.Entry
	room *Room
}

func newSearchField(r *Room) *searchField {
	f := &searchField{room: r}
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.OnChanged = func(text string) {
		if len(text) <= longestSearch {
			r.search(text, r.wall.Tag())
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// show shows a text, without having it searched for.
func (f *searchField) show(text string) {
	if f.Text != text {
		f.Text = text // SetText would tell of it
		f.CursorColumn = len([]rune(text))
		f.Refresh()
	}
}

// TypedKey leads to the cards, or edits the text. Escape clears it, or leaves the field if it is clear.
func (f *searchField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		f.leave()
		f.room.move(moves[ev.Name])
	case fyne.KeyReturn, fyne.KeyEnter:
		if !f.room.enter() {
			f.leave()
			f.room.move(moves[fyne.KeyDown])
		}
	case fyne.KeyEscape:
		if f.Text == "" {
			f.leave()
		}
		f.room.search("", f.room.wall.Tag())
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1:
		f.room.desk.Key(ev)
	default:
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut edits the text or means the window.
func (f *searchField) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&f.Entry, f, s) }

// leave gives the keys to the room.
func (f *searchField) leave() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Unfocus()
	}
}
