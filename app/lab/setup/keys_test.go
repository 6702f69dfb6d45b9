package setup

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// matters says what depends on which field of a document, or on all fields within it. What changes no result is named field by
// field, so that a new one is not taken for such unseen.
var matters = map[string][]Concern{
	"Surface": allConcerns, "Formula": allConcerns, "Own": allConcerns, "Weights": allConcerns,
	"Data": allConcerns, "Home": allConcerns,
	"Params": onSliders, "Waves": onSliders, "Turn": onSliders, "Stretch": onSliders, "Sculpture": onSliders,
	"Batch": onRuns, "Seed": onRuns, "Noise": onRuns, "Steps": onRuns, "Racers": everything[2:],
	"Racers.Changes": {OfRace}, "Racers.Futures": {OfRace},
	"Bounds": onSliders, "Racers.Slot": {OfFair, OfBench}, "Bench": {OfBench},
	"Start": {OfRace, OfPlane, OfSwarm, OfFair}, "View": {OfBasins},
	"Fair": {OfFair}, "Swarm": {OfSwarm}, "Painted": {OfSwarm, OfFair},

	"Racers.Hidden": nil, "Look.Levels": nil, "Look.SideBySide": nil, "Look.LinearLoss": nil, "Look.Ground": nil, "Look.Panel": nil,
	"Look.Large": nil, "Look.PlaneX": nil, "Look.PlaneY": nil, "Look.PlaneShows": nil, "Look.Subject": nil,
	"Look.Against": nil, "Look.Batches": nil, "Look.Flows": nil, "Look.SwarmShows": nil, "Look.Relief": nil,
	"Look.Charts": nil,
}

var (
	// Concerns of all that depends on the surface.
	allConcerns = []Concern{OfKin, OfSurface, OfRace, OfBasins, OfPlane, OfSwarm, OfFair}
	onSliders   = allConcerns[1:]
	onRuns      = allConcerns[2:]
	everything  = append(allConcerns, OfBench)
)

// mattersTo looks a field up: by its own name, else as a part of what has no harmless parts.
func mattersTo(path string) (to []Concern, told bool) {
	if to, told = matters[path]; told {
		return to, true
	}
	for outer := path; ; {
		cut := strings.LastIndex(outer, ".")
		if cut < 0 {
			return nil, false
		}
		outer = outer[:cut]
		if to = matters[outer]; to != nil {
			return to, true
		}
	}
}

// examples is a data set with some targets.
func examples(targets ...float64) *surfaces.Dataset {
	return &surfaces.Dataset{Columns: []surfaces.Column{{Name: "u", Values: []float64{1, 2}}, {Name: "t", Values: targets}}}
}

// fullDocument has something in every field; its swarm begins in that way.
func fullDocument(from string) *Experiment {
	e := Default()
	e.Own = []surfaces.Param{{Name: "a", Default: 1, Max: 2}}
	e.Params = map[string]float64{"a": 1.5, "b": 2}
	e.Sculpture = []Bump{{Height: 1, Width: 1}}
	e.Data = examples(3, 4)
	e.Fair = Fair{Knobs: []string{"lr"}, Budget: 1000, Starts: 10, Painted: true, Seeds: 2}
	e.Swarm = Swarming{Runs: 10, From: from, Around: surfaces.Point{X: 1, Y: 1}}
	e.Bench = Bench{Suite: "folder", Budget: 10, Instances: 3, Tuning: 5}
	e.Bounds = &surfaces.Rect{X0: -1, X1: 1, Y0: -2, Y1: 2}
	e.Painted = sweep.Region{{Pts: []sweep.Spot{{X: 1}}, Radius: 1}}
	spec, err := optim.ParseSpec("adam lr=0.1 schedule=multistep milestones=10,20")
	if err != nil {
		panic(err)
	}
	e.Racers = []Racer{{Spec: spec}, {Spec: spec.With("beta1", optim.Num(0.5)), Slot: 1}}
	e.Racers[0].Changes = optim.Changes{{At: 5, Spec: spec.Clone()}}
	e.Racers[0].Futures = []Future{{At: 5, Spec: spec.Clone(), Changes: optim.Changes{{At: 9, Spec: spec.Clone()}}}}
	return &e
}

// eachField calls f with every field of a value that has no fields of its own, and with every list besides.
func eachField(path string, v reflect.Value, f func(path string, v reflect.Value)) {
	switch {
	case v.Kind() == reflect.Pointer && v.Elem().Type() == reflect.TypeFor[surfaces.Rect]():
		eachField(path, v.Elem(), f)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			eachField(strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), v.Field(i), f)
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		eachField(path, v.Index(0), f)
		f(path, v)
	default:
		f(path, v)
	}
}

// change makes a field another one.
func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 2) // where 0 stands for 1
	case reflect.Uint64:
		v.SetUint(v.Uint() + 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + 1)
	case reflect.Slice:
		v.Set(v.Slice(0, v.Len()-1))
	case reflect.Map:
		v.SetMapIndex(v.MapKeys()[0], reflect.Value{})
	case reflect.Pointer: // to a data set
		v.Set(reflect.ValueOf(examples(3, 5)))
	default:
		panic(v.Kind())
	}
}

