package plot

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	chart "github.com/wcharczuk/go-chart/v2"
)

// labels are the axis' ticks on a domain of so many pixels with labels every
// gap pixels at most, without the struts.
func (a *axis) labels(domain, gap int) []string {
	a.gap = float64(gap) * subpixels
	a.SetDomain(domain * subpixels)
	var s []string
	for _, tick := range a.GetTicks(nil, chart.Style{}, nil) {
		if label := strings.TrimSpace(tick.Label); label != "" {
			s = append(s, label)
		}
	}
	return s
}

func logChart(floor float64, ys ...float64) Chart {
	return Chart{Log: true, Floor: floor, Steps: len(ys) - 1, Series: []Series{{Y: ys}}}
}

func TestLogTicks(t *testing.T) {
	tests := []struct {
		name     string
		floor    float64
		ys       []float64
		min, max float64 // exponents
		labels   string  // on 150 pixels, 16 apart
	}{
		{"decades", 1e-12, []float64{8, 1e-3}, -3, 1, "1e-3 1e-2 1e-1 1 10"},
		{"every second", 1e-12, []float64{8, 3e-8}, -8, 1, "1e-8 1e-6 1e-4 1e-2 1"},
		{"top is 2", 1e-12, []float64{150, 1e-2}, -2, math.Log10(200), "1e-2 1e-1 1 10 100"},
		{"thousands", 0, []float64{4e6, 2e2}, 2, math.Log10(5e6), "100 1e3 1e4 1e5 1e6"},
		{"one decade", 0, []float64{3, 5}, 0, 1, "1 2 5 10"},
		{"small decade", 0, []float64{0.012, 0.1}, -2, -1, "1e-2 2e-2 5e-2 1e-1"},
		{"constant", 0, []float64{100, 100}, 2, 3, "100 200 500 1e3"},
		{"exact powers", 1e-12, []float64{1e-5, 1e-9}, -9, -5, "1e-9 1e-8 1e-7 1e-6 1e-5"},
		{"zero lies a decade below", 1e-12, []float64{8, 2e-3, 0}, -4, 1, "≤1e-4 1e-3 1e-2 1e-1 1 10"},
		{"negative too", 0, []float64{8, 2e-3, -5, math.Inf(-1)}, -4, 1, "≤1e-4 1e-3 1e-2 1e-1 1 10"},
		{"no lower than the floor", 1e-6, []float64{8, 2e-6, 1e-9}, -6, 1, "≤1e-6 1e-4 1e-2 1"},
		{"odd floor", 2e-6, []float64{8, 3e-6, 1e-9}, -6, 1, "≤2e-6 1e-4 1e-2 1"},
		{"machine precision", 8.881784197001252e-16, []float64{8, 0}, -1, 1, "≤1e-1 1 10"},
		{"floor of many digits", 8.881784197001252e-16, []float64{8, 3e-16, 1e-15}, -16, 1, "≤9e-16 1e-12 1e-8 1e-4 1"},
		{"floor rounded up", 9.5e-16, []float64{8, 3e-16, 9.6e-16}, -16, 1, "≤1e-15 1e-12 1e-8 1e-4 1"},
		{"nothing above the floor", 1e-3, []float64{0, 1e-4}, -3, -2, "≤1e-3 2e-3 5e-3 1e-2"},
		{"nothing at all", 0, []float64{math.NaN()}, 0, 1, "1 2 5 10"},
		{"everything", 0, []float64{5e-324, 1e-300, math.MaxFloat64}, -301, log125(math.MaxFloat64), "≤1e-301 1e-200 1 1e200"},
	}
	for _, test := range tests {
		a := newValueAxis(logChart(test.floor, test.ys...))
		if math.Abs(a.Min-test.min) > 1e-9 || math.Abs(a.Max-test.max) > 1e-9 {
			t.Errorf("%s: from 10^%v to 10^%v, want 10^%v to 10^%v", test.name, a.Min, a.Max, test.min, test.max)
		}
		if got := strings.Join(a.labels(150, 16), " "); got != test.labels {
			t.Errorf("%s: ticks %q, want %q", test.name, got, test.labels)
		}
	}
}

