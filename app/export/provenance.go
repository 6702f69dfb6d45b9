package export

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/app/census"
	"descentlab/app/contest"
	"descentlab/app/curve"
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/trainings"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// provenanceOfRun is that of a race.
func provenanceOfRun(r lab.Run) provenance.List {
	p := provenance.Of(&r.Doc, r.Field.Probe)
	if r.Tape != nil && len(r.Tape.Runs) > 0 && r.Tape.Runs[0].Every() > 1 {
		p.Add("rows kept", fmt.Sprintf("1 in %d", r.Tape.Runs[0].Every()))
	}
	return p
}

// from is that of a map.
func (r *Map) from() provenance.List {
	p := provenance.Of(&r.Survey.Doc, r.Survey.Probe)
	p.Add("mapped", r.Survey.Doc.Names()[r.Racer])
	p.Add("cells", fmt.Sprintf("%dx%d", r.Sheet.W, r.Sheet.H))
	if r.X != nil {
		p.Add("across", axisText(r.X))
		p.Add("up", axisText(r.Y))
	}
	return p
}

// axisText is an axis as it is given on the command line.
func axisText(a *sweep.Axis) string {
	text := fmt.Sprintf("%s:%s..%s", a.Knob, exact(a.From), exact(a.To))
	if a.Log {
		text += ":log"
	}
	return text
}

// provenanceOfPoints is that of the critical points of a surface.
func provenanceOfPoints(s lab.State) provenance.List {
	p, window := provenance.Of(&s.TapeDoc, nil), s.Field.Census.Region
	p.Add("searched", provenance.English.Window(window))
	return p
}

func provenanceOfSwarm(s *Swarm) provenance.List {
	p := provenance.Of(&s.Doc, nil)
	if len(s.Racers) > 0 {
		p.Add("runs", strconv.Itoa(s.Racers[0].Run.Runs))
	}
	p.Add("from", SwarmOrigin(s.Doc).English())
	return p
}

func provenanceOfFair(o *FairOutcome) provenance.List {
	p, f := provenance.Of(&o.Doc, nil), o.Doc.Fair.Filled()
	p.Add("fair race", fmt.Sprintf("%d starts, %d seeds, tuned from %d, budget %d", f.Starts, f.Seeds, f.TuneStarts, f.Budget))
	return p
}

func provenanceOfBench(r *contest.Result) provenance.List {
	p := provenance.Made()
	p.Add("suite", r.Setting.Suite)
	p.Add("budget", strconv.Itoa(r.Setting.Budget))
	p.Add("instances", strconv.Itoa(r.Setting.Instances))
	p.Add("tuning trials", strconv.Itoa(r.Setting.Tuning))
	p.Racers(r.Setting.Racers...)
	return p
}

func provenanceOfCensus(s census.Setting) provenance.List {
	p := provenance.Made()
	p.Add("dimensions", fmt.Sprintf("%d to %d", s.From, s.To))
	p.Add("points", strconv.Itoa(s.Count))
	p.Add("seed", strconv.FormatUint(s.Seed, 10))
	return p
}

func provenanceOfTrainings(s trainings.Setting) provenance.List {
	p := provenance.Made()
	p.Add("hidden units", strings.Trim(fmt.Sprint(s.Hidden), "[]"))
	p.Add("trainings", strconv.Itoa(s.Runs))
	p.Add("steps", strconv.Itoa(s.Steps))
	p.Add("seed", strconv.FormatUint(s.Seed, 10))
	p.Racers(s.Racer)
	return p
}

func provenanceOfCurve(s curve.State) provenance.List {
	p := provenance.Made()
	p.Add("formula", s.Curve.Formula)
	p.Number("start", s.Doc.Start)
	p.Add("steps", strconv.Itoa(s.Doc.Steps))
	p.Add("seed", strconv.FormatUint(s.Doc.Seed, 10))
	specs := make([]optim.Spec, len(s.Doc.Racers))
	for i, r := range s.Doc.Racers {
		specs[i] = r.Spec
	}
	p.Racers(specs...)
	return p
}
