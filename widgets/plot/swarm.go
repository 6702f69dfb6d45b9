package plot

import "image/color"

// A Cloud is many points of one colour, each so faint that crowds stand out. It is not changed once made, and shared by
// pointer.
type Cloud struct {
	Pts   []Point
	Color color.RGBA
	Dot   float64 // radius of a point, in units; 0: small, as of a crowd
	Ring  bool    // points are rings instead of discs
	Below bool    // it lies under the curves
}

const (
	cloudDot = 1.6 // the usual radius of a point of a cloud, in units
	fewDots  = 300 // up to so many points of a size of their own are drawn in full strength
)

// clouds draws those of the scene's clouds that lie below the curves, or the others. Where points lie upon one another the
// colour adds up to full strength.
func (c canvas) clouds(below bool) {
	for _, cloud := range c.scene.Clouds {
		if cloud.Below != below {
			continue
		}
		ink, r := faded(cloud.Color, cloud.strength()), c.style.px(cloudDot)
		if cloud.Dot > 0 {
			r = c.style.px(cloud.Dot)
		}
		for _, p := range cloud.Pts {
			at := c.pixel(p)
			switch {
			case !at.finite() || !c.sees(at):
			case cloud.Ring:
				strokeRing(c.dst, at, r, c.style.px(1.2), ink)
			default:
				fillDisc(c.dst, at, r, ink)
			}
		}
	}
}

// strength is the opacity of a point: the less the more there are.
func (cloud *Cloud) strength() float64 {
	n := len(cloud.Pts)
	switch {
	case cloud.Dot > 0 && n <= fewDots:
		return 0.9
	case n <= 100:
		return 0.5
	}
	return max(0.12, 50/float64(n))
}
