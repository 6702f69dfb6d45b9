package plot_test

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// peaks is a race over Peaks with all that a map of a window has, on a picture of a size.
func peaks(side int) plot.Scene {
	s := plot.PeaksScene(plot.LightPalette(), side, side)
	s.Marks = slices.Clone(s.Marks)
	for i := range s.Marks {
		s.Marks[i].Strong = false
	}
	s.Marks[1].End, s.Marks[0].Says = true, "A, the lowest"
	s.Note, s.Key, s.Cross = "-3.050", true, &plot.Point{X: 1.5, Y: -1}
	return s
}

func light(t *testing.T) plot.Style {
	st := plot.Styles(t)["light"]
	st.TextSize = 11.5
	return st
}

// A small map has minima as dots, a small star, one wide way for each racer and the loss in bold letters; no other text, no key.
func TestSmallMapHasNoDetails(t *testing.T) {
	s := peaks(150)
	s.Traces = s.Traces[1:2]
	marks := record.Scene(s, light(t), 150, 150)
	if got := marks.Texts(); !slices.Equal(got, []string{"-3.050"}) {
		t.Errorf("it says %q", got)
	}
	if m, _ := marks.Find("-3.050"); !m.Text.Bold || m.Text.Size != 12 || m.At.X > 10 || m.At.Y < 140 {
		t.Errorf("the loss is %s", m)
	}
	place := func(m plot.Mark) plot.Vec {
		x, y := s.ToPixel(m.At, 150, 150)
		return plot.Vec{X: x, Y: y}
	}
	for _, m := range s.Marks {
		dots := 0
		for _, drawn := range marks.Of(record.Circle, record.Ring, record.Stroke, record.Fill) {
			if b := drawn.Bounds; (b.X0+b.X1)/2-place(m).X < 1 && math.Abs((b.X0+b.X1)/2-place(m).X) < 1 &&
				math.Abs((b.Y0+b.Y1)/2-place(m).Y) < 1 && b.X1-b.X0 < 15 {
				dots++
			}
			dot := drawn.Kind == record.Circle && m.Kind == plot.MinimumMark && drawn.At == place(m)
			if dot && drawn.Radius != 2.5 && drawn.Radius != 3.6 {
				t.Errorf("a minimum is %s", drawn)
			}
		}
		if shown := m.Kind == plot.MinimumMark || m.Kind == plot.BestMark; (dots > 0) != shown {
			t.Errorf("of mark %d there are %d signs", m.Kind, dots)
		}
	}
	ways := marks.In(s.Traces[0].Color).Of(record.Stroke)
	if len(ways) != 1 || ways[0].Width != 3.6 || ways[0].Pieces[0].Strength != 1 {
		t.Errorf("the way is\n%s", ways)
	}
	if marks = record.Scene(s, light(t), 200, 200); len(marks.Texts()) < 4 {
		t.Errorf("on 200 pixels is said %q", marks.Texts())
	}
}

// The lowest minimum is named at the end of a leader, where racers end by a letter, other places not; in a still picture all are.
func TestWhatIsNamed(t *testing.T) {
	s := peaks(600)
	names := func() (list []string) {
		for _, text := range record.Scene(s, light(t), 600, 600).Of(record.Text) {
			if text.Text.Bold {
				list = append(list, text.Text.Text)
			}
		}
		return list
	}
	if got := names(); !slices.Equal(got, []string{"A, the lowest", "B"}) {
		t.Errorf("named are %q", got)
	}
	s.Marks[4].Strong = true
	if got := names(); !slices.Equal(got, []string{"S2", "A, the lowest", "B"}) {
		t.Errorf("with one pointed at, named are %q", got)
	}
	s.Marks[4].Strong, s.Still = false, true
	if got := names(); len(got) != 6 {
		t.Errorf("in a still picture named are %q", got)
	}
}

// What is pointed at has a ring.
func TestPointedAtHasARing(t *testing.T) {
	s := peaks(600)
	rings := func() int {
		n := 0
		for _, m := range record.Layer(plot.FurnitureLayer, s, light(t), 600, 600).Of(record.Ring) {
			if m.Radius == 11 {
				n++
			}
		}
		return n
	}
	before := rings()
	if s.Marks[4].Strong = true; before != 0 || rings() != 2 { // the ring and its halo
		t.Errorf("%d rings, and %d with one pointed at", before, rings())
	}
}

