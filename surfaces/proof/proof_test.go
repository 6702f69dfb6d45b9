package proof

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

func formula(t testing.TB, text string) *expr.Encloser {
	t.Helper()
	p, err := expr.Compile(text)
	if err != nil {
		t.Fatal(err)
	}
	return p.Encloser()
}

func square(r float64) geom.Rect { return geom.Rect{X0: -r, X1: r, Y0: -r, Y1: r} }

func run(t testing.TB, text string, view geom.Rect, evaluations int) Report {
	t.Helper()
	r, err := Search(context.Background(), formula(t, text), view, nil, evaluations)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// forms counts zeros that are unsure, bowls, domes and passes.
func forms(r Report) (n [4]int) {
	for _, z := range r.Zeros {
		n[z.Form]++
	}
	return n
}

// All zeros are found, each once, and nothing is left, without any hint.
func TestSearchFindsEveryZero(t *testing.T) {
	for _, c := range []struct {
		text string
		view geom.Rect
		want [4]int
	}{
		{"x^2+y^2", square(3), [4]int{0, 1, 0, 0}},
		{"x*y", square(3), [4]int{0, 0, 0, 1}},
		{"1e200*(x^2+y^2)", square(3), [4]int{0, 1, 0, 0}},
		{"1e-200*((x^2-1)^2+y^2)", square(3), [4]int{0, 2, 0, 1}},
		{"sin(x)*sin(y)", square(5), [4]int{0, 8, 8, 9}},
		{"20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))", square(5.12), [4]int{0, 121, 100, 220}},
		{"-exp(-x^2-y^2)", square(30), [4]int{0, 1, 0, 0}},
		{"(x^2+y-11)^2 + (x+y^2-7)^2", square(6), [4]int{0, 4, 1, 4}},
		{"exp(x)+y", square(3), [4]int{}},
		{"log(-1-x^2-y^2)", square(3), [4]int{}},
	} {
		r := run(t, c.text, c.view, 200000)
		if got := forms(r); got != c.want || len(r.Rests) > 0 || r.Spent {
			t.Errorf("%s: %v, want %v; %d rests, spent %v", c.text, got, c.want, len(r.Rests), r.Spent)
		}
	}
}

// Two wells at random places, however narrow: neither is missed.
func TestSearchFindsNarrowWells(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		a, b := 4*rng.Float64()-2, 4*rng.Float64()-2
		width := math.Pow(10, -1-4*rng.Float64())
		text := fmt.Sprintf("x^2+y^2-exp(-((x-(%g))^2+(y-(%g))^2)/%g)", a, b, width*width)
		r := run(t, text, square(3), 200000)
		found := false
		for _, z := range r.Zeros {
			found = found || z.Form == Bowl && z.At.Distance(geom.Point{X: a, Y: b}) < width
		}
		if !found || r.Spent {
			t.Errorf("%s: no minimum in %+v", text, r.Zeros)
		}
	}
}

// What cannot be proven is left, with what is in doubt there.
func TestSearchLeavesWhatItCannotProve(t *testing.T) {
	for _, c := range []struct {
		text  string
		doubt interval.Doubt
		level bool
	}{
		{"x^4+y^4", 0, false}, {"abs(x)+abs(y)", interval.Kink, false}, {"x<0 ? y^2-x : y^2+x", interval.Jump, false},
		{"hypot(x,y)", interval.Kink, false}, {"7+0*x", 0, true},
	} {
		r := run(t, c.text, square(2), 100000)
		if len(r.Zeros) != 0 || len(r.Rests) != 1 || r.Rests[0].Doubt != c.doubt || r.Rests[0].Level != c.level || r.Spent {
			t.Errorf("%s: %+v", c.text, r)
			continue
		}
		if b := r.Rests[0].Box; !c.level && (!b.Contains(geom.Point{}) || b.Diagonal() > 1e-9) {
			t.Errorf("%s: left is %v", c.text, b)
		}
	}
}

// A budget is kept, and what it does not reach is left: no zero is in neither list.
func TestSearchKeepsToItsBudget(t *testing.T) {
	const most = 500
	r := run(t, "sin(5*x)*sin(5*y)", square(5), most)
	if !r.Spent || r.Work > most+50 {
		t.Errorf("spent %v, %d evaluations of %d", r.Spent, r.Work, most)
	}
	for i := -7; i <= 7; i++ {
		p := geom.Point{X: float64(i) * math.Pi / 5, Y: math.Pi / 5 * float64(i)}
		held := false
		for _, z := range r.Zeros {
			held = held || z.At.Distance(p) < 1e-6
		}
		for _, rest := range r.Rests {
			for _, b := range rest.Boxes {
				held = held || b.Contains(p)
			}
		}
		if !held {
			t.Errorf("the saddle at %v is in no list", p)
		}
	}
}

// Hints that are wrong do no harm.
func TestSearchDoesNotRelyOnHints(t *testing.T) {
	f := formula(t, "(x^2+y-11)^2 + (x+y^2-7)^2")
	hints := []geom.Point{{X: 1, Y: 1}, {X: 3, Y: 2}, {X: 3, Y: 2}, {X: 90}}
	r, err := Search(context.Background(), f, square(6), hints, 100000)
	if got := forms(r); err != nil || got != [4]int{0, 4, 1, 4} {
		t.Errorf("%v, %v", got, err)
	}
	again, _ := Search(context.Background(), f, square(6), hints, 100000)
	if !reflect.DeepEqual(r, again) {
		t.Error("two searches differ")
	}
}

func TestLowest(t *testing.T) {
	for text, want := range map[string]geom.Point{
		"(x-0.3)^2+(y+1)^2":                          {X: 0.3, Y: -1},
		"x^2+y^2-20*exp(-1e6*((x-1.7)^2+(y-0.9)^2))": {X: 1.7, Y: 0.9},
		"abs(x+1)+abs(y-1)":                          {X: -1, Y: 1},
	} {
		if at, ok := Lowest(context.Background(), formula(t, text), square(3), 20000); !ok || at.Distance(want) > 1e-2 {
			t.Errorf("%s: %v, %v, want %v", text, at, ok, want)
		}
	}
	if _, ok := Lowest(context.Background(), formula(t, "log(-1-x^2)"), square(3), 100); ok {
		t.Error("there is no lowest place without any value")
	}
}

func TestSearchCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r, err := Search(ctx, formula(t, "x^2+y^2"), square(1), nil, 1000); !errors.Is(err, context.Canceled) || !r.Spent {
		t.Errorf("%+v, %v", r, err)
	}
}
