package lessons

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Key handles the keys that are no characters.
func (r *Room) Key(name fyne.KeyName) bool {
	l := r.living.desk.lab
	switch name {
	case fyne.KeyPageUp, fyne.KeyPageDown:
		r.page.turn(name == fyne.KeyPageDown)
	case fyne.KeyUp:
		r.page.scrollBy(-lineStep)
	case fyne.KeyDown:
		r.page.scrollBy(lineStep)
	case fyne.KeyHome:
		l.Seek(0)
	case fyne.KeyEnd:
		l.Seek(float64(l.State().Doc.Steps))
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.asking.now == nil {
			return false
		}
		r.asking.check(r.asking.now.row)
	case fyne.KeyEscape:
		return r.back()
	default:
		return false
	}
	return true
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

// Rune handles the characters of playback.
func (r *Room) Rune(char rune) bool {
	l := r.living.desk.lab
	switch char {
	case ' ':
		l.Toggle()
	case '.':
		l.StepBy(1)
	case ',':
		l.StepBy(-1)
	case 'k':
		l.Look(func(v *lab.View) { v.KeyTurned = !v.KeyTurned })
	case 'p':
		return r.predictNext()
	case '[':
		r.turn(-1)
	case ']':
		r.turn(1)
	default:
		return false
	}
	return true
}

// Copy does nothing: what is seen is in the program.
func (r *Room) Copy() {}

// Deeds are what can be done with the file of a lesson.
func (r *Room) Deeds() []desk.Deed {
	save := desk.Deed{Text: words.T("Save hand-in …   Ctrl+S"), Key: fyne.KeyS, Do: r.saveHandIn}
	if r.books[r.open].key == draftKey {
		save = desk.Deed{Text: words.T("Save lesson …   Ctrl+S"), Key: fyne.KeyS, Do: r.saveDraft}
	}
	list := []desk.Deed{{Text: words.T("New lesson"), Do: r.newLesson},
		{Text: words.T("Open lesson …   Ctrl+O"), Key: fyne.KeyO, Do: r.ask}, save, {},
		{Text: words.T("Open the lab's experiment in Race"), Do: r.toRace}}
	if b := r.books[r.open]; b.number == 0 && b.key != draftKey {
		list = append(list, desk.Deed{Text: words.T("Take this lesson out of the list"), Do: r.takeOut})
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

// Help tells of its keys.
func (r *Room) Help() desk.Help {
	return desk.Help{Keys: []desk.Shortcut{
		{Keys: words.T("Tab"), Does: words.T("from number to number, link and answer in the text")},
		{Keys: words.T("Left, Right"), Does: words.T("move the number that has the focus; Shift: finely")},
		{Keys: words.T("Page Up, Page Down, Up, Down"), Does: words.T("scroll the text")},
		{Keys: words.T("[ and ]"), Does: words.T("the lesson before, the next one")},
		{Keys: words.T("Space"), Does: words.T("play or pause")},
		{Keys: words.T(", and ."), Does: words.T("one step back or on")},
		{Keys: words.T("Home, End"), Does: words.T("to the start or the end of the race")},
		{Keys: words.T("k"), Does: words.T("show or hide the key of heights")},
		{Keys: words.T("p, then Enter"), Does: words.T("predict, then see the run")},
		{Keys: words.T("Esc"), Does: words.T("leave a prediction")},
	}}
}
