package plot_test

import (
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
	s.Note, s.Key, s.Cross = "-3.050", plot.KeyLowerRight, &plot.Point{X: 1.5, Y: -1}
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

// The last steps are wide and strong, older ones fade, but less towards the end of the race, where all of the way is looked at;
// a still picture shows the whole way alike.
func TestWaysFadeWithAge(t *testing.T) {
	way := plot.Trace{Color: white}
	for i := range 141 {
		way.Pts = append(way.Pts, plot.Point{X: float64(i) * 2, Y: 100 + 10*math.Sin(float64(i))})
	}
	s := plot.Scene{View: plot.Rect{X1: 300, Y1: 300}, Traces: []plot.Trace{way}}
	pieces := func() []plot.Piece {
		return record.Layer(plot.LiveLayer, s, light(t), 300, 300).In(white).Of(record.Stroke)[0].Pieces
	}
	for head, least := range map[float64]float64{130: 0.6, 135: 0.725, 140: 0.85} {
		s.Traces[0].Head = head
		for _, p := range pieces() {
			step := p.B.X / 2
			width, strength := 3.0, 1.0
			if age := head - step; age > 20 {
				width, strength = 2.4, 1-(1-least)*min((age-20)/40, 1)
			}
			if math.Abs(2*p.Radius-width) > 1e-9 || math.Abs(p.Strength-strength) > 1e-9 {
				t.Errorf("at step %.0f of %v the way is %v wide, %.2f strong, want %v and %.2f", step, head,
					2*p.Radius, p.Strength, width, strength)
			}
		}
	}
	s.Still = true
	for _, p := range pieces() {
		if p.Radius != 1.2 || p.Strength != 1 {
			t.Fatalf("in a still picture a piece is %+v", p)
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

// Wherever the pointer is, the triangles at the axes stand on no number of these.
func TestPointerCoversNoNumber(t *testing.T) {
	s := plot.Scene{View: plot.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}, Ticks: true}
	var numbers []plot.Box
	for _, m := range record.Scene(s, light(t), 500, 500).Of(record.Text) {
		numbers = append(numbers, m.Bounds)
	}
	if len(numbers) < 6 {
		t.Fatalf("%d numbers", len(numbers))
	}
	for at := -2.99; at < 3; at += 0.05 {
		s.Cross = &plot.Point{X: at, Y: at}
		for _, m := range record.Layer(plot.LiveLayer, s, light(t), 500, 500) {
			for _, n := range numbers {
				if b := m.Bounds; b.X0 < n.X1 && n.X0 < b.X1 && b.Y0 < n.Y1 && n.Y0 < b.Y1 {
					t.Fatalf("with the pointer at %v, %s lies over a number in %v", at, m, n)
				}
			}
		}
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
