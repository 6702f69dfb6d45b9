package picker

import (
	"image"
	"image/color"
	"slices"
	"strings"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	listSearchFrom = 13 // items from which on the list has a search field
	listPad        = 4
	listMinWidth   = 160
	listMaxWidth   = 520
	listMargin     = 8 // to the window's edges
	faultLines     = 6 // that what is wrong with a search may take
)

var (
	_ fyne.Widget    = (*list)(nil)
	_ fyne.Focusable = (*list)(nil)
)

// A list is the open list of a picker: a search field if there is much to search, and the rows. It has the keyboard while it
// is open.
type list struct {
	widget.BaseWidget

	onPick func(key string)

	owner  *Picker
	popup  *widget.PopUp
	rows   []*row       // all items
	shown  []*row       // those that match the search
	active int          // index into shown that Enter picks
	search *searchField // nil if the list is short
	empty  *canvas.Text
	fault  []*canvas.Text // the lines of what is wrong
	wrong  string         // what is wrong with what was searched for; else ""
	frame  *canvas.Rectangle
	shelf  *shelf
	top    float32 // where it has opened, so that the search field stays put while the list shortens
	room   float32 // its height then
	widest float32 // that it may be
}

// openList opens the list under the picker, or above it where there is more room, within the window.
func openList(c fyne.Canvas, owner *Picker, items []Item, selected string) *list {
	l := &list{
		owner: owner, widest: min(listMaxWidth, c.Size().Width-2*listMargin), shelf: newShelf(),
		frame: canvas.NewRectangle(color.Transparent), empty: canvas.NewText("", color.Transparent),
	}
	l.empty.Alignment = fyne.TextAlignCenter
	for range faultLines {
		l.fault = append(l.fault, canvas.NewText("", color.Transparent))
	}
	for i, item := range items {
		l.rows = append(l.rows, newRow(l, item, item.Key == selected))
		if item.Key == selected {
			l.active = i
		}
	}
	if len(items) >= listSearchFrom {
		l.search = newSearchField(l)
	}
	l.ExtendBaseWidget(l)
	l.filter("")
	l.popup = widget.NewPopUp(l, c)
	l.put()
	if l.search != nil {
		c.Focus(l.search)
	} else {
		c.Focus(l)
	}
	l.reveal()
	return l
}

// put gives the list its place, the same for as long as it is open, and its size.
func (l *list) put() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.owner)
	window, need := l.popup.Canvas.Size(), l.wanted()
	width := min(max(need.Width, l.owner.Size().Width), window.Width-2*listMargin)
	below := window.Height - at.Y - l.owner.Size().Height - 4 - listMargin
	above := at.Y - 4 - listMargin
	height, y := min(need.Height, below), at.Y+l.owner.Size().Height+4
	if need.Height > below && above > below {
		height = min(need.Height, above)
		y = at.Y - 4 - height
	}
	x := max(min(at.X, window.Width-listMargin-width), listMargin)
	if l.room == 0 {
		l.top, l.room = y, height
	}
	y, height = l.top, min(need.Height, l.room)
	l.popup.ShowAtPosition(fyne.NewPos(x, y))
	l.popup.Resize(fyne.NewSize(width, max(height, kit.RowHeight)))
}

// wanted is the size at which everything can be seen: as wide as all items and as high as those that match.
func (l *list) wanted() fyne.Size {
	size := fyne.NewSize(listMinWidth, 2*listPad)
	for i := 0; i < len(l.rows) && size.Width < l.widest; i++ {
		size.Width = max(size.Width, l.rows[i].width()+2*listPad)
	}
	size.Height += l.shelf.total()
	if len(l.shown) == 0 {
		size.Height += kit.RowHeight
	}
	if l.wrong != "" && len(l.shown) == 0 {
		size.Width = l.widest
		lines, _ := l.faults(size.Width)
		size.Height += float32(len(lines)-1) * l.faultPitch()
	}
	if l.search != nil {
		size.Height += l.search.MinSize().Height + listPad
	}
	size.Width = min(size.Width, l.widest)
	return size
}

// filter shows the items that match a search, best first, and makes the best one active. Without a search they are all
// shown and the one that was active stays so.
func (l *list) filter(text string) {
	current := l.current()
	l.shown = l.offered(text, searched(l.rows, text))
	l.shelf.hold(l.grouped(text == ""))
	l.active = 0
	for i, row := range l.shown {
		if row == current && text == "" {
			l.active = i
		}
	}
	l.Refresh()
	l.mark()
}

// offered puts the item that the owner makes of a search before the rows that match.
func (l *list) offered(text string, rows []*row) []*row {
	l.wrong = ""
	if l.owner.Offer == nil || text == "" {
		return rows
	}
	item, err := l.owner.Offer(text)
	if err != nil {
		l.wrong = err.Error()
	}
	if item == nil {
		return rows
	}
	return append([]*row{newRow(l, *item, false)}, rows...)
}

// grouped are the rows that are shown, in the list's own order under the headings of their groups.
func (l *list) grouped(headings bool) (pieces []piece) {
	group := ""
	for _, row := range l.shown {
		if headings && row.item.Group != group {
			group = row.item.Group
			pieces = append(pieces, newHeading(group))
		}
		pieces = append(pieces, row)
	}
	return pieces
}

// current is the row that Enter would pick, or nil.
func (l *list) current() *row {
	rows := l.shown
	if rows == nil {
		rows = l.rows
	}
	if l.active < 0 || l.active >= len(rows) {
		return nil
	}
	return rows[l.active]
}

