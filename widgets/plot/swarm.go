package plot

import "image/color"

// A Cloud is many points of one colour, each so faint that crowds stand out. It is not changed once made, and shared by
// pointer.
type Cloud struct {
	Pts   []Point
	Color color.RGBA
}

// cloudDot is the radius of a point of a cloud, in units.
const cloudDot = 1.6

// clouds draws the scene's clouds. Where points lie upon one another the colour adds up to full strength.
func (c canvas) clouds() {
	for _, cloud := range c.scene.Clouds {
		alpha := 0.5
		if n := len(cloud.Pts); n > 100 {
			alpha = max(0.12, 5/float64(n)*10)
		}
		ink, r := faded(cloud.Color, alpha), c.style.px(cloudDot)
		for _, p := range cloud.Pts {
			if at := c.pixel(p); at.finite() && c.sees(at) {
				fillDisc(c.dst, at, r, ink)
			}
		}
	}
}
