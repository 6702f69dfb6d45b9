package lab

import (
	"math"
	"reflect"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// TestHistogramsCountTheRuns: every run is in one bin of one group, or has never arrived; likewise those that leave a saddle.
func TestHistogramsCountTheRuns(t *testing.T) {
	for _, steps := range []int{1, 7, 100, 1100} {
		s := surveyOf(t, "double_well", steps, "sgd lr=0.05")
		s.Doc.Start, s.Doc.Swarm = surfaces.Point{}, setup.Swarming{Runs: 200, Radius: 0.4}
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
