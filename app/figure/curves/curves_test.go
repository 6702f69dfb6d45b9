package curves

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/curve"
	"descentlab/app/figure"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// look is the dark one, in device units that are units.
func look(t *testing.T) Look {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return Look{Style: plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 11.5}}
}

// stepped is a document's state after some steps.
func stepped(t *testing.T, shape string, steps int, racers ...string) curve.State {
	t.Helper()
	s, err := curve.Find(shape)
	if err != nil {
		t.Fatal(err)
	}
	d := curve.Default()
	d.SetShape(s)
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			d.Racers[0].Spec = spec
			continue
		}
		d.Racers = append(d.Racers, curve.Racer{Spec: spec, Slot: d.FreeSlot()})
	}
	d.SideBySide = len(d.Racers) > 1
	l, err := curve.NewLab(d)
	if err != nil {
		t.Fatal(err)
	}
	l.Step(steps)
	return l.State()
}

// plotted is the picture of a state in the size of the room.
func plotted(t *testing.T, s curve.State) Plot {
	return Plot{State: s, View: s.Curve.Window(s.Doc.Start), Grown: 1, Look: look(t), Shown: Shown{true, true, true}}
}

// drawn are the marks of a picture.
func drawn(w, h float64, p interface{ Draw(plot.Canvas) }) record.Marks {
	c := record.New(w, h)
	p.Draw(c)
	return c.Marks
}

// near tells whether two places are the same to half a unit.
func near(a, b plot.Vec) bool { return a.Sub(b).Len() < 0.5 }

func TestBallStandsOnTheCurve(t *testing.T) {
	s := stepped(t, "bowl", 6)
	p := plotted(t, s)
	marks := drawn(638, 538, p)
	w := -3.0
	for range 6 { // by hand
		w -= 6 * 0.3 * (w - 4)
	}
	want := plot.Vec{X: 638 * (w + 5.3) / 18.2, Y: 492 - 492*(0.15*(w-4)*(w-4)+0.5)/11.4}
	if got := p.Ball(638, 538); !near(got, want) {
		t.Errorf("the ball is at %v, want %v", got, want)
	}
	ball := slices.ContainsFunc(marks.Of(record.Circle), func(m record.Mark) bool {
		return near(m.At, want) && m.Color == p.Look.Palette.Accent && m.Radius > 6
	})
	if !ball {
		t.Errorf("no ball at %v", want)
	}
	for _, text := range []string{"after 6 steps", "loss 1.005 · 0.5051 above the minimum", "w = 2.165",
		"lands at 5.468", "slope −0.5505",
		"η · slope = −3.303", "A", "0", "5"} {
		if _, is := marks.Find(text); !is {
			t.Errorf("nothing says %q", text)
		}
	}
	if m, _ := marks.Find("slope −0.5505"); m.Color != p.Look.Ink(curve.Slope) {
		t.Errorf("the slope is written in %v", m.Color)
	}
}

func TestTangentTouchesTheCurve(t *testing.T) {
	s := stepped(t, "bowl", 6)
	p := plotted(t, s)
	ball := p.Ball(638, 538)
	tangents := drawn(638, 538, p).Of(record.Stroke).In(p.Look.Ink(curve.Slope))
	if len(tangents) == 0 {
		t.Fatal("no tangent")
	}
	pieces := tangents[0].Pieces
	a, b := pieces[0].A, pieces[len(pieces)-1].B
	rise := -(b.Y - a.Y) / 492 * 11.4 / ((b.X - a.X) / 638 * 18.2)
	off := math.Abs((b.X-a.X)*(ball.Y-a.Y)-(b.Y-a.Y)*(ball.X-a.X)) / b.Sub(a).Len()
	if math.Abs(rise-s.Row(0).Slope) > 1e-6 || off > 1e-6 {
		t.Errorf("it has the slope %v and passes the ball in %v", rise, off)
	}
}

