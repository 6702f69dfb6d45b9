// Package racers is the pane of the racers: a card for each, with the controls of its knobs, and the button that adds one.
package racers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
)

// A Pane is the list of racers.
type Pane struct {
	desk     desk.Desk
	list     *fyne.Container
	add      *picker.Picker
	empty    *widget.Label
	head     *heading
	box      *fyne.Container
	cards    []*card
	spare    []*card // that were shown last, the newest at the end: what is unfolded is soon folded again
	stable   *job.Job[stableRates]
	verified *job.Job[string] // programs that check themselves
	ribbons  *ribbons
	looks    look
	colours  string // of the palette of spare

	branches map[int]*branching // below the cards of racers that fork, by slot
	pieces   []int              // which changes are in force, by racer
	steered  []int              // slots of racers that a hand has changed since the race plays
	marked   map[string]bool    // names that sliders have had for whoever drives the window from outside
}

var _ desk.Pane = (*Pane)(nil)

// cardGap is the room between cards, in units.
const cardGap = 6

// New is a pane without racers.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, marked: map[string]bool{}, branches: map[int]*branching{}}
	p.stable = job.New[stableRates](d.Post, p.showStable)
	p.verified = job.New[string](d.Post, p.copyVerified)
	d.Keep(p.stable)
	d.Keep(p.verified)
	p.ribbons = newRibbons(d, p.showRibbons)
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(cardGap))
	p.head = newHeading()
	p.empty = widget.NewLabel(words.T("No racers. Add one to see it descend."))
	p.empty.Wrapping = fyne.TextWrapWord
	p.add = picker.New(methodItems())
	p.add.Placeholder = words.T("+ Add optimizer")
	p.add.Wide = true
	p.add.OnPicked, p.add.OnAbout, p.add.Offer = p.addRacer, p.aboutMethod, offer
	column := fynelayout.NewCustomPaddedVBoxLayout(cardGap)
	p.box = container.New(column, p.head.box, p.list, p.empty, p.add)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

func methodItems() []picker.Item {
	var items []picker.Item
	for _, m := range optim.Methods() {
		items = append(items, picker.Item{
			Key: m.Key, Title: words.T(m.Title), Detail: strconv.Itoa(m.Year), Note: words.T(m.Idea),
			Group: words.T(m.Family.String()),
		})
	}
	return items
}

// offer makes a racer of a text that describes one, as on the command line: "adam lr=0.1", "torch.optim.Adam(lr=0.1)".
func offer(text string) (*picker.Item, error) {
	if _, err := optim.LookupMethod(strings.TrimSpace(text)); err == nil || !strings.ContainsAny(text, "=(.@") {
		return nil, nil // a name: the list has it
	}
	spec, changes, err := optim.ParseRacer(text)
	if err != nil {
		return nil, err
	}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return nil, err
	}
	text = optim.RacerText(spec, changes)
	return &picker.Item{Key: text, Title: words.T(m.Title), Detail: words.T("as written"), Note: text}, nil
}

// addRacer adds a racer that is described or named. One that is not told its rate gets one that suits the surface.
func (p *Pane) addRacer(text string) {
	p.add.SetSelected("") // the button goes on offering; it stands for no racer
	spec, changes, err := optim.ParseRacer(text)
	if err != nil {
		return // the list offers none such
	}
	_ = p.desk.Edit("", func(e *setup.Experiment) {
		e.Racers = append(e.Racers, setup.Racer{Spec: e.Rated(spec), Changes: changes, Slot: e.FreeSlot()})
	})
	p.desk.Scroller().ScrollToBottom() // where the new card is
}

// aboutMethod opens the sheet of a method as it comes.
func (p *Pane) aboutMethod(key string) {
	key, _, _ = strings.Cut(key, " ") // what is described begins with its method
	p.desk.Lab().Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Method: key} })
}

// aboutRacer opens the sheet of a racer.
func (p *Pane) aboutRacer(slot int) {
	p.desk.Lab().Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: slot} })
}

// A look is what of the view the cards show.
type look struct {
	card  int
	more  bool
	racer int
}

// maxSpare bounds the cards that are kept for another time.
const maxSpare = 16

