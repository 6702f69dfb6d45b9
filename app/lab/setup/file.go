package setup

import (
	"encoding/json"
	"fmt"

	"descentlab/app/words"
	"descentlab/surfaces"
)

const experimentFormat = "descentlab experiment"

// FileVersion is that of the files which this program writes, and the newest that it reads.
const FileVersion = 1

// experimentFile is the document as it stands in a file: racers are written as on the command line.
type experimentFile struct {
	Format    string             `json:"format"`
	Version   int                `json:"version"`
	Surface   string             `json:"surface,omitempty"`
	Formula   string             `json:"formula,omitempty"`
	Own       []paramFile        `json:"own_params,omitempty"`
	Params    map[string]float64 `json:"params,omitempty"`
	Waves     *wavesFile         `json:"waves,omitempty"`
	Weights   surfaces.Weighing  `json:"weights,omitempty"`
	Turn      float64            `json:"turn,omitempty"`
	Stretch   float64            `json:"stretch,omitempty"`
	Home      [4]float64         `json:"home" list:"x0, x1, y0, y1"`
	View      [4]float64         `json:"view" list:"x0, x1, y0, y1"`
	Sculpture []bumpFile         `json:"sculpture,omitempty"`
	Start     *[2]float64        `json:"start" list:"x, y"`
	Bounds    *boxFile           `json:"bounds,omitempty" list:"x0, x1, y0, y1"`
	Data      *dataFile          `json:"data,omitempty"`
	Batch     int                `json:"batch,omitempty"`
	Seed      uint64             `json:"seed"`
	Noise     float64            `json:"noise"`
	Steps     int                `json:"steps"`
	Racers    []racerFile        `json:"racers"`
	Look      lookFile           `json:"look"`
	Fair      *fairFile          `json:"fair,omitempty"`
	Swarm     *swarmFile         `json:"swarm,omitempty"`
	Bench     *benchFile         `json:"bench,omitempty"`
	Painted   []strokeFile       `json:"painted,omitempty"`
}

// bumpFile is a part of a sculpture.
type bumpFile struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Height float64 `json:"height"`
	Width  float64 `json:"width"`
	Ratio  float64 `json:"ratio,omitempty"`
	Angle  float64 `json:"angle,omitempty"`
}

