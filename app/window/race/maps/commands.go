package maps

import (
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Commander = (*Pane)(nil)

// Commands are those of the window of the maps, and of the place from which a relief is seen.
func (p *Pane) Commands() []desk.Command {
	view := words.T("View")
	return []desk.Command{
		{Name: words.T("See the whole map"), Group: view, Keys: []string{"0"}, Do: p.Home,
			Hint: words.T("see the whole map again, the relief as at first")},
		{Group: view, Hand: words.T("Wheel, double click"), Hint: words.T("zoom the map, and back to the whole")},
		{Group: view, Hand: words.T("Arrows, + and −, PageUp and PageDown"),
			Hint: words.T("turn, zoom and raise the relief when it has been clicked")},
	}
}
