// Package contents is the list of lessons, with a ring for each that fills with what is done of it.
package contents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// An Item is a lesson.
type Item struct {
	Number int // among those of the program, from 1; 0: it is another one
	Title  string
	Note   string  // how much is done, in a few signs; may be empty
	Hint   string  // may be empty
	Share  float64 // that is done, 0 to 1
	Making bool    // it is being made, and not counted
}

// A List shows lessons. A click, Enter or Space opens one.
type List struct {
	// OnOpen tells which one is wanted.
	OnOpen func(i int)

	rows   []*entry
	done   *kit.Label
	column *fyne.Container
	panel  *kit.Panel
}

// New is an empty list.
func New() *List {
	l := &List{done: kit.NewLabel("")}
	l.done.Muted, l.done.Small, l.done.Align, l.done.Least = true, true, fyne.TextAlignTrailing, 1
	head := container.NewBorder(nil, nil, kit.NewHeading(words.T("Lessons")), nil, l.done)
	l.column = container.New(entries{})
	list := container.New(&listed{l.column}, container.New(headLine{}, head), container.NewVScroll(l.column))
	l.panel = kit.NewPanel(list, nil)
	return l
}

// Object is what is seen of it.
func (l *List) Object() fyne.CanvasObject { return l.panel }

// Set shows lessons, one of which is open.
func (l *List) Set(items []Item, open int) {
	if len(items) != len(l.rows) {
		l.rows, l.column.Objects = nil, nil
		for i := range items {
			e := newEntry(func() {
				if l.OnOpen != nil {
					l.OnOpen(i)
				}
			})
			l.rows, l.column.Objects = append(l.rows, e), append(l.column.Objects, e)
		}
		l.column.Refresh()
		l.panel.Refresh()
	}
	whole, of := 0, 0
	for i, it := range items {
		if !it.Making {
			of++
		}
		if it.Share >= 1 && !it.Making {
			whole++
		}
		l.rows[i].set(it, i == open)
	}
	l.done.Set(words.T("%d of %d done", whole, of), nil)
}

// Share is how much of a lesson is shown as done.
func (l *List) Share(i int) float64 { return l.rows[i].of.Share }

// Len is how many lessons there are.
func (l *List) Len() int { return len(l.rows) }

// Restyle draws it anew.
func (l *List) Restyle() { l.column.Refresh() }

// listed puts the line above the list, and would like to have room for all of it.
type listed struct{ column *fyne.Container }

// Layout places the two.
func (*listed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head := o[0].MinSize().Height
	kit.Place(o[0], 0, 0, size.Width, head)
	kit.Place(o[1], 0, head, size.Width, max(size.Height-head, 1))
}

// MinSize is as high as line and list.
func (l *listed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(180, o[0].MinSize().Height+l.column.MinSize().Height)
}

// entries stacks the rows of the list.
type entries struct{}

// Layout places them.
func (entries) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		kit.Place(o, 8, float32(i)*entryHigh, max(size.Width-16, 1), entryHigh)
	}
}

// MinSize is as high as all of them are.
func (entries) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, float32(len(objects))*entryHigh)
}

// headLine gives the line above the list some room.
type headLine struct{}

// Layout places it.
func (headLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Place(objects[0], 6, 2, max(size.Width-12, 1), max(size.Height-8, 1))
}

// MinSize is that of the line.
func (headLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(12, 10)
}
