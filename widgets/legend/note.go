package legend

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A Note is a legend of some lines, in whose place a note stands while there is something to say. Both are of the same
// height, so that nothing beside them moves.
type Note struct {
	Box    *fyne.Container
	legend *Legend
	note   *kit.Note
	noted  fyne.CanvasObject // note
	text   string
}

// NewNote is an empty legend of so many lines.
func NewNote(lines int) *Note {
	l := &Note{legend: New(lines), note: kit.NewNote()}
	l.noted = container.New(layout.Lines{Height: legendRow * float32(lines)}, l.note.Text)
	l.noted.Hide()
	l.Box = container.NewStack(l.legend, l.noted)
	return l
}

// Set shows a note, or the legend if it is empty.
func (l *Note) Set(note string, legend []plot.LegendEntry) {
	l.legend.SetEntries(legend)
	l.text = note
	l.note.Set(kit.MutedText(note))
	layout.SetShown(l.noted, note != "")
	layout.SetShown(l.legend, note == "")
}

// Note is what is said in the place of the legend; "" if the legend is shown.
func (l *Note) Note() string { return l.text }

// Entries are those of the legend, whether it is shown or not.
func (l *Note) Entries() []plot.LegendEntry { return l.legend.Entries() }

// Noted tells whether the note is what is seen.
func (l *Note) Noted() bool { return l.noted.Visible() && !l.legend.Visible() }
