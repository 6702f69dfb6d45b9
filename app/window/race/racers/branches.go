package racers

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// branchIndent is by how much a future stands to the right of that which it comes from, in units.
const branchIndent = 14

// A branching is what stands below the card of a racer that forks: its changes, and its futures as a tree.
type branching struct {
	key string // what is said
	box *fyne.Container
}

// branched is what stands below the card of the i-th racer; nil if it goes straight on. It is made anew only when it says
// something else.
func (p *Pane) branched(i int, s lab.State, forks []outcome.Forked) fyne.CanvasObject {
	r := &s.Doc.Racers[i]
	if len(r.Changes) == 0 && len(r.Futures) == 0 {
		delete(p.branches, r.Slot)
		return nil
	}
	lines := branchLines(r, i, s, forks)
	key := fmt.Sprintf("%v %v", p.desk.Palette().Key(), lines)
	if b := p.branches[r.Slot]; b != nil && b.key == key {
		return b.box
	}
	b := &branching{key: key, box: container.New(fynelayout.NewCustomPaddedVBoxLayout(2))}
	ink := p.desk.Palette().Racer(r.Slot)
	for _, l := range lines {
		indent := branchIndent * float32(l.depth)
		b.box.Add(container.New(fynelayout.NewCustomPaddedLayout(0, 0, indent, 0), p.branch(r.Slot, l, ink)))
	}
	p.branches[r.Slot] = b
	return b.box
}

// A branchLine is a change of a racer, or a future of it.
type branchLine struct {
	depth, future int // future -1: a change
	title, said   string
	brief         string // the title where there is little room
	due           string // what is due to the fork
}

// branchLines are what is said of a racer's changes and futures.
func branchLines(r *setup.Racer, racer int, s lab.State, forks []outcome.Forked) (list []branchLine) {
	for _, t := range outcome.Turns(r, s.Doc.Steps) {
		l := branchLine{depth: 1, future: -1, title: words.T("fork at %d", t.At), brief: words.T("at %d", t.At), said: t.Changed}
		switch {
		case t.To > t.At:
			l.title, l.brief = words.T("steered %d to %d", t.At, t.To), words.T("%d to %d", t.At, t.To)
		case t.Changed == "":
			l.said = words.T("nothing changed yet")
		}
		list = append(list, l)
	}
	for k, depth := range r.Tree() {
		l := branchLine{depth: depth, future: k, title: words.T("old future from %d", r.Futures[k].At),
			brief: words.T("from %d", r.Futures[k].At)}
		if depth > 1 || len(r.Changes) == 0 {
			l.title = words.T("future from %d", r.Futures[k].At)
		}
		for _, f := range forks {
			if f.Racer == racer && f.Future == k {
				l.said, l.due = strings.TrimPrefix(f.From+", "+f.Old.Brief(), ", "), words.SentenceCase(f.Said)
			}
		}
		list = append(list, l)
	}
	return list
}

// Where the lines below a card begin, in units: those of futures stand under those of changes, which have a bar at the left.
const (
	changeBar  = 3
	underTitle = 30 // from the left of a line to its title
)

// branch is a line below the card of a racer.
func (p *Pane) branch(slot int, l branchLine, ink color.Color) fyne.CanvasObject {
	title, said := kit.NewLabel(l.title), kit.NewLabel(l.said)
	title.Small, said.Small, said.Muted, said.Align = true, true, true, fyne.TextAlignTrailing
	title.Brief, title.Least = l.brief, briefWidth(l.brief) // what is said matters more than the whole title
	said.Least, said.Yields = 1, true
	sign := kit.NewIconButton(kit.IconFork, words.T("The racer has changed there"), nil)
	sign.SetColor(ink)
	if l.future < 0 {
		sign.OnTapped = func() { p.seekFork(slot) }
		line := container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, cardRight), widgets.NewLine(title, sign, title, said))
		return kit.NewFilled(line, ink)
	}
	swap := kit.NewIconButton(kit.IconUp, words.T("Go this way instead: it becomes the racer's own, and the present one a future"),
		func() { p.onFuture(slot, l.future, (*setup.Racer).Swap) })
	more := kit.NewIconButton(kit.IconMore, words.T("Go this way, keep it as a racer of its own, remove it"), nil)
	more.OnTapped = func() { p.branchMenu(slot, l.future, more) }
	said.Set(l.said, nil)
	line := container.New(fynelayout.NewCustomPaddedLayout(0, 0, changeBar, 0), widgets.NewLine(title, sign, title, said, swap,
		more))
	if l.due == "" {
		return kit.NewFilled(line, nil)
	}
	due := kit.NewLabel(l.due)
	due.Small, due.Muted, due.Least = true, true, 40
	below := container.New(fynelayout.NewCustomPaddedLayout(0, 5, changeBar+underTitle, cardRight), due)
	return kit.NewFilled(container.New(fynelayout.NewCustomPaddedVBoxLayout(-3), line, below), nil)
}

// briefWidth is the room that a short title needs.
func briefWidth(brief string) float32 {
	l := kit.NewLabel(brief)
	l.Small = true
	return l.Width()
}

// seekFork puts the playhead where a racer has first changed.
func (p *Pane) seekFork(slot int) {
	doc := p.desk.Lab().State().Doc
	if i := doc.RacerAt(slot); i >= 0 && len(doc.Racers[i].Changes) > 0 {
		p.desk.Lab().Seek(float64(doc.Racers[i].Changes[0].At))
	}
}

// onFuture does something with a future of the racer with a slot.
func (p *Pane) onFuture(slot, future int, do func(*setup.Racer, int)) {
	_ = p.desk.Edit("", func(e *setup.Experiment) {
		if i := e.RacerAt(slot); i >= 0 && future < len(e.Racers[i].Futures) {
			do(&e.Racers[i], future)
		}
	})
}

// branchMenu offers what can be done with a future.
func (p *Pane) branchMenu(slot, future int, anchor fyne.CanvasObject) {
	keep := func() {
		_ = p.desk.Edit("", func(e *setup.Experiment) {
			i := e.RacerAt(slot)
			if i < 0 || future >= len(e.Racers[i].Futures) {
				return
			}
			own := e.Racers[i].Alone(future)
			own.Slot = e.FreeSlot()
			e.Racers = append(e.Racers, own)
		})
	}
	p.desk.Menu(anchor, fyne.NewMenu("",
		fyne.NewMenuItem(words.T("Go this way instead"), func() { p.onFuture(slot, future, (*setup.Racer).Swap) }),
		fyne.NewMenuItem(words.T("Keep it as a racer of its own"), keep),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(words.T("Remove"), func() { p.onFuture(slot, future, (*setup.Racer).Drop) })))
}
