// Package describing is the sheet that says in words what a picture shows, with the table behind it. It is about what is seen
// when it opens, or another part is chosen: it does not follow the playhead.
package describing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/describe"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/prose"
)

// A Sheet lies over the window until it is closed.
type Sheet struct {
	spots  []desk.Spot
	shown  describe.Description
	copy   func(text string)
	title  *kit.Heading
	text   *prose.Paragraph  // not a label of Fyne's, which has no blank after a letter of another font, as an arrow is
	read   *container.Scroll // text
	note   *kit.Label
	table  *fyne.Container
	rows   *graphic.LongTable // in it; nil: there are none
	across *container.Scroll  // which they stand in
	copies [2]*kit.Button     // of the text, of the table
	choice *widgets.Segmented
	dialog *dialog.CustomDialog
}

// Lengths, in units.
const (
	raised          = 22 // by how much the contents move up into the room that Fyne leaves for a title
	widest          = 980
	highest         = 680
	marginX         = 60 // that the sheet leaves of the window
	marginY         = 90
	gap     float32 = 8
)

// body is how the paragraph is set.
var body = prose.Style{Size: 13, Pitch: 19}

// Open shows one of the spots, of which there is one or more, over a window. What is copied goes to copy.
func Open(win fyne.Window, spots []desk.Spot, at int, copy func(text string)) *Sheet {
	s := &Sheet{spots: spots, copy: copy, title: kit.NewHeading(""), text: prose.New(body), note: kit.NewLabel("")}
	s.note.Muted = true
	s.table = container.NewStack()
	s.copies[0] = kit.NewButton("", kit.IconDuplicate, words.T("The paragraph, to be pasted anywhere"),
		s.CopyText)
	s.copies[1] = kit.NewButton("", kit.IconDuplicate, words.T("All rows and columns, exactly, to be pasted into a spreadsheet"),
		s.CopyTable)
	var names []string
	for _, spot := range spots {
		names = append(names, spot.Name)
	}
	s.choice = widgets.NewSegmented(names...)
	s.choice.OnChanged = s.Show
	head := container.New(fynelayout.NewCustomPaddedVBoxLayout(gap), s.title)
	if len(spots) > 1 {
		head.Add(container.NewHBox(s.choice))
	}
	s.read = container.NewVScroll(s.text)
	foot := container.NewBorder(nil, nil, s.note, container.NewHBox(s.copies[0], s.copies[1]))
	all := container.New(parts{}, head, s.read, s.table, foot)
	s.dialog = dialog.NewCustom("", words.T("Close"), container.New(fynelayout.NewCustomPaddedLayout(-raised, 0, 0, 0), all), win)
	size := win.Canvas().Size()
	s.dialog.Resize(fyne.NewSize(min(size.Width-marginX, widest), min(size.Height-marginY, highest)))

	s.Show(at)
	s.dialog.Show()
	return s
}

// Shown is what is described.
func (s *Sheet) Shown() describe.Description { return s.shown }

// CopyText copies the paragraph with its title.
func (s *Sheet) CopyText() { s.copied(0, s.shown.Title+"\n\n"+s.shown.Text+"\n") }

// CopyTable copies the whole table, whose cells are parted by tabs.
func (s *Sheet) CopyTable() { s.copied(1, s.shown.Table.TSV()) }

// Show describes another spot.
func (s *Sheet) Show(at int) {
	s.choice.SetSelected(at)
	s.shown = s.spots[at].Describe()
	s.title.SetText(s.shown.Title)
	s.text.SetSpans([]prose.Span{{Text: s.shown.Text}})
	s.note.Set(size(s.shown.Table), nil)
	s.table.Objects, s.rows, s.across = nil, nil, nil
	if s.shown.Table.Rows() > 0 {
		s.rows, s.across = tableOf(s.shown.Table)
		s.table.Objects = []fyne.CanvasObject{s.across}
	}
	s.table.Refresh()
	s.offer()
}

// size says how large a table is, and how much of it is shown.
func size(t describe.Table) string {
	rows, columns := t.Rows(), len(t.Columns)
	switch {
	case rows == 0:
		return words.T("There is no table behind it yet.")
	case rows > mostRows || columns > mostColumns:
		return words.T("Shown are the first %d of %d rows and %d of %d columns; a copy has all.", min(rows, mostRows), rows,
			min(columns, mostColumns), columns)
	}
	return words.N(rows, "%d row, %d columns", "%d rows, %d columns", rows, columns)
}

// offer gives the buttons their own texts.
func (s *Sheet) offer() {
	for i, text := range []string{words.T("Copy text"), words.T("Copy table")} {
		s.copies[i].SetText(text)
	}
	kit.Enable(s.copies[1], s.shown.Table.Rows() > 0)
}

// copied copies a text, and says so on the button.
func (s *Sheet) copied(button int, text string) {
	s.offer()
	s.copy(text)
	s.copies[button].SetText(words.T("Copied"))
}

// parts places head, paragraph, table and foot below one another: the paragraph has what it needs and at most a part of the
// height, the table the rest.
type parts struct{}

// textShare is that part.
const textShare = 0.45

// Layout places them.
func (parts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, text, table, foot := objects[0], objects[1], objects[2], objects[3]
	y := head.MinSize().Height
	kit.Place(head, 0, 0, size.Width, y)
	y += gap
	bottom := size.Height - foot.MinSize().Height
	kit.Place(foot, 0, bottom, size.Width, foot.MinSize().Height)
	room := bottom - y - 2*gap
	label := text.(*container.Scroll).Content
	label.Resize(fyne.NewSize(size.Width, label.Size().Height)) // it knows its height once it knows its width
	high := min(label.MinSize().Height, room*textShare)
	kit.Place(text, 0, y, size.Width, high)
	kit.Place(table, 0, y+high+gap, size.Width, max(room-high, 1))
}

// MinSize leaves the sheet free to be as small as the window.
func (parts) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(objects[0].MinSize().Width, 360), 220)
}
