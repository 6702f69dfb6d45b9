package setup

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestBenchInFiles: a benchmark is in the file, a part of which may be left out; without one nothing of it is there.
func TestBenchInFiles(t *testing.T) {
	e := Default()
	data, err := json.Marshal(e)
	if err != nil || strings.Contains(string(data), "bench") {
		t.Fatalf("%s, %v", data, err)
	}
	for _, b := range []Bench{
		{Suite: SuiteCatalogue}, {Budget: 1}, {Instances: MaxInstances}, {Tuning: MaxTrials},
		{Suite: "/home/ü/x y", Budget: 7, Tuning: 3},
	} {
		e.Bench = b
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back Experiment
		if err := json.Unmarshal(data, &back); err != nil || back.Bench != b {
			t.Errorf("%+v is read back as %+v: %v", b, back.Bench, err)
		}
	}
	if f := (Bench{Budget: 5}).Filled(); f != (Bench{Suite: SuiteBBOB, Budget: 5, Instances: 15, Tuning: 1}) {
		t.Errorf("filled in it is %+v", f)
	}
}

// TestBenchIsCompared: a benchmark is another one if any setting of it is, and nothing else is.
func TestBenchIsCompared(t *testing.T) {
	a, b := Default(), Default()
	b.Bench = Bench{}.Filled()
	if !Same(OfBench, &a, &b) {
		t.Error("that a default is written out matters")
	}
	b.Bench.Budget++
	if Same(OfBench, &a, &b) || !Same(OfFair, &a, &b) || !Same(OfRace, &a, &b) {
		t.Error("a budget matters to a benchmark, and to nothing else")
	}
}