// TestGroundLiesUnderTheCurve: 24 bands, and none above the curve.
func TestGroundLiesUnderTheCurve(t *testing.T) {
	s := stepped(t, "bowl", 0)
	p := plotted(t, s)
	c := record.New(638, 538)
	p.DrawGround(c)
	fills := c.Marks.Of(record.Fill)
	if len(fills) != 24 {
		t.Errorf("%d bands", len(fills))
	}
	for _, f := range fills {
		for _, v := range f.Points {
			curveAt := 492 - 492*s.Curve.Loss(p.At(v.X, 638))/11.4
			if v.Y < curveAt-0.5 {
				t.Fatalf("a corner at %v lies above the curve at %v", v, curveAt)
			}
		}
	}
	later := plotted(t, stepped(t, "bowl", 9))
	later.Look = p.Look
	if p.GroundKey() != later.GroundKey() {
		t.Error("steps change the ground")
	}
}

func TestHopsFade(t *testing.T) {
	s := stepped(t, "bowl", 6)
	p := plotted(t, s)
	b := p.box(638, 538)
	strengths := map[int]uint8{}
	for _, m := range drawn(638, 538, p).Of(record.Stroke) {
		for i := range 6 {
			from, to := s.Runs[0].At(i), s.Runs[0].At(i+1)
			first, last := m.Pieces[0].A, m.Pieces[len(m.Pieces)-1].B
			if near(first, b.at(from.W, from.Loss)) && near(last, b.at(to.W, to.Loss)) {
				strengths[i] = m.Color.A
			}
		}
	}
	for i := range 5 {
		if strengths[i] == 0 || strengths[i] >= strengths[i+1] {
			t.Errorf("hop %d has opacity %d, the next %d", i, strengths[i], strengths[i+1])
		}
	}
}

// TestExplosionLeavesThePicture: what is beyond is pointed to, and past all numbers it is said.
func TestExplosionLeavesThePicture(t *testing.T) {
	for steps, says := range map[int]string{12: "w = ", 3000: "w = ", 7422: "w is no number: NaN"} {
		s := stepped(t, "bowl", steps, "sgd lr=7")
		marks := drawn(638, 538, plotted(t, s))
		said := slices.ContainsFunc(marks.Texts(), func(text string) bool { return strings.HasPrefix(text, says) })
		if !said {
			t.Errorf("after %d steps: %q", steps, marks.Texts())
		}
		for _, m := range marks {
			if b := m.Bounds; b.X0 < -1e5 || b.X1 > 1e5 || b.Y0 < -1e5 || b.Y1 > 1e5 {
				t.Errorf("after %d steps a mark at %v", steps, b)
			}
		}
		drawn(312, 304, Loss{State: s, Log: true, Look: look(t)})
		drawn(312, 304, Cobweb{State: s, View: s.Curve.Home, Look: look(t)})
	}
}

func TestRuleHasTheNumbers(t *testing.T) {
	p := Step{Height: StepHeight, State: stepped(t, "bowl", 6), Look: look(t)}
	marks := drawn(410, StepHeight, p)
	for text, role := range map[string]curve.Role{"5.468": curve.Landing, "2.165": curve.Weight, "6.0": curve.Rate,
		"(−0.5505)": curve.Slope, "3.303": curve.Plain} {
		if m, is := marks.Find(text); !is || m.Color != p.Look.Ink(role) {
			t.Errorf("%s is there: %v, in %v", text, is, m.Color)
		}
	}
	if all := strings.Join(marks.Texts(), ""); !strings.Contains(all, "L = 0.15 (2.165 − 4)² + 0.5 = 1.005") ||
		!strings.Contains(all, "L′ = 0.3 (2.165 − 4) = −0.5505") {
		t.Error(all)
	}
	if got := p.At(plot.Vec{X: 216, Y: 60}, 410); got != curve.Rate {
		t.Errorf("over the rate it is %v", got)
	}
	other := Step{Height: StepHeight, State: stepped(t, "bowl", 2, "adam lr=0.1"), Look: look(t)}
	if _, is := drawn(410, StepHeight, other).Find("the step of Adam"); !is {
		t.Error("another method's step is not named")
	}
}

