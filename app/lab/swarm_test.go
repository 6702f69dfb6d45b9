package lab

import (
	"encoding/json"
	"errors"
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

// TestHistogramsCountTheRuns: every run is in one bin of one group, or has never arrived; likewise those that leave a saddle.
func TestHistogramsCountTheRuns(t *testing.T) {
	for _, steps := range []int{1, 7, 100, 1100} {
		s := surveyOf(t, "double_well", steps, "sgd lr=0.05")
		s.Doc.Start, s.Doc.Swarm = surfaces.Point{}, Swarming{Runs: 200, Radius: 0.4}
		run, err := s.Swarm(t.Context(), 0, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		h := run.Arrivals()
		if h.Bins > maxBins || h.Bins*h.Width < steps || (h.Bins-1)*h.Width >= steps || h.Width%run.Every != 0 {
			t.Fatalf("%d steps in %d bins of %d", steps, h.Bins, h.Width)
		}
		want := map[string][]int{}
		never := 0
		for _, end := range run.Ends {
			if end.Kind != sweep.Arrived {
				never++
				continue
			}
			label := s.Places[end.Target].Label()
			if want[label] == nil {
				want[label] = make([]int, h.Bins)
			}
			want[label][min(int(end.Steps)/h.Width, h.Bins-1)]++
		}
		got := map[string][]int{}
		for _, g := range h.Groups {
			got[g.Label()] = g.Counts
		}
		if !reflect.DeepEqual(got, want) || h.Never != never {
			t.Errorf("%d steps: counts %v and %d, want %v and %d", steps, got, h.Never, want, never)
		}
		h = run.Escapes()
		sum := h.Never
		for side, g := range h.Groups {
			if g.Size() != len(run.Escape.Steps[side]) {
				t.Errorf("%d leave %s, want %d", g.Size(), g.Label(), len(run.Escape.Steps[side]))
			}
			for _, n := range g.Counts {
				sum += n
			}
		}
		if sum != run.Escape.Near || len(h.Groups) != 2 {
			t.Errorf("%d runs of %d near the saddle in %d groups", sum, run.Escape.Near, len(h.Groups))
		}
	}
}

// TestQuartiles: of 1, 2 ... 100 they are 25, 50 and 75.
func TestQuartiles(t *testing.T) {
	h := newHistogram(100, 1)
	g := h.group(NoSide, nil)
	for i := range 100 {
		h.count(g, float64(100-i))
	}
	if q := g.Quartiles(); q != [3]float64{25, 50, 75} {
		t.Errorf("%v", q)
	}
	if q := (&Group{}).Quartiles(); !math.IsNaN(q[1]) {
		t.Errorf("of nobody %v", q)
	}
	if h.Width != 5 || h.Bins != 20 || g.Counts[0] != 4 || g.Counts[1] != 5 || g.Counts[19] != 6 {
		t.Errorf("bins of %d: %v", h.Width, g.Counts)
	}
}

// TestEscapesFromAPaintedSaddle: a region painted over a saddle is a swarm that begins there; a grid begins nowhere.
func TestEscapesFromAPaintedSaddle(t *testing.T) {
	s := surveyOf(t, "double_well", 60, "sgd lr=0.05")
	s.Doc.Start = surfaces.Point{}
	for _, c := range []struct {
		from   string
		at     float64
		saddle bool
	}{{FromPainted, 0, true}, {FromPainted, 1.2, false}, {FromGrid, 0, false}, {FromDisc, 0, true}} {
		s.Doc.Swarm.From = c.from
		s.Doc.Painted = sweep.Region{{Pts: []sweep.Spot{{Y: c.at}}, Radius: 0.1}}
		run, err := s.Swarm(t.Context(), 0, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if (run.Escape != nil) != c.saddle {
			t.Errorf("from %q at %v: escapes %v", c.from, c.at, run.Escape)
		}
	}
	s.Doc.Swarm.From, s.Doc.Painted = FromPainted, nil
	if _, err := s.Swarm(t.Context(), 0, sweep.Options{}); !errors.Is(err, ErrNothingPainted) {
		t.Error(err)
	}
}
