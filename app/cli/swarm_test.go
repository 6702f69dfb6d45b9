package cli

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
)

func TestSwarmCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.csv")
	if _, err := cli(t, "swarm", "-surface", "saddle", "-racer", "sgd lr=0.05", "-steps", "20", "-runs", "30",
		"-o", path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(data), "\n"); lines != 1+30*21 {
		t.Errorf("%d lines, want one for each of 30 runs at 21 moments", lines)
	}
	out, err := cli(t, "swarm", "-surface", "saddle", "-racer", "sgd lr=0.05", "-steps", "20", "-runs", "30")
	if err != nil || !strings.Contains(out, "SGD, 30 runs") || !strings.Contains(out, "median") {
		t.Errorf("%q, %v", out, err)
	}
}

// TestSwarmThatLeavesTheDomain: it ends as a map says, and no run has a loss.
func TestSwarmThatLeavesTheDomain(t *testing.T) {
	out, err := cli(t, "swarm", "-formula", "log(x)+y^2", "-racer", "sgd lr=0.1", "-start", "1,1", "-steps", "50", "-runs", "10")
	if err != nil || !strings.Contains(out, "left the domain  100 %") || !strings.Contains(out, "no run has a loss at the end") {
		t.Errorf("%q, %v", out, err)
	}
}

// swarmSummary is what the tests read of the JSON of a swarm.
type swarmSummary struct {
	From   string
	Racers []struct {
		Runs   int
		Shares []struct {
			End, Place string
			Share      float64
		}
		Arrivals histogramSummary
		Escapes  *struct {
			Saddle string
			Near   int
			histogramSummary
		}
	}
}

type histogramSummary struct {
	Width  int   `json:"bin_width"`
	Edges  []int `json:"bin_edges"`
	Groups []struct {
		Place     string
		Runs      int
		Quartiles []*float64 `json:"steps_quartiles"`
		Counts    []int
	}
	Never int
}

// runs are all that the histogram tells of.
func (h histogramSummary) runs(t *testing.T) int {
	t.Helper()
	all := h.Never
	for _, g := range h.Groups {
		sum := 0
		for _, n := range g.Counts {
			sum += n
		}
		if sum != g.Runs || len(g.Counts) != len(h.Edges)-1 {
			t.Errorf("%d runs in %d bins, want %d in %d", sum, len(g.Counts), g.Runs, len(h.Edges)-1)
		}
		all += sum
	}
	return all
}

func swarmOf(t *testing.T, args ...string) (sum swarmSummary) {
	t.Helper()
	out, err := cli(t, append([]string{"swarm", "-o", "-"}, args...)...)
	if err == nil {
		err = json.Unmarshal([]byte(out), &sum)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// TestSwarmHistograms: the bins hold every run, and agree with the shares and with who leaves the saddle.
func TestSwarmHistograms(t *testing.T) {
	sum := swarmOf(t, "-surface", "double_well", "-racer", "sgd lr=0.05", "-start", "0,0", "-radius", "0.05", "-steps", "100",
		"-runs", "200")
	r := sum.Racers[0]
	if sum.From != "a disc of radius 0.05 around (0, 0)" || r.Runs != 200 || r.Arrivals.runs(t) != 200 ||
		r.Arrivals.Edges[len(r.Arrivals.Edges)-1] != 100 {
		t.Errorf("%+v", sum)
	}
	for _, g := range r.Arrivals.Groups {
		for _, s := range r.Shares {
			if s.Place == g.Place && math.Abs(s.Share*200-float64(g.Runs)) > 1e-9 {
				t.Errorf("%s: %d runs arrive, a share of %v", g.Place, g.Runs, s.Share)
			}
		}
	}
	if e := r.Escapes; e == nil || e.Saddle != "S1" || e.Near != 200 || e.runs(t) != 200 || len(e.Groups) != 2 ||
		*e.Groups[0].Quartiles[0] > *e.Groups[0].Quartiles[2] {
		t.Errorf("escapes %+v", r.Escapes)
	}
}

// TestSwarmFrom: runs begin where -from says, whatever the file does; without it, where the file does.
func TestSwarmFrom(t *testing.T) {
	lengthy.Test(t)
	doc := setup.Default()
	doc.Racers, doc.Steps = doc.Racers[:1], 20
	doc.Swarm = setup.Swarming{Runs: 50, From: setup.FromPainted}
	doc.Painted = sweep.Region{{Pts: []sweep.Spot{{X: 2, Y: 2}}, Radius: 0.25}}
	dir := t.TempDir()
	file, table := filepath.Join(dir, "e.json"), filepath.Join(dir, "s.csv")
	if err := setup.SaveExperiment(file, doc); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, from string }{
		{"", "the painted region"},
		{"-from painted -runs 50", "the painted region"},
		{"-from grid", "a grid over the window"},
		{"-from ring -radius 0.5 -start 1,1", "a ring of radius 0.5 around (1, 1)"},
		{"-from disc -radius 0", "a disc of radius 0 around (-0.1, 1)"},
	} {
		args := append([]string{file}, strings.Fields(c.args)...)
		if sum := swarmOf(t, args...); sum.From != c.from || sum.Racers[0].Runs != 50 {
			t.Errorf("%q: %d runs from %s, want from %s", c.args, sum.Racers[0].Runs, sum.From, c.from)
		}
	}
	if _, err := cli(t, "swarm", file, "-o", table); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(table); err != nil || strings.Count(string(data), "\n") != 1+50*21 {
		t.Errorf("the table has %d lines, %v", strings.Count(string(data), "\n"), err)
	}
	out, err := cli(t, "swarm", file)
	if err != nil || !strings.HasPrefix(out, "SGD, 50 runs from the painted region") || !strings.Contains(out, "arrived by step") {
		t.Errorf("%q, %v", out, err)
	}
	// What is all rubbed out is nowhere to begin.
	doc.Painted = append(doc.Painted, sweep.Stroke{Pts: []sweep.Spot{{X: 2, Y: 2}}, Radius: 1, Erase: true})
	if err := setup.SaveExperiment(file, doc); err != nil {
		t.Fatal(err)
	}
	if out, err := cli(t, "swarm", file); err == nil || ExitStatus(err) != 2 || out != "" ||
		!strings.Contains(err.Error(), "nothing is painted") {
		t.Errorf("%q, %v", out, err)
	}
}

// TestPaintedExample: the example of the documentation opens, begins where it is painted and comes to all three minima.
func TestPaintedExample(t *testing.T) {
	sum := swarmOf(t, "../../docs/painted-swarm.json", "-runs", "300")
	if groups := sum.Racers[0].Arrivals.Groups; sum.From != "the painted region" || len(groups) < 3 || groups[0].Place != "A" {
		t.Errorf("%+v", sum)
	}
}
