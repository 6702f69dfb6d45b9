package plot

import (
	"fmt"
	"slices"
	"testing"
)

// latticeScene has marks as Rastrigin's function has: n by n minima, the best in
// the middle, saddles between them and maxima between those.
func latticeScene(n int) Scene {
	s := Scene{View: Rect{X0: -0.5, X1: float64(n) - 0.5, Y0: -0.5, Y1: float64(n) - 0.5}, Still: true}
	for i := range 2*n - 1 {
		for j := range 2*n - 1 {
			m := Mark{At: Point{X: float64(i) / 2, Y: float64(j) / 2}, Label: fmt.Sprint("M", len(s.Marks))}
			switch {
			case i == n-1 && j == n-1:
				m.Kind = BestMark
			case i%2 == 0 && j%2 == 0:
				m.Kind = MinimumMark
			case i%2 == 1 && j%2 == 1:
				m.Kind = MaximumMark
			default:
				m.Kind, m.Arms = SaddleMark, [2]Point{{X: 1, Y: 0}, {X: 0, Y: 1}}
			}
			s.Marks = append(s.Marks, m)
		}
	}
	return s
}

// labelled counts the labels that a scene gets on so many pixels.
func labelled(t *testing.T, s Scene, size int) int {
	c := on(size, size, s, styles(t)["dark"])
	labels, _ := c.placeLabels()
	return len(labels)
}

func TestLabelsKeepOffEverything(t *testing.T) {
	st := styles(t)["light"]
	lattice := latticeScene(2)
	lattice.Start = &Point{X: 0.2, Y: 0}
	hills := peaksScene(st.Palette, 100, 100)
	hills.Still, hills.Marks = true, append([]Mark(nil), hills.Marks...)
	for i := range hills.Marks {
		hills.Marks[i].Strong = false // these are named at any price
	}
	for name, s := range map[string]Scene{"peaks": hills, "lattice": lattice} {
		c := on(620, 620, s, st)
		seen, _ := c.seenMarks()
		marks := c.markObstacles(seen)
		labels, _ := c.placeLabels()
		named := 0
		for _, m := range s.Marks {
			if m.Label != "" {
				named++
			}
		}
		if len(labels) != named {
			t.Errorf("%s: %d of %d labels found room", name, len(labels), named)
		}
		var written []Box
		for _, l := range labels {
			if marks.block(l.Box) || l.meetsAny(written) || !l.within(c.frame(0)) {
				t.Errorf("%s: label %s, in %v, is on a mark, an arm, the start, a label or the edge", name, l.text, l.Box)
			}
			written = append(written, l.Box)
		}
	}
}

// However small a map, a name is nearer to its own mark than to any other; what finds no such place has none.
func TestLabelsAreNearestToTheirMarks(t *testing.T) {
	st := styles(t)["light"]
	fewest := len(peaksMarks)
	for _, size := range [][2]int{{212, 250}, {252, 200}, {300, 276}, {400, 400}} {
		s := peaksScene(st.Palette, 50, 50)
		s.View, s.Still = Rect{X0: -6, X1: 6, Y0: -8, Y1: 8}, true
		s.Marks = append([]Mark(nil), peaksMarks...)
		at := map[string]Vec{}
		c := on(size[0], size[1], s, st)
		for i := range s.Marks {
			m := &s.Marks[i]
			m.Strong = false
			if m.Label == "" {
				m.Label = fmt.Sprint("M", i)
			}
			at[m.Label] = c.device(m.At)
		}
		labels, _ := c.placeLabels()
		fewest = min(fewest, len(labels))
		for _, l := range labels {
			for name, other := range at {
				if l.distance(other) < l.distance(at[l.text]) {
					t.Errorf("%v: the label of %s is nearer to %s", size, l.text, name)
				}
			}
		}
		if len(labels) == 0 {
			t.Errorf("%v: no labels", size)
		}
	}
	if fewest == len(peaksMarks) {
		t.Error("no map was too small")
	}
	// What is under the pointer is named all the same.
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Marks: []Mark{{At: Point{X: 0.5, Y: 0.5}, Label: "A", Strong: true}}}
	s.Still = true
	for _, d := range []Point{
		{X: -0.08, Y: 0}, {X: 0.08, Y: 0}, {X: 0, Y: 0.08}, {X: 0, Y: -0.08},
		{X: 0.07, Y: 0.07}, {X: -0.07, Y: 0.07}, {X: 0.07, Y: -0.07}, {X: -0.07, Y: -0.07},
	} {
		s.Marks = append(s.Marks, Mark{At: Point{X: 0.5 + d.X, Y: 0.5 + d.Y}})
	}
	if got := labelled(t, s, 210); got != 1 {
		t.Errorf("%d labels for a mark under the pointer among others", got)
	}
	s.Marks[0].Strong = false
	if got := labelled(t, s, 210); got != 0 {
		t.Errorf("%d labels for a mark among others", got)
	}
}

// In a crowd only the lowest minima are named, and what is under the pointer; where racers end too.
func TestCrowdHasFewLabels(t *testing.T) {
	s := latticeScene(5) // 25 minima, 40 saddles, 16 maxima
	if got := labelled(t, s, 620); got != deepest+1 {
		t.Errorf("%d labels in a crowd, want those of the %d first minima and of the best", got, deepest)
	}
	s.Marks[1].Strong, s.Marks[80].End = true, true
	if got := labelled(t, s, 620); got != deepest+3 {
		t.Errorf("%d labels in a crowd with a hovered saddle and a minimum where racers end", got)
	}
	s.Still = false
	if got := labelled(t, s, 620); got != 3 {
		t.Errorf("%d labels on a map in use, want those of the best, the hovered one and the one where racers end", got)
	}
	if got := labelled(t, latticeScene(2), 620); got != 9 {
		t.Errorf("%d labels on a still map of 9 marks", got)
	}
	if got := labelled(t, s, 199); got != 0 {
		t.Errorf("%d labels on a small map", got)
	}
}

