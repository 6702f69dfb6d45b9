package picker

import (
	"image/color"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	pictureWidth  = 64
	pictureHeight = 48
	detailGap     = 7 // between title and detail
	notePitch     = 15
)

var (
	_ fyne.Tappable     = (*row)(nil)
	_ desktop.Hoverable = (*row)(nil)
)

// row is one item of the list.
type row struct {
	widget.BaseWidget

	list             *list
	item             Item
	selected, active bool
	wash             *canvas.Rectangle
	picture          *canvas.Image
	title            *canvas.Text
	notes            [2]*canvas.Text
	detail           *canvas.Text
	about            *kit.IconButton // nil if nobody can tell more
}

func newRow(l *list, item Item, selected bool) *row {
	r := &row{
		list: l, item: item, selected: selected,
		wash:   canvas.NewRectangle(color.Transparent),
		title:  canvas.NewText(item.Title, color.Transparent),
		detail: canvas.NewText(item.Detail, color.Transparent),
	}
	for i := range r.notes {
		r.notes[i] = canvas.NewText("", color.Transparent)
	}
	if l.owner.OnAbout != nil {
		r.about = kit.NewIconButton(kit.IconInfo, say.T("Tell more (F1)"), func() { l.about(r) })
		r.about.Hide()
	}
	r.title.TextStyle.Bold = selected
	if item.Picture != nil {
		r.picture = canvas.NewImageFromImage(item.Picture)
		r.picture.FillMode = canvas.ImageFillContain
		r.picture.ScaleMode = canvas.ImageScaleFastest // halving takes the mean of four, which needs no work of ours
		r.picture.CornerRadius = 4
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) setActive(active bool) {
	if r.active != active {
		r.active = active
		r.refresh()
	}
}

// Tapped picks the item.
func (r *row) Tapped(*fyne.PointEvent) { r.list.pick(r) }

// MouseIn makes the row the active one.
func (r *row) MouseIn(*desktop.MouseEvent) {
	for i, row := range r.list.shown {
		if row == r {
			r.list.active = i
		}
	}
	r.list.mark()
}

// MouseMoved is part of desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable; the row stays the active one.
func (r *row) MouseOut() {}

// CreateRenderer is called by Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.refresh()
	objects := []fyne.CanvasObject{r.wash, r.title, r.detail, r.notes[0], r.notes[1]}
	if r.about != nil {
		objects = append(objects, r.about)
	}
	if r.picture != nil {
		objects = append(objects, r.picture)
	}
	return &kit.Parts{Drawn: objects, Least: r.minSize, Arrange: r.layout, Paint: r.refresh}
}

// textLeft is where the texts begin.
func (r *row) textLeft() float32 {
	if r.picture == nil {
		return 8
	}
	return 4 + pictureWidth + 10
}

func (r *row) minSize() fyne.Size { return fyne.NewSize(r.width(), r.height()) }

// width is what its texts want in a line each.
func (r *row) width() float32 {
	th := r.Theme()
	title := fyne.MeasureText(r.item.Title, th.Size(theme.SizeNameText), fyne.TextStyle{Bold: true}).Width
	note := fyne.MeasureText(r.item.Note, th.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width
	if r.item.Detail != "" {
		title += detailGap + fyne.MeasureText(r.item.Detail, th.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width
	}
	return r.textLeft() + max(title, note) + 10 + r.aboutWidth()
}

// height is part of piece.
func (r *row) height() float32 {
	switch {
	case r.picture != nil:
		return pictureHeight + 8
	case r.item.Note == "":
		return 26
	case r.width()+2*listPad > r.list.widest: // the sentence goes on in a second line
		return 40 + notePitch
	default:
		return 40
	}
}

// aboutWidth is the room for the button that tells more.
func (r *row) aboutWidth() float32 {
	if r.about == nil {
		return 0
	}
	return kit.ControlHeight + 4
}

func (r *row) layout(size fyne.Size) {
	kit.Place(r.wash, 1, 1, size.Width-2, size.Height-2)
	if r.picture != nil {
		kit.Place(r.picture, 4, (size.Height-pictureHeight)/2, pictureWidth, pictureHeight)
	}
	if r.about != nil {
		kit.Place(r.about, size.Width-kit.ControlHeight-4, (size.Height-kit.ControlHeight)/2, kit.ControlHeight, kit.ControlHeight)
	}
	left := r.textLeft()
	title := r.title.MinSize().Height
	beside := left + r.title.MinSize().Width + detailGap
	if r.item.Note == "" {
		kit.Place(r.title, left, 0, size.Width-left, size.Height)
		kit.Place(r.detail, beside, 0, size.Width-beside, size.Height)
		return
	}
	room := size.Width - left - 6 - r.aboutWidth()
	texts, _ := kit.Lines(r.item.Note, len(r.notes), max(room, 1), r.notes[0].TextSize)
	top := (size.Height - title - notePitch*float32(len(texts))) / 2
	kit.Place(r.title, left, top, size.Width-left, title)
	kit.Place(r.detail, beside, top, size.Width-beside, title)
	for i, note := range r.notes {
		text := ""
		if i < len(texts) {
			text = texts[i]
		}
		kit.PaintText(note, text, note.TextSize, note.Color)
		kit.Place(note, left, top+title+notePitch*float32(i), room, notePitch)
	}
}

func (r *row) refresh() {
	r.wash.CornerRadius = r.Theme().Size(theme.SizeNameSelectionRadius)
	fill := color.Color(color.Transparent)
	switch {
	case r.selected:
		fill = skin.Ink(r, theme.ColorNameSelection)
	case r.active:
		fill = skin.Ink(r, theme.ColorNameHover)
	}
	edge := color.Color(color.Transparent)
	if r.active {
		edge = skin.Ink(r, theme.ColorNameSeparator)
	}
	kit.PaintRect(r.wash, fill, edge, 1)
	kit.PaintText(r.title, r.item.Title, r.Theme().Size(theme.SizeNameText), skin.Ink(r, theme.ColorNameForeground))
	for _, note := range r.notes {
		kit.PaintText(note, note.Text, r.Theme().Size(theme.SizeNameCaptionText), skin.Ink(r, theme.ColorNamePlaceHolder))
	}
	kit.PaintText(r.detail, r.item.Detail, r.Theme().Size(theme.SizeNameCaptionText), skin.Ink(r, theme.ColorNamePlaceHolder))
	if r.about != nil {
		layout.SetShown(r.about, r.active)
	}
}
