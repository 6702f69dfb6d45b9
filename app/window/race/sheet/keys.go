package sheet

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// A line is how far an arrow key scrolls, and a page, as a part of what is seen, how far Page Down does.
const (
	line = 40
	page = 0.8
)

// Key scrolls, or closes the sheet; it tells whether the key meant that.
func (p *Pane) Key(name fyne.KeyName) bool {
	if !p.sheet.Open {
		return false
	}
	switch name {
	case fyne.KeyDown:
		p.scrollBy(line)
	case fyne.KeyUp:
		p.scrollBy(-line)
	case fyne.KeyPageDown:
		p.scrollBy(page * p.scroll.Size().Height)
	case fyne.KeyPageUp:
		p.scrollBy(-page * p.scroll.Size().Height)
	case fyne.KeyEscape:
		p.close()
	default:
		return false
	}
	return true
}

func (p *Pane) scrollBy(step float32) {
	most := max(p.scroll.Content.MinSize().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(p.scroll.Offset.Y+step, 0), most)))
}

// Commands open the sheet, or close it.
func (p *Pane) Commands() []desk.Command {
	return []desk.Command{{
		Name: words.T("How the method works"), Group: words.T("Racers"), Keys: []string{"I"}, On: p.sheet.Open,
		Hint: words.T("mathematics, knobs, memory and Python of a method, or away with that"), Do: p.toggle,
	}}
}

// toggle shows the sheet of the racer that it was about last, or of the first one, or closes it.
func (p *Pane) toggle() {
	s := p.desk.Lab().State()
	last := s.View.Sheet
	switch {
	case last.Open:
		p.close()
	case s.Doc.RacerAt(last.Slot) >= 0:
		p.open(last.Slot)
	case len(s.Doc.Racers) > 0:
		p.open(s.Doc.Racers[0].Slot)
	}
}

// open shows the sheet of a racer.
func (p *Pane) open(slot int) {
	p.desk.Lab().Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: slot} })
}

func (p *Pane) close() {
	p.desk.Lab().Look(func(v *lab.View) { v.Sheet.Open = false })
}