// The last steps are wide and strong, older ones fade; a still picture shows the whole way alike.
func TestWaysFadeWithAge(t *testing.T) {
	way := plot.Trace{Color: white, Head: 140}
	for i := range 141 {
		way.Pts = append(way.Pts, plot.Point{X: float64(i) * 2, Y: 100 + 10*math.Sin(float64(i))})
	}
	s := plot.Scene{View: plot.Rect{X1: 300, Y1: 300}, Traces: []plot.Trace{way}}
	pieces := func() []plot.Piece {
		return record.Layer(plot.LiveLayer, s, light(t), 300, 300).In(white).Of(record.Stroke)[0].Pieces
	}
	for _, p := range pieces() {
		step := p.B.X / 2
		width, strength := 3.0, 1.0
		if age := 140 - step; age > 20 {
			width, strength = 2, max(1-0.65*(age-20)/40, 0.35)
		}
		if math.Abs(2*p.Radius-width) > 1e-9 || math.Abs(p.Strength-strength) > 1e-9 {
			t.Errorf("at step %.0f the way is %v wide, %.2f strong, want %v and %.2f", step, 2*p.Radius, p.Strength, width, strength)
		}
	}
	s.Still = true
	for _, p := range pieces() {
		if p.Radius != 1.2 || p.Strength != 1 {
			t.Fatalf("in a still picture a piece is %+v", p)
		}
	}
}

// The key has a ramp of 10 by 160, with the ends of the range, and the racers beside it at their heights; it gives way to the
// lowest point.
func TestKeyOfHeights(t *testing.T) {
	s := peaks(600)
	s.Marks[0].At = plot.Point{X: 2.9, Y: -2.9} // where the key would be
	for _, away := range []bool{false, true} {
		if s.Marks[0].Kind = plot.MinimumMark; away {
			s.Marks[0].Kind = plot.BestMark
		}
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
		if atTop := ramp.Y1 < 300; atTop != away || ramp.X0 < 400 {
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

// The pointer's place is told by two triangles at the axes, and by a plus on linked maps; there are no lines over the map.
func TestPointerIsAtTheAxes(t *testing.T) {
	s := plot.Scene{View: plot.Rect{X1: 300, Y1: 300}, Ticks: true, Cross: &plot.Point{X: 120, Y: 200}}
	marks := record.Layer(plot.LiveLayer, s, light(t), 300, 300)
	tips := marks.Of(record.Fill)
	left := len(tips) == 2 && tips[0].Points[0].Y == 100 && tips[0].Points[0].X < 3
	if !left || tips[1].Points[0].X != 120 || tips[1].Points[0].Y < 297 {
		t.Errorf("the triangles are\n%s", tips)
	}
	for _, m := range marks {
		if b := m.Bounds; b.X1-b.X0 > 12 || b.Y1-b.Y0 > 12 {
			t.Errorf("%s lies over the map", m)
		}
	}
	s.Linked, s.Ticks = true, false
	marks = record.Layer(plot.LiveLayer, s, light(t), 150, 150)
	if len(marks) != 1 || marks[0].Bounds != (plot.Box{X0: 60 - 5.5, Y0: 50 - 5.5, X1: 60 + 5.5, Y1: 50 + 5.5}) {
		t.Errorf("on a linked map there is\n%s", marks)
	}
}

// A racer that goes on outside for good stops at the edge, and it is said when it left.
func TestLeaverStopsAtTheEdge(t *testing.T) {
	s := plot.Scene{View: plot.Rect{X1: 1, Y1: 1}, Traces: []plot.Trace{{
		Pts:  []plot.Point{{X: 0.5, Y: 0.5}, {X: 0.7, Y: 0.5}, {X: 1.5, Y: 0.5}, {X: 9, Y: 0.5}},
		Left: 2, Color: white, Glyph: plot.Disc,
	}}}
	for _, side := range []int{150, 300} {
		for head, want := range map[float64]int{1: 0, 1.9: 0, 2: 1, 3: 1} {
			s.Traces[0].Head = head
			marks := record.Layer(plot.LiveLayer, s, light(t), side, side)
			text, said := marks.Find("left at step 2")
			if said != (want == 1) {
				t.Errorf("at step %v it is said: %t", head, said)
			}
			if said && text.Bounds.X1 > float64(side) {
				t.Errorf("%s is cut off", text)
			}
		}
	}
}

// However small a picture with numbers is, each axis has three of them, beside its name.
func TestAxesHaveNumbersAndNames(t *testing.T) {
	for _, side := range [][2]int{{420, 225}, {200, 200}, {300, 600}, {210, 800}} {
		for _, log := range []bool{false, true} {
			s := plot.Scene{View: plot.Rect{X0: -4, X1: 0, Y0: 0, Y1: 0.999}, Ticks: true, LogX: log, Across: "lr", Up: "momentum"}
			marks := record.Scene(s, light(t), side[0], side[1])
			across, up := 0, 0
			for _, m := range marks.Of(record.Text) {
				switch {
				case m.Text.Text == "lr":
					if m.Bounds.X1 < float64(side[0])-10 || m.Bounds.Y1 < float64(side[1])-10 {
						t.Errorf("the lower axis' name is %s", m)
					}
				case m.Text.Text == "momentum":
					if m.Bounds.X0 > 10 || m.Bounds.Y1 > 20 {
						t.Errorf("the left axis' name is %s", m)
					}
				case m.Text.Align == plot.AlignCenter:
					across++
				default:
					up++
				}
			}
			if across < 3 || up < 3 || len(marks.Texts()) != across+up+2 {
				t.Errorf("%v, logarithmic %t: %d numbers across, %d up, of %q", side, log, across, up, marks.Texts())
			}
		}
	}
}