func TestTableFollowsAndFindsRows(t *testing.T) {
	s := stepped(t, "bowl", 20)
	table := Table{State: s, Hover: -1, Height: 287, Look: look(t)}
	if table.Rows() != 7 {
		t.Fatalf("room for %d rows", table.Rows())
	}
	table.First = table.Follow(0)
	if table.First != 14 {
		t.Errorf("begins with row %d", table.First)
	}
	marks := drawn(410, 287, table)
	if _, is := marks.Find("13"); is {
		t.Error("row 13 is seen")
	}
	m, is := marks.Find("20")
	if step, hit := table.RowAt(m.At.Y - 4); !is || !hit || step != 20 {
		t.Errorf("row 20: there %v, hit as %d", is, step)
	}
	if _, hit := table.RowAt(30); hit {
		t.Error("the head is a row")
	}
	infinite := Table{State: stepped(t, "bowl", 7422, "sgd lr=7"), Hover: -1, Height: 287, Look: look(t)}
	infinite.First = infinite.Follow(0)
	for _, text := range []string{"∞", "NaN"} {
		if m, is := drawn(410, 287, infinite).Find(text); !is || m.Color != infinite.Look.Palette.Error {
			t.Errorf("%s: there %v, in %v", text, is, m.Color)
		}
	}
}

func TestStripSetsTheRate(t *testing.T) {
	p := Insight{Height: InsightHeight, State: stepped(t, "bowl", 6), Look: look(t)}
	marks := drawn(410, InsightHeight, p)
	var at plot.Vec
	for _, f := range marks.Of(record.Fill) {
		at = f.Points[0] // the tip of the marker
	}
	if eta, is := p.Eta(at.X, 410); !is || math.Abs(eta-6) > 0.02 {
		t.Errorf("its place is that of eta %v", eta)
	}
	if all := strings.Join(marks.Texts(), " "); !strings.Contains(all, "the other experiments: 0.3 gives 0.91, 7.0 gives −1.1") {
		t.Error(all)
	}
}

func TestLossGoesTheWayOfTheRun(t *testing.T) {
	l := Loss{State: stepped(t, "bowl", 6), Log: true, Look: look(t)}
	marks := drawn(312, 304, l)
	for _, text := range []string{"loss − minimum (log)", "η = 7.0", "η = 0.3", "× 0.64 a step", "0.1", "12"} {
		if _, is := marks.Find(text); !is {
			t.Errorf("nothing says %q: %q", text, marks.Texts())
		}
	}
	if got := l.Step(42+(312-56)*0.5, 312); got != 6 {
		t.Errorf("the middle is step %d", got)
	}
	if n := (Loss{State: stepped(t, "bowl", 30), Look: look(t)}).span(); n != 48 {
		t.Errorf("up to step %d", n)
	}
}

func TestCobwebEndsWhereItStaysPut(t *testing.T) {
	s := stepped(t, "bowl", 6)
	c := Cobweb{State: s, View: geom.Rect{X0: -5, X1: 13}, Look: look(t)}
	marks := drawn(312, 304, c)
	if _, is := marks.Find("slope −0.8"); !is {
		t.Errorf("%q", marks.Texts())
	}
	if got := s.Runs[0].Leads(-3, 9.6, 2); math.Abs(got[0]-9.6) > 1e-12 || math.Abs(got[1]+0.48) > 1e-12 {
		t.Errorf("leads to %v", got)
	}
	memory := Cobweb{State: stepped(t, "bowl", 3, "momentum lr=1"), View: c.View, Look: c.Look}
	if _, is := drawn(312, 304, memory).Find("Momentum remembers: it has no one line"); !is {
		t.Error("a line of a method that remembers")
	}
}

// TestEveryMethodIsDrawn on every curve, in every size: nothing is drawn at no place.
func TestEveryMethodIsDrawn(t *testing.T) {
	for i, m := range optim.Methods() {
		shape := curve.Shapes()[i%5]
		s := stepped(t, shape.Key, 15, m.Key, "adam lr=0.3")
		p := plotted(t, s)
		for _, size := range [][2]float64{{638, 538}, {330, 300}} {
			for _, mark := range drawn(size[0], size[1], p) {
				if text := fmt.Sprint(mark.Bounds); strings.Contains(text, "NaN") && mark.Kind != record.Stroke {
					t.Errorf("%s on %s: %v", m.Key, shape.Key, mark)
				}
			}
		}
		drawn(410, StepHeight, Step{Height: StepHeight, State: s, Look: p.Look})
		drawn(410, InsightHeight, Insight{Height: InsightHeight, State: s, Look: p.Look})
	}
}

