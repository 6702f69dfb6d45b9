package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// Map describes the maps of the surface: one for all racers, one for each, or the relief; their table has a row for each critical
// point, for the start, and for each racer at the playhead.
func Map(s lab.State) describe.Description {
	d := describe.Description{Title: words.T("Map of %s", surface(s))}
	if s.Field == nil {
		d.Text = describe.Paragraph(d.Title+".", standing(s))
		return d
	}
	d.Text = describe.Paragraph(window(s), ground(s), figure.BasinsFirst(s), places(s.Field), racers(s), latest(s), cloud(s),
		standing(s))
	d.Table = mapTable(s)
	return d
}

// window says of which part of which surface the picture is, and from where it is seen.
func window(s lab.State) string {
	of := doc(s)
	said := words.T("%s, %s, from above.", surface(s), words.Window(of.View))
	switch {
	case s.Doc.Look.Relief:
		said = words.T("%s, %s, as a relief that is seen from aside.", surface(s), words.Window(of.View))
	case s.Doc.Look.Aside() && s.Tape != nil:
		n := len(figure.Drawn(&s.TapeDoc))
		said = words.N(n, "%s, %s, from above: %d map, of one racer.", "%s, %s, from above: %d maps, one for each racer.",
			surface(s), words.Window(of.View), n)
	}
	if of.View != of.Home {
		said += " " + words.T("This is a part of the plane that has been moved or zoomed to; the whole is %s.", words.Window(of.Home))
	}
	return said
}

// ground says what the colours tell.
func ground(s lab.State) string {
	if s.Tape == nil || s.Doc.Look.Ground == setup.GroundHeights {
		return ""
	}
	of, names := figure.Subjects(s, -1), s.TapeDoc.Names()
	switch {
	case len(of) == 0:
		return ""
	case s.Doc.Look.Aside():
		return words.T("The colours say in which minimum a run of the racer ends that begins there.")
	case len(of) > 1:
		return words.T("The colours say where runs of %s and of %s end elsewhere that begin at the same place.",
			names[of[0]], names[of[1]])
	}
	return words.T("The colours say in which minimum a run of %s ends that begins there.", names[of[0]])
}

// places counts the critical points by their kinds, and names them if they are few.
func places(f *lab.Field) string {
	switch {
	case !f.Found():
		return words.T("Its critical points are still being looked for.")
	case f.Crowd:
		return words.T("Of its %d critical points the %d lowest are marked.", f.Census.Found, len(f.Searched))
	case len(f.Places) == 0:
		return words.T("No critical point is known there.")
	}
	var list []string
	for _, kind := range []surfaces.Kind{surfaces.Minimum, surfaces.Saddle, surfaces.Maximum, surfaces.Degenerate} {
		var names []string
		for i := range f.Places {
			if f.Places[i].Kind == kind {
				names = append(names, f.Places[i].Name)
			}
		}
		switch n := len(names); {
		case n == 0:
		case n > few:
			list = append(list, words.Counted(n, kind))
		case n > 3: // they are named one after the other
			list = append(list, words.T("%s (%s to %s)", words.Counted(n, kind), names[0], names[n-1]))
		default:
			list = append(list, words.T("%s (%s)", words.Counted(n, kind), words.And(names)))
		}
	}
	return words.T("It has %s.", words.And(list)) + lowest(f)
}

