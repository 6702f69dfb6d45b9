package figure

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Marks are the places of a field as glyphs; those named stand out: the one under the pointer, the selected one.
func Marks(field *lab.Field, named ...string) []plot.Mark {
	if field == nil {
		return nil
	}
	list, best := make([]plot.Mark, 0, len(field.Places)), 0
	for _, p := range field.Places {
		m := plot.Mark{At: p.At, Value: p.Value, Label: p.Name, Strong: slices.Contains(named, p.Name)}
		switch p.Kind {
		case surfaces.Minimum:
			m.Kind = plot.MinimumMark
			if p.Global {
				m.Kind = plot.BestMark
				best++
			}
		case surfaces.Saddle:
			m.Kind = plot.SaddleMark
			m.Arms = [2]plot.Point{p.V1, p.V2}
		case surfaces.Maximum:
			m.Kind = plot.MaximumMark
		default:
			m.Kind = plot.DegenerateMark
		}
		list = append(list, m)
	}
	for i := range list {
		if m := &list[i]; m.Kind == plot.BestMark && best == 1 {
			m.Says = words.T("%s, the lowest", m.Label)
		}
	}
	return list
}

// endReach is how near to a minimum a way ends that ends there, as a part of the map.
const endReach = 1.0 / 25

// Ended marks the minima near which ways end in a view.
func Ended(marks []plot.Mark, ways []plot.Trace, view plot.Rect) []plot.Mark {
	w, h := view.X1-view.X0, view.Y1-view.Y0
	for _, t := range ways {
		if len(t.Pts) == 0 || t.Diverged {
			continue
		}
		end := t.Pts[len(t.Pts)-1]
		nearest, reach := -1, endReach
		for i, m := range marks {
			if m.Kind != plot.MinimumMark && m.Kind != plot.BestMark {
				continue
			}
			if d := math.Hypot((m.At.X-end.X)/w, (m.At.Y-end.Y)/h); d < reach {
				nearest, reach = i, d
			}
		}
		if nearest >= 0 {
			marks[nearest].End = true
		}
	}
	return marks
}

// Traces are the runs of the tape, in the order of the tape's document; hidden racers have none. A run that ends where it
// starts has left for nowhere: it gets no arrow.
func Traces(s lab.State, p *plot.Palette) []plot.Trace {
	if s.Tape == nil {
		return nil
	}
	names := s.TapeDoc.Names()
	var list []plot.Trace
	for i, run := range s.Tape.Runs {
		racer := s.TapeDoc.Racers[i]
		if racer.Hidden {
			continue
		}
		list = append(list, plot.Trace{
			Pts: Way(run, run.X), Shadow: Way(run, run.Shadow),
			Color: p.Racer(racer.Slot), Glyph: plot.RacerGlyph(racer.Slot), Name: names[i],
			Diverged: run.Verdict.Kind != race.Finished && run.Verdict.Step > 0, Step: run.Verdict.Step,
			Left: max(s.Courses.Left(i), 0), Fate: words.EndingPlainly(run.Verdict),
		})
	}
	return list
}
