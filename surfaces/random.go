package surfaces

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// MaxWaves bounds the number of waves, so that the formula stays one that can be read and compiled.
const MaxWaves = 64

const (
	octaves   = 4    // of waves, each of half the length of the one before
	longWaves = 1.4  // wave number of the longest, per unit of x and y
	walls     = 0.08 // curvature of the bowl under the waves
)

// Random returns a landscape of count waves of random direction and phase in a shallow bowl. Waves half as long are
// roughness times as high: 0 leaves the longest alone, at 1 all are equally high. The surface is a function of the
// arguments; the waves depend on seed and count alone, so that a change of roughness changes heights and nothing
// else. A roughness outside of [0, 1] and a count outside of [1, 64] are taken to the nearer end.
func Random(seed uint64, roughness float64, count int) Surface {
	if !(roughness > 0) {
		roughness = 0
	}
	s := randomWaves
	s.Name, s.Params = "", nil
	s.Title = fmt.Sprintf("Random landscape %d", seed)
	s.Formula = waves(seed, fmt.Sprintf("%.4g", math.Min(roughness, 1)), min(max(count, 1), MaxWaves))
	return s
}

// RandomWaves is the landscape of Random in the window and with the note of the catalogue's entry, its roughness a
// parameter.
func RandomWaves(seed uint64, count int) Surface {
	s := randomWaves.clone()
	s.Group = Chance
	s.Formula = waves(seed, s.Params[0].Name, min(max(count, 1), MaxWaves))
	return s
}

// waves returns the formula. Octave by octave, in Horner's scheme: the waves of one and gain times those of the next.
func waves(seed uint64, gain string, count int) string {
	rng := rand.New(rand.NewPCG(seed, 0x6c616e6473636170))
	var sums []string
	for octave := range octaves {
		n := count * (octave + 1) / octaves
		n -= count * octave / octaves
		if n == 0 {
			continue
		}
		terms := make([]string, n)
		for i := range terms {
			// Directions are spread evenly, but for their turn: three waves of one direction would be no landscape.
			angle := math.Pi * (float64(i) + rng.Float64()) / float64(n)
			k := longWaves * math.Exp2(float64(octave)) * (0.75 + 0.5*rng.Float64())
			terms[i] = fmt.Sprintf("cos(%.3g*x%+.3g*y%+.3g)", k*math.Cos(angle), k*math.Sin(angle), 2*math.Pi*rng.Float64())
		}
		sums = append(sums, fmt.Sprintf("%.3g*(%s)", 1/math.Sqrt(float64(n)), strings.Join(terms, " + ")))
	}
	text := ""
	for i := len(sums) - 1; i >= 0; i-- {
		if text != "" {
			text = fmt.Sprintf(" + %s*(%s)", gain, text)
		}
		text = sums[i] + text
	}
	return fmt.Sprintf("%v*(x^2+y^2) + %s", walls, text)
}
