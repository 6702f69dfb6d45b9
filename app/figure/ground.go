package figure

import (
	"cmp"
	"context"

	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A Ground is a field to sample: a surface in a window, at device pixels.
type Ground struct {
	Probe   *surfaces.Probe
	View    plot.Rect
	W, H    int          // device pixels
	Spacing plot.Spacing // of the isolines
	Levels  int          // about so many of them; 0: Isolines
}

// drawnExamples is how many examples at most the ground is the mean over: with more, a picture takes many seconds and
// looks the same. Whoever draws it shows groundNote beside it.
const drawnExamples = 1000

// GroundNote says over how many examples the ground is drawn, if that is not all of them.
func GroundNote(p *surfaces.Probe) string {
	if n := p.Examples(); n > drawnExamples {
		return words.T("ground: %d of %d examples", drawnExamples, n)
	}
	return ""
}

// Sample computes the field of a job, or nil if the context ends first.
func (j Ground) Sample(ctx context.Context) *plot.Field {
	grid := j.grid(ctx)
	if grid == nil {
		return nil
	}
	return plot.NewField(grid, cmp.Or(j.Levels, Isolines), j.Spacing)
}

// LevelsOn is the number of isolines of a map of w by h pixels.
func LevelsOn(w, h int, scale float64) int {
	if float64(min(w, h)) < plot.SmallMap*scale {
		return fewIsolines
	}
	return Isolines
}

func (j Ground) grid(ctx context.Context) *plot.Grid {
	return plot.Sample(ctx, j.View, j.W, j.H, func() func(dst, xs []float64, y float64) {
		return j.Probe.Thinned(drawnExamples).Row
	})
}

// Coarser is the job at a fraction of its pixels.
func (j Ground) Coarser(factor int) Ground {
	j.W, j.H = max(j.W/factor, 1), max(j.H/factor, 1)
	return j
}

// A job of more work than this, in pixels or in losses of single examples, is sketched first: a coarse picture is shown while
// the fine one is sampled.
const (
	bigGround   = 1 << 20
	bigExamples = 1 << 22
)

// Big tells whether a job is to be sketched first.
func (j Ground) Big() bool {
	return j.W*j.H > bigGround || j.W*j.H*min(j.Probe.Examples(), drawnExamples) > bigExamples
}

// Field samples a job to the end, with about so many levels.
func (j Ground) Field(levels int) *plot.Field {
	return plot.NewField(j.grid(context.Background()), levels, j.Spacing)
}