func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	p := plotted(t, stepped(t, "bowl", 0))
	at := plot.Vec{X: 200, Y: 300}
	before := p.At(at.X, 638)
	p.View = p.Zoomed(at, 638, 538, 0.5)
	if after := p.At(at.X, 638); math.Abs(after-before) > 1e-9 || math.Abs(p.View.X1-p.View.X0-9.1) > 1e-9 {
		t.Errorf("%v is now %v, in %v", before, after, p.View)
	}
	if v := p.Panned(0.5, 0); math.Abs(v.X0-p.View.X0-4.55) > 1e-9 {
		t.Errorf("panned to %v", v)
	}
}

func TestChoicesAreFoundWhereTheyAreDrawn(t *testing.T) {
	s := stepped(t, "bowl", 0)
	shelf := Shelf{Shapes: curve.Shapes(), Chosen: "bowl", Hover: 1, Look: look(t)}
	for _, shape := range shelf.Shapes {
		shelf.Curves = append(shelf.Curves, shape.Curve())
	}
	for i, shape := range shelf.Shapes {
		m, is := drawn(240, 5*ShelfRow, shelf).Find(shape.Title)
		if row, hit := shelf.RowAt(m.At.Y); !is || !hit || row != i {
			t.Errorf("%s is in row %d", shape.Title, row)
		}
	}
	chips := Chips{State: s, Hover: -1, Look: look(t)}
	for i, count := range []string{"70 steps", "30 steps", "never"} {
		m, is := drawn(240, ChipsHeight, chips).Find(count)
		if at, hit := chips.At(m.At.X, 240); !is || !hit || at != i {
			t.Errorf("%s is chip %d", count, at)
		}
	}
	quiz := Quiz{Question: s.Curve.Questions(s.Doc, s.Trials)[0], Taken: 0, Hover: -1, Look: look(t)}
	marks := drawn(240, QuizHeight, quiz)
	for i, text := range []string{"2.00", "3.33", "6.67"} {
		m, is := marks.Find(text)
		if at, hit := quiz.At(m.At, 240); !is || !hit || at != i {
			t.Errorf("%s is choice %d", text, at)
		}
	}
	if wrong, _ := marks.Find("2.00"); wrong.Color != quiz.Look.Palette.Error {
		t.Error("the wrong choice is not marked")
	}
}

// noOverlap complains of texts of one line that run into each other or out of the picture.
func noOverlap(t *testing.T, what string, w float64, marks record.Marks) {
	t.Helper()
	type part struct {
		text string
		a, z float64
	}
	lines := map[float64][]part{}
	for _, m := range marks {
		if m.Kind != record.Text {
			continue
		}
		wide := m.Text.Font.Width(m.Text.Text, m.Text.Size)
		a := m.At.X
		switch m.Text.Align {
		case plot.AlignRight:
			a -= wide
		case plot.AlignCenter:
			a -= wide / 2
		}
		lines[m.At.Y] = append(lines[m.At.Y], part{m.Text.Text, a, a + wide})
	}
	for _, line := range lines {
		slices.SortFunc(line, func(p, q part) int { return cmp.Compare(p.a, q.a) })
		for i, p := range line {
			if p.a < 0 || p.z > w {
				t.Errorf("%s, %v wide: %q reaches from %.0f to %.0f", what, w, p.text, p.a, p.z)
			}
			if i > 0 && line[i-1].z > p.a+0.5 {
				t.Errorf("%s, %v wide: %q runs into %q", what, w, line[i-1].text, p.text)
			}
		}
	}
}

func TestHugeNumbersHaveRoom(t *testing.T) {
	for _, w := range []float64{300, 410} {
		for _, steps := range []int{0, 5, 1311, 3379, 7418} {
			s := stepped(t, "bowl", steps, "sgd lr=7")
			table := Table{State: s, Hover: -1, Look: look(t), Height: 270}
			table.First = table.Follow(0)
			noOverlap(t, fmt.Sprintf("table after %d steps", steps), w, drawn(w, 270, table))
			rule := Step{Height: StepHeight, State: s, Look: look(t)}
			noOverlap(t, fmt.Sprintf("rule after %d steps", steps), w, drawn(w, StepHeight, rule))
		}
	}
}

func TestTheOtherExperimentsHaveRoom(t *testing.T) {
	for _, w := range []float64{300, 410} {
		s := stepped(t, "plateau", 4, "sgd lr=0.7")
		noOverlap(t, "insight", w, drawn(w, InsightHeight, Insight{Height: InsightHeight, State: s, Look: look(t)}))
	}
}
