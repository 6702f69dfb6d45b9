package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"descentlab/app/about"
	"descentlab/app/census"
	"descentlab/app/contest"
	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/trainings"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A provenance is what a result follows from, in the file that has it: the same in all languages, and no time of day.
type provenance []picture.Note

// MarshalJSON writes an object, in the order of the notes.
func (p provenance) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, n := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		for k, text := range [2]string{n.Key, n.Text} {
			data, err := json.Marshal(text)
			if err != nil {
				return nil, err
			}
			if k == 1 {
				b.WriteByte(':')
			}
			b.Write(data)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (p *provenance) add(key, text string) { *p = append(*p, picture.Note{Key: key, Text: text}) }

func (p *provenance) number(key string, v float64) { p.add(key, exact(v)) }

// made begins with the program.
func made() provenance {
	return provenance{{Key: picture.Software, Text: "Descent Lab " + about.Version}}
}

// provenanceOf is that of a result of an experiment, on the surface of a probe; nil probe: what it would tell is left out.
func provenanceOf(doc *setup.Experiment, probe *surfaces.Probe) provenance {
	p := made()
	s, err := doc.Landscape()
	if err != nil {
		return p // it has been checked
	}
	p.add("surface", cmp.Or(doc.Surface, s.Formula))
	p.add("formula", s.Formula)
	var normalised []string
	for _, param := range s.Params {
		v, set := doc.Params[param.Name]
		if !set {
			v = param.Default
		}
		p.number("parameter "+param.Name, v)
		if param.Name == "normalise" && v != 0 {
			normalised = append(normalised, "inputs to mean 0 and spread 1")
		}
	}
	if doc.Turn != 0 || doc.Stretch != 0 {
		p.add("turned", fmt.Sprintf("by %s degrees, stretched by %s doublings", exact(doc.Turn), exact(doc.Stretch)))
	}
	if len(doc.Sculpture) > 0 {
		p.add("bumps", strconv.Itoa(len(doc.Sculpture)))
	}
	if s.Data != nil {
		p.add("data", fmt.Sprintf("%s, %d examples", cmp.Or(s.Data.Name, s.Data.Title), s.Data.Len()))
		p.add("batch", strconv.Itoa(cmp.Or(doc.Batch, s.Data.Len())))
	}
	at := doc.Outset()
	p.add("start", pair(exact(at.X), exact(at.Y)))
	p.add("steps", strconv.Itoa(doc.Steps))
	p.add("seed", strconv.FormatUint(doc.Seed, 10))
	p.number("noise", doc.Noise)
	p.add("window", window(doc.View))
	for i, r := range doc.Racers {
		p.add(fmt.Sprintf("racer %d", i+1), optim.RacerText(r.Spec, r.Changes))
	}
	p.add("normalised", cmp.Or(strings.Join(normalised, "; "), "nothing"))
	p.add("clipped", cmp.Or(strings.Join(clipped(doc, probe), "; "), "nothing"))
	return p
}

func window(r surfaces.Rect) string {
	return fmt.Sprintf("x %s to %s, y %s to %s", exact(r.X0), exact(r.X1), exact(r.Y0), exact(r.Y1))
}

// clipped says what was cut off, of positions, gradients and the heights that are drawn.
func clipped(doc *setup.Experiment, probe *surfaces.Probe) (list []string) {
	if doc.Bounds != nil {
		list = append(list, "positions to "+window(*doc.Bounds))
	}
	for i, r := range doc.Racers {
		for word := range strings.FieldsSeq(r.Spec.String()) {
			if strings.HasPrefix(word, "clip_") {
				list = append(list, fmt.Sprintf("gradients of racer %d by %s", i+1, word))
			}
		}
	}
	if probe == nil {
		return list
	}
	const side = 96 // enough to tell
	ground := figure.Ground{Probe: probe, View: doc.View, W: side, H: side, Spacing: figure.Spacings[doc.Look.Levels]}
	field := ground.Field(figure.Isolines)
	scale := field.HeightScale()
	lo, hi := scale.Ends()
	below, above := field.Clipped(scale)
	if below {
		list = append(list, "colours of heights below "+plot.Number(lo))
	}
	if above {
		list = append(list, "colours of heights above "+plot.Number(hi))
	}
	return list
}

// provenanceOfRun is that of a race.
func provenanceOfRun(r lab.Run) provenance {
	p := provenanceOf(&r.Doc, r.Field.Probe)
	if r.Tape != nil && len(r.Tape.Runs) > 0 && r.Tape.Runs[0].Every() > 1 {
		p.add("rows kept", fmt.Sprintf("1 in %d", r.Tape.Runs[0].Every()))
	}
	return p
}

// provenance is that of a map.
func (r *Map) provenance() provenance {
	p := provenanceOf(&r.Survey.Doc, r.Survey.Probe)
	p.add("mapped", r.Survey.Doc.Names()[r.Racer])
	p.add("cells", fmt.Sprintf("%dx%d", r.Sheet.W, r.Sheet.H))
	if r.X != nil {
		p.add("across", axisText(r.X))
		p.add("up", axisText(r.Y))
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

func provenanceOfSwarm(s *Swarm) provenance {
	p := provenanceOf(&s.Doc, nil)
	if len(s.Racers) > 0 {
		p.add("runs", strconv.Itoa(s.Racers[0].Run.Runs))
	}
	p.add("from", SwarmOrigin(s.Doc))
	return p
}

func provenanceOfFair(o *FairOutcome) provenance {
	p, f := provenanceOf(&o.Doc, nil), o.Doc.Fair.Filled()
	p.add("fair race", fmt.Sprintf("%d starts, %d seeds, tuned from %d, budget %d", f.Starts, f.Seeds, f.TuneStarts, f.Budget))
	return p
}

func provenanceOfBench(r *contest.Result) provenance {
	p := made()
	p.add("suite", r.Setting.Suite)
	p.add("budget", strconv.Itoa(r.Setting.Budget))
	p.add("instances", strconv.Itoa(r.Setting.Instances))
	p.add("tuning trials", strconv.Itoa(r.Setting.Tuning))
	for i, spec := range r.Setting.Racers {
		p.add(fmt.Sprintf("racer %d", i+1), spec.String())
	}
	return p
}

func provenanceOfCensus(s census.Setting) provenance {
	p := made()
	p.add("dimensions", fmt.Sprintf("%d to %d", s.From, s.To))
	p.add("points", strconv.Itoa(s.Count))
	p.add("seed", strconv.FormatUint(s.Seed, 10))
	return p
}

func provenanceOfTrainings(s trainings.Setting) provenance {
	p := made()
	p.add("hidden units", strings.Trim(fmt.Sprint(s.Hidden), "[]"))
	p.add("trainings", strconv.Itoa(s.Runs))
	p.add("steps", strconv.Itoa(s.Steps))
	p.add("racer", s.Racer.String())
	p.add("seed", strconv.FormatUint(s.Seed, 10))
	return p
}

func provenanceOfCurve(s curve.State) provenance {
	p := made()
	p.add("formula", s.Curve.Formula)
	p.number("start", s.Doc.Start)
	p.add("steps", strconv.Itoa(s.Doc.Steps))
	p.add("seed", strconv.FormatUint(s.Doc.Seed, 10))
	for i, r := range s.Doc.Racers {
		p.add(fmt.Sprintf("racer %d", i+1), r.Spec.String())
	}
	return p
}
