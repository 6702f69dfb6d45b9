package curve

import (
	"encoding/json"
	"fmt"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/strict"
	"descentlab/optim"
)

// Format is what a file of a document says of itself.
const Format = "descentlab curve"

// documentFile is the document as it stands in a file: racers are written as on the command line.
type documentFile struct {
	Format  string      `json:"format"`
	Version int         `json:"version"`
	Shape   string      `json:"shape,omitempty"`
	Formula string      `json:"formula,omitempty"`
	Start   *float64    `json:"start"`
	Steps   int         `json:"steps"`
	Racers  []racerFile `json:"racers"`
	Seed    *uint64     `json:"seed,omitempty"`         // nil: the first one
	Side    *bool       `json:"side_by_side,omitempty"` // nil: if there are several racers
}

type racerFile struct {
	Racer string `json:"racer"`
	Slot  int    `json:"slot"`
}

// MarshalJSON writes the document in the form of its file.
func (d Document) MarshalJSON() ([]byte, error) {
	f := documentFile{
		Format: Format, Version: setup.FileVersion,
		Shape: d.Named, Formula: d.Formula, Start: &d.Start, Steps: d.Steps,
	}
	if d.SideBySide != (len(d.Racers) > 1) {
		f.Side = &d.SideBySide
	}
	if d.Seed != firstSeed {
		f.Seed = &d.Seed
	}
	for _, r := range d.Racers {
		f.Racers = append(f.Racers, racerFile{r.Spec.String(), r.Slot})
	}
	return json.Marshal(f)
}

// Shape is that of the file.
func (Document) Shape() any { return documentFile{} }

// UnmarshalJSON reads a document and checks it; a foreign, newer or impossible one is an error that says so.
func (d *Document) UnmarshalJSON(data []byte) error {
	var f documentFile
	if err := strict.Check(data, d); err != nil {
		return err
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return err
	}
	read, err := f.document()
	if err == nil {
		err = read.Check()
	}
	if err == nil {
		*d = read
	}
	return err
}

// Load reads a document from a file; the error names the file, the place in it, and what is wrong there.
func Load(path string) (Document, error) {
	data, err := setup.ReadFile(path)
	if err != nil {
		return Document{}, err
	}
	return Parse(path, data)
}

// Parse is Load for what stands in the file of a name.
func Parse(name string, data []byte) (Document, error) {
	var d Document
	err := setup.Decode(name, data, Format, &d)
	return d, err
}

// Save writes a document, whole or not at all.
func Save(path string, d Document) error { return setup.Save(path, d) }

// document is what the file says, not yet checked. A formula may be written as people write formulas.
func (f documentFile) document() (Document, error) {
	if f.Format != Format || f.Version < 1 || f.Version > setup.FileVersion {
		return Document{}, setup.At("format", words.Errorf("not a %s of version 1 to %d", Format, setup.FileVersion))
	}
	d := Document{Named: f.Shape, Steps: f.Steps, Seed: firstSeed}
	if f.Seed != nil {
		d.Seed = *f.Seed
	}
	switch {
	case f.Shape != "" && f.Formula != "":
		return d, setup.At("formula", words.Errorf("give a shape or a formula, not both"))
	case f.Shape == "":
		var err error
		if d.Formula, _, err = ReadFormula(f.Formula); err != nil {
			return d, setup.At("formula", err)
		}
	}
	if f.Start == nil {
		return d, setup.At("start", words.Errorf("a start is needed, as in \"start\": -3"))
	}
	d.Start = *f.Start
	for i, r := range f.Racers {
		spec, err := optim.ParseSpec(r.Racer)
		if err != nil {
			return d, setup.At(fmt.Sprintf("racers[%d].racer", i), err)
		}
		d.Racers = append(d.Racers, Racer{spec, r.Slot})
	}
	if d.SideBySide = len(d.Racers) > 1; f.Side != nil {
		d.SideBySide = *f.Side
	}
	return d, nil
}
