package plot

import (
	"math"
	"slices"
	"testing"
)

func tickTexts(ticks []tick) []string {
	var texts []string
	for _, t := range ticks {
		texts = append(texts, t.text)
	}
	return texts
}

func TestTicksAreRound(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []string
	}{
		{-3, 3, 6, []string{"−3", "−2", "−1", "0", "1", "2", "3"}},
		{-1, 1, 4, []string{"−1.0", "−0.5", "0", "0.5", "1.0"}},
		{0.1, 0.32, 2, []string{"0.1", "0.2", "0.3"}},
		{1e7, 3e7, 2, []string{"1e+07", "2e+07", "3e+07"}},
		{0, 3e-7, 3, []string{"0", "1e-07", "2e-07", "3e-07"}},
		{5000.001, 5000.0031, 2, []string{"5000.001", "5000.002", "5000.003"}},
	} {
		if got := tickTexts(newTicks(c.lo, c.hi, c.n)); !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
		}
	}
}

// TestTicksAreNoSigns: at the left edge no line stands before a number, at its height.
func TestTicksAreNoSigns(t *testing.T) {
	st := Style{Palette: DarkPalette(), Font: testFont(t), Scale: 1, TextSize: 13}
	c := &composition{scene: Scene{View: peaksView, Ticks: true}, style: st, w: 500, h: 400}
	up := 0
	for _, m := range c.placeTicks() {
		if m.from.Y != m.to.Y || m.from == m.to {
			continue
		}
		up++
		if m.from.Y <= m.at.Y || m.to.X > m.box.X1 {
			t.Errorf("%s stands at %v beside its line from %v to %v", m.text, m.at, m.from, m.to)
		}
	}
	if up < fewTicks {
		t.Errorf("%d numbers at the left edge", up)
	}
}

func TestTicksOfAnyRange(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, 1, 1 + 1e-15, 1e-300, 1e300, -1e300, math.MaxFloat64,
		-math.MaxFloat64}
	for _, lo := range odd {
		for _, hi := range odd {
			if n := len(newTicks(lo, hi, 8)); n > 20 {
				t.Errorf("%v to %v: %d ticks", lo, hi, n)
			}
		}
	}
}

func TestNumberIsShort(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 1: "1", -6.5511: "−6.551", 0.1 + 0.2: "0.3", 1234.56: "1235", 123456: "123456",
		1.23456e-5: "1.235e-05", 1e300: "1e+300", 2.5e6: "2.5e+06", 0.00012349: "0.0001235", math.Inf(1): "+Inf", math.Inf(-1): "−Inf",
	} {
		if got := Number(f); got != want {
			t.Errorf("%v is written %s, not %s", f, got, want)
		}
	}
	for f, want := range map[float64]string{0: "0", 6.57: "6.570", 3.5: "3.500", 1e-16: "1.000e-16", math.Inf(1): "+Inf"} {
		if got := digits4(f); got != want {
			t.Errorf("%v is listed as %s, not %s", f, got, want)
		}
	}
	if got := Number(math.NaN()); got != "NaN" {
		t.Errorf("NaN is written %s", got)
	}
}
