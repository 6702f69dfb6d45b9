package curve

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	model "descentlab/app/curve"
	"descentlab/app/export"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Key handles the keys that are no characters.
func (r *Room) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyRight:
		r.hold.stop()
		r.hold.step()
	case fyne.KeyLeft:
		r.hold.stop()
		r.hold.rest()
		r.lab.Step(-1)
	case fyne.KeyHome:
		r.left.back()
	case fyne.KeyEnd:
		r.lab.Seek(r.lab.State().Done)
	case fyne.KeyPageUp:
		r.left.next(-1)
	case fyne.KeyPageDown:
		r.left.next(1)
	case fyne.KeyEscape:
		return r.header.formula.Revert() || r.let()
	default:
		return false
	}
	return true
}

// let lets go of Step, and tells whether it was held.
func (r *Room) let() bool {
	held := r.hold.on
	r.hold.stop()
	return held
}

// Rune handles characters.
func (r *Room) Rune(char rune) bool {
	switch {
	case char == ' ':
		r.left.toggle()
	case char == 'r' || char == 'R':
		r.left.back()
	case char >= '1' && char <= '3':
		r.left.try(int(char - '1'))
	case char >= 'a' && char <= 'c':
		r.left.quiz.answer(int(char - 'a'))
	case char == 'q':
		r.left.quiz.another()
	case char == '+' || char == '=':
		r.stage.zoom(1 / zoomStep)
	case char == '-':
		r.stage.zoom(zoomStep)
	case char == '0':
		r.fitWay()
	default:
		return false
	}
	return true
}

// Help tells of its keys.
func (r *Room) Help() desk.Help {
	return desk.Help{Keys: []desk.Shortcut{
		{Keys: words.T("Right, Left"), Does: words.T("a step on, a step back")},
		{Keys: words.T("Space"), Does: words.T("hold Step, or let go")},
		{Keys: words.T("R, Home"), Does: words.T("back to the start")},
		{Keys: words.T("1, 2, 3"), Does: words.T("try one of the three learning rates")},
		{Keys: words.T("Page Up, Page Down"), Does: words.T("another curve")},
		{Keys: words.T("a, b, c"), Does: words.T("answer the question")},
		{Keys: words.T("q"), Does: words.T("another question")},
		{Keys: words.T("Wheel, + and -"), Does: words.T("zoom the curve")},
		{Keys: words.T("Shift+Wheel"), Does: words.T("move its window")},
		{Keys: words.T("0"), Does: words.T("see all of the way")},
	}}
}

// table is what there is to export: all steps that have been made.
func (r *Room) table() export.CurveTable {
	s := r.lab.State()
	return export.CurveTable{State: s, Steps: max(s.Done, 1)}
}

// Copy puts the table on the clipboard, with tabs between.
func (r *Room) Copy() {
	var b strings.Builder
	b.WriteString("step\tw\tloss\tslope\teta*slope\tnew w\n")
	s := r.lab.State()
	for _, row := range s.Runs[0].Rows(s.Done) {
		fmt.Fprintf(&b, "%d\t%v\t%v\t%v\t%v\t%v\n", row.Step, row.W, row.Loss, row.Slope, row.Move(), row.New)
	}
	r.desk.Copy(b.String())
}

// Deeds are what the File menu offers.
func (r *Room) Deeds() []desk.Deed {
	return []desk.Deed{
		{Text: words.T("New curve, as at the first start"), Do: func() {
			r.edit("", func(d *model.Document) { *d = model.Default() })
		}},
		{},
		{Text: words.T("Export table as %s …   Ctrl+E", export.Curve.Formats()), Key: fyne.KeyE, Do: r.export},
	}
}

// export asks where to write the table or the picture.
func (r *Room) export() {
	r.desk.Save(words.T("Export table"), "curve.csv", func(path string) (func(export.Hearers) error, error) {
		if err := export.Curve.Check(path); err != nil {
			return nil, err
		}
		s, err := r.table().Apart()
		if err != nil {
			return nil, err
		}
		return func(h export.Hearers) error { return export.Curve.Write(h, s, path) }, nil
	})
}
