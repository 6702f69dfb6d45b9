package minima

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"descentlab/app/trainings"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Losses is the picture of where trainings end: a row for each network, in it a histogram of the losses, and behind it the
// band of those that are about as good as the best.
type Losses struct {
	Study trainings.Study
	Style plot.Style
}

// bins are how many the losses of all networks fall into.
const bins = 90

// lineRoom, in units, is kept free above the highest bar of a row, for a line of text.
const lineRoom = 24

// Draw draws it over the whole of a canvas.
func (l Losses) Draw(on plot.Canvas) {
	lo, hi := l.extent()
	count := len(l.Study.Setting.Hidden)
	y := axis{lo: 0, hi: float64(count), name: words.T("hidden units"), ticks: []plot.Tick{}}
	for i := range l.Study.Setting.Hidden {
		y.ticks = append(y.ticks, plot.Tick{At: float64(i)}) // lines between the rows
	}
	f := newFrame(on, l.Style, words.T("losses at which trainings end"), axis{lo: lo, hi: hi, name: words.T("loss")}, y)
	for i, h := range l.Study.Setting.Hidden {
		middle := f.at(f.x.lo, float64(count-i)-0.5)
		f.text(strconv.Itoa(h), middle.Sub(plot.Vec{X: f.px(6)}), l.Style.Palette.Text, plot.AlignRight)
	}
	for i, n := range l.Study.Nets {
		l.row(f, n, float64(count-1-i))
	}
}

// extent is from where to where the losses of all networks reach, and a little more.
func (l Losses) extent() (lo, hi float64) {
	lo, hi = math.Inf(1), 0
	for _, n := range l.Study.Nets {
		if list := n.Losses(); len(list) > 0 {
			lo, hi = min(lo, list[0]), max(hi, list[len(list)-1], n.Bound())
		}
	}
	if lo > hi {
		return 0, 1
	}
	room := 0.03 * (hi - lo)
	return max(lo-room, 0), hi + room
}

// row draws the histogram of a network from a height on, the highest bar nearly a row high.
func (l Losses) row(f *frame, n trainings.Net, from float64) {
	losses, p := n.Losses(), l.Style.Palette
	if len(losses) == 0 {
		return
	}
	bound := n.Bound()
	a, b := f.at(n.Best(), from+1), f.at(bound, from)
	f.on.Box(a, b.X-a.X, b.Y-a.Y, 0, plot.Mix(p.Panel, p.Accent, 0.16))
	l.bars(f, losses, bound, from)
	said := words.T("%d of %d within %s of the best", n.Near(), len(n.Ends), words.Percent(n.Within))
	f.text(said, plot.Vec{X: f.inside.X1 - f.px(6), Y: f.at(0, from+1).Y + f.px(16)}, p.Text, plot.AlignRight)
}

// bars draws the histogram: what is about as good as the best, and upon it, where a bin has both, what is not.
func (l Losses) bars(f *frame, losses []float64, bound, from float64) {
	var near, all [bins]int
	width := (f.x.hi - f.x.lo) / bins
	for _, v := range losses {
		k := min(int((v-f.x.lo)/width), bins-1)
		if all[k]++; v <= bound {
			near[k]++
		}
	}
	row := f.at(0, 0).Y - f.at(0, 1).Y
	each := max(1-f.px(lineRoom)/row, 0.3) / float64(slices.Max(all[:]))
	bar := func(k, below, above int, ink color.RGBA) {
		if below == above {
			return
		}
		a := f.at(f.x.lo+float64(k)*width, from+float64(above)*each)
		b := f.at(f.x.lo+float64(k+1)*width, from+float64(below)*each)
		f.on.Box(a, max(b.X-a.X-f.px(1), f.px(1)), b.Y-a.Y, 0, ink)
	}
	for k := range bins {
		bar(k, 0, near[k], l.Style.Palette.Accent)
		bar(k, near[k], all[k], l.Style.Palette.Muted)
	}
}
