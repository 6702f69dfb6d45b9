package lab

import (
	"context"
	"math"
	"strings"

	"descentlab/app/words"
	"descentlab/optim/race"
)

// A RestError says that racers cannot be tuned from the start, since it is a critical point that they do not leave.
type RestError struct {
	X, Y   float64  // the start
	Racers []string // who would stay there
}

func (e *RestError) Error() string {
	return words.T("the start (%s, %s) is a critical point, and %s would stay there with any setting: "+
		"choose another start, or tune from several", words.Short(e.X), words.Short(e.Y),
		strings.Join(e.Racers, ", "))
}

// tryout is how many steps tell whether a racer leaves its start.
const tryout = 20

// checkStart refuses to tune from a critical point those racers who do not leave it: every setting would do the same.
func (f *FairRace) checkStart(ctx context.Context) error {
	doc := f.Doc
	if f.Filled().TuneStarts != 1 || doc.Noise > 0 || doc.Batch > 0 || !doc.StartRests() {
		return nil
	}
	start := doc.Outset()
	wrong := &RestError{X: start.X, Y: start.Y}
	names := doc.Names()
	for i, r := range doc.Racers {
		if len(f.TunedKnobs(r.Spec)) == 0 {
			continue
		}
		entrant := race.Entrant{Spec: r.Spec, Start: []float64{doc.Start.X, doc.Start.Y}, Seed: doc.Seed, Box: doc.Kept()}
		tape, err := race.Record(ctx, f.objective, []race.Entrant{entrant}, tryout)
		if err != nil {
			return err
		}
		run := tape.Runs[0]
		x := run.X(run.Steps)
		if math.Hypot(x[0]-start.X, x[1]-start.Y) <= 1e-9*f.View.Diagonal() {
			wrong.Racers = append(wrong.Racers, names[i])
		}
	}
	if len(wrong.Racers) == 0 {
		return nil
	}
	return wrong
}
