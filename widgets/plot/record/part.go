package record

import (
	"image"
	"image/color"
	"slices"

	"descentlab/widgets/plot"
)

// A part writes down what is drawn on it among the marks of the whole, at the places where it is there. Nothing is cut off.
type part struct {
	whole plot.Canvas
	at    plot.Box
}

// Part records in the same list.
func (c *Canvas) Part(at plot.Box) plot.Canvas { return part{c, at.Snapped()} }

func (p part) Part(at plot.Box) plot.Canvas { return part{p, at.Snapped()} }

func (p part) Size() (w, h float64) { return p.at.X1 - p.at.X0, p.at.Y1 - p.at.Y0 }

func (p part) there(at plot.Vec) plot.Vec { return plot.Vec{X: at.X + p.at.X0, Y: at.Y + p.at.Y0} }

func (p part) Stroke(line []plot.Piece, pen plot.Pen) {
	moved := slices.Clone(line)
	for i := range moved {
		moved[i].A, moved[i].B = p.there(moved[i].A), p.there(moved[i].B)
	}
	p.whole.Stroke(moved, pen)
}

func (p part) Fill(corners []plot.Vec, c color.RGBA) {
	moved := slices.Clone(corners)
	for i := range moved {
		moved[i] = p.there(moved[i])
	}
	p.whole.Fill(moved, c)
}

func (p part) Circle(at plot.Vec, r, width float64, c color.RGBA) {
	p.whole.Circle(p.there(at), r, width, c)
}

func (p part) Box(at plot.Vec, w, h, round float64, c color.RGBA) {
	p.whole.Box(p.there(at), w, h, round, c)
}

func (p part) Image(img image.Image, at plot.Box) {
	p.whole.Image(img, plot.Box{X0: at.X0 + p.at.X0, Y0: at.Y0 + p.at.Y0, X1: at.X1 + p.at.X0, Y1: at.Y1 + p.at.Y0})
}

func (p part) Text(t plot.Text, at plot.Vec) { p.whole.Text(t, p.there(at)) }
