package lanes

import (
	"math"
	"unsafe"

	"golang.org/x/sys/cpu"
)

// fast tells that the machine has what the assembly needs.
var fast = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// The assembly; n is above 0 and a multiple of the width.

//go:noescape
func addLanes(d, a, b *float64, n int)

//go:noescape
func subLanes(d, a, b *float64, n int)

//go:noescape
func mulLanes(d, a, b *float64, n int)

//go:noescape
func divLanes(d, a, b *float64, n int)

//go:noescape
func slopeLanes(d, a, b *float64, n int)

//go:noescape
func mulAddLanes(d, a, b, c *float64, n int)

//go:noescape
func slopeAddLanes(d, a, b, c *float64, n int)

//go:noescape
func fillLanes(d *float64, v float64, n int)

//go:noescape
func adamLanes(d, m, v *float64, n int, keep1, new1, keep2, new2, scale1, scale2, eps float64)

//go:noescape
func addScaledLanes(x, d *float64, k float64, n int)

//go:noescape
func watchLanes(outside *uint8, x, y, cx, cy, square, loss, best *float64, n int)

//go:noescape
func clipLanes(x, y *float64, n int, most, one, least, inf float64) int

//go:noescape
func softplusLanes(value, slope, bend, x *float64, n int, table *float64)

// width is how many numbers an instruction takes.
const width = 4

// whole is how many of n numbers the assembly takes, so many at a time.
func whole(n, width int) int {
	if !fast {
		return 0
	}
	return n &^ (width - 1)
}

// What follows does the first part of the work and tells how much.

func add(d, a, b []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		addLanes(&d[0], &a[0], &b[0], n)
	}
	return n
}

func sub(d, a, b []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		subLanes(&d[0], &a[0], &b[0], n)
	}
	return n
}

func mul(d, a, b []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		mulLanes(&d[0], &a[0], &b[0], n)
	}
	return n
}

func div(d, a, b []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		divLanes(&d[0], &a[0], &b[0], n)
	}
	return n
}

func slope(d, a, b []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		slopeLanes(&d[0], &a[0], &b[0], n)
	}
	return n
}

func mulAdd(d, a, b, c []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		mulAddLanes(&d[0], &a[0], &b[0], &c[0], n)
	}
	return n
}

func slopeAdd(d, a, b, c []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		slopeAddLanes(&d[0], &a[0], &b[0], &c[0], n)
	}
	return n
}

func fill(d []float64, v float64) int {
	n := whole(len(d), width)
	if n > 0 {
		fillLanes(&d[0], v, n)
	}
	return n
}

func softpluses(value, slope, bend, x []float64) int {
	n := whole(len(x), softplusWidth)
	if n > 0 {
		softplusLanes(&value[0], unsafe.SliceData(slope), unsafe.SliceData(bend), &x[0], n, &softplusTable[0])
	}
	return n
}

func (a *Adam) lanes(d, m, v []float64) int {
	n := whole(len(d), width)
	if n > 0 {
		adamLanes(&d[0], &m[0], &v[0], n, a.Keep1, 1-a.Keep1, a.Keep2, 1-a.Keep2, a.Scale1, a.Scale2, a.Eps)
	}
	return n
}

func addScaled(x, d []float64, k float64) int {
	n := whole(len(x), width)
	if n > 0 {
		addScaledLanes(&x[0], &d[0], k, n)
	}
	return n
}

func (w *Watch) lanes(outside []uint8, x, y, losses []float64) int {
	n := whole(len(x), width)
	if n > 0 {
		watchLanes(&outside[0], &x[0], &y[0], &w.X[0], &w.Y[0], &w.Square[0], &losses[0], &w.Best[0], n)
	}
	return n
}

func clip(x, y []float64, most float64) int {
	n := whole(len(x), width)
	if n > 0 {
		return clipLanes(&x[0], &y[0], n, most, 1, 1e-6, math.Inf(1))
	}
	return 0
}
