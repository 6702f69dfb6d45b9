package setup

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// TestSwarmIsSaved: where a swarm begins is in the file, with the painted region.
func TestSwarmIsSaved(t *testing.T) {
	for _, swarm := range []Swarming{
		{}, {Runs: 40, Radius: 0.2, From: FromRing, Around: surfaces.Point{X: 0.5, Y: -1}}, {From: FromRing},
		{Runs: 9, From: FromGrid}, {From: FromPainted},
	} {
		doc := Default()
		doc.Swarm = swarm
		doc.Look.SwarmShows = "arrivals"
		doc.Painted = sweep.Region{
			{Pts: []sweep.Spot{{X: 1, Y: 2}, {X: 3, Y: 0.1}}, Radius: 0.5},
			{Pts: []sweep.Spot{{X: 1, Y: 2}}, Radius: 0.25, Ratio: 3, Erase: true},
		}
		path := filepath.Join(t.TempDir(), "swarm.json")
		if err := SaveExperiment(path, doc); err != nil {
			t.Fatal(err)
		}
		read, err := LoadExperiment(path)
		if err != nil || read.Swarm != doc.Swarm || !reflect.DeepEqual(read.Painted, doc.Painted) || read.Look != doc.Look {
			t.Errorf("read %+v, %+v, %v; want %+v", read.Swarm, read.Painted, err, doc.Swarm)
		}
	}
}

// TestOldRingOpens: files from before there was more than disc and ring.
func TestOldRingOpens(t *testing.T) {
	data, err := json.Marshal(Default())
	if err != nil {
		t.Fatal(err)
	}
	old := strings.Replace(string(data), `"steps":140`, `"swarm":{"runs":12,"ring_around":[0.5,-1]},"steps":140`, 1)
	path := filepath.Join(t.TempDir(), "old.json")
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	want := Swarming{Runs: 12, From: FromRing, Around: surfaces.Point{X: 0.5, Y: -1}}
	if read, err := LoadExperiment(path); err != nil || read.Swarm != want {
		t.Errorf("read %+v, %v", read.Swarm, err)
	}
}

func TestBadRegionsAreExplained(t *testing.T) {
	long := sweep.Stroke{Radius: 1, Pts: make([]sweep.Spot, MaxSpots+1)}
	for _, c := range []struct {
		region sweep.Region
		says   string
	}{
		{sweep.Region{{Radius: 1}}, "no points"},
		{sweep.Region{{Pts: []sweep.Spot{{}}}}, "radius"},
		{sweep.Region{{Pts: []sweep.Spot{{}}, Radius: math.Inf(1)}}, "radius"},
		{sweep.Region{{Pts: []sweep.Spot{{X: math.NaN()}}, Radius: 1}}, "finite"},
		{sweep.Region{long}, "4000"},
	} {
		doc := Default()
		doc.Painted = c.region
		if err := doc.Check(); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v, want %q", err, c.says)
		}
	}
	doc := Default()
	doc.Swarm.From = "moon"
	if err := doc.Check(); err == nil || !strings.Contains(err.Error(), "painted") {
		t.Error(err)
	}
}

// TestStrokeIsThinned: a stroke keeps where it went, and not every place on the way.
func TestStrokeIsThinned(t *testing.T) {
	var doc Experiment
	brush := sweep.Stroke{Radius: 1}
	for i := range 1001 {
		doc.PaintStroke(0, brush, surfaces.Point{X: float64(i) / 100, Y: 2})
	}
	pts := doc.Painted[0].Pts
	if len(doc.Painted) != 1 || len(pts) < 20 || len(pts) > 45 || pts[0] != (sweep.Spot{X: 0, Y: 2}) ||
		pts[len(pts)-1] != (sweep.Spot{X: 10, Y: 2}) {
		t.Errorf("%d points: %v", len(pts), pts)
	}
	before := doc.Clone()
	doc.PaintStroke(1, sweep.Stroke{Radius: 1, Erase: true}, surfaces.Point{X: 5, Y: 2})
	doc.PaintStroke(1, sweep.Stroke{Radius: 1, Erase: true}, surfaces.Point{X: 5, Y: 3})
	if len(doc.Painted) != 2 || len(doc.Painted[1].Pts) != 2 || len(before.Painted) != 1 {
		t.Errorf("%+v", doc.Painted)
	}
	if doc.Painted.Contains(5, 2) || !doc.Painted.Contains(8, 2.5) {
		t.Error("rubbed out where it should not be, or not where it should")
	}
}

// TestRegionGoesWithTheSurface: what was painted on one surface means nothing on another.
func TestRegionGoesWithTheSurface(t *testing.T) {
	doc := Default()
	doc.Swarm.From, doc.Painted = FromPainted, sweep.Region{{Pts: []sweep.Spot{{}}, Radius: 1}}
	sphere, err := surfaces.Lookup("sphere")
	if err != nil {
		t.Fatal(err)
	}
	doc.SetSurface(sphere)
	if doc.Swarm.From != FromDisc || doc.Painted != nil {
		t.Errorf("%+v, %+v", doc.Swarm, doc.Painted)
	}
}
