package heading

import (
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
)

var (
	_ desk.Commander = (*Heading)(nil)
	_ desk.Finder    = (*Heading)(nil)
)

// Commands choose how the surface is looked at, and what colours it.
func (h *Heading) Commands() []desk.Command {
	look := h.desk.Lab().State().Doc.Look
	view := words.T("View")
	modes := []string{words.T("Overlay"), words.T("Side by side"), words.T("Relief")}
	now := 0
	switch {
	case look.Relief:
		now = 2
	case look.SideBySide:
		now = 1
	}
	var list []desk.Command
	for i, name := range modes {
		list = append(list, desk.Command{Name: name, Group: view, On: i == now, Do: func() { h.mode.OnChanged(i) }})
	}
	for _, item := range levelItems() {
		on := item.Key == h.levels.Selected() || item.Key == flowsKey && look.Flows
		list = append(list, desk.Command{Name: words.T("Map: ") + item.Title, Group: view, Hint: item.Note, On: on,
			Do: func() { h.pickGround(item.Key) }})
	}
	return list
}

// Finds are the surfaces of the catalogue, and the formula.
func (h *Heading) Finds() []desk.Command {
	group := words.T("Surface")
	doc := h.desk.Lab().State().Doc
	list := []desk.Command{{Name: words.T("Formula of the surface …"), Group: group, Do: h.formula.Edit}}
	for _, s := range surfaces.Catalogue() {
		list = append(list, desk.Command{Name: words.T("Surface: ") + words.T(s.Title), Group: group, Hint: words.T(s.Note),
			On: doc.Surface == s.Name, Do: func() { h.pickSurface(s) }})
	}
	return list
}
