package plot_test

import (
	"image"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/record"
)

// along are the numbers of isolines: what is written on a map in its small type, off its edges.
func along(s plot.Scene, st plot.Style, side int) (list []record.Mark) {
	for _, m := range record.Layer(plot.FurnitureLayer, s, st, side, side).Of(record.Text) {
		if b := m.Bounds; strings.ContainsAny(m.Text.Text, "0123456789") && b.X0 > 40 && b.Y1 < float64(side-30) {
			list = append(list, m)
		}
	}
	return list
}

// covers reports whether a place lies within the letters of a text along a line.
func covers(m record.Mark, at plot.Vec) bool {
	d, along := at.Sub(m.At), m.Text.Along
	x, y := d.X*along.X+d.Y*along.Y, d.X*along.Y-d.Y*along.X // y is upwards from the baseline
	return x > 0 && x < m.Text.Font.Width(m.Text.Text, m.Text.Size) && y > 0 && y < m.Text.Font.CapHeight(m.Text.Size)
}

// TestNumbersOfIsolinesKeepOffTheWays: a way through a number moves it or takes it away, whether or not its racer has been there
// already; and what a painter has kept does not show.
func TestNumbersOfIsolinesKeepOffTheWays(t *testing.T) {
	lengthy.Test(t)
	const side = 600
	s, st := peaks(side), light(t)
	s.Traces, s.Key, s.Start = nil, plot.NoKey, nil
	free := along(s, st, side)
	if len(free) < 3 {
		t.Fatalf("%d numbers", len(free))
	}
	var p raster.Painter
	dst := image.NewRGBA(image.Rect(0, 0, side, side))
	p.Draw(dst, s, st)
	for _, n := range free {
		if middle := n.At.Add(n.Text.Along.Mul(9)).Add(plot.Vec{X: n.Text.Along.Y, Y: -n.Text.Along.X}.Mul(2)); !covers(n, middle) {
			t.Fatalf("%s does not cover %v", n.Text.Text, middle)
		}
		middle := plot.Vec{X: (n.Bounds.X0 + n.Bounds.X1) / 2, Y: (n.Bounds.Y0 + n.Bounds.Y1) / 2}
		way := plot.Trace{Color: st.Palette.Racer(0)}
		for _, d := range []float64{-40, 0, 40} {
			way.Pts = append(way.Pts, s.FromPixel(middle.X+d, middle.Y-d, side, side))
		}
		for _, way.Head = range []float64{0, 2} {
			s.Traces = []plot.Trace{way}
			for _, m := range along(s, st, side) {
				for d := -40.0; d <= 40; d++ {
					if covers(m, middle.Add(plot.Vec{X: d, Y: -d})) {
						t.Errorf("%s lies at %v on a way through %v", m.Text.Text, m.Bounds, middle)
						break
					}
				}
				if m.At == n.At && m.Text.Text == n.Text.Text {
					t.Errorf("%s has not made way at %v", n.Text.Text, n.At)
				}
			}
			p.Draw(dst, s, st)
			if _, wrong, _ := comparePictures(dst, raster.Scene(s, st, side, side)); wrong > 0 {
				t.Errorf("%s: %d pixels differ from a new picture", n.Text.Text, wrong)
			}
		}
	}
}

// TestNumbersStayWhileARacePlays: all of a way counts from the beginning.
func TestNumbersStayWhileARacePlays(t *testing.T) {
	const side = 600
	s, st := peaks(side), light(t)
	at := s.AppendWritten(nil, st, side, side)
	for head := range len(s.Traces[0].Pts) {
		for i := range s.Traces {
			s.Traces[i].Head = float64(head) + 0.5
		}
		now := s.AppendWritten(nil, st, side, side)
		if len(now) != len(at) {
			t.Fatalf("at step %d there are %d texts, not %d", head, len(now), len(at))
		}
		for i := range at {
			if now[i] != at[i] {
				t.Fatalf("at step %d a text moved from %v to %v", head, at[i], now[i])
			}
		}
	}
}

// TestNumbersAtTheEdgeKeepOffTheRing: where the ring at the start stands at the edge there is no number below it.
func TestNumbersAtTheEdgeKeepOffTheRing(t *testing.T) {
	const side = 600
	s, st := peaks(side), light(t)
	s.Traces, s.Start = nil, nil
	lower := func() (list []record.Mark) {
		for _, m := range record.Layer(plot.FurnitureLayer, s, st, side, side).Of(record.Text) {
			if m.Bounds.Y1 > side-12 {
				list = append(list, m)
			}
		}
		return list
	}
	all := lower()
	if len(all) < 3 {
		t.Fatalf("%d numbers", len(all))
	}
	for _, n := range all {
		at := s.FromPixel((n.Bounds.X0+n.Bounds.X1)/2+9, side-6, side, side)
		s.Start = &at
		left := lower()
		for _, m := range left {
			if m.Text.Text == n.Text.Text {
				t.Errorf("%s lies below the ring", m.Text.Text)
			}
		}
		if len(left) < len(all)-2 {
			t.Errorf("of %d numbers %d are left", len(all), len(left))
		}
	}
}

// TestTextsKeepOffClearedWays: with ways of their own to keep off, texts stay where they are whatever the racers do, and nothing
// below what moves is drawn anew.
func TestTextsKeepOffClearedWays(t *testing.T) {
	const side = 600
	a, st := peaks(side), light(t)
	a.Start = nil
	b := a
	b.Clear, b.Traces = a.Traces, nil
	at := a.AppendWritten(nil, st, side, side)
	for i, box := range b.AppendWritten(nil, st, side, side) {
		if box != at[i] {
			t.Errorf("a text has moved from %v to %v", at[i], box)
		}
	}
	if !plot.LabelLayer.Same(a.Kept(), b) {
		t.Error("labels are placed anew")
	}
	if b.Clear = nil; plot.LabelLayer.Same(a.Kept(), b) {
		t.Error("labels stay, though the ways that they keep off are gone")
	}
}
