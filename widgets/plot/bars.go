package plot

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	chart "github.com/wcharczuk/go-chart/v2"

	"descentlab/internal/say"
)

// Bars are a histogram over the steps of a chart, in groups that are stacked: bar k of a group is how often something
// happened to it from step k*Width up to, but not including, (k+1)*Width. The last bar ends with the chart, and holds its
// last step.
type Bars struct {
	Width  int // steps, >= 1
	Groups []BarGroup
}

// A BarGroup is what has one colour in a histogram.
type BarGroup struct {
	Name   string // in the list of values under the pointer
	Short  string // in the legend; without it there is none
	Color  color.RGBA
	Counts []int
}

// there tells whether the chart is a histogram.
func (b Bars) there() bool { return b.Width > 0 }

// highest is the count of the highest bar.
func (b Bars) highest() int {
	highest := 0
	for k := range b.count() {
		highest = max(highest, b.below(k, len(b.Groups)))
	}
	return highest
}

// count is the number of bars.
func (b Bars) count() int {
	n := 0
	for _, g := range b.Groups {
		n = max(n, len(g.Counts))
	}
	return n
}

// below is what the first n groups have in bar k.
func (b Bars) below(k, n int) int {
	sum := 0
	for _, g := range b.Groups[:n] {
		if k < len(g.Counts) {
			sum += g.Counts[k]
		}
	}
	return sum
}

func (b Bars) same(c Bars) bool {
	return b.Width == c.Width && slices.EqualFunc(b.Groups, c.Groups, func(g, h BarGroup) bool {
		return g.Name == h.Name && g.Short == h.Short && g.Color == h.Color && slices.Equal(g.Counts, h.Counts)
	})
}

// clone shares nothing with b.
func (b Bars) clone() Bars {
	b.Groups = slices.Clone(b.Groups)
	for i := range b.Groups {
		b.Groups[i].Counts = slices.Clone(b.Groups[i].Counts)
	}
	return b
}

// A stack draws Bars for go-chart, with all edges between pixels.
type stack struct {
	bars Bars
	gap  float64 // between bars, device pixels, where they are wide enough for one
}

var _ chart.Series = stack{}

// GetName returns nothing: the groups have names.
func (s stack) GetName() string { return "" }

// GetYAxis returns the secondary axis, which is go-chart's left one.
func (s stack) GetYAxis() chart.YAxisType { return chart.YAxisSecondary }

// GetStyle returns no style: Render sets its own.
func (s stack) GetStyle() chart.Style { return chart.Style{} }

// Validate accepts all bars.
func (s stack) Validate() error { return nil }

// Render fills the bars inside box.
func (s stack) Render(r chart.Renderer, box chart.Box, xrange, yrange chart.Range, _ chart.Style) {
	x, ok := xrange.(*axis)
	y, fine := yrange.(*axis)
	if !ok || !fine {
		return
	}
	edge := func(k int) float64 {
		at := min(x.at(float64(k*s.bars.Width)), 1)
		return math.Round((float64(box.Left) + at*float64(box.Width())) / subpixels)
	}
	level := func(n int) float64 {
		return math.Round((float64(box.Bottom) - y.at(float64(n))*float64(box.Height())) / subpixels)
	}
	for k := range s.bars.count() {
		left, right := edge(k), edge(k+1)
		if right-left > 3*s.gap {
			right -= s.gap
		}
		for i, g := range s.bars.Groups {
			low, high := s.bars.below(k, i), s.bars.below(k, i+1)
			if high == low {
				continue
			}
			foot, top := level(low), level(high)
			if top == foot && i == 0 {
				top-- // what has happened is seen
			}
			r.SetFillColor(opaque(g.Color))
			s.corner(r.MoveTo, left, foot)
			s.corner(r.LineTo, left, top)
			s.corner(r.LineTo, right, top)
			s.corner(r.LineTo, right, foot)
			r.Close()
			r.Fill()
		}
	}
}

func (s stack) corner(to func(x, y int), x, y float64) { to(int(x*subpixels), int(y*subpixels)) }

// legend names the groups at the upper right of a chart: the first ones, as far as there is room beside its title.
func (c Chart) legend(pen *renderer, look chartLook, right, title float64) {
	size := look.label
	base := lineHeight/2*look.title + look.capHeight/2
	width := func(g BarGroup) float64 { return look.font.Width(g.Short, size) + 2*size } // with its square, and a gap
	shown, left := 0, right+0.9*size
	for _, g := range c.Bars.Groups {
		if g.Short == "" || left-width(g) < title+size {
			break
		}
		left -= width(g)
		shown++
	}
	for _, g := range c.Bars.Groups[:shown] {
		pen.glyph(Square, Vec{left + 0.4*size, base - look.capHeight/2}, 0.42*size, g.Color, g.Color)
		pen.on.Text(Text{Text: g.Short, Font: look.font, Size: size, Ink: look.muted}, Vec{left + 1.1*size, base})
		left += width(g)
	}
}

// barRows are what is listed of the bar that holds a step.
func (c Chart) barRows(step int) (head string, rows []listEntry) {
	k := max(min(step/c.Bars.Width, c.Bars.count()-1), 0)
	from, to := k*c.Bars.Width, (k+1)*c.Bars.Width-1
	if k == c.Bars.count()-1 {
		to = max(c.Steps, from)
	}
	head = say.T("step %d", from)
	if to > from {
		head = say.T("steps %d–%d", from, to)
	}
	for _, g := range c.Bars.Groups {
		row := listEntry{glyph: Square, color: g.Color, name: g.Name, value: "0"}
		if k < len(g.Counts) {
			row.value = strconv.Itoa(g.Counts[k])
		}
		rows = append(rows, row)
	}
	return head, rows
}
