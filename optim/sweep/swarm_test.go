package sweep_test

import (
	"math"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/optim/sweep"
)

// TestSwarmIsTheRace: each run of a swarm is the run on a tape, to the last bit, and ends as that does.
func TestSwarmIsTheRace(t *testing.T) {
	starts := sweep.Disc(1, 1, 2, 50, 7)
	for _, text := range []string{"sgd lr=0.01", "adam lr=0.2 grad_noise=0.5", "sgd lr=0.5"} {
		spec := parse(t, text)
		noise := func(seed uint64) optim.Objective { return optim.NewNoise(plane(himmelblau), 0.2, seed) }
		w := work(plane(himmelblau), 1100)
		w.Noise = noise
		s, err := w.Swarm(t.Context(), spec, starts, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Every != 2 || s.Moments() != 551 {
			t.Fatalf("%d moments, every %d", s.Moments(), s.Every)
		}
		for i, start := range starts {
			tape, err := race.Record(t.Context(), func() optim.Objective { return noise(start.Seed) },
				[]race.Entrant{{Spec: spec, Start: []float64{start.X, start.Y}, Seed: start.Seed}}, 1100)
			if err != nil {
				t.Fatal(err)
			}
			run := tape.Runs[0]
			for k := 0; k*s.Every <= run.LastSound(); k++ {
				x, y, loss := s.At(k, i)
				want := run.X(k * s.Every)
				if x != want[0] || y != want[1] || loss != run.Loss(k*s.Every) {
					t.Fatalf("%s: run %d, moment %d: (%v, %v), %v; want %v, %v", text, i, k, x, y, loss, want, run.Loss(k*s.Every))
				}
			}
			if want := judged(w, run); !equal(s.Ends[i], want) {
				t.Fatalf("%s: run %d ended as %+v, on the tape %+v", text, i, s.Ends[i], want)
			}
			last := s.Moments() - 1
			if failed := run.Verdict.Kind != race.Finished; s.Failed(last, i) != failed {
				t.Fatalf("%s: run %d has failed: %t, on the tape %v", text, i, s.Failed(last, i), run.Verdict)
			}
		}
	}
}

// TestBands: the bands of a swarm of equal runs are those runs, and of ten known losses their deciles.
func TestBands(t *testing.T) {
	starts := sweep.Disc(1, 1, 0, 9, 7)
	s, err := work(plane(himmelblau), 40).Swarm(t.Context(), parse(t, "sgd lr=0.01"), starts, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for k, b := range s.Bands() {
		if _, _, loss := s.At(k, 3); b.Low != loss || b.Median != loss || b.High != loss || math.Abs(b.Mean-loss) > 1e-6*loss {
			t.Fatalf("moment %d: %+v, want %v", k, b, loss)
		}
	}
	// From (k, 0), k = 1 to 10, the sphere's losses are k squared.
	round := plane(func(x, y float64) (f, fx, fy float64) { return x*x + y*y, 2 * x, 2 * y })
	var line []sweep.Start
	for k := range 10 {
		line = append(line, sweep.Start{X: float64(k + 1)})
	}
	if s, err = work(round, 1).Swarm(t.Context(), parse(t, "sgd lr=0.01"), line, sweep.Options{}); err != nil {
		t.Fatal(err)
	}
	if b := s.Bands()[0]; b.Low != 1 || b.Median != 25 || b.High != 81 || b.Mean != 38.5 {
		t.Errorf("%+v", b)
	}
}

// TestEscapes: on x^2 - y^2 gradient descent leaves the saddle when |y0|*(1 + 2*lr)^t exceeds the distance.
func TestEscapes(t *testing.T) {
	saddle := plane(func(x, y float64) (f, fx, fy float64) { return x*x - y*y, 2 * x, -2 * y })
	starts := []sweep.Start{{Y: 1e-3}, {Y: -0.05}, {X: 0.3}, {X: 5}}
	s, err := work(saddle, 100).Swarm(t.Context(), parse(t, "sgd lr=0.1"), starts, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	after := func(y float64) int { return int(math.Ceil(math.Log(0.5/y) / math.Log(1.2))) }
	got := s.Escapes(0, 0, 0.5)
	for i, want := range []int{after(1e-3), after(0.05), -1, -2} {
		if got[i] != want {
			t.Errorf("run %d escapes at %d, want %d", i, got[i], want)
		}
	}
}

func TestStartsAreRepeatable(t *testing.T) {
	view := sweep.Rect{X0: -1, X1: 3, Y0: 5, Y1: 6}
	a, b, c := sweep.Scatter(view, 400, 3), sweep.Scatter(view, 400, 3), sweep.Scatter(view, 400, 4)
	inside, left := 0, 0
	for i := range a {
		if a[i] != b[i] || a[i] == c[i] {
			t.Fatal("starts do not follow from the seed")
		}
		if a[i].X >= -1 && a[i].X <= 3 && a[i].Y >= 5 && a[i].Y <= 6 {
			inside++
		}
		if a[i].X < 1 {
			left++
		}
	}
	if inside != 400 || left < 150 || left > 250 {
		t.Errorf("%d inside, %d in the left half", inside, left)
	}
	near := 0
	for _, s := range sweep.Disc(2, -1, 0.5, 400, 1) {
		if r := math.Hypot(s.X-2, s.Y+1); r > 0.5 {
			t.Fatalf("a start at distance %v", r)
		} else if r < 0.5/math.Sqrt2 {
			near++
		}
	}
	if near < 150 || near > 250 { // half of the area
		t.Errorf("%d of 400 in the inner half", near)
	}
}

func TestSwarmRefuses(t *testing.T) {
	for _, n := range []int{0, sweep.MaxSwarm + 1} {
		_, err := work(plane(himmelblau), 10).Swarm(t.Context(), parse(t, "sgd"), make([]sweep.Start, n), sweep.Options{})
		if err == nil || !strings.Contains(err.Error(), "1 to 2000") {
			t.Errorf("%d runs: %v", n, err)
		}
	}
}

// TestContest: who arrives at the deepest minimum first wins, ties are shared, and divergence never wins.
func TestContest(t *testing.T) {
	w := bowl(2000)
	w.View, w.Targets = sweep.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}, []sweep.Target{{Within: 0.01}}
	starts := sweep.Scatter(w.View, 40, 1)
	specs := []optim.Spec{parse(t, "sgd lr=0.03"), parse(t, "sgd lr=0.06"), parse(t, "sgd lr=0.06"), parse(t, "sgd lr=1")}
	scores, _, err := w.Contest(t.Context(), specs, starts, 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(scores[1].Won-0.5) > 1e-9 || scores[1].Won != scores[2].Won || scores[0].Won != 0 || scores[3].Won != 0 {
		t.Errorf("won %v, %v, %v, %v", scores[0].Won, scores[1].Won, scores[2].Won, scores[3].Won)
	}
	if math.Abs(scores[1].Global-1) > 1e-9 || math.Abs(scores[3].Diverged-1) > 1e-9 || !math.IsInf(scores[3].Gap[1], 1) ||
		!math.IsNaN(scores[3].Evaluations[1]) {
		t.Errorf("scores %+v", scores)
	}
	if q := scores[0].Evaluations; !(q[0] <= q[1] && q[1] <= q[2] && q[1] > scores[1].Evaluations[1]) {
		t.Errorf("evaluations %v against %v", q, scores[1].Evaluations)
	}
	if _, _, err := w.Contest(t.Context(), specs, nil, 0, sweep.Options{}); err == nil {
		t.Error("a contest without starts")
	}
}

// TestRing: starts on a circle, evenly around it.
func TestRing(t *testing.T) {
	var x, y float64
	ring := sweep.Ring(2, -1, 0.5, 12, 7)
	for i, s := range ring {
		if math.Abs(math.Hypot(s.X-2, s.Y+1)-0.5) > 1e-15 || s.Seed != uint64(7+i) {
			t.Errorf("start %+v", s)
		}
		x, y = x+s.X, y+s.Y
	}
	if math.Abs(x/12-2) > 1e-14 || math.Abs(y/12+1) > 1e-14 {
		t.Error("the ring is lopsided")
	}
}
