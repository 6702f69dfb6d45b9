package experiments

import (
	"unicode"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// moves are the keys that lead from card to card.
var moves = map[fyne.KeyName]cards.Move{
	fyne.KeyLeft: cards.Left, fyne.KeyRight: cards.Right, fyne.KeyUp: cards.Up, fyne.KeyDown: cards.Down,
	fyne.KeyHome: cards.First, fyne.KeyEnd: cards.Last,
}

// Key does what a key of Commands does, where it has something to do.
func (r *Room) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		return r.enter()
	case fyne.KeyEscape:
		return r.back()
	}
	return desk.Press(r.desk, r.Commands(), name)
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

// commandsOf are what the right button offers on a card.
func (r *Room) commandsOf(e gallery.Exhibit) []desk.Command {
	return []desk.Command{
		{Name: words.T("Open in Race"), Do: func() { r.open(e) }},
		{Name: words.T("Copy link, with QR code …"), Do: func() { r.desk.CopyLink(e.Doc) }},
		{Name: words.T("Copy title and sentence"), Rule: true,
			Do: func() { r.desk.Copy(words.T(e.Title) + "\n" + words.Prose(words.T(e.Notice))) }},
	}
}

// menuHere opens the menu of the card with the focus.
func (r *Room) menuHere() {
	if r.wall.Focus < 0 {
		return
	}
	e := r.wall.Shown[r.wall.Focus]
	o := r.stage.cards[e.Key]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	r.desk.Context(at.AddXY(o.Size().Width/2, o.Size().Height/2), desk.Menu(r.commandsOf(e)))
}

// Commands are what can be done in the room.
func (r *Room) Commands() []desk.Command {
	group := words.T("Experiments")
	list := []desk.Command{{Name: words.T("Search the experiments"), Group: group, Keys: []string{"/"},
		Do: func() { r.header.begin("") }},
		{Group: group, Hand: words.T("any letter, or /"), Hint: words.T("search")}}
	for _, key := range []string{"Left", "Right", "Up", "Down", "Home", "End"} {
		k, _ := desk.ParseKey(key)
		list = append(list, desk.Command{Group: group, Keys: []string{key}, Hint: words.T("from card to card"),
			Do: func() { r.move(moves[k.Name]) }})
	}
	return append(list,
		desk.Command{Group: group, Hand: words.T("Enter, click"),
			Hint: words.T("open the experiment in the room Race, already run")},
		desk.Command{Group: group, Keys: []string{"Menu"}, Hint: words.T("what can be done with the card (also Shift+F10)"),
			Do: r.menuHere},
		desk.Command{Group: group, Keys: []string{"PageUp"}, Hint: words.T("scroll"), Do: func() { r.stage.turn(false) }},
		desk.Command{Group: group, Keys: []string{"PageDown"}, Hint: words.T("scroll"), Do: func() { r.stage.turn(true) }},
		desk.Command{Name: words.T("Show all experiments"), Group: group, Do: r.all},
		desk.Command{Group: group, Hand: words.T("Esc"), Hint: words.T("leave the card, then show all again")})
}

// Open puts an experiment in the place of the one in the room Race, which Undo brings back there. It has been run.
func Open(f desk.Frame, e gallery.Exhibit) {
	f.Go(desk.Race)
	if f.Edit("", func(doc *setup.Experiment) { *doc = e.Doc }) != nil {
		return
	}
	f.Lab().Seek(float64(e.Doc.Steps))
	f.Notice(words.T(e.Title) + " – " + words.Prose(words.T(e.Notice)))
}

// Help has nothing beside its commands.
func (r *Room) Help() desk.Help { return desk.Help{} }
