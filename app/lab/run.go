package lab

import (
	"context"

	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// Want says what is to be made of an experiment beside its surface.
type Want uint

// The parts that can be wanted.
const (
	WantRace   Want = 1 << iota // the recorded race
	WantPlaces                  // the critical points, at home and in what is shown
	WantPaths                   // where it went, in place of the race with all that its methods remember: see race.Run.Path
	WantAll    = WantRace | WantPlaces
	WantSeen   = WantPaths | WantPlaces // what a picture or a table of results needs
	WantLeast  = Want(0)                // neither: Runs makes the runs one after the other
)

// A Run is an experiment carried out as far as it was wanted. It is not changed afterwards.
type Run struct {
	Doc     setup.Experiment
	Tape    *race.Tape // nil unless the race was wanted
	Field   *Field     // its places are known if they were wanted
	Courses *Courses   // of the tape
	Futures Futures    // of its racers, raced with it
	Camera  Camera     // from which a relief of it is seen
	Series  []string   // kinds of charts whose numbers tables are to have; nil: those that the document shows
}

// Prepare carries an experiment out: the one road from a document to what is drawn and written of it, without a window. Only
// what is wanted is made. The experiment must pass Check; else, or when the context ends, there is an error. Who is told hears
// which part of the race is recorded, see race.Record.
func Prepare(ctx context.Context, doc setup.Experiment, want Want, told ...func(part float64)) (Run, error) {
	field, err := newField(doc, lookedAt(&doc, doc.View))
	if err != nil {
		return Run{}, err
	}
	if field, err = field.withLeast(ctx, doc); err != nil {
		return Run{}, err
	}
	r := Run{Doc: doc, Field: field, Camera: UsualCamera()}
	if want&(WantRace|WantPaths) != 0 {
		record := race.Record
		if want&WantRace == 0 {
			record = race.RecordPaths
		}
		if r.Tape, err = record(ctx, field.loss(doc), withFutures(doc), doc.Steps, told...); err != nil {
			return Run{}, err
		}
	}
	if want&WantPlaces != 0 {
		if r.Field, err = field.withPlaces(ctx, doc.Home, lookedAt(&doc, doc.View)); err != nil {
			return Run{}, err
		}
	}
	if r.Tape != nil {
		all := split(&doc, r.Tape)
		r.Tape = all.tape
		r.Field = r.Field.withEnds(r.Tape, doc.Home)
		r.Futures = all.futures(&doc, r.Field)
		r.Courses = NewCourses(r.Tape, r.Field, doc.Home)
	}
	return r, nil
}

// Standings tells how every racer of a recorded race stands at a step.
func (r Run) Standings(step int) []Standing {
	return r.Courses.Standings(step)
}

// Survey asks what becomes of the experiment's racers; its places must be known.
func (r Run) Survey() Survey { return newSurvey(r.Doc, r.Field) }

// State is the run as a view sees it that has nothing newer.
func (r Run) State() State {
	v := NewView()
	v.Camera = r.Camera
	return State{Doc: r.Doc, Tape: r.Tape, TapeDoc: r.Doc, Field: r.Field, Courses: r.Courses, Futures: r.Futures,
		View: v}
}

// Run is the race that the state shows: that of the tape's own document.
func (s State) Run() Run {
	return Run{Doc: s.TapeDoc, Tape: s.Tape, Field: s.Field, Courses: s.Courses, Futures: s.Futures,
		Camera: s.View.Camera}
}

// Surveyable tells whether the places that a survey needs are known, of the surface that the document is on.
func (s State) Surveyable() bool { return s.Field != nil && s.Field.Known && !s.Stale() }

// Survey asks what becomes of the document's racers, those that are still to be raced included; the state must be Surveyable.
func (s State) Survey() Survey { return newSurvey(s.Doc, s.Field) }
