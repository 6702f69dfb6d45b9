package trainings

import (
	"math"
	"math/rand/v2"
)

// An example is a point with its class, -1 or 1.
type example struct{ u, v, class float64 }

// examples are two half moons that reach into each other, with some noise: the same in every training. No line parts them.
var examples = moons(25)

// moons are so many examples of each class.
func moons(each int) []example {
	random := rand.New(rand.NewPCG(0x3005, 0))
	list := make([]example, 0, 2*each)
	for i := range each {
		sin, cos := math.Sincos(math.Pi * (float64(i) + 0.5) / float64(each))
		noise := func() float64 { return 0.12 * random.NormFloat64() }
		list = append(list, example{cos - 0.5 + noise(), sin - 0.25 + noise(), 1},
			example{0.5 - cos + noise(), 0.25 - sin + noise(), -1})
	}
	return list
}
