package plot

import (
	"image/color"
	"io"
	"math"
	"strings"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// widestLabel has the width that every ordinate reserves for its labels, so that
// the plot stays in place while values change, and charts above one another
// align.
const widestLabel = "≤9e-16"

// strut is a blank label that takes at least so many pixels.
func strut(pixels float64) string { return strings.Repeat(" ", int(math.Ceil(pixels))) }

// A frame is where a drawn chart has its plot and what its axes mean. There are
// none (x and y nil) without series, or if the picture is too small.
type frame struct {
	left, top, right, bottom float64 // of the plot, device pixels
	x, y                     *axis
	ends                     []endPlace // where labels stand beside it
}

// place returns where the value v at step t stands in the picture. The ordinate
// may be outside the plot, or NaN.
func (f frame) place(t, v float64) Vec {
	return Vec{f.left + (f.right-f.left)*f.x.at(t), f.bottom - (f.bottom-f.top)*f.y.at(v)}
}

// drawStatic draws everything but the cursor and what is under the pointer.
func (c Chart) drawStatic(on Canvas, look chartLook) frame {
	w, h := on.Size()
	on.Box(Vec{}, w, h, 0, look.ground)
	if why := c.nothing(); why != "" {
		said := Text{Text: why, Font: look.font, Size: look.label, Ink: look.muted, Align: AlignCenter}
		on.Text(said, Vec{w / 2, h/2 + look.capHeight/2})
		return frame{}
	}
	if w < 10*look.label || h < 6*look.label {
		return frame{}
	}
	f := frame{x: newStepAxis(c.Steps), y: newValueAxis(c)}
	f.x.gap = subpixels * (look.font.TabularWidth(roundLabel(f.x.Max, 1), look.label) + 1.6*look.label)
	f.y.gap = subpixels * 1.6 * look.label
	room := look.font.TabularWidth(widestLabel, look.label)
	f.x.strut, f.y.strut = strut(look.label), strut(room)
	f.y.fits = func(label string) bool { return look.font.TabularWidth(label, look.label) <= room }
	pen := &renderer{sketch: sketch{on: on}, font: look.font, room: room}

	gc := c.goChart(look, int(w), int(h), f)
	gc.Elements = []chart.Renderable{func(r chart.Renderer, box chart.Box, _ chart.Style) {
		f.left, f.right = float64(box.Left)/subpixels, float64(box.Right)/subpixels
		f.top, f.bottom = float64(box.Top)/subpixels, float64(box.Bottom)/subpixels
		pen.room = math.Inf(1)
		r.SetFontColor(opaque(look.muted))
		r.SetFontSize(look.title)
		r.Text(c.Title, box.Left-int(subpixels*bearing*look.title), int(subpixels*lineHeight*look.title))
		f.ends = c.drawEnds(pen.on, look, f)
		c.legend(pen, look, f.right, f.left+look.font.TabularWidth(c.Title, look.title))
	}}
	provider := func(int, int) (chart.Renderer, error) { return pen, nil }
	if err := gc.Render(provider, io.Discard); err != nil { // go-chart refuses ranges that no axis here can have
		return frame{}
	}
	c.drawEvents(&pen.sketch, &look, &f)
	return f
}

// goChart states the chart in go-chart's terms.
func (c Chart) goChart(look chartLook, w, h int, f frame) chart.Chart {
	none := drawing.ColorTransparent
	blank := chart.Style{FillColor: none, StrokeColor: none}
	labels := chart.Style{FontColor: opaque(look.muted), FontSize: look.label, StrokeColor: none}
	grid := chart.Style{StrokeColor: opaque(look.grid), StrokeWidth: math.Max(1, math.Round(look.scale))}

	gc := chart.Chart{
		Width:      subpixels * w,
		Height:     subpixels * h,
		Background: blank,
		Canvas:     blank,
		XAxis:      chart.XAxis{Range: f.x, Style: labels, GridMajorStyle: chart.Hidden(), GridMinorStyle: chart.Hidden()},
		// The primary axis, on the right, is not used, but go-chart insists on
		// a range.
		YAxis:          chart.YAxis{Range: &chart.ContinuousRange{Max: 1}, Style: chart.Hidden()},
		YAxisSecondary: chart.YAxis{Range: f.y, Style: labels, GridMajorStyle: grid, GridMinorStyle: grid},
	}
	top := 0
	if c.Title != "" {
		top = int(subpixels * lineHeight * look.title)
	}
	gc.Background.Padding = chart.NewBox(top, 0, int(subpixels*c.endsRoom(look, float64(w))), 0)
	var lines []chart.Series
	for _, s := range c.Series {
		if s.Hidden {
			s.Y = nil // go-chart wants a series at least
		}
		line := curve{
			series:  s,
			clamps:  c.clamps,
			steps:   int(f.x.Max),
			stroke:  curveWidth * look.line,
			arrow:   arrowRadius * look.scale,
			dash:    seriesDash * look.scale,
			opacity: 1,
		}
		if c.Coming {
			line.stroke, line.opacity = comingWidth*look.line, comingOpacity
		}
		if s.Aside {
			line.opacity *= asideOpacity
		}
		if s.Dashed {
			line.stroke = dashedWidth * look.line
		} else {
			gc.Series = append(gc.Series, band{line})
		}
		lines = append(lines, line)
	}
	gc.Series = append(gc.Series, lines...)
	if c.Bars.there() {
		gc.Series = append(gc.Series, stack{c.Bars, math.Max(1, math.Round(look.scale))})
	}
	return gc
}

// opaque converts a colour for go-chart.
func opaque(c color.RGBA) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: 255} }