func TestLinearTicks(t *testing.T) {
	tests := []struct {
		name   string
		ys     []float64
		labels string
	}{
		{"to one", []float64{0, 1}, "0 0.2 0.4 0.6 0.8 1.0"},
		{"rate", []float64{0.012, 0.001}, "0 0.005 0.010 0.015"},
		{"both signs", []float64{-6.55, 8}, "−10 −5 0 5 10"},
		{"constant", []float64{0.25, 0.25}, "0 0.1 0.2 0.3 0.4 0.5"},
		{"negative constant", []float64{-3, -3}, "−6 −4 −2 0"},
		{"zero", []float64{0, 0}, "−1.0 −0.5 0 0.5 1.0"},
		{"tiny", []float64{1e-9, 3e-9}, "1.0e-9 1.5e-9 2.0e-9 2.5e-9 3.0e-9"},
		{"huge", []float64{0, 4e8}, "0 1e8 2e8 3e8 4e8"},
		{"nothing", []float64{math.NaN()}, "0 0.2 0.4 0.6 0.8 1.0"},
	}
	for _, test := range tests {
		a := newValueAxis(Chart{Steps: len(test.ys) - 1, Series: []Series{{Y: test.ys}}})
		if got := strings.Join(a.labels(150, 16), " "); got != test.labels {
			t.Errorf("%s: ticks %q, want %q", test.name, got, test.labels)
		}
	}
}

// Labels that lack the room are written with an exponent.
func TestWideLinearTicks(t *testing.T) {
	for _, test := range []struct {
		ys     []float64
		labels string
	}{
		{[]float64{0, 2e-5}, "0 5e-6 1.0e-5 1.5e-5 2.0e-5"},
		{[]float64{0, 400_000}, "0 1e5 2e5 3e5 4e5"},
		{[]float64{-9e5, 9e5}, "−1.0e6 −5e5 0 5e5 1.0e6"},
		{[]float64{0, 0.3}, "0 0.1 0.2 0.3"},
	} {
		a := newValueAxis(Chart{Steps: 1, Series: []Series{{Y: test.ys}}})
		a.fits = func(label string) bool { return len(label) <= 5 }
		if got := strings.Join(a.labels(150, 16), " "); got != test.labels {
			t.Errorf("values %v: ticks %q, want %q", test.ys, got, test.labels)
		}
	}
}

func TestStepTicks(t *testing.T) {
	for _, test := range []struct {
		steps  int
		labels string
	}{
		{140, "0 20 40 60 80 100 120 140"},
		{87, "0 20 40 60 80"},
		{3, "0 1 2 3"},
		{1, "0 1"},
		{0, "0 1"},
		{100_000, "0 20000 40000 60000 80000 100000"},
		{1_000_000, "0 200000 400000 600000 800000 1.0e6"},
	} {
		if got := strings.Join(newStepAxis(test.steps).labels(400, 50), " "); got != test.labels {
			t.Errorf("%d steps: ticks %q, want %q", test.steps, got, test.labels)
		}
	}
}

