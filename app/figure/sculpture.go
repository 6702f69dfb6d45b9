package figure

import (
	"fmt"
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

const (
	ReliefPart = 0.12 // of the map's height that a bump as high as the relief has its handle above its middle
	handleMost = 0.45 // of the map's height, at most
)

// The handles of the chosen bump, after those of all middles.
const (
	HandleWidth = iota
	HandleHeight
	HandleLength // of ridges
)

// A Relief is how high the ground below a sculpture is, found out once for each surface. The zero value is ready.
type Relief struct {
	of     string
	height float64
}

// Full is the height of a bump whose handle is the map's height above its middle.
func (r *Relief) Full(doc *setup.Experiment) float64 {
	if of := fmt.Sprint(doc.Surface, doc.Formula, doc.Own, doc.Params, doc.Waves, doc.Home); of != r.of {
		r.height, r.of = doc.Relief(), of
	}
	return r.height / ReliefPart
}

// Handles are what the bumps are taken hold of by: the middles of all, in their order, and those of the chosen one.
func (r *Relief) Handles(s lab.State) []plot.Handle {
	if s.View.Tool != lab.ToolSculpt {
		return nil
	}
	doc, chosen := &s.Doc, s.View.Bump
	seen := doc.Transform().Seen
	var list []plot.Handle
	for i, b := range doc.Sculpture {
		list = append(list, plot.Handle{Kind: plot.MiddleHandle, At: seen(geom.Point{X: b.X, Y: b.Y}), Chosen: i == chosen})
	}
	if chosen < 0 || chosen >= len(doc.Sculpture) {
		return list
	}
	b := doc.Sculpture[chosen]
	list = append(list,
		plot.Handle{Kind: plot.SizeHandle, At: seen(side(b)), Chosen: true},
		plot.Handle{Kind: plot.HeightHandle, At: r.top(s, b), Chosen: true})
	if b.Ratio != 0 {
		along := b.Along()
		end := geom.Point{X: b.X + b.Length()*along.X, Y: b.Y + b.Length()*along.Y}
		list = append(list, plot.Handle{Kind: plot.SizeHandle, At: seen(end), Chosen: true})
	}
	return list
}

// BumpName says what a bump is.
func BumpName(b setup.Bump) string {
	switch {
	case b.Ratio != 0:
		return words.T("ridge")
	case b.Height < 0:
		return words.T("well")
	}
	return words.T("hill")
}

// side is where a bump's width is taken hold of: at the right of a round one, beside the middle of a long one.
func side(b setup.Bump) geom.Point {
	if b.Ratio == 0 {
		return geom.Point{X: b.X + b.Width, Y: b.Y}
	}
	along := b.Along()
	return geom.Point{X: b.X + b.Width*along.Y, Y: b.Y - b.Width*along.X}
}

// top is where the handle of a bump's height is: above its middle, or below that of a well.
func (r *Relief) top(s lab.State, b setup.Bump) plot.Point {
	view := s.Shown.Window
	at := s.Doc.Transform().Seen(geom.Point{X: b.X, Y: b.Y})
	part := min(max(b.Height/r.Full(&s.Doc), -handleMost), handleMost)
	return plot.Point{X: at.X, Y: at.Y + part*(view.Y1-view.Y0)}
}

// Rims are the rims of the bumps, a standard deviation from their middles, and the line to the handle of the height.
func (r *Relief) Rims(s lab.State, p *plot.Palette) []plot.Curve {
	if s.View.Tool != lab.ToolSculpt {
		return nil
	}
	const corners = 64
	seen := s.Doc.Transform().Seen
	var list []plot.Curve
	for i, b := range s.Doc.Sculpture {
		along := b.Along()
		rim := make([]plot.Point, corners+1)
		for k := range rim {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / corners)
			u, v := b.Length()*cos, b.Width*sin
			rim[k] = seen(geom.Point{X: b.X + u*along.X - v*along.Y, Y: b.Y + u*along.Y + v*along.X})
		}
		ink := p.Text
		if i == s.View.Bump {
			ink = p.Accent
			line := []plot.Point{seen(geom.Point{X: b.X, Y: b.Y}), r.top(s, b)}
			list = append(list, plot.Curve{Clear: true, Pts: line, Color: ink, Width: 1.2})
		}
		list = append(list, plot.Curve{Clear: true, Pts: rim, Color: ink, Width: 1.4, Dashed: true})
	}
	return list
}
