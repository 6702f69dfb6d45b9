package charts

import (
	"fmt"
	"strings"

	"descentlab/app/figure/progress"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Commander = (*Pane)(nil)

// Commands are those of the charts that are shown, and of the axis of the losses.
func (p *Pane) Commands() []desk.Command {
	list := p.axis()
	for _, s := range p.slots[:len(p.shown())] {
		for _, c := range s.commands() {
			if c.Of == nil {
				c.Name = words.T("%s: %s", progress.Title(s.kind), c.Name)
			}
			list = append(list, c)
		}
	}
	return list
}

// axis chooses how the losses are seen.
func (p *Pane) axis() []desk.Command {
	linear := p.state.Doc.Look.LinearLoss
	choose := func(linear bool) func() {
		return func() { _ = p.desk.Edit("", func(e *setup.Experiment) { e.Look.LinearLoss = linear }) }
	}
	group := words.T("Charts")
	return []desk.Command{
		{Name: words.T("Losses on a logarithmic axis"), Group: group, On: !linear, Do: choose(false)},
		{Name: words.T("Losses on a linear axis"), Group: group, On: linear, Do: choose(true)},
	}
}

// commands are what can be done with a chart.
func (s *slot) commands() []desk.Command {
	group := words.T("Charts")
	all := s.pane.state.Doc.Look.Charts.Shown()
	other := desk.Command{Name: words.T("Show in chart %d", s.index+1), Group: group}
	for _, kind := range progress.Kinds(&s.pane.state.Doc) {
		other.Of = append(other.Of, desk.Command{Name: progress.Title(kind), Group: group,
			Hint: progress.Hint(kind), On: kind == s.kind,
			Do: func() { s.change(func(c setup.Charts) setup.Charts { return c.With(s.index, kind) }) }})
	}
	more := desk.Command{Name: words.T("One chart more"), Group: group, Do: func() { s.change(setup.Charts.More) }}
	if len(all) >= setup.MaxCharts {
		more.Why = words.T("There are as many charts as there can be.")
	}
	less := desk.Command{Name: words.T("Without this chart"), Group: group,
		Do: func() { s.change(func(c setup.Charts) setup.Charts { return c.Without(s.index) }) }}
	if len(all) < 2 {
		less.Why = words.T("It is the last one.")
	}
	values := desk.Command{Name: words.T("Copy the values"), Group: group, Do: func() { s.pane.desk.Copy(s.values()) }}
	if len(s.shown.Series) == 0 {
		values.Why = words.T("There are no curves yet.")
	}
	return []desk.Command{other, more, less, values}
}

// menu is what a click with the secondary button offers.
func (s *slot) menu() []desk.Command {
	list := s.commands()
	axis := s.pane.axis()
	axis[0].Rule = true
	last := s.pane.desk.Offered("M", "Ctrl+E", "T")
	if len(last) > 0 {
		last[0].Rule = true
	}
	return append(append(list, axis...), last...)
}

// values are the curves as a table, with tabs between: a step a row. A curve that has values between steps, or not at all of
// them, has a column of its own steps.
func (s *slot) values() string {
	var b strings.Builder
	b.WriteString("step")
	longest := 0
	for _, series := range s.shown.Series {
		if series.X != nil {
			b.WriteString("\t" + series.Name + ": step")
		}
		b.WriteString("\t" + series.Name)
		longest = max(longest, len(series.Y))
	}
	cell := func(list []float64, t int) {
		b.WriteString("\t")
		if t < len(list) {
			fmt.Fprint(&b, list[t])
		}
	}
	for t := range longest {
		fmt.Fprintf(&b, "\n%d", t)
		for _, series := range s.shown.Series {
			if series.X != nil {
				cell(series.X, t)
			}
			cell(series.Y, t)
		}
	}
	return b.String() + "\n"
}
