package plot

import (
	"math"
	"strconv"
	"testing"
)

// arrivals are runs that come to three minima, one of them in two waves.
func arrivals(t testing.TB, p *Palette, scale float64) Chart {
	c := Chart{Title: "arrivals, by steps of 5", Steps: 140, Style: chartStyle(t, p, scale), Bars: Bars{Width: 5}}
	for i, name := range []string{"A", "B", "C"} {
		g := BarGroup{Name: "minimum " + name, Short: name + " 120", Color: p.Basin(i, 0)}
		for k := range 28 {
			at := float64(k)
			n := 40 * math.Exp(-(at-6-3*float64(i))*(at-6-3*float64(i))/8)
			if i == 1 {
				n += 25 * math.Exp(-(at-20)*(at-20)/4)
			}
			g.Counts = append(g.Counts, int(n))
		}
		c.Bars.Groups = append(c.Bars.Groups, g)
	}
	return c
}

// TestBarsUnderThePointer: the values listed are those of the bar that holds the step; the last bar holds the last one.
func TestBarsUnderThePointer(t *testing.T) {
	c := arrivals(t, DarkPalette(), 1)
	for _, want := range []struct {
		step int
		head string
		bar  int
	}{{0, "steps 0–4", 0}, {34, "steps 30–34", 6}, {35, "steps 35–39", 7}, {139, "steps 135–140", 27}, {140, "steps 135–140", 27}} {
		head, rows := c.barRows(want.step)
		if head != want.head || len(rows) != 3 || rows[1].value != strconv.Itoa(c.Bars.Groups[1].Counts[want.bar]) {
			t.Errorf("step %d: %q, %+v", want.step, head, rows)
		}
	}
}
