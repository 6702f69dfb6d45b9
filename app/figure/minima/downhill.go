package minima

import (
	"descentlab/app/census"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Downhill is the picture of how many directions go downhill at random critical points: for each number of dimensions a bar for
// each number of directions, as wide as it is frequent, and about it, as an outline, what is to be expected.
type Downhill struct {
	Census census.Census
	Style  plot.Style
}

// Draw draws it over the whole of a canvas.
func (d Downhill) Draw(on plot.Canvas) {
	set, p := d.Census.Setting, d.Style.Palette
	f := newFrame(on, d.Style, words.T("directions that go downhill, of n"), dimensions(set),
		axis{lo: -0.6, hi: float64(set.To) + 0.6, name: words.T("directions")})
	for _, r := range d.Census.Rows {
		for k, n := range r.Index {
			ink := p.Muted
			if k == 0 {
				ink = p.Accent
			}
			if n > 0 {
				b := f.bar(r.Dim, k, float64(n)/float64(r.Count()))
				f.on.Box(plot.Vec{X: b.X0, Y: b.Y0}, b.X1-b.X0, b.Y1-b.Y0, 0, ink)
			}
		}
	}
	for n := set.From; n <= set.To; n++ {
		for k, share := range census.Exact(n) {
			if share*float64(set.Count) < 0.5 {
				continue
			}
			b := f.bar(n, k, share)
			for _, x := range []float64{b.X0, b.X1} {
				f.stroke(p.Text, line, plot.Vec{X: x, Y: b.Y0}, plot.Vec{X: x, Y: b.Y1})
			}
		}
	}
	corner := plot.Vec{X: f.inside.X0 + f.px(8), Y: f.inside.Y0 + f.px(20)} // there are no more than n of n
	f.text(words.T("minima: no way down"), corner, p.Accent, plot.AlignLeft)
	f.text(words.T("lines: exact"), corner.Add(plot.Vec{Y: f.px(22)}), p.Muted, plot.AlignLeft)
}

// bar is that of so many directions in n dimensions: seven tenths of all, the most that there are, fill its column.
func (f *frame) bar(n, k int, share float64) plot.Box {
	half := max(0.62*share, 0.008)
	a, b := f.at(float64(n)-half, float64(k)+0.38), f.at(float64(n)+half, float64(k)-0.38)
	return plot.Box{X0: a.X, Y0: a.Y, X1: b.X, Y1: b.Y}
}