// TestKeysAreOfTheFields: changing any one field of a document changes exactly the keys of what depends on it. A field that
// nobody has thought of is in none of them, or in the wrong ones.
func TestKeysAreOfTheFields(t *testing.T) {
	fields := 0
	eachField("", reflect.ValueOf(fullDocument(FromDisc)).Elem(), func(path string, _ reflect.Value) {
		place := fields
		fields++
		want, told := mattersTo(path)
		if !told {
			t.Errorf("%s is new: say in KeyOf which results depend on it, or here that none does", path)
			return
		}
		var got []Concern
		for _, from := range Froms { // where a swarm begins decides what of it matters
			before, after := fullDocument(from), fullDocument(from)
			at := 0
			eachField("", reflect.ValueOf(after).Elem(), func(_ string, v reflect.Value) {
				if at++; at == place+1 {
					change(v)
				}
			})
			for _, c := range everything {
				if !Same(c, before, after) && !slices.Contains(got, c) {
					got = append(got, c)
				}
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s is in the keys %v, want %v", path, got, want)
		}
	})
	if fields < 60 {
		t.Errorf("only %d fields have been changed", fields)
	}
}

// TestKeysLeaveOutWhatIsNotUsed: a field matters only while something is made of it.
func TestKeysLeaveOutWhatIsNotUsed(t *testing.T) {
	move := func(e *Experiment) { e.Start.X++ }
	repaint := func(e *Experiment) { e.Painted = nil }
	for _, c := range []struct {
		name   string
		of     Concern
		with   func(*Experiment)
		change func(*Experiment)
	}{
		{"the start, to a swarm from a ring", OfSwarm, func(e *Experiment) { e.Swarm.From = FromRing }, move},
		{"the start, to a swarm from a grid", OfSwarm, func(e *Experiment) { e.Swarm.From = FromGrid }, move},
		{"the start, to tuning from many others", OfFair, func(e *Experiment) { e.Fair.TuneStarts = 5 }, move},
		{"the painted region, to a swarm elsewhere", OfSwarm, func(*Experiment) {}, repaint},
		{"the painted region, to a fair race elsewhere", OfFair, func(e *Experiment) { e.Fair.Painted = false }, repaint},
		{"that a swarm's default is written out", OfSwarm,
			func(e *Experiment) { e.Swarm.Runs = 0 }, func(e *Experiment) { e.Swarm.Runs = 300 }},
		{"that a fair race's default is written out", OfFair,
			func(e *Experiment) { e.Fair.Seeds = 0 }, func(e *Experiment) { e.Fair.Seeds = 1 }},
	} {
		a, b := fullDocument(FromDisc), fullDocument(FromDisc)
		c.with(a)
		c.with(b)
		c.change(b)
		if !Same(c.of, a, b) {
			t.Errorf("%s matters", c.name)
		}
	}
	a, b := fullDocument(FromDisc), fullDocument(FromDisc)
	if a.Fair.Knobs, b.Fair.Knobs = nil, []string{}; Same(OfFair, a, b) {
		t.Error("no knob to tune is taken for each racer's main ones")
	}
}

// many is a data set as large as may be.
func many() *surfaces.Dataset {
	values := make([]float64, surfaces.MaxExamples)
	for i := range values {
		values[i] = float64(i)
	}
	return &surfaces.Dataset{Columns: []surfaces.Column{{Name: "u", Values: values}, {Name: "t", Values: values}}}
}

func TestKeysAllocateNothing(t *testing.T) {
	a, b := fullDocument(FromPainted), fullDocument(FromPainted)
	a.Data, b.Data = many(), many()
	b.Data.Columns[1].Values = slices.Clone(b.Data.Columns[1].Values)
	if !Same(OfSurface, a, b) {
		t.Error("equal examples are told apart")
	}
	if n := testing.AllocsPerRun(100, func() { Same(OfFair, a, b) }); n != 0 {
		t.Errorf("a comparison allocates %v times", n)
	}
	b.Data.Columns[1].Values[0]++ // nobody does that to a data set: it shows that the numbers are not read again
	if !Same(OfSurface, a, b) {
		t.Error("the examples are read anew for every key")
	}
}

// TestKeysOfDataAreForgotten: with its data set.
func TestKeysOfDataAreForgotten(t *testing.T) {
	known := func() int {
		dataKeys.Lock()
		defer dataKeys.Unlock()
		return len(dataKeys.of)
	}
	before, kept := known(), many()
	for range 5 {
		dataKey(many())
	}
	dataKey(kept)
	for deadline := time.Now().Add(10 * time.Second); known() > before+1; {
		if time.Now().After(deadline) {
			t.Fatalf("%d data sets are known, %d before", known(), before)
		}
		runtime.GC()
		runtime.Gosched()
	}
	runtime.KeepAlive(kept)
}

func BenchmarkKey(b *testing.B) {
	large := fullDocument(FromDisc)
	large.Data = many()
	usual := Default()
	for name, e := range map[string]*Experiment{"usual": &usual, "large": large} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				KeyOf(OfFair, e)
			}
		})
	}
}
