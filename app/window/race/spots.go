package race

import (
	"descentlab/app/describe"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/pointer"
	"descentlab/app/window/race/standings"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the panes of the room that are seen, what has the middle of the window first.
func (r *Room) Spots() []desk.Spot {
	maps := desk.Spot{Name: words.T("Map"), Object: r.maps.Object(), Describe: r.maps.Describe}
	tab := desk.Spot{Name: r.panel.title(), Object: r.panel.Object(), Describe: r.panel.describe}
	list := []desk.Spot{maps, tab}
	if r.stage.large {
		list = []desk.Spot{tab, maps}
	}
	if r.sheet.Object().Visible() {
		list = append(list, desk.Spot{Name: words.T("Method"), Object: r.sheet.Object(), Describe: r.sheet.Describe})
	} else if !r.whole {
		list = append(list, r.below...)
	}
	return append(list, r.time)
}

// spotsOf are those of some panes that can be described.
func spotsOf(panes []desk.Pane) (list []desk.Spot) {
	for _, p := range panes {
		of, is := p.(desk.Described)
		if !is {
			continue
		}
		name := words.T("Table")
		switch p.(type) {
		case *standings.Pane:
			name = words.T("Standings")
		case *pointer.Pane:
			name = words.T("Point")
		}
		list = append(list, desk.Spot{Name: name, Object: p.Object(), Describe: of.Describe})
	}
	return list
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
