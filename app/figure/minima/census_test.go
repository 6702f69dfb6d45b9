package minima

import (
	"math"
	"slices"
	"testing"

	"descentlab/app/census"
	"descentlab/app/figure"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// style is a plain style, in which a unit is a device unit.
func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: figure.SmallText}
}

func taken(t *testing.T, s census.Setting) census.Census {
	t.Helper()
	c, err := census.Take(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// drawn records a picture of 500 by 400 units.
func drawn(p interface{ Draw(plot.Canvas) }) record.Marks {
	on := record.New(500, 400)
	p.Draw(on)
	return on.Marks
}

// numberAt finds the middle of a number on an axis.
func numberAt(t *testing.T, m record.Marks, text string) plot.Vec {
	t.Helper()
	mark, ok := m.Find(text)
	if !ok {
		t.Fatalf("%q is not among %q", text, m.Texts())
	}
	return plot.Vec{X: (mark.Bounds.X0 + mark.Bounds.X1) / 2, Y: (mark.Bounds.Y0 + mark.Bounds.Y1) / 2}
}

// TestShares: what was found and what is to be expected stand at their places between the numbers of the axes.
func TestShares(t *testing.T) {
	st := style(t)
	c := taken(t, census.Setting{From: 1, To: 8, Count: 2000})
	m := drawn(Shares{c, st})
	one, tenth := numberAt(t, m, "0.1").Y, numberAt(t, m, "0.01").Y
	decade := tenth - one
	y := func(share float64) float64 { return one - decade*(math.Log10(share)+1) }

	// The first discs and rings are the picture's, the last ones the legend's.
	found := m.Of(record.Circle).In(st.Palette.Accent)
	rings := m.Of(record.Ring).In(st.Palette.Muted)
	for i, r := range c.Rows[:3] {
		at := plot.Vec{X: numberAt(t, m, string(rune('1'+i))).X, Y: y(r.Share())}
		if off := found[i].At.Sub(at).Len(); off > 1 {
			t.Errorf("n = %d: found %v, want %v", r.Dim, found[i].At, at)
		}
		at.Y = y(r.Expected())
		if off := rings[i].At.Sub(at).Len(); off > 1 {
			t.Errorf("n = %d: exact %v, want %v", r.Dim, rings[i].At, at)
		}
		low, high := r.Interval()
		bar := slices.ContainsFunc(m.Of(record.Stroke).In(st.Palette.Accent), func(s record.Mark) bool {
			return math.Abs(s.Bounds.Y0-y(high)) < 1 && math.Abs(s.Bounds.Y1-y(low)) < 1
		})
		if !bar {
			t.Errorf("n = %d: there is no bar from %v to %v", r.Dim, low, high)
		}
	}
	arrows := m.Of(record.Fill).In(st.Palette.Accent)
	none := 0
	for _, r := range c.Rows {
		if r.Minima() == 0 {
			none++
		}
	}
	if none == 0 || len(arrows) != none+1 || len(found) != 8-none+1 {
		t.Errorf("%d arrows and %d discs for %d rows of none", len(arrows), len(found), none)
	}
	for _, text := range []string{"none found: fewer than 1 in 666", "dimensions, n", "8"} {
		if _, ok := m.Find(text); !ok {
			t.Errorf("%q is not among %q", text, m.Texts())
		}
	}
}

// TestSharesComing: the picture of a census that is being taken has its axes and what is expected from the beginning.
func TestSharesComing(t *testing.T) {
	st := style(t)
	c := taken(t, census.Setting{From: 1, To: 4, Count: 500})
	whole := drawn(Shares{c, st})
	c.Rows = c.Rows[:1]
	some := drawn(Shares{c, st})
	if !slices.Equal(whole.Texts(), some.Texts()) {
		t.Errorf("%q, then %q", some.Texts(), whole.Texts())
	}
	if n := len(some.Of(record.Circle)); n != 2 {
		t.Errorf("%d discs for one row and the legend", n)
	}
}

// TestInside: nothing is drawn beyond the picture, whatever its size and the census.
func TestInside(t *testing.T) {
	st := style(t)
	for _, s := range []census.Setting{{From: 1, To: 1, Count: 1}, {From: 2, To: 12, Count: 50}, {From: 24, To: 24, Count: 50}} {
		c := taken(t, s)
		for _, p := range []interface{ Draw(plot.Canvas) }{Shares{c, st}, Downhill{c, st}} {
			for _, mark := range drawn(p) {
				if b := mark.Bounds; b.X0 < 0 || b.Y0 < 0 || b.X1 > 500 || b.Y1 > 400 {
					t.Errorf("%+v: %v", s, mark)
				}
			}
		}
	}
}

// TestDownhill: there is a bar for each number of directions that was found, as wide as it is frequent.
func TestDownhill(t *testing.T) {
	st := style(t)
	c := taken(t, census.Setting{From: 1, To: 6, Count: 2000})
	m := drawn(Downhill{c, st})
	bars := m.Of(record.Box)[1:] // after the ground
	i := 0
	widest := 0.0
	for _, r := range c.Rows {
		for k, n := range r.Index {
			if n == 0 {
				continue
			}
			b := bars[i].Bounds
			if want := numberAt(t, m, "6").Y; r.Dim == 6 && k == 6 && math.Abs((b.Y0+b.Y1)/2-want) > 1 {
				t.Errorf("6 of 6 at %v, want %v", b, want)
			}
			if minimum := bars[i].Color == st.Palette.Accent; minimum != (k == 0) {
				t.Errorf("%d of %d has the wrong colour", k, r.Dim)
			}
			if share := float64(n) / 2000; share > 0.05 {
				per := (b.X1 - b.X0) / share
				if widest == 0 {
					widest = per
				}
				if math.Abs(per/widest-1) > 1e-9 {
					t.Errorf("%d of %d: %v wide for %v", k, r.Dim, b.X1-b.X0, share)
				}
			}
			i++
		}
	}
	if i != len(bars) {
		t.Errorf("%d bars, want %d", len(bars), i)
	}
}
