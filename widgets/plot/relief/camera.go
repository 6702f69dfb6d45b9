package relief

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A Camera says from where the block is seen, and how high it stands.
type Camera struct {
	Yaw    float64 // degrees by which the block is turned against the clock, seen from above
	Tilt   float64 // degrees between the line of sight and the ground, LeastTilt to MostTilt: from the side, or from above
	Zoom   float64 // size of the picture, LeastZoom to MostZoom; 1: all of the block is seen
	Pan    plot.Vec
	Height float64 // by which all heights are multiplied, LeastHeight to MostHeight
}

// What a camera can be.
const (
	LeastTilt, MostTilt     = 10, 85
	LeastZoom, MostZoom     = 0.5, 8
	LeastHeight, MostHeight = 0.1, 4
	mostPan                 = 8
)

// Usual is the camera at first. Its Pan, as always, is in sides of the block at zoom 1, to the right and down.
func Usual() Camera { return Camera{Yaw: 17, Tilt: 45, Zoom: 1, Height: 1} }

// Limited is the camera within its limits, with a yaw from -180 to 180; what is no number is as usual.
func (c Camera) Limited() Camera {
	usual := Usual()
	limit := func(v, usual, lo, hi float64) float64 {
		if math.IsNaN(v) {
			return usual
		}
		return geom.Clamp(v, lo, hi)
	}
	if c.Yaw = math.Remainder(c.Yaw, 360); math.IsNaN(c.Yaw) {
		c.Yaw = usual.Yaw
	}
	c.Tilt = limit(c.Tilt, usual.Tilt, LeastTilt, MostTilt)
	c.Zoom = limit(c.Zoom, 1, LeastZoom, MostZoom)
	c.Height = limit(c.Height, 1, LeastHeight, MostHeight)
	c.Pan.X, c.Pan.Y = limit(c.Pan.X, 0, -mostPan, mostPan), limit(c.Pan.Y, 0, -mostPan, mostPan)
	return c
}

// Turned is the camera turned by so many degrees.
func (c Camera) Turned(yaw, tilt float64) Camera {
	c.Yaw, c.Tilt = c.Yaw+yaw, c.Tilt+tilt
	return c.Limited()
}

// Zoomed is the camera whose picture, of w by h device units, is larger by a factor; what is seen at a place stays there.
func (c Camera) Zoomed(factor float64, at plot.Vec, w, h int) Camera {
	before := c.Zoom
	c.Zoom = geom.Clamp(c.Zoom*factor, LeastZoom, MostZoom)
	grown, side := c.Zoom/before, Side(w, h)
	c.Pan.X = (at.X-float64(w)/2)/side*(1-grown) + c.Pan.X*grown
	c.Pan.Y = (at.Y-float64(h)/2)/side*(1-grown) + c.Pan.Y*grown
	return c.Limited()
}

// Panned is the camera whose picture, of w by h device units, has moved by some.
func (c Camera) Panned(by plot.Vec, w, h int) Camera {
	side := Side(w, h)
	c.Pan = c.Pan.Add(by.Mul(1 / side))
	return c.Limited()
}

const (
	rise     = 0.5  // how high the highest stands above the lowest, in sides of the block: Peaks' heights are times 0.2 then
	plinth   = 0.04 // how thick the block is below the lowest
	distance = 2.4  // of the eye, in sides: weak perspective
	part     = 0.72 // of the picture's lesser side, that a side of the block has
)

// Side is how long a side of the block is in a picture of w by h device units at zoom 1.
func Side(w, h int) float64 { return part * float64(min(w, h)) }

// A lens is a camera in front of a picture.
type lens struct {
	sinY, cosY, sinT, cosT float64
	k                      float64 // device units a side, at the distance of the middle
	cx, cy                 float64 // where the middle of the block is seen
	rise                   float64
}

func newLens(c Camera, w, h int) lens {
	l := lens{rise: rise * c.Height, k: 1}
	l.sinY, l.cosY = math.Sincos(c.Yaw * math.Pi / 180)
	l.sinT, l.cosT = math.Sincos(c.Tilt * math.Pi / 180)
	// The block is in the middle of the picture at zoom 1: across with the highest corners that it may have, and up to a middling
	// height.
	lo, hi := plot.Vec{X: math.Inf(1), Y: math.Inf(1)}, plot.Vec{X: math.Inf(-1), Y: math.Inf(-1)}
	for i := range 8 {
		across, up := -plinth, -plinth
		if i&4 != 0 {
			across, up = l.rise, 0.55*l.rise
		}
		x, y := float64(i&1)-0.5, float64(i>>1&1)-0.5
		a, _ := l.project(x, y, across)
		b, _ := l.project(x, y, up)
		lo = plot.Vec{X: min(lo.X, a.X), Y: min(lo.Y, b.Y)}
		hi = plot.Vec{X: max(hi.X, a.X), Y: max(hi.Y, b.Y)}
	}
	side := Side(w, h)
	l.k = side * c.Zoom
	l.cx = float64(w)/2 + side*c.Pan.X - l.k*(lo.X+hi.X)/2
	l.cy = float64(h)/2 + side*c.Pan.Y - l.k*(lo.Y+hi.Y)/2
	return l
}

// project is where a place of the block is seen, and how near it is: distance over its own.
func (l *lens) project(x, y, z float64) (at plot.Vec, near float64) {
	z -= 0.4 * l.rise
	u, w := x*l.cosY-y*l.sinY, x*l.sinY+y*l.cosY
	up, away := w*l.sinT+z*l.cosT, w*l.cosT-z*l.sinT
	near = distance / (distance + away)
	return plot.Vec{X: l.cx + l.k*u*near, Y: l.cy - l.k*up*near}, near
}

// unproject is the place that is seen so near at a place of the picture: the inverse of project.
func (l *lens) unproject(at plot.Vec, near float64) (x, y, z float64) {
	u, up, away := (at.X-l.cx)/(l.k*near), (l.cy-at.Y)/(l.k*near), distance/near-distance
	w := up*l.sinT + away*l.cosT
	return u*l.cosY + w*l.sinY, w*l.cosY - u*l.sinY, up*l.cosT - away*l.sinT + 0.4*l.rise
}

// eye is where the camera stands, as seen from the middle of the block along the ground.
func (l *lens) eye() (x, y float64) {
	w := -distance * l.cosT
	return w * l.sinY, w * l.cosY
}
