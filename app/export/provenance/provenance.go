// Package provenance says what a result follows from, for every file that a result is written into.
package provenance

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"descentlab/app/about"
	"descentlab/app/export/picture"
	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/surfaces"
)

// A List is what a result follows from, in the file that has it: the same in all languages, and no time of day.
type List []picture.Note

// MarshalJSON writes an object, in the order of the notes.
func (p List) MarshalJSON() ([]byte, error) {
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

// Add adds a note.
func (p *List) Add(key, text string) { *p = append(*p, picture.Note{Key: key, Text: text}) }

// Number adds a note that is a number; it reads back as it was.
func (p *List) Number(key string, v float64) { p.Add(key, exact(v)) }

// Made begins with the program.
func Made() List {
	return List{{Key: picture.Software, Text: "Descent Lab " + about.Version}}
}

// Of is that of a result of an experiment, on the surface of a probe; nil probe: what it would tell is left out.
func Of(doc *setup.Experiment, probe *surfaces.Probe) List {
	p := Made()
	s, err := doc.Landscape()
	if err != nil {
		return p // it has been checked
	}
	p.Add("surface", cmp.Or(doc.Surface, s.Formula))
	p.Add("formula", s.Formula)
	for _, param := range s.Params {
		v, set := doc.Params[param.Name]
		if !set {
			v = param.Default
		}
		p.Number("parameter "+param.Name, v)
	}
	if doc.Turn != 0 || doc.Stretch != 0 {
		p.Add("turned", fmt.Sprintf("by %s degrees, stretched by %s doublings", exact(doc.Turn), exact(doc.Stretch)))
	}
	if len(doc.Sculpture) > 0 {
		p.Add("bumps", strconv.Itoa(len(doc.Sculpture)))
	}
	if s.Data != nil {
		p.Add("data", fmt.Sprintf("%s, %d examples", cmp.Or(s.Data.Name, s.Data.Title), s.Data.Len()))
		p.Add("batch", strconv.Itoa(cmp.Or(doc.Batch, s.Data.Len())))
	}
	at := doc.Outset()
	p.Add("start", fmt.Sprintf("(%s, %s)", exact(at.X), exact(at.Y)))
	p.Add("steps", strconv.Itoa(doc.Steps))
	p.Add("seed", strconv.FormatUint(doc.Seed, 10))
	p.Number("noise", doc.Noise)
	p.Add("window", English.Window(doc.View))
	for i, r := range doc.Racers {
		p.Add(fmt.Sprintf("racer %d", i+1), optim.RacerText(r.Spec, r.Changes))
	}
	p.Add("normalised", Normalised(doc, English))
	p.Add("clipped", Clipped(doc, probe, English))
	return p
}

// Racers adds racers that run on no surface of an experiment, and what is cut off of their gradients. Nothing is normalised
// there.
func (p *List) Racers(specs ...optim.Spec) {
	var cut []string
	for i, spec := range specs {
		p.Add(fmt.Sprintf("racer %d", i+1), spec.String())
		cut = append(cut, English.limits(i, spec)...)
	}
	p.Add("normalised", English.list(nil))
	p.Add("clipped", English.list(cut))
}

// Line is all of it in one line, for a cell of a table: "surface: peaks; seed: 7".
func (p List) Line() string {
	parts := make([]string, len(p))
	for i, n := range p {
		parts[i] = n.Key + ": " + n.Text
	}
	return strings.Join(strings.Fields(strings.Join(parts, "; ")), " ")
}

// exact prints a number so that it reads back as it was; minus zero is 0.
func exact(v float64) string { return strconv.FormatFloat(geom.Unsigned(v), 'g', -1, 64) }

// UnmarshalJSON reads what MarshalJSON writes, in its order.
func (p *List) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if begin, err := d.Token(); err != nil || begin != json.Delim('{') {
		return fmt.Errorf("no object: %.20s", data)
	}
	*p = nil
	for d.More() {
		var n picture.Note
		key, err := d.Token()
		if err != nil {
			return err
		}
		n.Key = fmt.Sprint(key)
		if err := d.Decode(&n.Text); err != nil {
			return err
		}
		*p = append(*p, n)
	}
	return nil
}
