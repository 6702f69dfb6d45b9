package race

import (
	"descentlab/app/describe"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the panes of the room that are seen, what has the middle of the window first.
func (r *Room) Spots() []desk.Spot {
	maps := desk.Spot{Name: words.T("Map"), Object: r.maps.Object(), Describe: r.maps.Describe}
	tab := desk.Spot{Name: r.panel.title(), Object: r.panel.Object(), Describe: r.panel.describe}
	if r.stage.large {
		return []desk.Spot{tab, maps}
	}
	return []desk.Spot{maps, tab}
}

// title is what the open tab is called.
func (p *panel) title() string {
	for i, t := range p.tabs {
		if p.rooms[i].Visible() {
			return t.title
		}
	}
	return ""
}

// describe describes the open pane.
func (p *panel) describe() describe.Description {
	if of, ok := p.opened().(desk.Described); ok {
		return of.Describe()
	}
	return describe.Description{Title: p.title()}
}
