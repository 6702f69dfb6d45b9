package curves

import (
	"math"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Table is the steps as they are solved by hand, a row each, in the colours of their roles.
type Table struct {
	State  curve.State
	First  int // the uppermost row; see Follow
	Hover  int // the row under the pointer; -1: none
	Lit    curve.Role
	Look   Look
	Height float64 // of the picture, in units
}

// Sizes of the table, in units.
const (
	tableHead = 62
	tableFoot = 12
	tableSize = 12.0
)

// line is the height of a row: less where there is little room.
func (t Table) line() float64 {
	if t.Height < tableHead+tableFoot+7*29 {
		return 25
	}
	return 29
}

// Rows is how many rows there is room for.
func (t Table) Rows() int { return max(1, int((t.Height-tableHead-tableFoot)/t.line())) }

// Follow is the uppermost row with which the step that is looked at is seen, nearest to one.
func (t Table) Follow(first int) int {
	n := t.Rows()
	first = max(t.State.Step-n+1, min(first, t.State.Step))
	return max(0, min(first, t.State.Done-n+1))
}

// RowAt is the step whose row is at a height of the picture, in units; false if there is none.
func (t Table) RowAt(y float64) (int, bool) {
	i := int(math.Floor((y - tableHead) / t.line()))
	step := t.First + i
	return step, i >= 0 && i < t.Rows() && step <= t.State.Done
}

// Draw draws it.
func (t Table) Draw(on plot.Canvas) {
	s := newSketch(on, t.Look)
	s.on.Box(plot.Vec{}, s.w, s.h, 0, s.Palette.Panel)
	s.bold(words.T("Solved by hand"), plot.Vec{X: s.px(16), Y: s.px(25)}, 13, s.Palette.Text, plot.AlignLeft)
	note := words.N(t.State.Done+1, "%d row · click one to go back to it", "%d rows · click one to go back to it", t.State.Done+1)
	if s.Font.Width(note, s.px(11)) > s.w-s.px(160) {
		note = words.N(t.State.Done+1, "%d row", "%d rows", t.State.Done+1)
	}
	s.words(note, plot.Vec{X: s.w - s.px(16), Y: s.px(25)}, 11, s.Palette.Muted, plot.AlignRight)
	left := 0.0
	for i, c := range t.columns(s.w) {
		head, size := t.heads()[i], 11.5
		if c.align == plot.AlignRight { // beside the one before
			size = max(smallest, size*min(1, (c.x-left-s.px(6))/s.reach(head, s.px(size), true)))
		}
		s.words(head, plot.Vec{X: c.x, Y: s.px(52)}, size, s.Palette.Muted, c.align)
		if left = c.x; c.align == plot.AlignLeft {
			left += s.reach(head, s.px(size), true)
		}
	}
	for i := range t.Rows() {
		if step := t.First + i; step <= t.State.Done {
			t.row(s, step, s.px(tableHead+float64(i)*t.line()))
		}
	}
	t.bar(s)
}

// column is where a column stands.
type column struct {
	x     float64
	align plot.Align
}

// columns of a picture of a width: step, w, loss, slope, step made, new w.
func (t Table) columns(w float64) []column {
	list := []column{{t.Look.px(20), plot.AlignLeft}}
	for _, x := range []float64{0.3, 0.445, 0.61, 0.79, 0.968} {
		list = append(list, column{w * x, plot.AlignRight})
	}
	return list
}

// heads are the titles of the columns.
func (t Table) heads() []string {
	made := words.T("η · slope")
	if !t.State.Runs[0].Racer.Plain() {
		made = words.T("w − new w")
	}
	return []string{words.T("step"), "w", words.T("loss L"), words.T("slope"), made, words.T("new w")}
}

// row draws a step.
func (t Table) row(s *sketch, step int, y float64) {
	row := t.State.Runs[0].At(step)
	if row.Step != step {
		return // the method has gone no farther
	}
	here := step == t.State.Step
	switch {
	case here:
		s.on.Box(plot.Vec{X: s.px(8), Y: y}, s.w-s.px(16), s.px(t.line()), 0, faded(s.Palette.Accent, 0.18))
		s.on.Box(plot.Vec{X: s.px(8), Y: y}, s.px(3), s.px(t.line()), 0, s.Palette.Accent)
	case step == t.Hover:
		s.on.Box(plot.Vec{X: s.px(8), Y: y}, s.w-s.px(16), s.px(t.line()), 0, faded(s.Palette.Text, 0.06))
	}
	s.line(1, faded(s.Palette.Border, 0.8), plot.Vec{X: s.px(8), Y: y}, plot.Vec{X: s.w - s.px(8), Y: y})
	cells := []struct {
		text string
		v    float64
		role curve.Role
	}{
		{strconv.Itoa(step), 0, curve.Plain}, {"", row.W, curve.Weight}, {"", row.Loss, curve.Plain}, {"", row.Slope, curve.Slope},
		{"", row.Move(), curve.Rate}, {"", row.New, curve.Landing},
	}
	left := 0.0
	for i, c := range t.columns(s.w) {
		cell := cells[i]
		strong := here || cell.role != curve.Plain && cell.role == t.Lit
		text, size, ink := cell.text, tableSize, s.Letters(cell.role)
		if text == "" {
			text, size = s.fitted(cell.v, tableSize, c.x-left-s.px(5))
			if math.IsNaN(cell.v) || math.IsInf(cell.v, 0) {
				ink = s.Palette.Error
			}
		}
		s.on.Text(plot.Text{Text: text, Font: s.Font, Size: s.px(size), Ink: ink, Align: c.align, Tabular: true, Bold: strong},
			plot.Vec{X: c.x, Y: y + s.px(t.line()/2+4.5)})
		if left = c.x; i == 0 {
			left += s.Font.Width(text, s.px(size)) * boldness(curve.Span{Bold: true})
		}
	}
}

// bar shows which part of the rows is seen.
func (t Table) bar(s *sketch) {
	all, n := float64(t.State.Done+1), float64(t.Rows())
	if all <= n {
		return
	}
	high := s.px(float64(t.Rows()) * t.line())
	length := math.Max(s.px(18), high*n/all)
	top := s.px(tableHead) + (high-length)*float64(t.First)/(all-n)
	s.on.Box(plot.Vec{X: s.w - s.px(6), Y: top}, s.px(3), length, s.px(1.5), faded(s.Palette.Muted, 0.6))
}
