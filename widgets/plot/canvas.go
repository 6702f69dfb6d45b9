package plot

import (
	"image"
	"image/color"
	"slices"
)

// A Canvas is what pictures are drawn on: pixels (package raster), a list of marks (package record), or the elements of a
// vector format. Everything in this package is drawn through it, so that every kind of picture comes from the same calls.
//
// Places and lengths are device units, as floating-point numbers, with the origin at the upper left corner; for a canvas of
// pixels, pixel (i, j) is the square from (i, j) to (i+1, j+1). Colours are sRGB with premultiplied opacity. Later calls lie
// over earlier ones, each blended over what is there as a whole. What lies beyond the picture's edge is cut off. Places may
// be anywhere, also at NaN or infinity: a canvas leaves out what has such a place.
//
// Slices and images are lent for the time of the call: a canvas that needs them longer makes a copy.
type Canvas interface {
	// Size is that of the picture: what is drawn is seen between (0, 0) and (w, h).
	Size() (w, h float64)
	// Stroke draws the pieces of a line, and below all of them their halo, each as one shape: where pieces overlap the
	// stronger counts, so that joints are not darker than the line.
	Stroke(line []Piece, p Pen)
	// Fill fills the closed polygon with the given corners, by the non-zero winding rule.
	Fill(corners []Vec, c color.RGBA)
	// Circle draws a circle about a place: filled if width is 0, or else a ring that reaches width/2 to either side of the
	// radius r. A radius up to 0 of a filled one is nothing.
	Circle(at Vec, r, width float64, c color.RGBA)
	// Box fills a rectangle, w wide and h high, from its upper left corner on. Its corners are rounded with the given radius,
	// 0 for sharp ones.
	Box(at Vec, w, h, round float64, c color.RGBA)
	// Image draws an image so that it takes up the given box. Those of this package have a pixel for each device unit; they are
	// a RowImage or a Veil.
	Image(img image.Image, at Box)
	// Text writes text: at is where its baseline begins, or its middle or end as t.Align says.
	Text(t Text, at Vec)
	// Part is a box within the picture as a canvas of its own: places count from its upper left corner, and what lies beyond
	// its edges is cut off. Its corners are at whole device units, see Box.Snapped. It is drawn on before anything else is
	// drawn on the whole.
	Part(at Box) Canvas
}

// A Piece is a straight piece of a line with round ends, or, if its ends are the same, a dot.
type Piece struct {
	A, B     Vec
	Radius   float64 // half its width, >= 0
	Strength float64 // by which its opacity is multiplied, over 0 and up to 1
}

// A Pen is what a line is drawn with.
type Pen struct {
	Color color.RGBA
	Halo  color.RGBA // of what sets the line off from the ground
	Reach float64    // how far the halo reaches beyond the line on either side; 0: there is none
}

// A Text is a line of letters and how it is set.
type Text struct {
	Text  string
	Font  *Font
	Size  float64 // device units
	Ink   color.RGBA
	Halo  color.RGBA // of what sets the letters off from the ground; it has one strength under all of them
	Reach float64    // how far the halo reaches around the letters; 0: there is none
	Align Align
	Bold  bool // heavier letters, of the same font
	// Tabular gives every digit a cell as wide as a zero, see Font.TabularWidth.
	Tabular bool
	// Along is the direction of the text, of length 1. Without one (0, 0) the text is level, and a canvas of pixels may move
	// its baseline to whole pixels, for crispness. Text with a direction begins at its place and has no halo.
	Along Vec
}

// hairline turns a width into the radius and the strength of pieces: a line thinner than a device unit is drawn a unit wide
// and fainter.
func hairline(width float64) (radius, strength float64) {
	return max(width, 1) / 2, clamp(width, 0, 1)
}

// appendLine appends the line through pts, with round joins: from the last back to the first as well if it is closed. One
// point alone is a dot.
func appendLine(line []Piece, pts []Vec, width float64, closed bool) []Piece {
	radius, strength := hairline(width)
	line = slices.Grow(line, len(pts)+1)
	if len(pts) == 1 {
		line = append(line, Piece{pts[0], pts[0], radius, strength})
	}
	for i := 1; i < len(pts); i++ {
		line = append(line, Piece{pts[i-1], pts[i], radius, strength})
	}
	if closed && len(pts) > 1 {
		line = append(line, Piece{pts[len(pts)-1], pts[0], radius, strength})
	}
	return line
}
