package events

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Sentence tells an event of the racer of that name: "Steps 16 to 59: SGD lingers at saddle S1 and leaves it along its downhill
// direction; the loss falls from −0.07661 to −4.196 in 21 steps."
func (e Event) Sentence(name string) string {
	if e.From == e.To {
		return words.T("Step %d: %s", e.From, e.says(name))
	}
	return words.T("Steps %d to %d: %s", e.From, e.To, e.says(name))
}

// when tells the steps alone.
func (e Event) when() string {
	if e.From == e.To {
		return words.T("Step %d", e.From)
	}
	return words.T("Steps %d to %d", e.From, e.To)
}

// says is the sentence without the steps.
func (e Event) says(name string) string {
	from, to := words.Short(e.Loss[0]), words.Short(e.Loss[1])
	switch e.Kind {
	case chronicle.InBasin:
		return e.leads(name)
	case chronicle.CrossedRidge:
		if e.Count > 1 {
			return words.T("%s goes across the ridge through %s %d times; the loss goes from %s to %s.", name, place(e.Place), e.Count,
				from, to)
		}
		return words.T("%s steps across the ridge through %s; the loss goes from %s to %s.", name, place(e.Place), from, to)
	case chronicle.AtSaddle:
		return e.waits(name)
	case chronicle.Overshoot, chronicle.Spike:
		return e.rose(name)
	case chronicle.Oscillation:
		if e.Up {
			return words.T("%s goes to and fro across a ridge, at the end by steps of %s.", name, words.Short(e.Size))
		}
		return words.T("%s goes to and fro across a valley, at the end by steps of %s.", name, words.Short(e.Size))
	case chronicle.Edge:
		return words.T("%s is at the edge of stability: the sharpness is %s, and %s is the most that its rate bears.", name,
			words.Short(e.Sharpness), words.Short(e.Limit))
	case chronicle.Cycle:
		return words.T("%s goes around in a cycle of %s, the longest of which is %s long.", name, words.Steps(e.Period),
			words.Short(e.Size))
	case chronicle.Plateau:
		if e.Where.Kind != lab.Moving {
			return words.T("%s is where the gradient is as good as nothing, and does not get away.", name)
		}
		return words.T("%s crosses a plateau, where the gradient is down to %s; the loss goes from %s to %s.", name,
			words.Short(e.Slope), from, to)
	case chronicle.LeftWindow:
		return words.T("%s leaves the map for good; the loss is %s.", name, to)
	case chronicle.Settled:
		return words.T("%s is %s from here on; the loss is %s.", name, e.Where, to)
	}
	if e.Verdict.Kind == race.Stopped {
		return words.T("the run of %s ends: %s.", name, words.Failure(e.Verdict.Why))
	}
	return words.T("the run of %s ends: it has %s.", name, words.EndingAlone(e.Verdict))
}

// leads tells where the ground leads from here.
func (e Event) leads(name string) string {
	goal := goalOf(e.Where)
	low := e.Where.Line || e.Where.Ground == surfaces.Minimum
	switch {
	case e.From == 0 && e.Up:
		return words.T("%s begins where the way uphill leads to %s.", name, goal)
	case e.From == 0:
		return words.T("%s begins where the way downhill leads to %s.", name, goal)
	case e.Up:
		return words.T("from here the way uphill of %s leads to %s; the loss is %s.", name, goal, words.Short(e.Loss[1]))
	case low:
		return words.T("%s enters the basin of %s; the loss is %s.", name, goal, words.Short(e.Loss[1]))
	}
	return words.T("from here the way downhill of %s leads to %s; the loss is %s.", name, goal, words.Short(e.Loss[1]))
}

// goalOf names where the ground leads.
func goalOf(w lab.Whereabouts) string {
	switch {
	case w.Line && w.Up:
		return words.T("a line of maxima")
	case w.Line:
		return words.T("a line of minima")
	case w.Place == nil:
		return words.T("an unlisted %s %s", words.Kind(w.Ground), words.At(w.At))
	}
	return place(w.Place)
}

// place names a listed place.
func place(p *lab.Place) string {
	if p.Kind == surfaces.Degenerate {
		return words.T("degenerate point %s", p.Name)
	}
	return words.Place(p.Kind, p.Name, false)
}

// waits tells of a saddle.
func (e Event) waits(name string) string {
	saddle, from, to := place(e.Place), words.Short(e.Loss[1]), words.Short(e.Below)
	fall := words.Steps(e.Fallen - e.To)
	switch {
	case !e.Left:
		return words.T("%s lingers at %s and has not left it by the end; the gradient there is down to %s.", name, saddle,
			words.Short(e.Slope))
	case !e.Downhill:
		return words.T("%s lingers at %s and leaves it along its ridge.", name, saddle)
	case e.Fallen == e.To && e.Up:
		return words.T("%s lingers at %s and leaves it along its uphill direction.", name, saddle)
	case e.Fallen == e.To:
		return words.T("%s lingers at %s and leaves it along its downhill direction.", name, saddle)
	case e.Up:
		return words.T("%s lingers at %s and leaves it along its uphill direction; the loss rises from %s to %s in %s.", name,
			saddle, from, to, fall)
	}
	return words.T("%s lingers at %s and leaves it along its downhill direction; the loss falls from %s to %s in %s.", name,
		saddle, from, to, fall)
}

// rose tells of rises; for who climbs they are falls.
func (e Event) rose(name string) string {
	switch {
	case e.Kind == chronicle.Spike && e.Count > 1:
		return words.T("%s loses more than half of what it had won, and wins it back, %d times; %s.", name, e.Count, e.highest())
	case e.Kind == chronicle.Spike:
		return words.T("%s loses more than half of what it had won, and wins it back; %s.", name, e.highest())
	case e.Count > 1:
		return words.T("%s overshoots %d times; %s.", name, e.Count, e.highest())
	case e.Lasts:
		return words.T("%s overshoots and does not come back; %s.", name, e.highest())
	}
	return words.T("%s overshoots; %s.", name, e.highest())
}

// highest tells of the worst loss of a rise, by the change where the numbers would look the same.
func (e Event) highest() string {
	from, top := words.Short(e.Loss[0]), words.Short(e.TopLoss)
	if from == top {
		return words.T("the loss changes by %s to step %d", words.Short(e.TopLoss-e.Loss[0]), e.Top)
	}
	return words.T("the loss goes from %s to %s at step %d", from, top, e.Top)
}
