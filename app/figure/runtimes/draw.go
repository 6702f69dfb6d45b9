package runtimes

import (
	"image/color"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Look is how a picture is drawn.
type Look struct {
	Style plot.Style
	Rules bool    // they stand below the picture
	Racer int     // who is pointed at, else -1
	At    float64 // where
}

// Draw draws the picture over the whole of a canvas.
func (p *Picture) Draw(on plot.Canvas, look Look) {
	w, h := on.Size()
	f := p.frame(w, h, look.Style, look.Rules)
	pal := look.Style.Palette
	on.Box(plot.Vec{}, w, h, 0, pal.Panel)
	f.text(on, p.title(), plot.Vec{X: f.px(pad), Y: f.px(pad) + f.size()}, pal.Text, plot.AlignLeft)
	f.axes(on, p.levelName(), words.T("solved"))
	switch {
	case p.Kind == lab.BenchRuntimes:
		p.budget(on, f)
	case p.Kind == lab.BenchTuning && len(p.Result.Stages) == 1:
		p.untuned(on, f)
	}
	grid := p.grid()
	for i, l := range p.lines {
		if look.Racer < 0 || look.Racer == i {
			p.band(on, f, grid, l, pal.Racer(p.Result.Slots[i]))
		}
	}
	for i := range p.lines {
		p.curve(on, f, grid, i, look)
		if p.Kind == lab.BenchTuning {
			p.stages(on, f, i, look)
		}
	}
	p.names(on, f, look)
	if look.Racer >= 0 {
		p.pointed(on, f, look)
	}
	if look.Rules {
		y := f.inside.Y1 + f.px(foot+pad) + f.size()/2
		for _, line := range p.wrapped(f, w) {
			f.text(on, line, plot.Vec{X: f.px(pad), Y: y}, pal.Muted, plot.AlignLeft)
			y += f.px(leading)
		}
	}
}

// levelName is what the level axis has.
func (p *Picture) levelName() string {
	switch p.Kind {
	case lab.BenchProfile:
		return words.T("times the evaluations of the fastest racer")
	case lab.BenchTuning:
		return words.T("trials within which settings are tuned")
	}
	return words.T("gradient evaluations of a run, restarts among them")
}

// budget marks where the budget of a run ends.
func (p *Picture) budget(on plot.Canvas, f *frame) {
	pal, budget := f.st.Palette, p.Result.Setting.Budget
	top, bottom := f.at(float64(budget), 1), f.at(float64(budget), 0)
	for y := top.Y; y < bottom.Y; y += f.px(8) {
		f.stroke(on, pal.Muted, 1, plot.Vec{X: top.X, Y: y}, plot.Vec{X: top.X, Y: min(y+f.px(4), bottom.Y)})
	}
	said := words.T("budget %s", words.Large(budget))
	f.text(on, said, plot.Vec{X: top.X - f.px(4), Y: f.inside.Y0 + f.size()}, pal.Muted, plot.AlignRight)
}

// faded is a colour with so much opacity.
func faded(c color.RGBA, part float64) color.RGBA {
	mul := func(v uint8) uint8 { return uint8(float64(v)*part + 0.5) }
	return color.RGBA{R: mul(c.R), G: mul(c.G), B: mul(c.B), A: mul(c.A)}
}

// band draws how far a curve would vary.
func (p *Picture) band(on plot.Canvas, f *frame, grid []float64, l line, ink color.RGBA) {
	if l.low == nil {
		return
	}
	corners := make([]plot.Vec, 0, 2*len(grid))
	for i, x := range grid {
		corners = append(corners, f.at(x, l.high[i]))
	}
	for i := len(grid) - 1; i >= 0; i-- {
		corners = append(corners, f.at(grid[i], l.low[i]))
	}
	on.Fill(corners, faded(ink, 0.16))
}

// curve draws a racer's curve; those beside the one that is pointed at are faint.
func (p *Picture) curve(on plot.Canvas, f *frame, grid []float64, racer int, look Look) {
	ink := f.st.Palette.Racer(p.Result.Slots[racer])
	if look.Racer >= 0 && look.Racer != racer {
		ink = faded(ink, 0.3)
	}
	pts := make([]plot.Vec, 0, len(grid))
	for i, x := range grid {
		if part := p.lines[racer].part[i]; i < 2 || i == len(grid)-1 || part != p.lines[racer].part[i-2] {
			pts = append(pts, f.at(x, part))
		}
	}
	f.stroke(on, ink, 2.2, pts...)
}

// named are the racers whose names there is room for, from the lowest end of a curve to the highest: the best ones, and the one
// that is pointed at.
func (p *Picture) named(f *frame, pointed int) []int {
	order := p.order()
	room := max(1, 1+int((f.inside.Y1-f.inside.Y0)/f.px(apart)))
	if len(order) <= room {
		return order
	}
	order = order[len(order)-room:]
	if pointed >= 0 && !slices.Contains(order, pointed) {
		order[0] = pointed
	}
	return order
}

// names writes racers at the ends of their curves, far enough apart.
func (p *Picture) names(on plot.Canvas, f *frame, look Look) {
	order := p.named(f, look.Racer)
	heights := make([]float64, len(order))
	for k, i := range order {
		heights[k] = f.at(p.top, p.lines[i].part[fine-1]).Y
	}
	gap := min(f.px(apart), (f.inside.Y1-f.inside.Y0+f.px(apart))/float64(max(1, len(order))))
	for k := 1; k < len(heights); k++ { // upwards from the lowest
		heights[k] = min(heights[k], heights[k-1]-gap)
	}
	if n := len(heights); n > 0 && heights[n-1] < f.inside.Y0 {
		heights[n-1] = f.inside.Y0
		for k := n - 2; k >= 0; k-- {
			heights[k] = max(heights[k], heights[k+1]+gap)
		}
	}
	cap := f.st.Font.CapHeight(f.size())
	for k, i := range order {
		ink := f.st.Palette.Racer(p.Result.Slots[i])
		letters := f.st.Palette.Letters(ink)
		if look.Racer >= 0 && look.Racer != i {
			ink, letters = faded(ink, 0.4), faded(letters, 0.4)
		}
		at := plot.Vec{X: f.inside.X1 + f.px(12), Y: heights[k]}
		f.stroke(on, faded(ink, 0.5), 1, f.at(p.top, p.lines[i].part[fine-1]), at.Sub(plot.Vec{X: f.px(5)}))
		plot.RacerGlyph(p.Result.Slots[i]).Draw(on, at.X, at.Y, f.px(4.2), ink, f.st.Palette.Panel)
		name := f.st.Font.Shorten(p.Result.Names[i], f.size(), f.px(ends-24-pad/2))
		f.text(on, name, at.Add(plot.Vec{X: f.px(9), Y: cap / 2}), letters, plot.AlignLeft)
	}
}

// pointed marks the place that is pointed at.
func (p *Picture) pointed(on plot.Canvas, f *frame, look Look) {
	at := f.at(look.At, p.Part(look.Racer, look.At))
	pal := f.st.Palette
	ink := pal.Racer(p.Result.Slots[look.Racer])
	f.stroke(on, faded(pal.Muted, 0.6), 1, plot.Vec{X: at.X, Y: f.inside.Y0}, plot.Vec{X: at.X, Y: f.inside.Y1})
	on.Circle(at, f.px(6), 0, pal.Panel)
	on.Circle(at, f.px(4.2), 0, ink)
}
