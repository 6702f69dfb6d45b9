package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
)

// ReliefCamera is a camera as the picture of a relief takes it: within its limits, and the usual one in the place of none.
func ReliefCamera(c lab.Camera) relief.Camera {
	if c == (lab.Camera{}) {
		c = lab.UsualCamera()
	}
	return relief.Camera{
		Yaw: c.Yaw, Tilt: c.Tilt, Zoom: c.Zoom, Pan: plot.Vec{X: c.PanX, Y: c.PanY}, Height: c.High,
	}.Limited()
}

// LabCamera is the inverse of ReliefCamera.
func LabCamera(c relief.Camera) lab.Camera {
	return lab.Camera{Yaw: c.Yaw, Tilt: c.Tilt, Zoom: c.Zoom, PanX: c.Pan.X, PanY: c.Pan.Y, High: c.Height}
}

// ReliefOf is a relief on which lies what a map shows.
func ReliefOf(m plot.Scene, c lab.Camera) relief.Scene {
	return relief.Scene{Map: m, Camera: ReliefCamera(c)}
}

// ReliefView is what a relief shows of a window: as a square map does.
func ReliefView(view plot.Rect) plot.Rect { return Visible(view, 1, 1) }

// How fine a relief is: a height for so many device pixels of the block's side, at most so many along it.
const (
	reliefPixels          = 1.7
	reliefLess, reliefBit = 128, 64 // the least side, and by how much it grows
	reliefMost            = 512
)

// ReliefGround is the job of sampling the ground of a relief in a picture of w by h device pixels.
func ReliefGround(j Ground, w, h int, c lab.Camera) Ground {
	side := relief.Side(w, h) * min(max(ReliefCamera(c).Zoom, 1), 2) / reliefPixels
	n := min(max(reliefBit*int(math.Ceil(side/reliefBit)), reliefLess), reliefMost)
	j.W, j.H = n, n
	return j
}

// ReliefNote says where the heights of a relief are cut off, as walls of poles are; "" if they are not.
func ReliefNote(f *plot.Field) string {
	if f == nil || f.Grid == nil {
		return ""
	}
	scale := f.HeightScale()
	lo, hi := scale.Ends()
	below, above := f.Clipped(scale)
	switch {
	case below && above:
		return words.T("cut off below %s and above %s", words.Short(lo), words.Short(hi))
	case below:
		return words.T("cut off below %s", words.Short(lo))
	case above:
		return words.T("cut off above %s", words.Short(hi))
	}
	return ""
}
