package plot

import "image/color"

// What the tests outside of the package share with those inside.
var (
	Peaks, Rosenbrock, PeaksView, PeaksMarks, Sampled = peaks, rosenbrock, peaksView, peaksMarks, sampled

	PeaksScene, LogScene, ValleyScene, ZoomedScene = peaksScene, logScene, valleyScene, zoomedScene
	RaceScene, SwarmScene, LatticeScene            = raceScene, swarmScene, latticeScene

	RaceChart, NoisyChart, Arrivals, ChartStyle = raceChart, noisyChart, arrivals, chartStyle

	Styles, TestFont, NewSceneChanger = styles, testFont, newSceneChanger

	Contrast, LuminanceOf, RGB = contrast, luminanceOf, rgb
)

// Glyphs is the number of glyphs.
const Glyphs = glyphs

// Next changes one thing and gives the scene, its style and the size of the picture.
func (c *sceneChanger) Next() (s Scene, st Style, w, h int) {
	c.change()
	return c.scene, c.style, c.w, c.h
}

// ColorDistance is how different two colours look, in OKLab.
func ColorDistance(a, b color.RGBA) float64 { return toOKLab(a).distance(toOKLab(b)) }

// WriteOn writes text on a scene's ground, and gives the ink that it chose.
func WriteOn(on Canvas, s Scene, st Style, at Vec, size float64, text string) color.RGBA {
	c := compose(on, s, st)
	defer c.done()
	c.text(at.X, at.Y, size, text, 1, AlignLeft)
	with, _ := c.textInks(Box{at.X, at.Y - st.Font.CapHeight(size), at.X + st.Font.Width(text, size), at.Y})
	return with.ink
}

// PlaceOf is where the value v at step t stands in a chart that was drawn.
func PlaceOf(d *DrawnChart, t, v float64) Vec { return d.frame.place(t, v) }
