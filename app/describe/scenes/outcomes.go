package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// outcomes are the columns of what becomes of runs.
type outcomes struct {
	end, place                               []string
	steps, loss, best, atX, atY, evaluations []float64
}

// add is a run, which may end at one of these places; one that is still to be made has no numbers.
func (t *outcomes) add(o sweep.Outcome, places []lab.Place) {
	name := ""
	if o.Kind == sweep.Arrived {
		name = places[o.Target].Name
	}
	v := [6]float64{float64(o.Steps), o.Loss, o.Best, o.X, o.Y, float64(o.Evaluations)}
	if o.Kind == sweep.Pending {
		for i := range v {
			v[i] = math.NaN()
		}
	}
	t.end, t.place = append(t.end, words.Outcome(o.Kind)), append(t.place, name)
	t.steps, t.loss, t.best = append(t.steps, v[0]), append(t.loss, v[1]), append(t.best, v[2])
	t.atX, t.atY, t.evaluations = append(t.atX, v[3]), append(t.atY, v[4]), append(t.evaluations, v[5])
}

// columns are the table's.
func (t *outcomes) columns() []describe.Column {
	return []describe.Column{
		describe.Texts(words.T("end"), t.end), describe.Texts(words.T("place"), t.place),
		describe.Known(words.T("steps"), "", t.steps), describe.Known(words.T("final loss"), "", t.loss),
		describe.Known(words.T("best loss"), "", t.best), describe.Known(words.T("end, x"), "", t.atX),
		describe.Known(words.T("end, y"), "", t.atY), describe.Known(words.T("evaluations"), "", t.evaluations),
	}
}

// shares say which part of some runs ends where: "minimum A (global) 42 %, on average after 31 steps".
func shares(list []lab.Share) string {
	var said []string
	for _, s := range list {
		if s.Place == nil {
			said = append(said, words.T("%s %s", s.Label(), s.Said))
			continue
		}
		said = append(said, words.T("%s %s, on average after %s steps", s.Label(), s.Said, words.ShortTo(s.Steps, 3)))
	}
	return describe.Listed(said, few)
}

// Shares is the table of where the runs of a finished sheet end, which may be at these places: a row for every end.
func Shares(sheet *sweep.Sheet, places []lab.Place) describe.Table {
	list, _ := lab.Shares(sheet, places)
	all := sheet.W * sheet.H
	var end, name []string
	var count, part, steps []float64
	for _, s := range list {
		place, mean := "", math.NaN()
		if s.Place != nil {
			place, mean = s.Place.Name, s.Steps
		}
		end, name = append(end, words.Outcome(s.Kind)), append(name, place)
		count, part = append(count, math.Round(s.Part*float64(all))), append(part, s.Part)
		steps = append(steps, mean)
	}
	return describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("end"), end), describe.Texts(words.T("place"), name),
		describe.Numbers(words.T("runs"), "", count), describe.Numbers(words.T("share"), words.T("of 1"), part),
		describe.Known(words.T("mean steps to arrive"), "", steps),
	}}
}
