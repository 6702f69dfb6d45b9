package plot_test

import (
	"image/color"
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// fanned are the heads that a scene has on 400 by 400 pixels, by racer, and the places that leaders lead to.
func fanned(t *testing.T, s plot.Scene) (heads []plot.Vec, led int) {
	t.Helper()
	marks := record.Layer(plot.LiveLayer, s, plot.Styles(t)["dark"], 400, 400)
	for i := range s.Traces {
		for _, m := range marks.In(s.Traces[i].Color) {
			switch {
			case m.Kind == record.Circle && m.Radius == 7:
				heads = append(heads, m.At)
			case m.Kind == record.Stroke && len(m.Pieces) == 2 && m.Pieces[1].A == m.Pieces[1].B:
				led++
			}
		}
	}
	return heads, led
}

// gathered is a race of n that begin at the middle of the map, go apart and come together again at one point.
func gathered(n int) plot.Scene {
	p := plot.DarkPalette()
	s := plot.Scene{View: plot.Rect{X1: 400, Y1: 400}, Start: &plot.Point{X: 200, Y: 200}}
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		c := p.Racers[i%len(p.Racers)]
		c.B = uint8(i) // all of them differ
		s.Traces = append(s.Traces, plot.Trace{Color: c, Glyph: plot.Disc,
			Pts: []plot.Point{{X: 200, Y: 200}, {X: 200 + 120*cos, Y: 200 + 120*sin}, {X: 330, Y: 330}}})
	}
	return s
}

func at(s plot.Scene, head float64) plot.Scene {
	for i := range s.Traces {
		s.Traces[i].Head = head
	}
	return s
}

func nearest(heads []plot.Vec) float64 {
	least := math.Inf(1)
	for i := range heads {
		for j := range i {
			least = min(least, heads[i].Sub(heads[j]).Len())
		}
	}
	return least
}

// At the start four heads stand in a ring of 30 about it, each with a leader; apart they stand where they are.
func TestHeadsFanOutAtTheStart(t *testing.T) {
	s := gathered(4)
	heads, led := fanned(t, at(s, 0))
	for i, want := range []plot.Vec{{X: -1, Y: -1}, {X: 1, Y: -1}, {X: 1, Y: 1}, {X: -1, Y: 1}} {
		want = plot.Vec{X: 200, Y: 200}.Add(want.Mul(30 / math.Sqrt2))
		if len(heads) != 4 || heads[i].Sub(want).Len() > 0.01 {
			t.Fatalf("the heads stand at %v, want the first ones at the corners of a square", heads)
		}
	}
	if led != 4 {
		t.Errorf("%d leaders", led)
	}
	heads, led = fanned(t, at(s, 1))
	for i, h := range heads {
		if x, y := s.ToPixel(s.Traces[i].Pts[1], 400, 400); h.Sub(plot.Vec{X: x, Y: y}).Len() > 1e-9 || led != 0 {
			t.Errorf("apart, racer %d stands at %v, and there are %d leaders", i, h, led)
		}
	}
	alone := gathered(1)
	if heads, led := fanned(t, at(alone, 0)); heads[0] != (plot.Vec{X: 200, Y: 200}) || led != 0 {
		t.Errorf("alone it stands at %v", heads)
	}
}

// However many come together, no head covers another, and all of them are in the picture; also in a corner.
func TestHeadsNeverCoverOneAnother(t *testing.T) {
	for _, n := range []int{2, 3, 7, 12, 20} {
		for _, end := range []plot.Point{{X: 330, Y: 330}, {X: 399, Y: 1}, {X: 200, Y: 200}} {
			s := gathered(n)
			for i := range s.Traces {
				s.Traces[i].Pts[2] = plot.Point{X: end.X, Y: end.Y + 0.3*float64(i%3)}
			}
			for _, head := range []float64{0, 2} {
				heads, _ := fanned(t, at(s, head))
				if len(heads) != n || nearest(heads) < 15.5 {
					t.Errorf("of %d at step %v to %v, %d heads are as near as %.1f", n, head, end, len(heads), nearest(heads))
				}
				for _, h := range heads {
					if h.X < 8 || h.Y < 8 || h.X > 392 || h.Y > 392 {
						t.Errorf("of %d at step %v to %v one is cut off at %v", n, head, end, h)
					}
				}
			}
		}
	}
}

// Heads that come near one another begin to give way gradually, from where they are, and only those.
func TestHeadsGiveWayGradually(t *testing.T) {
	for _, apart := range []float64{16.9, 16.5, 15} {
		s := plot.Scene{View: plot.Rect{X1: 400, Y1: 400}}
		for i, x := range []float64{200, 200 + apart, 300} {
			ink := color.RGBA{9, uint8(70 * i), 9, 255}
			s.Traces = append(s.Traces, plot.Trace{Color: ink, Glyph: plot.Disc, Pts: []plot.Point{{X: x, Y: 200}}})
		}
		heads, _ := fanned(t, s)
		for i, h := range heads {
			off := h.Sub(plot.Vec{X: s.Traces[i].Pts[0].X, Y: 200}).Len()
			if most := 17 - apart; off > most || i == 2 && off > 0 {
				t.Errorf("%v apart, head %d is %.2f from its place", apart, i, off)
			}
		}
		if nearest(heads) < 16.5 {
			t.Errorf("%v apart, they end %.1f apart", apart, nearest(heads))
		}
	}
}