// What a crowd leaves of the marks, and a small map.
func TestMarksByRoom(t *testing.T) {
	s := latticeScene(5)
	s.Marks[1].Strong, s.Marks[80].End = true, true
	count := func(size int) (signs, tiny, others int) {
		marks, _ := on(size, size, s, styles(t)["light"]).seenMarks()
		for _, m := range marks {
			switch {
			case m.tiny:
				tiny++
			case m.Kind == MinimumMark || m.Kind == BestMark:
				signs++
			default:
				others++
			}
		}
		return signs, tiny, others
	}
	if signs, tiny, others := count(620); signs != deepest+2 || signs+tiny != 25 || others != 1 {
		t.Errorf("a crowd has %d minima with signs, %d as dots and %d other marks", signs, tiny, others)
	}
	if signs, tiny, others := count(150); signs != deepest+2 || tiny != 0 || others != 1 {
		t.Errorf("a small map has %d minima, %d as dots and %d other marks", signs, tiny, others)
	}
	s = latticeScene(2)
	if signs, tiny, others := count(300); signs != 5 || tiny != 0 || others != 4 {
		t.Errorf("few marks are %d minima with signs, %d as dots and %d others", signs, tiny, others)
	}
}

// Where there is room for one label of two, it is the better mark's; the hovered
// mark's is always written.
func TestLabelsByRank(t *testing.T) {
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Still: true, Marks: []Mark{
		{Kind: MaximumMark, At: Point{X: 0.5, Y: 0.5}, Label: "max"},
		{Kind: SaddleMark, At: Point{X: 0.5, Y: 0.5}, Label: "saddle"},
		{Kind: MinimumMark, At: Point{X: 0.5, Y: 0.5}, Label: "min"},
		{Kind: BestMark, At: Point{X: 0.5, Y: 0.5}, Label: "best"},
	}}
	c := on(260, 216, s, styles(t)["dark"])
	first := func() string {
		marks, _ := c.seenMarks()
		best := marks[0]
		for _, m := range marks {
			if m.rank() < best.rank() {
				best = m
			}
		}
		return best.Label
	}
	for i := len(s.Marks) - 1; i > 0; i-- {
		if got := first(); got != s.Marks[i].Label {
			t.Errorf("%q comes before %q", got, s.Marks[i].Label)
		}
		c.scene.Marks = s.Marks[:i]
	}
	s.Marks[0].Strong = true
	c.scene.Marks = s.Marks
	if got := first(); got != "max" {
		t.Errorf("%q comes before what is under the pointer", got)
	}
	if got := labelled(t, Scene{View: s.View, Marks: s.Marks}, 24); got != 0 {
		t.Errorf("%d labels where there is no room in the picture", got)
	}
}

// Labels keep off whole ways and the heads at their ends, wherever the playhead is, as long as there is room.
func TestLabelsKeepOffWays(t *testing.T) {
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Marks: []Mark{{Kind: MinimumMark, At: Point{X: 0.5, Y: 0.5}, Label: "A"}}}
	s.Still = true
	c := on(200, 200, s, styles(t)["dark"])
	alone, _ := c.placeLabels()
	alone = slices.Clone(alone)
	s.Traces = []Trace{{Pts: []Point{{X: 0.9, Y: 0.5}, {X: 0.7, Y: 0.52}, {X: 0.5, Y: 0.5}}}}
	var before []label
	for _, head := range []float64{0, 0.4, 1, 2} {
		s.Traces[0].Head = head
		c.scene = s
		labels, _ := c.placeLabels()
		if len(labels) != 1 || labels[0] == alone[0] || c.covered().block(labels[0].Box) {
			t.Fatalf("with the head at %g: %v, without a way %v", head, labels, alone)
		}
		if before != nil && before[0] != labels[0] {
			t.Errorf("the label moves with the head, to %v", labels)
		}
		before = slices.Clone(labels)
	}
	// Curves that move with the playhead do not move it either, those that stay do.
	y := c.scene.FromPixel(0, (before[0].Y0+before[0].Y1)/2, 200, 200).Y
	for clear, moves := range map[bool]bool{false: false, true: true} {
		c.scene.Curves = []Curve{{Pts: []Point{{X: 0, Y: y}, {X: 1, Y: y}}, Clear: clear}}
		if labels, _ := c.placeLabels(); (labels[0] != before[0]) != moves {
			t.Errorf("a curve that is to be clear of labels (%v): label at %v, before %v", clear, labels, before)
		}
	}
	c.scene.Curves = nil
	// Where ways are everywhere the label is written over them.
	for y := 0.0; y < 1; y += 0.01 {
		s.Traces[0].Pts = append(s.Traces[0].Pts, Point{X: 0, Y: y}, Point{X: 1, Y: y})
	}
	c.scene = s
	if labels, _ := c.placeLabels(); len(labels) != 1 || labels[0] != alone[0] {
		t.Errorf("in a thicket %v, want %v", labels, alone)
	}
}

func BenchmarkLabelsAmongWays(b *testing.B) {
	s := latticeScene(2)
	for range 8 {
		t := Trace{}
		for i := range 2000 {
			t.Pts = append(t.Pts, Point{X: float64(i%97) / 97, Y: float64(i%89) / 89})
		}
		s.Traces = append(s.Traces, t)
	}
	c := on(900, 900, s, Style{DarkPalette(), testFont(b), 1, 13, 0})
	for b.Loop() {
		c.placed.made = false
		c.placeLabels()
	}
}
