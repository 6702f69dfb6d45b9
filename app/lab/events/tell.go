package events

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/motion"
	"descentlab/app/words"
	"descentlab/optim/race"
)

// Tell puts the events of a race, which are those of its racers, into words.
func Tell(r lab.Run, all [][]Event) *chronicle.Chronicle {
	var moments []chronicle.Moment
	ends := make([]string, len(all))
	for i, name := range r.Doc.Names() {
		run := r.Tape.Runs[i]
		for _, e := range all[i] {
			moments = append(moments, chronicle.Moment{
				Kind: e.Kind, Racer: i, From: e.From, To: e.To,
				At: motion.At(run, e.From), Loss: run.Loss(e.From), Slope: run.GradNorm(e.From),
				When: e.when(), Says: e.says(name), Brief: e.briefly(name),
			})
		}
		ends[i] = Why(r, i, name, all[i])
	}
	return chronicle.New(moments, ends)
}

// briefly tells an event in few words, without numbers.
func (e Event) briefly(name string) string {
	switch e.Kind {
	case chronicle.InBasin:
		if e.From == 0 {
			return words.T("%s begins", name)
		}
		return words.T("%s enters the basin of %s", name, goalOf(e.Where))
	case chronicle.CrossedRidge:
		return words.T("%s crosses the ridge through %s", name, place(e.Place))
	case chronicle.AtSaddle:
		return words.T("%s lingers at %s", name, place(e.Place))
	case chronicle.Overshoot:
		return words.T("%s overshoots", name)
	case chronicle.Spike:
		return words.T("the loss of %s spikes", name)
	case chronicle.Oscillation:
		return words.T("%s goes to and fro", name)
	case chronicle.Edge:
		return words.T("%s is at the edge of stability", name)
	case chronicle.Cycle:
		return words.T("%s goes around in a cycle", name)
	case chronicle.Plateau:
		return words.T("%s crosses a plateau", name)
	case chronicle.LeftWindow:
		return words.T("%s leaves the map", name)
	case chronicle.Settled:
		return words.T("%s is %s", name, e.Where)
	}
	if e.Verdict.Kind == race.Stopped {
		return words.T("the run of %s ends", name)
	}
	return words.T("%s has %s", name, words.EndingAlone(e.Verdict))
}
