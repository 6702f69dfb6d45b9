package lab

import (
	"math"
	"testing"
)

func TestAdvance(t *testing.T) {
	for _, c := range []struct {
		name  string
		from  Playhead
		dt    float64
		steps int
		want  Playhead
	}{
		{"paused", Playhead{Head: 3, Speed: 1}, 1, 100, Playhead{Head: 3, Speed: 1}},
		{"plays", Playhead{Head: 3, Speed: 1, Playing: true}, 0.2, 100, Playhead{Head: 8, Speed: 1, Playing: true}},
		{"slow", Playhead{Head: 0, Speed: 0.1, Playing: true}, 2, 100, Playhead{Head: 5, Speed: 0.1, Playing: true}},
		{"stops at the end", Playhead{Head: 99, Speed: 1, Playing: true}, 1, 100, Playhead{Head: 100, Speed: 1}},
		{"loops", Playhead{Head: 90, Speed: 1, Playing: true, Loop: true}, 1, 100,
			Playhead{Head: 15, Speed: 1, Playing: true, Loop: true}},
		{"no time", Playhead{Head: 3, Speed: 1, Playing: true}, 0, 100, Playhead{Head: 3, Speed: 1, Playing: true}},
		{"time runs back", Playhead{Head: 3, Speed: 1, Playing: true}, -1, 100, Playhead{Head: 3, Speed: 1, Playing: true}},
	} {
		if got := c.from.advance(c.dt, c.steps); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestStepsAreWhole(t *testing.T) {
	p := Playhead{Head: 3.4, Playing: true}
	if got := p.step(1, 10); got.Head != 4 || got.Playing {
		t.Errorf("forward from 3.4: %+v", got)
	}
	if got := p.step(-1, 10); got.Head != 3 {
		t.Errorf("back from 3.4: %+v", got)
	}
	if got := (Playhead{Head: 10}).step(1, 10); got.Head != 10 {
		t.Errorf("forward at the end: %+v", got)
	}
	if got := (Playhead{}).step(-1, 10); got.Head != 0 {
		t.Errorf("back at the start: %+v", got)
	}
}

func TestPlayAtTheEndStartsAgain(t *testing.T) {
	if got := (Playhead{Head: 10}).play(10); got.Head != 0 || !got.Playing {
		t.Errorf("%+v", got)
	}
	if got := (Playhead{Head: 4}).play(10); got.Head != 4 || !got.Playing {
		t.Errorf("%+v", got)
	}
}

func TestSeekStaysOnTheTape(t *testing.T) {
	for from, want := range map[float64]float64{-3: 0, 4.5: 4.5, 99: 10, math.Inf(1): 10} {
		if got := (Playhead{Head: 1}).seek(from, 10); got.Head != want {
			t.Errorf("seek %v: %v, want %v", from, got.Head, want)
		}
	}
	if got := (Playhead{Head: 1}).seek(math.NaN(), 10); got.Head != 1 {
		t.Errorf("seek NaN: %v", got.Head)
	}
}

func TestResizeKeepsTheEnd(t *testing.T) {
	for _, c := range []struct {
		head     float64
		from, to int
		want     float64
	}{{10, 10, 20, 20}, {5, 10, 20, 5}, {5, 10, 3, 3}} {
		if got := (Playhead{Head: c.head}).resize(c.from, c.to); got.Head != c.want {
			t.Errorf("%+v: %v", c, got.Head)
		}
	}
}

func TestClampSpeed(t *testing.T) {
	for v, want := range map[float64]float64{0: 1, -2: 1, math.Inf(1): 1, 0.01: 0.1, 1000: 100, 5: 5} {
		if got := ClampSpeed(v); got != want {
			t.Errorf("ClampSpeed(%v) = %v, want %v", v, got, want)
		}
	}
}
