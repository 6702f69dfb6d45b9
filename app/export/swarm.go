package export

import (
	"strconv"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/say"
)

// A Swarm is a swarm of each of an experiment's racers.
type Swarm struct {
	Doc    setup.Experiment
	Run    lab.Run // of the document, with its places, for the picture
	Racers []SwarmRacer
}

// A SwarmRacer is the swarm of one racer.
type SwarmRacer struct {
	Racer setup.Racer
	Name  string
	Run   *lab.SwarmRun
}

// each are the swarms one by one.
func (s Swarm) each() []Swarm {
	list := make([]Swarm, len(s.Racers))
	for i, r := range s.Racers {
		list[i] = Swarm{s.Doc, s.Run, []SwarmRacer{r}}
	}
	return list
}

// SwarmOrigin says where the runs begin.
func SwarmOrigin(doc setup.Experiment) say.Text {
	at, sw := doc.SwarmMiddle(), doc.Swarm.Filled()
	switch sw.From {
	case setup.FromGrid:
		return say.Later("a grid over the window")
	case setup.FromPainted:
		return say.Later("the painted region")
	case setup.FromRing:
		return say.Later("a ring of radius %v around (%v, %v)", sw.Radius, at.X, at.Y)
	}
	return say.Later("a disc of radius %v around (%v, %v)", sw.Radius, at.X, at.Y)
}

// swarmCSV has a line for every run at every moment that is kept.
func swarmCSV(out *Output, s Swarm) error {
	t := newTable(out, provenanceOfSwarm(&s), "run", "step", "x", "y", "loss")
	for _, r := range s.Racers {
		for i := range r.Run.Runs {
			if err := out.reached(float64(i) / float64(r.Run.Runs)); err != nil {
				return err
			}
			for k := range r.Run.Moments() {
				x, y, loss := r.Run.At(k, i)
				t.row(strconv.Itoa(i), strconv.Itoa(k*r.Run.Every), exact(x), exact(y), exact(loss))
			}
		}
	}
	return t.end()
}

// histogramJSON is a histogram with what happens in each of its bins.
type histogramJSON struct {
	BinWidth int         `json:"bin_width"`
	Edges    []int       `json:"bin_edges"`
	Groups   []groupJSON `json:"groups"`
	Never    int         `json:"never"`
}

type groupJSON struct {
	Label     string  `json:"label"`
	Place     string  `json:"place,omitempty"`
	Runs      int     `json:"runs"`
	Quartiles []Known `json:"steps_quartiles"`
	Counts    []int   `json:"counts"`
}

func newHistogramJSON(h lab.Histogram, steps int) histogramJSON {
	j := histogramJSON{BinWidth: h.Width, Groups: []groupJSON{}, Never: h.Never}
	for k := range h.Bins + 1 {
		j.Edges = append(j.Edges, min(k*h.Width, steps))
	}
	for _, g := range h.Groups {
		q := g.Quartiles()
		group := groupJSON{Label: g.Key(), Runs: g.Size(), Quartiles: allKnown(q[:]...), Counts: g.Counts}
		if g.Place != nil {
			group.Place = g.Place.Name
		}
		j.Groups = append(j.Groups, group)
	}
	return j
}

// swarmJSON sums the swarms up, with the bins of their histograms.
func swarmJSON(out *Output, s Swarm) error {
	type shareJSON struct {
		End   string `json:"end"`
		Place string `json:"place,omitempty"`
		Share Number `json:"share"`
	}
	type escapesJSON struct {
		Saddle string `json:"saddle"`
		Near   int    `json:"near"`
		histogramJSON
	}
	type racerJSON struct {
		specJSON
		Runs     int           `json:"runs"`
		Shares   []shareJSON   `json:"shares"`
		Losses   []Number      `json:"loss_10_50_90"`
		Arrivals histogramJSON `json:"arrivals"`
		Escapes  *escapesJSON  `json:"escapes,omitempty"`
	}
	var list []racerJSON
	for _, r := range s.Racers {
		head, err := newSpecJSON(r.Racer.Spec)
		if err != nil {
			return err
		}
		bands := r.Run.Bands()
		b := bands[len(bands)-1]
		one := racerJSON{specJSON: head, Runs: r.Run.Runs, Losses: Numbers(b.Low, b.Median, b.High),
			Arrivals: newHistogramJSON(r.Run.Arrivals(), s.Doc.Steps)}
		for _, x := range r.Run.Shares {
			share := shareJSON{End: x.Kind.Key(), Share: Number(x.Part)}
			if x.Place != nil {
				share.Place = x.Place.Name
			}
			one.Shares = append(one.Shares, share)
		}
		if e := r.Run.Escape; e != nil {
			one.Escapes = &escapesJSON{e.Saddle.Name, e.Near, newHistogramJSON(r.Run.Escapes(), s.Doc.Steps)}
		}
		list = append(list, one)
	}
	file := map[string]any{"from": SwarmOrigin(s.Doc).English(), "steps": s.Doc.Steps, "racers": list,
		"provenance": provenanceOfSwarm(&s)}
	if box := bounds(&s.Doc); box != nil {
		file["bounds"] = box
	}
	return out.json(file)
}
