package experiments

import (
	"unicode"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery/cards"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// moves are the keys that lead from card to card.
var moves = map[fyne.KeyName]cards.Move{
	fyne.KeyLeft: cards.Left, fyne.KeyRight: cards.Right, fyne.KeyUp: cards.Up, fyne.KeyDown: cards.Down,
	fyne.KeyHome: cards.First, fyne.KeyEnd: cards.Last,
}

// Key handles the keys that are no characters.
func (r *Room) Key(name fyne.KeyName) bool {
	if move, is := moves[name]; is {
		r.move(move)
		return true
	}
	switch name {
	case fyne.KeyPageUp, fyne.KeyPageDown:
		r.stage.turn(name == fyne.KeyPageDown)
	case fyne.KeyReturn, fyne.KeyEnter:
		return r.enter()
	case fyne.KeyEscape:
		return r.back()
	default:
		return false
	}
	return true
}

// move moves the focus, and what is seen with it.
func (r *Room) move(m cards.Move) {
	r.focus(r.wall.Go(m), true)
	r.stage.reveal()
}

// enter opens the card with the focus, or the only one that there is, and tells whether there was one.
func (r *Room) enter() bool {
	switch {
	case r.wall.Focus >= 0:
		r.open(r.wall.Shown[r.wall.Focus])
	case len(r.wall.Shown) == 1:
		r.open(r.wall.Shown[0])
	default:
		return false
	}
	return true
}

// back takes the focus from the cards, or else the search back, and tells whether there was any of that.
func (r *Room) back() bool {
	switch {
	case r.keys:
		w := r.wall
		w.Focus = -1
		r.focus(w, false)
	case r.wall.Query() != "" || r.wall.Tag() != "":
		r.all()
	default:
		return false
	}
	return true
}

// Rune begins a search with what is typed; / begins an empty one.
func (r *Room) Rune(char rune) bool {
	switch {
	case char == '/':
		r.header.begin("")
	case unicode.IsLetter(char) || unicode.IsDigit(char):
		r.header.begin(string(char))
	default:
		return false
	}
	return true
}

// Copy does nothing: what is seen is in the program.
func (r *Room) Copy() {}

// Deeds are none of its own.
func (r *Room) Deeds() []desk.Deed { return nil }

// Help tells of its keys.
func (r *Room) Help() desk.Help {
	return desk.Help{Keys: []desk.Shortcut{
		{Keys: words.T("any letter, or /"), Does: words.T("search")},
		{Keys: words.T("Arrows, Home, End"), Does: words.T("from card to card")},
		{Keys: words.T("Enter, click"), Does: words.T("open the experiment in the room Race, already run")},
		{Keys: words.T("Page Up, Page Down"), Does: words.T("scroll")},
		{Keys: words.T("Esc"), Does: words.T("leave the card, then show all again")},
	}}
}
