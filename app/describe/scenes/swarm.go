package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// Swarm describes many runs of one racer, by the picture of them that the document chooses: bands of their losses, which are
// given, when they arrive, or when they leave a saddle. A nil swarm is none yet.
func Swarm(s lab.State, run *lab.Swarmed, bands []sweep.Band) describe.Description {
	title := words.T("Cloud of runs")
	racer := s.Doc.Subject()
	switch {
	case racer < 0:
		return nothing(title, words.T("Nobody races: there is no cloud."))
	case run == nil:
		return nothing(title, words.T("The runs of %s have not been made: they are under way, or have nowhere to begin.",
			s.Doc.Names()[racer]))
	}
	if i := s.Doc.RacerAt(run.Slot); i >= 0 {
		racer = i
	}
	d := describe.Description{Title: words.T("Cloud of %s on %s", s.Doc.Names()[racer], surface(s))}
	said := []string{words.T("%s of %s, each of %s with its own start and random numbers.", words.Runs(run.Runs),
		s.Doc.Names()[racer], words.Steps(run.Swarm.Steps)), words.T("They end: %s.", shares(run.Shares))}
	if run.Escape != nil {
		said = append(said, describe.Sentence(run.Escape.String()))
	}
	switch s.Doc.Look.SwarmShows {
	case setup.SwarmShowsArrivals:
		h := run.Arrivals()
		said = append(said, words.T("The chart counts when they arrive."), counted(&h))
		d.Table = histogram(&h)
	case setup.SwarmShowsEscapes:
		h := run.Escapes()
		said = append(said, words.T("The chart counts when they leave the saddle."), counted(&h))
		d.Table = histogram(&h)
	default:
		said = append(said, spread(s, run, bands))
		d.Table = bandTable(run, bands)
	}
	d.Text = describe.Paragraph(said...)
	return d
}

// spread says how the losses are spread at the playhead and at the end.
func spread(s lab.State, run *lab.Swarmed, bands []sweep.Band) string {
	at := func(k int) string {
		b := bands[k]
		return words.T("1 of 10 is below %s, half are below %s, 9 of 10 are below %s", describe.Number(b.Low),
			describe.Number(b.Median), describe.Number(b.High))
	}
	if len(bands) == 0 {
		return ""
	}
	now, last := min(s.Step()/run.Every, len(bands)-1), len(bands)-1
	if now == last {
		return words.T("The chart shows their losses: at the end %s.", at(last))
	}
	return words.T("The chart shows their losses: at step %d %s; at the end %s.", now*run.Every, at(now), at(last))
}

// bandTable has a row for each moment.
func bandTable(run *lab.Swarmed, bands []sweep.Band) describe.Table {
	var step, low, median, high, mean []float64
	for k, b := range bands {
		step = append(step, float64(min(k*run.Every, run.Swarm.Steps)))
		low, median = append(low, b.Low), append(median, b.Median)
		high, mean = append(high, b.High), append(mean, b.Mean)
	}
	return describe.Table{Columns: []describe.Column{
		describe.Numbers(words.T("step"), "", step), describe.Known(words.T("loss, 1 of 10 is lower"), "", low),
		describe.Known(words.T("loss, half are lower"), "", median), describe.Known(words.T("loss, 9 of 10 are lower"), "", high),
		describe.Known(words.T("mean loss"), "", mean),
	}}
}

// counted says when it happens to the groups of a histogram.
func counted(h *lab.Histogram) string {
	var list []string
	for i := range h.Groups {
		g := &h.Groups[i]
		if g.Size() == 0 {
			list = append(list, words.T("%s: no run", g.Label()))
			continue
		}
		list = append(list, words.N(g.Size(), "%s: %s, by step %s", "%s: %s, half of them by step %s", g.Label(),
			words.Runs(g.Size()), words.Count(g.Quartiles()[1])))
	}
	if h.Never > 0 {
		list = append(list, words.T("never: %s", words.Runs(h.Never)))
	}
	if len(list) == 0 {
		return words.T("There is nothing to count.")
	}
	return describe.Listed(list, few) + "."
}

// histogram has a row for each bin.
func histogram(h *lab.Histogram) describe.Table {
	if len(h.Groups) == 0 {
		return describe.Table{}
	}
	from := make([]float64, h.Bins)
	for k := range from {
		from[k] = float64(k * h.Width)
	}
	columns := []describe.Column{describe.Numbers(words.T("from step"), "", from)}
	for i := range h.Groups {
		columns = append(columns, describe.Numbers(h.Groups[i].Label(), words.T("runs"), describe.Counts(h.Groups[i].Counts)))
	}
	return describe.Table{Columns: columns}
}
