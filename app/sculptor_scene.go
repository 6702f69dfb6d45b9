package main

import (
	"math"

	"fyne.io/fyne/v2"

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
		list = append(list, plot.Handle{Kind: plot.MiddleHandle, At: plot.Point(seen(surfaces.Point{X: b.X, Y: b.Y})), Chosen: i == s.chosen})
	}
	if s.chosen < 0 || s.chosen >= len(doc.Sculpture) {
		return list
	}
	b := doc.Sculpture[s.chosen]
	list = append(list,
		plot.Handle{Kind: plot.SizeHandle, At: plot.Point(seen(side(b))), Chosen: true},
		plot.Handle{Kind: plot.HeightHandle, At: s.top(b, seen), Chosen: true})
	if b.Ratio != 0 {
		along := b.Along()
		end := surfaces.Point{X: b.X + b.Length()*along.X, Y: b.Y + b.Length()*along.Y}
		list = append(list, plot.Handle{Kind: plot.SizeHandle, At: plot.Point(seen(end)), Chosen: true})
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
			rim[k] = plot.Point(seen(surfaces.Point{X: b.X + u*along.X - v*along.Y, Y: b.Y + u*along.Y + v*along.X}))
		}
		ink := s.ui.palette().Text
		if i == s.chosen {
			ink = s.ui.palette().Accent
			list = append(list, plot.Curve{Clear: true, Pts: []plot.Point{plot.Point(seen(surfaces.Point{X: b.X, Y: b.Y})), s.top(b, seen)}, Color: ink, Width: 1.2})
		}
		list = append(list, plot.Curve{Clear: true, Pts: rim, Color: ink, Width: 1.4, Dashed: true})
	}
	return list
}

// sculptBar puts the kinds at the left, the buttons at the right, and between them the help if there is room.
type sculptBar struct {
	fit func(room float32) // words the help for a room; may be nil
}

// Layout places them.
func (b sculptBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	left, right := float32(0), size.Width
	for i, o := range objects {
		need := o.MinSize()
		x := left
		switch i {
		case 0:
			left = need.Width + gap
		case 1:
			continue
		default:
			after := float32(0)
			for _, next := range objects[i:] {
				after += next.MinSize().Width + gap
			}
			x = size.Width - after + gap
			right = min(right, x-gap)
		}
		o.Resize(need)
		o.Move(fyne.NewPos(x, (size.Height-need.Height)/2))
	}
	help := objects[1]
	if b.fit != nil {
		b.fit(right - left)
	}
	need := help.MinSize()
	setShown(help, need.Width <= right-left)
	help.Resize(need)
	help.Move(fyne.NewPos(left, (size.Height-need.Height)/2))
}

// MinSize is as high as the caption that it stands in the place of.
func (sculptBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, captionHeight) }
