package setup

import (
	"math"

	"descentlab/internal/strict"
	"descentlab/optim"
	"descentlab/surfaces"
)

// Everywhere is the box that keeps nobody in.
var Everywhere = surfaces.Rect{X0: math.Inf(-1), X1: math.Inf(1), Y0: math.Inf(-1), Y1: math.Inf(1)}

// Box is where racers are kept: Bounds, or Everywhere.
func (e *Experiment) Box() surfaces.Rect {
	if e.Bounds == nil {
		return Everywhere
	}
	return *e.Bounds
}

// FirstBox is a box to begin with: the middle of what is shown, three quarters as wide and high.
func (e *Experiment) FirstBox() surfaces.Rect {
	v := e.View
	return surfaces.Rect{
		X0: tidyPart(v.X0, v.X1, 1./8), X1: tidyPart(v.X0, v.X1, 7./8), Y0: tidyPart(v.Y0, v.Y1, 1./8), Y1: tidyPart(v.Y0, v.Y1, 7./8),
	}
}

// Kept is the box as plans have it.
func (e *Experiment) Kept() optim.Box {
	if e.Bounds == nil {
		return optim.Box{}
	}
	b := *e.Bounds
	return optim.Box{Lo: []float64{b.X0, b.Y0}, Hi: []float64{b.X1, b.Y1}}
}

// Outset is where a race begins: Start, put into the box.
func (e *Experiment) Outset() surfaces.Point { return e.Box().Clamp(e.Start) }

// boxFile is a box in a file.
type boxFile = [4]strict.Wide

func newBoxFile(r *surfaces.Rect) *boxFile {
	if r == nil {
		return nil
	}
	return &boxFile{strict.Wide(r.X0), strict.Wide(r.X1), strict.Wide(r.Y0), strict.Wide(r.Y1)}
}

func box(f *boxFile) *surfaces.Rect {
	if f == nil {
		return nil
	}
	return &surfaces.Rect{X0: float64(f[0]), X1: float64(f[1]), Y0: float64(f[2]), Y1: float64(f[3])}
}
