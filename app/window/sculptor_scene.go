package window

import (
	"math"

	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// handles are what the bumps are taken hold of by, in the order that drag knows.
func (s *sculptor) handles() []plot.Handle {
	if !s.on {
		return nil
	}
	doc := s.doc()
	seen := doc.Transform().Seen
	var list []plot.Handle
	for i, b := range doc.Sculpture {
		list = append(list, plot.Handle{Kind: plot.MiddleHandle, At: seen(surfaces.Point{X: b.X, Y: b.Y}), Chosen: i == s.chosen})
	}
	if s.chosen < 0 || s.chosen >= len(doc.Sculpture) {
		return list
	}
	b := doc.Sculpture[s.chosen]
	list = append(list,
		plot.Handle{Kind: plot.SizeHandle, At: seen(side(b)), Chosen: true},
		plot.Handle{Kind: plot.HeightHandle, At: s.top(b, seen), Chosen: true})
	if b.Ratio != 0 {
		along := b.Along()
		end := surfaces.Point{X: b.X + b.Length()*along.X, Y: b.Y + b.Length()*along.Y}
		list = append(list, plot.Handle{Kind: plot.SizeHandle, At: seen(end), Chosen: true})
	}
	return list
}

// side is where a bump's width is taken hold of: at the right of a round one, beside the middle of a long one.
func side(b lab.Bump) surfaces.Point {
	if b.Ratio == 0 {
		return surfaces.Point{X: b.X + b.Width, Y: b.Y}
	}
	along := b.Along()
	return surfaces.Point{X: b.X + b.Width*along.Y, Y: b.Y - b.Width*along.X}
}

// top is where the handle of a bump's height is: above its middle, or below that of a well.
func (s *sculptor) top(b lab.Bump, seen func(surfaces.Point) surfaces.Point) plot.Point {
	view := s.ui.maps.view()
	at := seen(surfaces.Point{X: b.X, Y: b.Y})
	part := min(max(b.Height/s.height(), -handleMost), handleMost)
	return plot.Point{X: at.X, Y: at.Y + part*(view.Y1-view.Y0)}
}

// outlines are the rims of the bumps, a standard deviation from their middles, and the line to the handle of the height.
func (s *sculptor) outlines() []plot.Curve {
	if !s.on {
		return nil
	}
	const corners = 64
	doc := s.doc()
	seen := doc.Transform().Seen
	var list []plot.Curve
	for i, b := range doc.Sculpture {
		along := b.Along()
		rim := make([]plot.Point, corners+1)
		for k := range rim {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / corners)
			u, v := b.Length()*cos, b.Width*sin
			rim[k] = seen(surfaces.Point{X: b.X + u*along.X - v*along.Y, Y: b.Y + u*along.Y + v*along.X})
		}
		ink := s.ui.palette().Text
		if i == s.chosen {
			ink = s.ui.palette().Accent
			list = append(list, plot.Curve{Clear: true, Pts: []plot.Point{seen(surfaces.Point{X: b.X, Y: b.Y}), s.top(b, seen)}, Color: ink, Width: 1.2})
		}
		list = append(list, plot.Curve{Clear: true, Pts: rim, Color: ink, Width: 1.4, Dashed: true})
	}
	return list
}