// However wild the values are: the ticks lie on the axis, ascend, do not
// collide, and all values have their place.
func TestTicksHoldForWildValues(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	wild := func() float64 {
		switch r.IntN(8) {
		case 0:
			return 0
		case 1:
			return -math.Pow(10, 600*r.Float64()-300)
		case 2:
			return math.MaxFloat64
		case 3:
			return 5e-324
		}
		return math.Pow(10, 40*r.Float64()-20)
	}
	for range 5000 {
		ys := []float64{wild(), wild(), wild()}
		c := Chart{Log: r.IntN(2) == 0, Floor: wild(), Steps: 2, Series: []Series{{Y: ys}}}
		a := newValueAxis(c)
		a.gap = 16 * subpixels
		a.SetDomain((20 + r.IntN(600)) * subpixels)
		if !(a.Max > a.Min) || math.IsInf(a.GetDelta(), 0) {
			t.Fatalf("values %v, log %v, floor %g: bounds %v to %v", ys, c.Log, c.Floor, a.Min, a.Max)
		}
		ticks := a.GetTicks(nil, chart.Style{}, nil)
		ticks = ticks[1 : len(ticks)-1]
		if len(ticks) > 7 {
			t.Errorf("values %v, log %v, floor %g: %d ticks", ys, c.Log, c.Floor, len(ticks))
		}
		for i, tick := range ticks {
			place := a.Translate(tick.Value)
			if place < -1 || place > a.Domain+1 {
				t.Fatalf("values %v, log %v, floor %g: tick %s at %d of %d", ys, c.Log, c.Floor, tick.Label, place, a.Domain)
			}
			if i > 0 && a.GetDelta() > 1e-9*math.Abs(a.Max) && place-a.Translate(ticks[i-1].Value) < 15*subpixels {
				t.Fatalf("values %v, log %v, floor %g: ticks %s and %s collide on %d", ys, c.Log, c.Floor, ticks[i-1].Label, tick.Label,
					a.Domain/subpixels)
			}
		}
		for _, v := range ys {
			if at := a.at(v); math.Abs(v) <= widest && !(at > -1e-9 && at < 1+1e-9) {
				t.Fatalf("values %v, log %v, floor %g: %g stands at %g", ys, c.Log, c.Floor, v, at)
			}
		}
	}
}

func TestAxisPlaces(t *testing.T) {
	a := newValueAxis(logChart(1e-12, 10, 1e-4, 0))
	for _, test := range []struct{ v, at float64 }{
		{10, 1}, {1e-2, 0.5}, {1e-5, 0}, {0, 0}, {-3, 0}, {1e-13, 0}, {math.Inf(-1), 0}, {math.Inf(1), math.Inf(1)},
	} {
		if got := a.at(test.v); got != test.at && !(math.Abs(got-test.at) < 1e-9) {
			t.Errorf("%g stands at %g, want %g", test.v, got, test.at)
		}
	}
	if got := a.at(math.NaN()); !math.IsNaN(got) {
		t.Errorf("NaN stands at %g", got)
	}
}

// A series that ends early may stretch the axis by two decades, one that goes
// on to the end as far as it likes.
func TestDivergedSeriesDoesNotFlattenTheOthers(t *testing.T) {
	steady := Series{Y: []float64{3, 2, 1, 1}}
	diverged := Series{Y: []float64{3, 1e3, 1e30, math.Inf(1)}}
	c := Chart{Log: true, Steps: 3, Series: []Series{steady, diverged}}
	if _, hi, _ := c.bounds(); hi != 300 {
		t.Errorf("the axis goes up to %g, want 100 times the greatest of the others", hi)
	}
	c.Series[1].Y[3] = 5 // back again: nothing is hidden
	if _, hi, _ := c.bounds(); hi != 1e30 {
		t.Errorf("the axis goes up to %g, want 1e30", hi)
	}
	c = Chart{Steps: 3, Series: []Series{steady, {Y: []float64{2, 1e3}}, {Y: []float64{2, -1e3}}}}
	if lo, hi, _ := c.bounds(); lo != -1 || hi != 5 {
		t.Errorf("the linear axis goes from %g to %g, want as much again as the others need, -1 to 5", lo, hi)
	}
}

func TestDecadeOfIsExact(t *testing.T) {
	for e := -307; e <= 308; e++ {
		v := decimal(1, float64(e))
		if got := decadeOf(v); got != float64(e) {
			t.Errorf("decade of 1e%d is %v", e, got)
		}
		below := math.Nextafter(v, 0)
		if got := decadeOf(below); below > 0 && got != float64(e-1) {
			t.Errorf("decade of the number below 1e%d is %v", e, got)
		}
	}
}

func TestNiceStep(t *testing.T) {
	for x, want := range map[float64]float64{1: 1, 1.01: 2, 2: 2, 3: 5, 5.1: 10, 0.03: 0.05, 7e-8: 1e-7, 0: 1e-300} {
		if got := niceStep(x); got != want {
			t.Errorf("step for %g is %g, want %g", x, got, want)
		}
	}
	if steps := []float64{decimal(5, -324), decimal(2, 308)}; !slices.Equal(steps, []float64{5e-324, math.Inf(1)}) {
		t.Errorf("decimals beyond the range are %v", steps)
	}
}