// activate makes another row the one that Enter picks.
func (l *list) activate(i int) {
	l.active = max(min(i, len(l.shown)-1), 0)
	l.mark()
	l.reveal()
}

func (l *list) mark() {
	for i, row := range l.shown {
		row.setActive(i == l.active)
	}
}

// reveal scrolls the active row into view, and the heading above it.
func (l *list) reveal() {
	if len(l.shown) == 0 {
		return
	}
	last := slices.Index(l.shelf.all, piece(l.shown[l.active]))
	first := last
	if last > 0 {
		if _, heads := l.shelf.all[last-1].(*heading); heads {
			first--
		}
	}
	l.shelf.reveal(first, last)
}

// setPicture changes the picture of a row that has one.
func (l *list) setPicture(key string, picture image.Image) {
	for _, row := range l.rows {
		if row.item.Key == key && row.picture != nil {
			row.picture.Image = picture
			row.picture.Refresh()
		}
	}
}

// pick closes the list and tells of the choice.
func (l *list) pick(row *row) {
	l.close()
	if l.onPick != nil {
		l.onPick(row.item.Key)
	}
}

func (l *list) close() {
	l.popup.Hide()
	if l.owner.list == l {
		l.owner.list = nil
	}
}

// about closes the list and tells that more is wanted to be known of a row.
func (l *list) about(row *row) {
	l.close()
	if l.owner.OnAbout != nil {
		l.owner.OnAbout(row.item.Key)
	}
}

// TypedKey moves through the list, picks with Enter and closes with Escape.
func (l *list) TypedKey(ev *fyne.KeyEvent) { l.key(ev) }

// key tells whether the key meant the list.
func (l *list) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		l.activate(l.active + 1)
	case fyne.KeyUp:
		l.activate(l.active - 1)
	case fyne.KeyPageDown:
		l.activate(l.active + 8)
	case fyne.KeyPageUp:
		l.activate(l.active - 8)
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(l.shown) > 0 {
			l.pick(l.shown[l.active])
		}
	case fyne.KeyF1:
		if row := l.current(); row != nil && l.owner.OnAbout != nil {
			l.about(row)
		}
	case fyne.KeyEscape:
		l.close()
	default:
		return false
	}
	return true
}

// TypedRune goes to the next item whose title begins with the letter.
func (l *list) TypedRune(r rune) {
	for n := 1; n <= len(l.shown); n++ {
		i := (l.active + n) % len(l.shown)
		if strings.HasPrefix(strings.ToLower(l.shown[i].item.Title), strings.ToLower(string(r))) {
			l.activate(i)
			return
		}
	}
}

// FocusGained is part of fyne.Focusable.
func (l *list) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (l *list) FocusLost() {}

// CreateRenderer is called by Fyne.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.frame, l.shelf.scroll, l.empty}
	for _, line := range l.fault {
		objects = append(objects, line)
	}
	if l.search != nil {
		objects = append(objects, l.search)
	}
	l.refresh()
	return &kit.Parts{
		Drawn:   objects,
		Least:   func() fyne.Size { return fyne.NewSize(listMinWidth, kit.RowHeight+2*listPad) },
		Arrange: l.layout,
		Paint:   l.refresh,
	}
}

func (l *list) layout(size fyne.Size) {
	kit.Place(l.frame, 0, 0, size.Width, size.Height)
	top := float32(listPad)
	if l.search != nil {
		height := l.search.MinSize().Height
		kit.Place(l.search, listPad, top, size.Width-2*listPad, height)
		top += height + listPad
	}
	kit.Place(l.shelf.scroll, listPad, top, size.Width-2*listPad, size.Height-top-listPad)
	l.shelf.show() // more of it may be seen, though it is no wider
	kit.Place(l.empty, listPad, top, size.Width-2*listPad, kit.RowHeight)
	for i, line := range l.fault {
		kit.Place(line, 2*listPad, top+listPad+float32(i)*l.faultPitch(), size.Width-4*listPad, l.faultPitch())
	}
}

// faults are the lines of what is wrong, in a list of that width, and whether that is all of it.
func (l *list) faults(width float32) (lines []string, whole bool) {
	return kit.Lines(l.wrong, faultLines, width-4*listPad, l.Theme().Size(theme.SizeNameText))
}

// faultPitch is from one of them to the next.
func (l *list) faultPitch() float32 { return 1.4 * l.Theme().Size(theme.SizeNameText) }

func (l *list) refresh() {
	l.frame.CornerRadius = l.Theme().Size(theme.SizeNamePopupRadius)
	kit.PaintRect(l.frame, skin.Ink(l, theme.ColorNameMenuBackground), skin.Ink(l, theme.ColorNameSeparator), 1)
	text := say.T("nothing to choose from")
	if len(l.rows) > 0 {
		text = say.T("no match")
	}
	size, ink := l.Theme().Size(theme.SizeNameText), skin.Ink(l, theme.ColorNamePlaceHolder)
	kit.PaintText(l.empty, text, size, ink)
	layout.SetShown(l.empty, len(l.shown) == 0 && l.wrong == "")
	var lines []string
	if l.wrong != "" && len(l.shown) == 0 {
		lines, _ = l.faults(max(l.Size().Width, listMinWidth))
	}
	for i, line := range l.fault {
		if layout.SetShown(line, i < len(lines)); i < len(lines) {
			kit.PaintText(line, lines[i], size, ink)
		}
	}
}
