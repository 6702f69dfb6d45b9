package pace

import (
	"context"
	"math"

	"descentlab/optim"
)

// weakest is the part of a racer's rate below which none is looked for that is stable.
const weakest = 1e-9

// closeness is how much larger than one that is stable the rate may be that no longer is, where bisection ends.
const closeness = 1.001

// Stable is the largest rate, in two digits and below the racer's own, at which its run comes through all steps of the race, ends
// no higher than it began and is not rising; the last is not asked of a loss that is sampled or noisy. It is found by bisection
// over such runs, so it is one border between rates that hold and rates that do not, where there are several. There may be none,
// and there is none if the context ends.
func (g *Ground) Stable(ctx context.Context, spec optim.Spec) (stable float64, ok bool) {
	if !rated(spec) {
		return 0, false
	}
	shaken := optim.Stochastic(g.Loss)
	holds := func(v float64) bool {
		through, rising := g.run(ctx, spec.With(lr, optim.Num(v)), g.Steps)
		return through && (shaken || !rising)
	}
	over := rate(spec)
	least, under := weakest*over, over/2
	for !holds(under) {
		if over, under = under, under/2; under < least || ctx.Err() != nil {
			return 0, false
		}
	}
	for over/under > closeness {
		middle := math.Sqrt(over * under)
		if holds(middle) {
			under = middle
		} else {
			over = middle
		}
	}
	under /= closeness // on the border itself a run bounces for ever
	// What is offered has been run, too: among chaotic runs a little less is not always safer.
	for range 8 {
		if under = short(under); holds(under) {
			return under, ctx.Err() == nil
		}
		under *= 0.97
	}
	return 0, false
}