// lowest names the lowest minimum, or all that are as low but for rounding.
func lowest(f *lab.Field) string {
	var first *lab.Place
	var names []string
	minima := 0
	for i := range f.Places {
		p := &f.Places[i]
		if p.Kind == surfaces.Minimum {
			minima++
		}
		if p.Global {
			if first == nil {
				first = p
			}
			names = append(names, p.Name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return " " + words.T("The lowest is %s at %s, with the value %s.", names[0], describe.Point(first.At.X, first.At.Y),
			describe.Number(first.Value))
	case n > few && n == minima:
		return " " + words.T("All of its minima are the lowest, alike, with the value %s.", describe.Number(first.Value))
	case n > few:
		return " " + words.T("%d of them are the lowest, alike, with the value %s.", n, describe.Number(first.Value))
	}
	return " " + words.T("%s are the lowest, alike, with the value %s.", words.And(names), describe.Number(first.Value))
}

// racers says where those racers are that are drawn.
func racers(s lab.State) string {
	if s.Tape == nil || len(s.Tape.Runs) == 0 {
		return ""
	}
	table, names := s.Run().Standings(s.Step()), s.TapeDoc.Names()
	var list []string
	hidden := 0
	for i, r := range s.TapeDoc.Racers {
		if r.Hidden {
			hidden++
			continue
		}
		x := s.Tape.Runs[i].X(table[i].Step)
		list = append(list, words.T("%s is at %s with the loss %s: %s", names[i], describe.Point(x[0], x[1]),
			describe.Number(table[i].Loss), whereabouts(table[i].Where)))
	}
	said := words.T("%s, all racers are hidden.", moment(s))
	if n := len(list); n > 0 {
		said = words.N(n, "%s, %d racer. %s.", "%s, %d racers. %s.", moment(s), n, describe.Listed(list, few))
		said += aside(hidden)
	}
	return said + alone(s)
}

// aside says how many racers are not drawn.
func aside(hidden int) string {
	if hidden == 0 {
		return ""
	}
	return " " + words.N(hidden, "%d more is hidden.", "%d more are hidden.", hidden)
}

// alone says who stands out.
func alone(s lab.State) string {
	if i := s.TapeDoc.RacerAt(s.View.Alone()); i >= 0 {
		return " " + words.T("%s stands out.", s.TapeDoc.Names()[i])
	}
	return ""
}

// whereabouts say where a racer is, also if that is not known yet.
func whereabouts(w lab.Whereabouts) string {
	if w.Kind == lab.Searching {
		return words.T("where it leads is not known yet")
	}
	return w.String()
}

// latest is what has happened last.
func latest(s lab.State) string {
	c := s.Chronicle()
	if c == nil {
		return ""
	}
	if m := c.Last(s.Step(), s.Listens); m != nil && m.Rank() > 0 {
		return lately(m, s.Step())
	}
	return ""
}

// cloud says that a swarm is on the map.
func cloud(s lab.State) string {
	if w := s.View.Swarm; w != nil {
		if i := s.Doc.RacerAt(w.Slot); i >= 0 {
			return words.T("A cloud of %s of %s lies over it.", words.Runs(len(w.Starts)), s.Doc.Names()[i])
		}
	}
	return ""
}

// points are the rows of a table of places of the plane.
type points struct {
	kind, name, where           []string
	x, y, f, slope, least, most []float64
	step                        []float64
}

// add is a place, with what the surface is there.
func (p *points) add(kind, name string, at geom.Point, f, slope, l1, l2, step float64, where string) {
	p.kind, p.name, p.where = append(p.kind, kind), append(p.name, name), append(p.where, where)
	p.x, p.y, p.f, p.slope = append(p.x, at.X), append(p.y, at.Y), append(p.f, f), append(p.slope, slope)
	p.least, p.most, p.step = append(p.least, l1), append(p.most, l2), append(p.step, step)
}

// table are the columns.
func (p *points) table() describe.Table {
	return describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("what"), p.kind), describe.Texts(words.T("name"), p.name),
		describe.Known(words.T("step"), "", p.step), describe.Numbers("x", "", p.x), describe.Numbers("y", "", p.y),
		describe.Numbers(words.T("value"), "", p.f), describe.Known("|∇f|", "", p.slope),
		describe.Known(words.T("least eigenvalue of the Hessian"), "", p.least),
		describe.Known(words.T("largest eigenvalue of the Hessian"), "", p.most),
		describe.Texts(words.T("remark"), p.where),
	}}
}

// mapTable has all that is marked on the maps.
func mapTable(s lab.State) describe.Table {
	var t points
	none := math.NaN()
	for i := range s.Field.Places {
		p := &s.Field.Places[i]
		kind := words.Kind(p.Kind)
		if p.Global {
			kind = words.T("%s (global)", kind)
		}
		t.add(kind, p.Name, p.At, p.Value, none, p.L1, p.L2, none, words.Flatness(p.Critical))
	}
	probe := s.Field.Probe.Fork()
	at := doc(s).Outset()
	j := probe.Jet(at.X, at.Y)
	l1, l2, _, _ := surfaces.Eigen(j)
	t.add(words.T("start"), "", at, j.F, math.Hypot(j.X, j.Y), l1, l2, 0, "")
	if s.Tape == nil {
		return t.table()
	}
	names := s.TapeDoc.Names()
	for i, now := range s.Run().Standings(s.Step()) {
		x := s.Tape.Runs[i].X(now.Step)
		l1, l2, _, _ := surfaces.Eigen(probe.Jet(x[0], x[1]))
		t.add(words.T("racer"), names[i], geom.Point{X: x[0], Y: x[1]}, now.Loss, now.GradNorm, l1, l2, float64(now.Step),
			whereabouts(now.Where))
	}
	return t.table()
}
