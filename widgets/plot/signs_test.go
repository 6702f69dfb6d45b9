package plot

import "testing"

// Where racers end says which minima are named, not which marks are signed: what they stand on needs no new picture then, however
// many saddles there are. Of a crowd of minima it decides which are more than dots.
func TestWhereRacersEndLeavesTheFurniture(t *testing.T) {
	scene := func(minima int) Scene {
		var s Scene
		for i := range minima + 8 {
			m := Mark{Kind: SaddleMark, At: Point{X: float64(i)}}
			if i < minima {
				m.Kind = MinimumMark
			}
			s.Marks = append(s.Marks, m)
		}
		return s
	}
	for minima, want := range map[int]bool{1: true, deepest: true, deepest + 1: false} {
		a, b := scene(minima), scene(minima)
		b.Marks[0].End = true
		if got := FurnitureLayer.Same(a, b); got != want {
			t.Errorf("%d minima: the furniture stays: %v, want %v", minima, got, want)
		}
		if LabelLayer.Same(a, b) {
			t.Errorf("%d minima: the labels stay", minima)
		}
	}
}
