package runtimes

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/contest"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: figure.SmallText}
}

// kinds are all pictures.
var kinds = []lab.BenchPicture{lab.BenchRuntimes, lab.BenchProfile, lab.BenchTuning}

func made(t *testing.T, tuning int, texts ...string) *contest.Result {
	t.Helper()
	s := contest.Usual()
	s.Budget, s.Instances, s.Tuning = 100, 2, tuning
	for _, text := range texts {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		s.Racers = append(s.Racers, spec)
	}
	r, err := contest.Make(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPictures: the curves stand where their values are, with a name at each end, and the rules below; nothing is beyond it.
func TestPictures(t *testing.T) {
	lengthy.Test(t)
	r, st := made(t, 5, "sgd lr=0.001", "adam lr=0.1", "adagrad lr=0.5"), style(t)
	for _, kind := range kinds {
		profile := kind == lab.BenchProfile
		p, err := New(t.Context(), r, 0, kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range [][2]float64{{700, 500}, {360, 300}, {80, 60}} {
			on := record.New(size[0], size[1])
			p.Draw(on, Look{Style: st, Rules: size[0] > 500, Racer: -1})
			texts := strings.Join(on.Marks.Texts(), "|")
			if size[0] < 300 {
				continue
			}
			for _, m := range on.Marks {
				if b := m.Bounds; b.X0 < -1 || b.Y0 < -1 || b.X1 > size[0]+1 || b.Y1 > size[1]+1 {
					t.Errorf("%q, %v: %v", kind, size, m)
				}
			}
			for _, name := range r.Names {
				if !strings.Contains(texts, name) {
					t.Errorf("%s has no name among %s", name, texts)
				}
			}
			if rules := strings.Contains(texts, "51 targets"); rules != (size[0] > 500) {
				t.Errorf("the rules stand there: %v", rules)
			}
			if warned := strings.Contains(texts, "fastest of those who run"); warned != (profile && size[0] > 500) {
				t.Errorf("%q: warned %v", kind, warned)
			}
		}
		f := p.frame(700, 500, st, true)
		for racer := range r.Names {
			xs := []float64{3, 20, 90}
			if kind == lab.BenchTuning {
				xs = []float64{1, 5} // nothing is known between
			}
			for _, x := range xs {
				at := f.at(x, p.Part(racer, x))
				got, value, ok := p.Near(at, 700, 500, st, true)
				if !ok || math.Abs(p.Part(got, value)-p.Part(racer, x)) > 1e-6 || math.Abs(value/x-1) > 1e-8 {
					t.Errorf("%q, racer %d at %v: near are racer %d, %v, %v", kind, racer, x, got, value, ok)
				}
				if said := p.Said(racer, x); !strings.HasPrefix(said, r.Names[racer]) {
					t.Errorf("%q", said)
				}
			}
		}
		if _, _, ok := p.Near(plot.Vec{X: 5, Y: 5}, 700, 500, st, true); ok {
			t.Error("a curve is near the corner")
		}
	}
}

// TestBands: a band has the curve's foot, and is of the right colour.
func TestBands(t *testing.T) {
	lengthy.Test(t)
	r, st := made(t, 1, "adam lr=0.1"), style(t)
	runtimes, err := New(t.Context(), r, 0, lab.BenchRuntimes)
	if err != nil {
		t.Fatal(err)
	}
	profile, err := New(t.Context(), r, 0, lab.BenchProfile)
	if err != nil {
		t.Fatal(err)
	}
	on := record.New(600, 400)
	runtimes.Draw(on, Look{Style: st, Racer: -1})
	if n := len(on.Marks.Of(record.Fill)); n < 1 {
		t.Errorf("%d bands", n)
	}
	on = record.New(600, 400)
	profile.Draw(on, Look{Style: st, Racer: 0, At: 2})
	if n := len(on.Marks.Of(record.Circle)); n < 2 {
		t.Errorf("what is pointed at has %d discs", n)
	}
}

// TestStopped: bands that nobody waits for any more are not made.
func TestStopped(t *testing.T) {
	r := made(t, 1, "adam lr=0.1")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := New(ctx, r, 0, lab.BenchRuntimes); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestTuning: what is tuned stands at its number of trials, and is told with the settings that were found.
func TestTuning(t *testing.T) {
	r, st := made(t, 5, "sgd lr=1e-7"), style(t)
	p, err := New(t.Context(), r, 1, lab.BenchTuning)
	if err != nil {
		t.Fatal(err)
	}
	for stage, trials := range []float64{1, 5} {
		if part, _ := r.Stages[stage].Results.Within(0); p.Part(0, trials) != part {
			t.Errorf("after %v trials %v is solved, want %v", trials, p.Part(0, trials), part)
		}
	}
	if a, b, c := p.Part(0, 1), p.Part(0, 2), p.Part(0, 5); a >= b || b >= c {
		t.Errorf("tuning is worth nothing: %v, %v, %v", a, b, c)
	}
	f := p.frame(700, 500, st, true)
	at := f.at(4.5, p.Part(0, 4.5))
	racer, x, ok := p.Near(at, 700, 500, st, true)
	if !ok || racer != 0 || x != 5 {
		t.Errorf("near are racer %d and %v trials: %v", racer, x, ok)
	}
	said := p.Said(0, x)
	if !strings.Contains(said, "tuned within 5 trials") || !strings.Contains(said, r.Stages[1].Racers[0].String()) {
		t.Error(said)
	}
	if said := p.Said(0, 1); !strings.Contains(said, "as it is") {
		t.Error(said)
	}
	once, err := New(t.Context(), made(t, 1, "sgd"), 0, lab.BenchTuning)
	if err != nil {
		t.Fatal(err)
	}
	on := record.New(700, 500)
	once.Draw(on, Look{Style: st, Rules: true, Racer: -1})
	if texts := strings.Join(on.Marks.Texts(), " "); !strings.Contains(texts, "100 trials of tuning") {
		t.Errorf("it is not said that nothing is tuned: %s", texts)
	}
}

// TestCrowd: names that there is no room for are left out, never those of the best and of who is pointed at.
func TestCrowd(t *testing.T) {
	var texts []string
	for i := range 40 {
		texts = append(texts, "sgd lr="+strconv.FormatFloat(1e-7*math.Pow(1.3, float64(i)), 'g', 4, 64))
	}
	r, st := made(t, 1, texts...), style(t)
	p, err := New(t.Context(), r, 0, lab.BenchRuntimes)
	if err != nil {
		t.Fatal(err)
	}
	order := p.order()
	worst, best := order[0], order[len(order)-1]
	on := record.New(600, 400)
	p.Draw(on, Look{Style: st, Racer: worst, At: 50})
	said := on.Marks.Texts()
	names := 0
	for _, name := range r.Names {
		if slices.Contains(said, name) {
			names++
		}
	}
	if !slices.Contains(said, r.Names[worst]) || !slices.Contains(said, r.Names[best]) || names < 10 || names > 25 {
		t.Errorf("%d names: %q", names, said)
	}
}
