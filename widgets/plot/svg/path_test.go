package svg

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"descentlab/widgets/plot"
)

var token = regexp.MustCompile(`[Mlz]|-?(?:\d+\.\d+|\d+|\.\d+)`)

// places reads a path as a browser does.
func places(t *testing.T, d string) (list []plot.Vec) {
	t.Helper()
	at, relative := plot.Vec{}, false
	var pair []float64
	if rest := strings.TrimSpace(token.ReplaceAllString(d, "")); rest != "" {
		t.Fatalf("%q has %q", d, rest)
	}
	for _, word := range token.FindAllString(d, -1) {
		switch word {
		case "M":
			relative = false
			continue
		case "l":
			relative = true
			continue
		case "z":
			continue
		}
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			t.Fatal(err)
		}
		if pair = append(pair, v); len(pair) == 2 {
			if next := (plot.Vec{X: pair[0], Y: pair[1]}); relative {
				at = at.Add(next)
			} else {
				at = next
			}
			list, pair = append(list, at), nil
		}
	}
	return list
}

// TestPathsReadBack: places come back to a hundredth, however long the way is.
func TestPathsReadBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		var want []plot.Vec
		at := plot.Vec{X: 1000 * rng.Float64(), Y: 1000 * rng.Float64()}
		for range 1 + rng.IntN(300) {
			want = append(want, at)
			at = at.Add(plot.Vec{X: rng.NormFloat64() * 3, Y: rng.NormFloat64() * 0.2})
		}
		var p path
		p.move(want[0])
		p.lines(want[1:])
		got := places(t, p.String())
		k := 0
		for _, w := range want {
			for k < len(got)-1 && got[k].Sub(w).Len() > 0.0072 {
				k++
			}
			if d := got[k].Sub(w).Len(); d > 0.0072 {
				t.Fatalf("%v is missing; nearest is %v", w, d)
			}
		}
	}
}

// TestFarPlacesAreHeld: what lies far beyond any picture is written as a number that readers can take.
func TestFarPlacesAreHeld(t *testing.T) {
	var p path
	p.move(plot.Vec{X: 1e300, Y: -1e300})
	p.lines([]plot.Vec{{X: -math.MaxFloat64, Y: 3}})
	for _, at := range places(t, p.String()) {
		if math.Abs(at.X) > farthest || math.Abs(at.Y) > farthest {
			t.Errorf("%v in %s", at, p.String())
		}
	}
}
