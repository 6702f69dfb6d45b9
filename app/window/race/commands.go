package race

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/race/fork"
	"descentlab/app/words"
)

var (
	_ desk.Commander = (*Room)(nil)
	_ desk.Finder    = (*Room)(nil)
)

// Commands are those of the panes, of the tools, and of what is seen where.
func (r *Room) Commands() []desk.Command {
	l := r.desk.Lab()
	s := l.State()
	view, tools := words.T("View"), words.T("Tools")
	take := func(t lab.Tool) func() { return func() { l.Look(func(v *lab.View) { v.Take(t) }) } }
	return slices.Concat(desk.CommandsOf(r.panes...), splitCommands(r.desk, view), []desk.Command{
		{Name: words.T("Fork here"), Group: words.T("Racers"), Keys: []string{"F"}, Why: fork.Refused(s, fork.Chosen(s)),
			Hint: words.T("fork the racer of the open card at this step"), Do: func() { fork.Here(r.desk) }},
		{Name: words.T("Charts in the middle, maps at the side"), Group: view, Keys: []string{"M"}, On: s.Large(),
			Hint: words.T("charts in the middle, maps at the side, and back"), Do: func() { toggleLarge(r.desk) }},
		{Name: words.T("Key of heights"), Group: view, Keys: []string{"K"},
			Hint: words.T("show or hide the key of heights"),
			Do:   func() { l.Look(func(v *lab.View) { v.KeyTurned = !v.KeyTurned }) }},
		{Name: words.T("Start and points: click and drag on the map"), Group: tools, On: s.View.Tool == lab.ToolStart,
			Do: take(lab.ToolStart)},
		{Name: words.T("Sculpt: add wells, hills and ridges"), Group: tools, On: s.View.Tool == lab.ToolSculpt,
			Do: func() {
				r.panel.open(setup.PanelSculpt)
				take(lab.ToolSculpt)()
			}},
		{Name: words.T("Brush: paint where a cloud of runs begins"), Group: tools, Keys: []string{"P"},
			On:   s.View.Tool == lab.ToolPaint,
			Hint: words.T("paint where a cloud of runs begins, or put the brush down"),
			Do:   func() { r.desk.Say(l.TogglePaint()) }},
	})
}

// Finds are those of the panes.
func (r *Room) Finds() []desk.Command { return desk.FindsOf(r.panes...) }

// Commands show a tab, and are those of the open pane.
func (p *panel) Commands() []desk.Command {
	s := p.desk.Lab().State()
	var list []desk.Command
	if of, is := p.opened().(desk.Commander); is {
		list = of.Commands()
	}
	for _, g := range p.groups {
		for _, t := range g.tabs {
			why := ""
			if t.name == setup.PanelData && !s.Learning() {
				why = words.T("This surface has no data.")
			}
			list = append(list, desk.Command{Name: words.T("Show: %s", t.title), Group: g.title, Hint: t.hint, Why: why,
				On: s.Panel() == t.name, Do: func() { p.open(t.name) }})
		}
	}
	return list
}
