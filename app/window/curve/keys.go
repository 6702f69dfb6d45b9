package curve

import (
	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Key handles the keys that are no characters.
func (r *Room) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyRight:
		if !r.hold.repeats(name) {
			r.hold.stop()
			r.hold.step()
		}
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
	case fyne.KeyUp, fyne.KeyDown:
		by := 1
		if name == fyne.KeyUp {
			by = -1
		}
		r.choose(r.chosen + by)
	case fyne.KeyEscape:
		return r.header.formula.Revert() || r.stop()
	default:
		return false
	}
	return true
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

// Rune handles characters.
func (r *Room) Rune(char rune) bool {
	switch {
	case char == ' ':
		if r.hold.key != fyne.KeySpace { // which has been told of when it went down
			r.left.toggle()
		}
	case char == 'r' || char == 'R':
		r.left.back()
	case char >= '1' && char <= '3':
		r.left.try(int(char - '1'))
	case char >= 'a' && char <= 'c':
		r.left.quiz.answer(int(char - 'a'))
	case char == 'n' && r.lab.State().Curve.Noise() > 0:
		r.reseed()
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
		{Keys: words.T("Space"), Does: words.T("hold Step while it is down; pressed briefly, until it is pressed again")},
		{Keys: words.T("R, Home"), Does: words.T("back to the start")},
		{Keys: words.T("1, 2, 3"), Does: words.T("try one of the three learning rates")},
		{Keys: words.T("Page Up, Page Down"), Does: words.T("another curve")},
		{Keys: words.T("Up, Down"), Does: words.T("side by side: solve the steps of another ball")},
		{Keys: words.T("a, b, c"), Does: words.T("answer the question")},
		{Keys: words.T("q"), Does: words.T("another question")},
		{Keys: words.T("n"), Does: words.T("noisy curve: other batches")},
		{Keys: words.T("Wheel, + and -"), Does: words.T("zoom the curve")},
		{Keys: words.T("Shift+Wheel"), Does: words.T("move its window")},
		{Keys: words.T("0"), Does: words.T("see all of the way")},
	}}
}
