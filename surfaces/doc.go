// Package surfaces holds loss surfaces over the plane as data, and answers
// questions about them: values, exact derivatives, critical points.
//
// A [Surface] is a formula in the language of package expr together with the
// window it is best seen in, a start for a race, its source and one sentence on
// what to look for. [Catalogue] lists the built-in ones; a typed formula is
// Surface{Formula: text} and takes the same road, since nothing about a
// surface is written by hand except its formula. One more built-in surface is
// one more entry in the catalogue_ file of its group. [Random] makes landscapes
// from a seed, and [Surface.Transformed] turns and stretches any surface under
// the race.
//
// A [Probe] evaluates a surface. It owns scratch space, so each goroutine needs
// its own: [Probe.Fork] is cheap.
//
//	s, err := surfaces.Lookup("himmelblau")
//	p, err := s.Probe(nil)
//	f := p.Value(3, 2)
//	points, err := p.Critical(ctx, s.View)
//
// # Learning problems
//
// A surface with a [Dataset] is the mean of its formula over examples: x and y
// are weights, the columns of the data are further names in the formula, and a
// [Model] says how the weights are drawn beside the examples. [Probe.Batched]
// makes [Probe.Eval] see mini-batches; everything else sees the whole loss.
// [ReadCSV] reads a user's own examples.
//
// # Critical points
//
// [Probe.Critical] finds the points of a window where the gradient vanishes,
// by Newton's method on the exact Hessian from a grid of starts that is refined
// as long as refining finds more. What it does not report, on purpose:
//
//   - Kinks. The minimum of abs(x)+abs(y) is not a zero of the gradient; Prove finds it.
//   - Plateaus: where the gradient vanishes identically all around, as for a
//     constant or in the far tail of a Gaussian that has underflowed.
//   - Single points of a curve: a connected curve of critical points, such as
//     the minima x*y = 1 of (1-x*y)^2, is reported once, as [Degenerate]. The
//     floor of a valley counts as level if its curvature is lost in rounding
//     beside that of the walls.
//
// What it may miss: structure as fine as 1/160 of the window. [Probe.Survey] tells
// whether it did, as far as can be told: the turns of the gradient along the border
// must be the number of minima and maxima less that of the saddles. Where they
// are not, the window is quartered until what is missing has been found, or is known
// to be a kink or a pole. A minimum and a saddle that were both missed do not show.
//
// [Probe.Prove] leaves no such gap: package proof bounds the gradient over boxes that
// cover the window. It adds what was missed, and the kinks at which the gradient jumps
// across zero, and says whether all are listed, or why that cannot be told.
//
// # Saddles
//
// [Probe.Separatrix] traces the curves of steepest ascent and descent through a
// saddle: the ridge that parts the basins, the ways down, and so the minima that it
// joins and the height of the barrier between them.
package surfaces
