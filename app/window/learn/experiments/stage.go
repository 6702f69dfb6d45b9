package experiments

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var (
	_ fyne.Widget    = (*stage)(nil)
	_ fyne.Focusable = (*stage)(nil)
)

// stage is where the cards are seen: it scrolls them, of which only those are there that are seen, and has the focus when they
// have it. Where a search finds none it says so.
type stage struct {
	widget.BaseWidget

	room     *Room
	cards    map[string]*card
	within   *fyne.Container
	scroll   *container.Scroll
	scrollTo float32 // where it was when the program ran last, until it is there; 0: nowhere
	none     *fyne.Container
	nothing  *kit.Label
	box      *fyne.Container
}

func newStage(r *Room, list []gallery.Exhibit) *stage {
	s := &stage{room: r, cards: map[string]*card{}, nothing: kit.NewLabel("")}
	for _, e := range list {
		c := newCard(e)
		c.onTapped = func() { r.open(e) }
		c.onMenu = func(at fyne.Position) { r.desk.Context(at, desk.Menu(r.commandsOf(e))) }
		c.onHover = func(in bool) { s.hover(e.Key, in) }
		s.cards[e.Key] = c
	}
	s.within = container.New(wallLayout{r})
	s.scroll = container.NewVScroll(s.within)
	s.scroll.OnScrolled = func(fyne.Position) { s.scrolled() }
	s.nothing.Align = fyne.TextAlignCenter
	back := kit.NewButton(words.T("Show all experiments"), "", "", r.all)
	back.SetPrimary(true)
	s.none = container.NewCenter(container.NewVBox(s.nothing, kit.Gap(4), container.NewCenter(back)))
	s.box = container.NewStack(s.scroll, s.none)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *stage) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

// Resize makes as many columns as there is room for, and looks again which cards are seen.
func (s *stage) Resize(size fyne.Size) {
	if size == s.Size() {
		return
	}
	s.BaseWidget.Resize(size)
	s.room.wall = s.room.wall.Resize(float64(size.Width - margin))
	s.box.Resize(size)
	s.update()
	if s.scrollTo > 0 {
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.scrollTo))
		s.scrollTo = 0
		s.place()
	}
}

// update shows the wall.
func (s *stage) update() {
	w := s.room.wall
	layout.SetShown(s.scroll, len(w.Shown) > 0)
	layout.SetShown(s.none, len(w.Shown) == 0)
	if len(w.Shown) == 0 {
		text := words.T("No experiment answers “%s”.", w.Query())
		if w.Tag() != "" {
			text = words.T("No experiment with the tag “%s” answers “%s”.", words.T(w.Tag()), w.Query())
		}
		s.nothing.Set(text, nil)
		s.none.Refresh()
	}
	s.place()
	s.light()
	s.scroll.Refresh()
}

// seen are the cards from and up to, but without to, that are seen.
func (s *stage) seen() (from, to int) {
	top := float64(s.scroll.Offset.Y)
	return s.room.wall.Seen(top, top+float64(s.scroll.Size().Height))
}

// place puts the cards that are seen where they lie, in the middle of the width.
func (s *stage) place() {
	from, to := s.seen()
	all, _ := s.room.wall.Size()
	left := max(float32(math.Floor((float64(s.Size().Width-margin)-all)/2)), 0)
	s.within.Objects = s.within.Objects[:0]
	for i := from; i < to; i++ {
		at := s.room.wall.Place(i)
		panel := s.cards[s.room.wall.Shown[i].Key].panel
		kit.Place(panel, left+float32(at.X), float32(at.Y), cards.Width, cards.Height)
		s.within.Objects = append(s.within.Objects, panel)
	}
}

// scrolled looks which cards are seen now.
func (s *stage) scrolled() {
	s.place()
	s.room.desk.Changed()
}

// light shows which card has the focus.
func (s *stage) light() {
	key := s.room.wall.Key()
	for k, c := range s.cards {
		c.setHot(k == key)
	}
}

// hover gives the card under the pointer the focus, and takes it back when the pointer has left it.
func (s *stage) hover(key string, in bool) {
	w := s.room.wall.FocusOn(key)
	if !in {
		if s.room.wall.Key() != key || s.room.keys {
			return
		}
		w.Focus = -1
	}
	s.room.focus(w, false)
}

// reveal scrolls as little as may be, so that the card with the focus is seen whole.
func (s *stage) reveal() {
	to := s.room.wall.Reveal(float64(s.scroll.Offset.Y), float64(s.scroll.Size().Height-foot))
	s.scrollBy(float32(to) - s.scroll.Offset.Y)
}

// turn scrolls by about what is seen at once.
func (s *stage) turn(down bool) {
	by := max(s.scroll.Size().Height-cards.Height/2, cards.Height/2)
	if !down {
		by = -by
	}
	s.scrollBy(by)
}

// scrollBy scrolls, as far as there is anything.
func (s *stage) scrollBy(by float32) {
	if by != 0 {
		s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, by))
		s.scrolled()
	}
}

// first is the first card that is seen, or nil.
func (s *stage) first() fyne.CanvasObject {
	if len(s.within.Objects) == 0 || !s.scroll.Visible() {
		return nil
	}
	return s.within.Objects[0]
}

// restyle draws the cards anew that are not in the window at present.
func (s *stage) restyle() {
	for _, c := range s.cards {
		kit.Repaint(c.panel)
	}
	s.update()
}

// FocusGained gives the focus to a card that is seen.
func (s *stage) FocusGained() {
	w := s.room.wall
	if from, to := s.seen(); w.Focus < 0 && from < to {
		w.Focus = from
	}
	s.room.focus(w, true)
	s.reveal()
}

// FocusLost takes it back.
func (s *stage) FocusLost() {
	w := s.room.wall
	w.Focus = -1
	s.room.focus(w, false)
}

// TypedKey hands keys on: they mean the room. Space is as good as Enter.
func (s *stage) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		s.room.enter()
		return
	}
	gesture.PassKey(s, ev)
}

// TypedRune hands characters on.
func (s *stage) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(s, r)
	}
}

// wallLayout gives all cards their room; where each lies is the stage's to say.
type wallLayout struct{ room *Room }

// Layout does nothing.
func (l wallLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// MinSize is what all cards take.
func (l wallLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w, h := l.room.wall.Size()
	return fyne.NewSize(float32(w), float32(h)+foot)
}