// Update makes cards anew only where a racer's knobs are others than before; else values are set in place, so that
// a slider being dragged is never taken from under the pointer.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if c&lab.TapeChanged != 0 {
		p.seekStable(s)
	}
	if !s.Playing {
		p.steered = nil
	}
	if c&(lab.DocChanged|lab.FieldChanged|lab.TapeChanged|lab.ViewChanged) == 0 && !p.pieced(s) {
		return
	}
	p.pieces = pieces(s)
	looks := look{s.View.Card, s.View.More, s.View.Alone()}
	if c == lab.ViewChanged && looks == p.looks { // a move of the pointer over a map, say
		return
	}
	p.looks = looks
	layout.SetShown(p.empty, len(s.Doc.Racers) == 0)
	p.head.update(s)
	if colours := p.desk.Palette().Key(); colours != p.colours {
		p.colours = colours
		for _, c := range p.spare { // they have not heard of the change
			kit.Repaint(c.object())
		}
	}
	old := map[string]*card{}
	for _, c := range slices.Concat(p.spare, p.cards) {
		old[c.shape] = c
	}
	names := s.Doc.Names()
	briefs := figure.ShortNames(names)
	cards := make([]*card, len(names))
	objects := make([]fyne.CanvasObject, 0, len(cards))
	var forks []outcome.Forked
	if len(s.Futures.Of) > 0 && setup.Same(setup.OfRace, &s.Doc, &s.TapeDoc) {
		forks = outcome.Forks(s.Run())
	}
	for i, r := range s.Doc.Racers {
		r = shownAt(r, s)
		f := formOf(s.View, r.Slot)
		shape := p.shape(r, f)
		if cards[i] = old[shape]; cards[i] == nil {
			cards[i] = newCard(p, r, f, shape)
		}
		objects = append(objects, cards[i].object())
		cards[i].update(i, names[i], briefs[i], r, s)
		if below := p.branched(i, s, forks); below != nil {
			objects = append(objects, below)
		}
	}
	if c != lab.ViewChanged || !slices.Equal(cards, p.cards) { // not for a card under the pointer
		p.ribbons.ask(s, cards)
	}
	p.putBy(cards)
	p.showRibbons()
	if !slices.Equal(objects, p.list.Objects) {
		p.list.Objects = objects
		p.list.Refresh()
		p.mark()
		p.desk.Relayout()
	}
}

// showRibbons puts what has been made of ribbons below the tracks.
func (p *Pane) showRibbons() {
	for _, c := range p.cards {
		for _, row := range c.rows {
			if r, ok := row.(*sliderRow); ok {
				r.knob.Ribbon().SetPieces(p.ribbons.of(c.slot, r.name))
			}
		}
	}
}

// putBy exchanges the cards that are shown, and keeps those that are so no longer.
func (p *Pane) putBy(cards []*card) {
	shown := func(c *card) bool { return slices.Contains(cards, c) }
	p.spare = slices.DeleteFunc(slices.Concat(p.spare, p.cards), shown)
	p.spare = slices.Clone(p.spare[max(0, len(p.spare)-maxSpare):])
	p.cards = cards
}

// mark gives every slider a name for whoever drives the window from outside: "racer-0-lr" is that of the first card, and
// "racer-0-rate" is it with what is said below it.
func (p *Pane) mark() {
	for i, c := range p.cards {
		for _, row := range c.rows {
			if _, ok := row.(limited); !ok {
				continue
			}
			knob := row.knobName()
			name := fmt.Sprintf("racer-%d-%s", i, knob)
			if !p.marked[name] {
				p.marked[name] = true
				p.desk.Mark(name, func() fyne.CanvasObject { return p.slider(i, knob) })
			}
		}
		if name := fmt.Sprintf("racer-%d-rate", i); !p.marked[name] {
			p.marked[name] = true
			p.desk.Mark(name, func() fyne.CanvasObject { return p.rate(i) })
		}
	}
}

// slider is that of a knob on the i-th card, or nil if there is none now.
func (p *Pane) slider(i int, knob string) fyne.CanvasObject {
	if i >= len(p.cards) {
		return nil
	}
	for _, row := range p.cards[i].rows {
		if _, ok := row.(limited); ok && row.knobName() == knob {
			return row.object()
		}
	}
	return nil
}

// rate is the learning rate on the i-th card, with what is said of it there; nil if there is none.
func (p *Pane) rate(i int) fyne.CanvasObject {
	if i < len(p.cards) && p.cards[i].open.rate != nil {
		return p.cards[i].open.rate
	}
	return p.slider(i, "lr")
}

// focus gives the keyboard's focus to the card of a slot.
func (p *Pane) focus(slot int) {
	for _, c := range p.cards {
		if c.slot != slot {
			continue
		}
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.object()); canvas != nil {
			canvas.Focus(c.focusable())
		}
	}
}
