package lessons

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Key checks a prediction with Enter, gives it up with Escape, or does what a key of Commands does.
func (r *Room) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.asking.now == nil {
			return false
		}
		r.asking.check(r.asking.now.row)
		return true
	case fyne.KeyEscape:
		return r.back()
	}
	return desk.Press(r.desk, r.Commands(), name)
}

// predicts tells whether the lesson asks for a prediction.
func (a *asking) predicts() bool {
	return slices.ContainsFunc(a.rows, func(q *questionRow) bool { return q.of.Predicts() })
}

// predictNext begins the prediction that comes next in the text, or the first one, and tells whether there is one.
func (r *Room) predictNext() bool {
	var first *questionRow
	for _, q := range r.asking.rows {
		if !q.of.Predicts() {
			continue
		}
		if first == nil {
			first = q
		}
		if q.at >= r.page.reading() {
			first = q
			break
		}
	}
	if first == nil {
		return false
	}
	r.asking.begin(first)
	return true
}

// lineStep is by how much the arrow keys scroll: two lines.
const lineStep = 50

// back gives up a prediction, or what is selected on the map.
func (r *Room) back() bool {
	if r.asking.now != nil {
		r.asking.cancel()
		return true
	}
	return r.tool().Key(fyne.KeyEscape)
}

// tool is what is in hand on the map.
func (r *Room) tool() desk.Tool { return r.hands[r.living.desk.lab.State().View.Tool] }

// Rune does what a character of Commands does.
func (r *Room) Rune(char rune) bool { return desk.Type(r.desk, r.Commands(), char) }

// Copy does nothing: what is seen is in the program.
func (r *Room) Copy() {}

// Commands are what can be done in the room.
func (r *Room) Commands() []desk.Command {
	text, l := words.T("Lesson"), r.living.desk.lab
	scroll := words.T("scroll the text")
	key := func(key, hint string, do func()) desk.Command {
		return desk.Command{Group: text, Keys: []string{key}, Hint: hint, Do: do}
	}
	unasked := ""
	if !r.asking.predicts() {
		unasked = words.T("This lesson asks for no prediction.")
	}
	return slices.Concat(r.files(), []desk.Command{
		{Group: text, Hand: words.T("Tab"), Hint: words.T("from number to number, link and answer in the text")},
		{Group: text, Hand: words.T("Left, Right"), Hint: words.T("move the number that has the focus; Shift: finely")},
		key("PageUp", scroll, func() { r.page.turn(false) }), key("PageDown", scroll, func() { r.page.turn(true) }),
		key("Up", scroll, func() { r.page.scrollBy(-lineStep) }), key("Down", scroll, func() { r.page.scrollBy(lineStep) }),
		{Name: words.T("The lesson before"), Group: text, Keys: []string{"["}, Hint: words.T("the lesson before, the next one"),
			Do: func() { r.turn(-1) }},
		{Name: words.T("The next lesson"), Group: text, Keys: []string{"]"}, Hint: words.T("the lesson before, the next one"),
			Do: func() { r.turn(1) }},
		{Name: words.T("Predict"), Group: text, Keys: []string{"P"}, Hint: words.T("predict; Enter shows the run, Esc leaves it"),
			Why: unasked, Do: func() { r.predictNext() }},
		{Name: words.T("Key of heights"), Group: words.T("View"), Keys: []string{"K"}, Hint: words.T("show or hide the key of heights"),
			Do: func() { l.Look(func(v *lab.View) { v.KeyTurned = !v.KeyTurned }) }},
	}, r.living.time.Commands())
}

// files are what can be done with the file of a lesson.
func (r *Room) files() []desk.Command {
	group := words.T("File")
	save := desk.Command{Name: words.T("Save hand-in …"), Group: group, File: true, Keys: []string{"Ctrl+S"}, Do: r.saveHandIn}
	if r.books[r.open].key == draftKey {
		save.Name, save.Do = words.T("Save lesson …"), r.saveDraft
	}
	list := []desk.Command{{Name: words.T("New lesson"), Group: group, File: true, Do: r.newLesson},
		{Name: words.T("Open lesson …"), Group: group, File: true, Keys: []string{"Ctrl+O"}, Do: r.ask}, save}
	list = append(append(list, desk.ExportCommands(r.desk)...),
		desk.Command{Name: words.T("Open the lab's experiment in Race"), Group: group, File: true, Rule: true, Do: r.toRace})
	if b := r.books[r.open]; b.number == 0 && b.key != draftKey {
		list = append(list, desk.Command{Name: words.T("Take this lesson out of the list"), Group: group, File: true, Do: r.takeOut})
	}
	return list
}

// toRace puts the lab's experiment in the place of the one in the room Race, which Undo brings back there.
func (r *Room) toRace() {
	r.asking.cancel()
	s := r.living.desk.lab.State()
	r.desk.Go(desk.Race)
	if r.desk.Edit("", func(doc *setup.Experiment) { *doc = s.Doc }) == nil {
		r.desk.Lab().Seek(s.Head)
	}
}

// ask lets the reader choose the file of a lesson.
func (r *Room) ask() {
	r.desk.Open(func(path string) { r.desk.Say(r.OpenFile(path)) }, lesson.Endings...)
}

// Help has nothing beside its commands.
func (r *Room) Help() desk.Help { return desk.Help{} }
