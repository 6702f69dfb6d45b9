package plot

import "image/color"

// A Cloud is many points of one colour, drawn so that crowds stand out. It is not changed once made, and shared by pointer.
type Cloud struct {
	Pts   []Point
	Color color.RGBA
	Dot   float64 // radius of a point, in units; 0: a crowd that shows how dense it is
	Ring  bool    // points of a size of their own are rings instead of discs
	Below bool    // it lies under the curves
}

// fewDots is the number of points up to which those of a size of their own are drawn in full strength.
const fewDots = 300

// clouds draws those of the scene's clouds that lie below the curves, or the others.
func (c *composition) clouds(below bool) {
	for _, cloud := range c.scene.Clouds {
		if cloud.Below != below {
			continue
		}
		if cloud.Dot == 0 {
			c.crowd(cloud)
			continue
		}
		ink, r := faded(cloud.Color, cloud.strength()), c.style.px(cloud.Dot)
		for _, p := range cloud.Pts {
			at := c.device(p)
			switch {
			case !at.Finite() || !c.sees(at):
			case cloud.Ring:
				c.on.Circle(at, r, c.style.px(1.2), ink)
			default:
				c.on.Circle(at, r, 0, ink)
			}
		}
	}
}

// strength is the opacity of a point of a size of its own: the less the more there are.
func (cloud *Cloud) strength() float64 {
	if n := len(cloud.Pts); n > fewDots {
		return max(0.12, 50/float64(n))
	}
	return 0.9
}
