package plot_test

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// The key has a ramp of 10 by 160, with the ends of the range; it gives way to the lowest point.
func TestKeyOfHeights(t *testing.T) {
	s := peaks(600)
	for _, away := range []bool{false, true} {
		if away {
			s.Marks[0].At = plot.Point{X: 2.9, Y: -2.9} // where the key would be
		}
		s.Key = s.PlaceKey(plot.NoKey, 600, 600, light(t))
		marks := record.Scene(s, light(t), 600, 600)
		var ramp plot.Box
		bands := 0
		for _, m := range marks.Of(record.Box) {
			if b := m.Bounds; b.X1-b.X0 == 10 {
				if bands++; bands == 1 {
					ramp = b
				}
				ramp.Y0, ramp.Y1 = min(ramp.Y0, b.Y0), max(ramp.Y1, b.Y1)
			}
		}
		if ramp.Y1-ramp.Y0 != 160 || bands != len(s.Field.Levels)+1 {
			t.Errorf("the ramp is %v in %d bands", ramp, bands)
		}
		if there := ramp.X0 > 500 && ramp.Y1 > 550; there == away {
			t.Errorf("lowest there: %t, the ramp is %v", away, ramp)
		}
		lo, hi := s.Field.Grid.Range()
		last, ends := math.Inf(1), 0
		for _, m := range marks.Of(record.Text) {
			if m.Text.Size != 10 || m.At.X < ramp.X1 {
				continue
			}
			if m.At.Y > last+160 {
				t.Errorf("%s is not in order", m)
			}
			last = m.At.Y
			if near(m.Text.Text, lo) || near(m.Text.Text, hi) {
				ends++
			}
		}
		if ends != 2 {
			t.Errorf("%d ends of the range are told", ends)
		}
	}
}

// near tells whether a text is a number, to about three digits.
func near(text string, v float64) bool {
	return text == plot.Number(math.Round(v*100)/100) || text == plot.Number(math.Round(v*10)/10)
}

// TestRidersAreAtTheirHeights: in the key, the lower a racer is the farther down is its glyph.
func TestRidersAreAtTheirHeights(t *testing.T) {
	s := peaks(600)
	s.Traces = nil
	// From the lowest to the highest.
	heights := []plot.Point{{X: 0.2, Y: -1.6}, {X: -1.3, Y: 0.2}, {X: 2.5, Y: 2.5}, {X: 0, Y: 1.58}}
	for i, at := range heights {
		s.Traces = append(s.Traces, plot.Trace{Pts: []plot.Point{at}, Color: color.RGBA{200, uint8(50 * i), 7, 255}, Glyph: plot.Disc})
	}
	marks := record.Scene(s, light(t), 600, 600)
	last := 700.0
	for i, tr := range s.Traces {
		riders := 0
		for _, m := range marks.In(tr.Color).Of(record.Circle) {
			if m.Radius != 3.8 {
				continue
			}
			if riders++; m.At.Y >= last {
				t.Errorf("racer %d is at %.1f, a lower one at %.1f", i, m.At.Y, last)
			}
			last = m.At.Y
		}
		if riders != 1 {
			t.Errorf("racer %d rides %d times", i, riders)
		}
	}
}

// TestRidersOfOneHeightKeepInTheKey: as many as have a seat stand side by side, of more it says how many; none leaves the key.
func TestRidersOfOneHeightKeepInTheKey(t *testing.T) {
	for n, want := range map[int]struct {
		glyphs int
		says   string
	}{2: {2, ""}, 3: {3, ""}, 4: {2, "+2"}, 12: {2, "+10"}} {
		s := peaks(600)
		s.Traces, s.Marks = nil, nil
		for range n {
			s.Traces = append(s.Traces, plot.Trace{Pts: []plot.Point{{X: 0, Y: 1.58}}, Color: white, Glyph: plot.Disc})
		}
		marks := record.Scene(s, light(t), 600, 600)
		var panel plot.Box
		for _, m := range marks.Of(record.Box) {
			if b := m.Bounds; b.Y1-b.Y0 == 192 {
				panel = b
			}
		}
		glyphs, says, last, ends := 0, "", math.Inf(1), math.Inf(-1)
		for _, m := range marks {
			switch {
			case m.Kind == record.Circle && m.Radius == 3.8 && m.Color == white:
				glyphs++
				last = min(last, m.At.X-m.Radius)
				if m.At.X-m.Radius < panel.X0 {
					t.Errorf("of %d racers one is at %v, out of the key %v", n, m.At, panel)
				}
			case m.Kind == record.Text && m.Text.Size == 9:
				if says = m.Text.Text; m.Bounds.X0 < panel.X0 {
					t.Errorf("%q at %v leaves the key %v", says, m.Bounds, panel)
				}
				ends = m.Bounds.X1
			}
		}
		if glyphs != want.glyphs || says != want.says {
			t.Errorf("of %d racers %d are shown, and %q", n, glyphs, says)
		}
		if ends > last {
			t.Errorf("%q ends at %v, on a racer at %v", says, ends, last)
		}
	}
}

// TestKeyCoversLeast: the key stands off the start, the places and the whole ways, wherever the racers are by now, and stays as
// long as it covers no more there than at another side.
func TestKeyCoversLeast(t *testing.T) {
	s := peaks(600)
	s.Marks, s.Start, s.Traces = nil, nil, nil
	place := func(so plot.KeySide) plot.KeySide { return s.PlaceKey(so, 600, 600, light(t)) }
	if got := place(plot.NoKey); got != plot.KeyLowerRight {
		t.Errorf("on an empty map it is at side %d", got)
	}
	s.Start = &plot.Point{X: 2.5, Y: -2.5}
	if got := place(plot.NoKey); got != plot.KeyUpperRight {
		t.Errorf("with the start there it is at side %d", got)
	}
	s.Marks = []plot.Mark{{Kind: plot.MinimumMark, At: plot.Point{X: 2.5, Y: 2.5}}}
	s.Traces = []plot.Trace{{Pts: []plot.Point{{X: 0, Y: -2.9}, {X: -2.4, Y: 2.4}, {X: 0, Y: 0}}}}
	if got := place(plot.KeyUpperLeft); got != plot.KeyLowerLeft && got != plot.KeyRight {
		t.Errorf("with a minimum and a way there it is at side %d", got)
	}
	if got := place(plot.KeyRight); got != plot.KeyRight {
		t.Errorf("where it covers nothing it goes to side %d", got)
	}
}

// TestKeyEndsAtTheLowest: the lowest number is that of the lowest point in view, not that of the pixel beside it.
func TestKeyEndsAtTheLowest(t *testing.T) {
	s := peaks(600)
	s.Marks[0].Value = -7.25
	told := func() bool { return slices.Contains(record.Scene(s, light(t), 600, 600).Texts(), "−7.25") }
	if !told() {
		t.Error("the lowest is not told")
	}
	if s.Marks[0].At = (plot.Point{X: 9}); told() {
		t.Error("a lowest point out of view is told")
	}
}
