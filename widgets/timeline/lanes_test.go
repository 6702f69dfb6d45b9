package timeline

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// marksAt are marks at steps, with ranks by their places.
func marksAt(steps ...int) (list []Mark) {
	for i, s := range steps {
		list = append(list, Mark{Step: s, Rank: i%9 + 1})
	}
	return list
}

// However marks crowd, discs of a lane stand apart, in order, inside, and near their steps; what stands is the better half.
func TestDiscsStandApart(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		steps := make([]int, r.IntN(40))
		for i := range steps {
			steps[i] = r.IntN(141)
		}
		slices.Sort(steps)
		lanes := []Lane{{Marks: marksAt(steps...)}}
		f := frame{25, 25 + float64(40+r.IntN(500)), 140}
		seats := discs(lanes, f, 0)
		if len(steps) > 0 && len(seats) == 0 {
			t.Fatalf("none of %v stands", steps)
		}
		for i, s := range seats {
			if s.x < f.x0-1e-9 || s.x > f.x1+1e-9 || math.Abs(s.x-s.at) > discFar || s.at != f.x(float64(lanes[0].Marks[s.mark].Step)) {
				t.Fatalf("%v between %v and %v: a disc of step %v stands at %v", steps, f.x0, f.x1, lanes[0].Marks[s.mark].Step, s.x)
			}
			if i > 0 && (s.x-seats[i-1].x < discApart-1e-9 || s.mark <= seats[i-1].mark) {
				t.Fatalf("%v: discs at %v and %v", steps, seats[i-1].x, s.x)
			}
		}
	}
}

// Places that are far apart stay; two at one place go as far to both sides; at an edge both stay inside.
func TestSpread(t *testing.T) {
	for _, c := range []struct{ at, want []float64 }{
		{[]float64{10, 40, 90}, []float64{10, 40, 90}},
		{[]float64{50, 50}, []float64{42, 58}},
		{[]float64{0, 0}, []float64{0, 16}},
		{[]float64{100, 100}, []float64{84, 100}},
		{nil, []float64{}},
	} {
		if got, _ := spread(c.at, 16, 0, 100); !slices.Equal(got, c.want) {
			t.Errorf("%v are spread to %v, want %v", c.at, got, c.want)
		}
	}
}

// Ticks that would touch give way to that of the highest rank, and lanes share rows where there are too many.
func TestTicks(t *testing.T) {
	f := frame{0, 140, 140}
	lanes := []Lane{{Marks: []Mark{{Step: 10, Rank: 2}, {Step: 11, Rank: 9}, {Step: 12, Rank: 5}, {Step: 40, Rank: 1}}}}
	seats, _ := ticks(lanes, f, 0, 22)
	var steps []int
	for _, s := range seats {
		steps = append(steps, lanes[0].Marks[s.mark].Step)
	}
	if !slices.Equal(steps, []int{11, 40}) {
		t.Errorf("ticks stand at steps %v", steps)
	}
	many := make([]Lane, 64)
	for i := range many {
		many[i].Marks = marksAt(i, i+60)
	}
	seats, pitch := ticks(many, f, 1, 23)
	if len(seats) != 128 || pitch < tickLeast {
		t.Errorf("%d ticks of 128, rows %v high", len(seats), pitch)
	}
	for _, s := range seats {
		if s.y-pitch/2 < 1-1e-9 || s.y+pitch/2 > 23+1e-9 {
			t.Errorf("a tick stands at %v", s.y)
		}
	}
}

// Steps and places are each other's inverse, and none lies beyond the ends.
func TestFrame(t *testing.T) {
	f := frame{25, 500, 140}
	for step := 0.0; step <= 140; step += 3.5 {
		if got := f.step(f.x(step)); math.Abs(got-step) > 1e-9 {
			t.Errorf("step %v comes back as %v", step, got)
		}
	}
	if f.step(-9) != 0 || f.step(900) != 140 || f.x(200) != 500 || (frame{9, 9, 0}).x(3) != 9 || (frame{9, 9, 5}).step(9) != 0 {
		t.Error("the ends are not kept")
	}
}