// paramFile is a parameter of the user's formula.
type paramFile struct {
	Name    string  `json:"name"`
	Default float64 `json:"default"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
}

// wavesFile is which random landscape it is.
type wavesFile struct {
	Seed  uint64 `json:"seed"`
	Count int    `json:"count"`
}

type fairFile struct {
	Knobs      []string `json:"knobs,omitzero"` // none at all is not the same as no list
	TuneStarts int      `json:"tune_starts,omitempty"`
	Budget     int      `json:"budget,omitempty"`
	Starts     int      `json:"starts,omitempty"`
	Painted    bool     `json:"painted,omitempty"`
	Seeds      int      `json:"seeds,omitempty"`
}

// dataFile is a data set with all its numbers, so that the file needs no other.
type dataFile struct {
	Name    string       `json:"name,omitempty"`
	Title   string       `json:"title"`
	Cite    string       `json:"cite,omitempty"`
	Of      int          `json:"of,omitempty"`
	Columns []columnFile `json:"columns"`
}

type columnFile struct {
	Name   string    `json:"name"`
	Label  string    `json:"label"`
	Values []float64 `json:"values"`
}

type racerFile struct {
	Racer   string       `json:"racer"`
	Slot    int          `json:"slot"`
	Hidden  bool         `json:"hidden,omitempty"`
	Futures []futureFile `json:"futures,omitempty"`
}

type lookFile struct {
	Levels     string `json:"levels"`
	SideBySide bool   `json:"side_by_side"`
	LinearLoss bool   `json:"linear_loss"`
	Ground     string `json:"ground,omitempty"`
	Panel      string `json:"panel,omitempty"`
	Large      bool   `json:"large,omitempty"`
	PlaneX     string `json:"plane_x,omitempty"`
	PlaneY     string `json:"plane_y,omitempty"`
	PlaneShows string `json:"plane_shows,omitempty"`
	Subject    int    `json:"subject,omitempty"`
	Against    int    `json:"against,omitempty"`
	Batches    bool   `json:"batches,omitempty"`
	Flows      bool   `json:"flows,omitempty"`
	SwarmShows string `json:"swarm_shows,omitempty"`
	Relief     bool   `json:"relief,omitempty"`
	Charts     Charts `json:"charts,omitempty"`
}

// MarshalJSON writes the experiment in the form of its file.
func (e Experiment) MarshalJSON() ([]byte, error) {
	f := experimentFile{
		Format: experimentFormat, Version: FileVersion,
		Surface: e.Surface, Formula: e.Formula, Params: e.Params, Weights: e.Weights, Turn: e.Turn, Stretch: e.Stretch,
		Home: sides(e.Home), View: sides(e.View),
		Start: &[2]float64{e.Start.X, e.Start.Y}, Bounds: newBoxFile(e.Bounds),
		Data: newDataFile(e.Data), Batch: e.Batch,
		Seed: e.Seed, Noise: e.Noise, Steps: e.Steps,
		Racers: []racerFile{},
		Look:   lookFile(e.Look),
		Swarm:  newSwarmFile(e.Swarm), Painted: strokeFiles(e.Painted),
	}
	for _, p := range e.Own {
		f.Own = append(f.Own, paramFile(p))
	}
	if e.Waves != (Waves{}) {
		f.Waves = (*wavesFile)(&e.Waves)
	}
	if !e.Fair.isDefault() {
		f.Fair = (*fairFile)(&e.Fair)
	}
	if e.Bench != (Bench{}) {
		f.Bench = (*benchFile)(&e.Bench)
	}
	for _, b := range e.Sculpture {
		f.Sculpture = append(f.Sculpture, bumpFile(b))
	}
	for _, r := range e.Racers {
		f.Racers = append(f.Racers, r.file())
	}
	return json.Marshal(f)
}

// Shape is that of the file.
func (Experiment) Shape() any { return experimentFile{} }

// experiment is what the file says, not yet checked.
func (f *experimentFile) experiment() (Experiment, error) {
	e := Experiment{
		Surface: f.Surface, Formula: f.Formula, Params: f.Params, Weights: f.Weights, Turn: f.Turn, Stretch: f.Stretch,
		Home: rect(f.Home), View: rect(f.View),
		Bounds: box(f.Bounds),
		Data:   f.Data.dataset(), Batch: f.Batch,
		Seed: f.Seed, Noise: f.Noise, Steps: f.Steps,
		Look:  Look(f.Look),
		Swarm: f.Swarm.swarming(), Painted: painted(f.Painted),
	}
	for _, w := range []struct {
		key   string
		sides [4]float64
	}{{"home", f.Home}, {"view", f.View}} {
		if w.sides == [4]float64{} {
			return e, At(w.key, words.Errorf("a window is needed, as in \"%s\": [-3, 3, -3, 3]", w.key))
		}
	}
	switch {
	case f.Start == nil:
		return e, At("start", words.Errorf("a start is needed, as in \"start\": [-1, 1]"))
	case f.Racers == nil:
		return e, At("racers", words.Errorf("a list is needed, as in \"racers\": [{\"racer\": \"adam lr=0.1\"}], or []"))
	case len(f.Racers) > MaxRacers: // before all of them are understood
		return e, At("racers", words.Errorf("racers: at most %d; got %d", MaxRacers, len(f.Racers)))
	}
	e.Start = surfaces.Point{X: f.Start[0], Y: f.Start[1]}
	for _, p := range f.Own {
		e.Own = append(e.Own, surfaces.Param(p))
	}
	if f.Waves != nil {
		e.Waves = Waves(*f.Waves)
	}
	if f.Fair != nil {
		e.Fair = Fair(*f.Fair)
	}
	if f.Bench != nil {
		e.Bench = Bench(*f.Bench)
	}
	for _, b := range f.Sculpture {
		e.Sculpture = append(e.Sculpture, Bump(b))
	}
	for i, r := range f.Racers {
		racer, err := r.racer()
		if err != nil {
			return e, At(fmt.Sprintf("racers[%d]", i), err)
		}
		e.Racers = append(e.Racers, racer)
	}
	return e, nil
}

func newDataFile(d *surfaces.Dataset) *dataFile {
	if d == nil {
		return nil
	}
	f := &dataFile{Name: d.Name, Title: d.Title, Cite: d.Cite, Of: d.Of}
	for _, c := range d.Columns {
		f.Columns = append(f.Columns, columnFile(c))
	}
	return f
}

func (f *dataFile) dataset() *surfaces.Dataset {
	if f == nil {
		return nil
	}
	d := &surfaces.Dataset{Name: f.Name, Title: f.Title, Cite: f.Cite, Of: f.Of}
	for _, c := range f.Columns {
		d.Columns = append(d.Columns, surfaces.Column(c))
	}
	return d
}

func sides(r surfaces.Rect) [4]float64 { return [4]float64{r.X0, r.X1, r.Y0, r.Y1} }

func rect(s [4]float64) surfaces.Rect {
	return surfaces.Rect{X0: s[0], X1: s[1], Y0: s[2], Y1: s[3]}
}

// SaveExperiment writes an experiment, as whole as WriteFile does.
func SaveExperiment(path string, e Experiment) error { return Save(path, e) }
