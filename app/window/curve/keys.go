package curve

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Key does what a key of Commands does; Escape lets go.
func (r *Room) Key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyEscape:
		return r.header.formula.Revert() || r.stop()
	case name == fyne.KeyLeft && shifted():
		r.stage.pan(-1)
		return true
	case name == fyne.KeyRight && shifted():
		r.stage.pan(1)
		return true
	}
	return desk.Press(r.desk, r.Commands(), name)
}

// stop lets go of Step and of what is tried, and tells whether there was anything.
func (r *Room) stop() bool {
	held := r.hold.on
	r.hold.stop()
	for _, t := range r.stage.tiles {
		t.dragging = false
	}
	return r.drop() || held
}

// Rune does what a character of Commands does.
func (r *Room) Rune(char rune) bool { return desk.Type(r.desk, r.Commands(), char) }

// Commands are what can be done in the room.
func (r *Room) Commands() []desk.Command {
	return slices.Concat(r.files(), r.steps(), r.looks())
}

// steps are the ways along the curve.
func (r *Room) steps() []desk.Command {
	time, question, rates := words.T("Steps"), words.T("Question"), words.T("Learning rate")
	list := []desk.Command{
		{Name: words.T("Step"), Group: time, Keys: []string{"Right"}, Hint: words.T("a step on, a step back"), Do: func() {
			if !r.hold.repeats(fyne.KeyRight) {
				r.hold.stop()
				r.hold.step()
			}
		}},
		{Name: words.T("Step back"), Group: time, Keys: []string{"Left"}, Hint: words.T("a step on, a step back"), Do: func() {
			r.hold.stop()
			r.hold.rest()
			r.lab.Step(-1)
		}},
		{Name: words.T("Hold Step"), Group: time, Keys: []string{"Space"}, On: r.hold.on,
			Hint: words.T("hold Step while it is down; pressed briefly, until it is pressed again"), Do: func() {
				if r.hold.key != fyne.KeySpace { // which has been told of when it went down
					r.left.toggle()
				}
			}},
		{Name: words.T("Back to the start"), Group: time, Keys: []string{"R", "Home"}, Hint: words.T("back to the start"),
			Do: r.left.back},
		{Name: words.T("To the last step"), Group: time, Keys: []string{"End"}, Do: func() { r.lab.Seek(r.lab.State().Done) }},
	}
	for i, trial := range r.lab.State().Trials {
		list = append(list, desk.Command{Name: words.T("Learning rate %s", words.Digits(trial.Eta, 3)), Group: rates,
			Keys: []string{strconv.Itoa(i + 1)}, Hint: words.T("try one of the three learning rates"),
			Do: func() { r.left.try(i) }})
	}
	for i := range choices {
		list = append(list, desk.Command{Name: words.T("Answer %s", string(rune('A'+i))), Group: question,
			Keys: []string{string(rune('A' + i))}, Hint: words.T("answer the question"), Do: func() { r.left.quiz.answer(i) }})
	}
	return append(list,
		desk.Command{Name: words.T("Another question"), Group: question, Keys: []string{"Q"}, Hint: words.T("another question"),
			Do: r.left.quiz.another})
}

// choices is how many answers a question has at most.
const choices = 3

// looks choose the curve and how it is looked at.
func (r *Room) looks() []desk.Command {
	curve, view, s := words.T("Curve"), words.T("View"), r.lab.State()
	quiet := ""
	if !(s.Curve.Noise() > 0) {
		quiet = words.T("This curve has no noise.")
	}
	list := []desk.Command{
		{Name: words.T("The curve before"), Group: curve, Keys: []string{"PageUp"}, Hint: words.T("another curve"),
			Do: func() { r.left.next(-1) }},
		{Name: words.T("The next curve"), Group: curve, Keys: []string{"PageDown"}, Hint: words.T("another curve"),
			Do: func() { r.left.next(1) }},
		{Keys: []string{"Up"}, Group: view, Hint: words.T("side by side: solve the steps of another ball"),
			Do: func() { r.choose(r.chosen - 1) }},
		{Keys: []string{"Down"}, Group: view, Hint: words.T("side by side: solve the steps of another ball"),
			Do: func() { r.choose(r.chosen + 1) }},
		{Name: words.T("Other batches"), Group: curve, Keys: []string{"N"},
			Hint: words.T("noisy curve: other batches"), Why: quiet,
			Do: r.reseed},
		{Hand: words.T("Wheel"), Group: view, Hint: words.T("zoom the curve")},
		{Name: words.T("Zoom in"), Group: view, Keys: []string{"+", "="}, Hint: words.T("zoom the curve"),
			Do: func() { r.stage.zoom(1 / zoomStep) }},
		{Name: words.T("Zoom out"), Group: view, Keys: []string{"-"}, Hint: words.T("zoom the curve"),
			Do: func() { r.stage.zoom(zoomStep) }},
		{Hand: words.T("Shift+Wheel, Shift+←, Shift+→"), Group: view, Hint: words.T("move its window")},
		{Name: words.T("See more to the left"), Group: view, Do: func() { r.stage.pan(-1) }},
		{Name: words.T("See more to the right"), Group: view, Do: func() { r.stage.pan(1) }},
		{Name: words.T("Menu of the curve"), Group: view, Keys: []string{"Menu"}, Do: r.menuHere,
			Hint: words.T("what can be done with the curve (also Shift+F10)")},
		{Name: words.T("See all of the way"), Group: view, Keys: []string{"0"}, Hint: words.T("see all of the way"),
			Do: r.fitWay},
	}
	for i, p := range r.header.choices() {
		list = append(list, desk.Command{Name: words.T("Show: %s", p.name), Group: view, On: *p.on,
			Do: func() { r.header.toggle(i) }})
	}
	for i, name := range []string{words.T("One picture"), words.T("Side by side")} {
		list = append(list, desk.Command{Name: name, Group: view, On: s.Doc.SideBySide == (i == 1),
			Do: func() { r.header.side.OnChanged(i) }})
	}
	return list
}

// menuHere opens the menu of the curve in its middle.
func (r *Room) menuHere() {
	o := r.stage.tiles[0].picture
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	r.desk.Context(at.AddXY(o.Size().Width/2, o.Size().Height/2), desk.Menu(r.menu()))
}

// menu is what the right button offers on the curve.
func (r *Room) menu() []desk.Command {
	list := r.desk.Offered("Right", "Left", "R")
	for _, keys := range [][]string{{"+", "-", "0"}, {"Ctrl+E", "Ctrl+Shift+C", "Ctrl+L", "T"}} {
		group := r.desk.Offered(keys...)
		for j := range group {
			group[j].Rule = j == 0
		}
		list = append(list, group...)
	}
	return list
}

// Finds are the curves of the shelf, and the formula.
func (r *Room) Finds() []desk.Command {
	group := words.T("Curve")
	list := []desk.Command{{Name: words.T("Formula of the curve …"), Group: group, Do: r.header.formula.Edit}}
	for i, shape := range r.left.shapes {
		list = append(list, desk.Command{Name: words.T("Curve: %s", words.T(shape.Title)), Group: group,
			On: r.lab.State().Doc.Named == shape.Key, Do: func() { r.left.choose(i) }})
	}
	return list
}

// Help has nothing beside its commands.
func (r *Room) Help() desk.Help { return desk.Help{} }
