package picture

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A lane is who was where along the curve, step by step.
type lane struct {
	name   string
	count  string // what is said of it at its end
	places []float64
	ink    color.RGBA
	rings  bool
	above  bool // numbers stand above the line
}

// lanes draws the player's lane, and below it, once it is shown, that of the rival.
func (c Curve) lanes(p pencil, f frame) {
	pal := p.st.Palette
	w, h := p.on.Size()
	p.on.Box(plot.Vec{Y: f.h}, w, h-f.h, 0, pal.Panel)
	p.on.Box(plot.Vec{Y: f.h}, w, p.px(1), 0, pal.Border)
	you := lane{name: words.T("you"), ink: pal.Accent, above: true}
	if run := c.shown(); run != nil {
		for t := range min(run.Steps, mostHops) + 1 {
			you.places = append(you.places, run.X(t)[0])
		}
	} else {
		for _, s := range c.State.Spots {
			you.places = append(you.places, s.At.X)
		}
	}
	you.count = words.Steps(len(you.places) - 1)
	if t := c.trial(); t >= 0 {
		switch trial := c.State.Trials[t]; {
		case trial.Blew:
			you.count = words.T("explodes")
		default:
			you.count = arrival(trial.Steps)
		}
		if n := c.State.Trials[t].Steps; n >= 0 {
			you.places = you.places[:min(len(you.places), n+1)]
		}
	}
	c.lane(p, f, you, f.h+p.px(25))
	if c.Rival == nil {
		return
	}
	gd := lane{name: words.T("gradient descent"), ink: pal.Muted, rings: true, count: arrival(c.Rival.Looks)}
	for t := range min(c.Rival.Arrives(), mostHops) + 1 {
		gd.places = append(gd.places, c.Rival.Run.X(t)[0])
	}
	c.lane(p, f, gd, f.h+p.px(71))
}

// arrival is after how many steps somebody was at the goal.
func arrival(steps int) string {
	if steps < 0 {
		return words.T("never there")
	}
	return words.Steps(steps)
}

// lane draws one of them, with the numbers of the steps as far as there is room. Who it is of stands between the lanes, so that
// steps are seen as far as the curve is.
func (c Curve) lane(p pencil, f frame, l lane, y float64) {
	pal, last := p.st.Palette, len(l.places)-1
	base, dy := y+p.px(17), -9.0
	if !l.above {
		base, dy = y-p.px(9), 18
	}
	p.text(l.name, plot.Vec{X: p.px(14), Y: base}, 12, textOf(pal, l), plot.AlignLeft, !l.rings, false)
	p.text(l.count, plot.Vec{X: f.w - p.px(14), Y: base}, 12, textOf(pal, l), plot.AlignRight, !l.rings, false)
	p.line([]plot.Vec{{X: p.px(14), Y: y}, {X: f.w - p.px(14), Y: y}}, 1, pal.Border)
	var free float64
	for i, x := range l.places {
		at := plot.Vec{X: f.at(x, 0).X, Y: y}
		switch {
		case i == last:
			p.on.Circle(at, p.px(5.6), 0, l.ink)
		case l.rings:
			p.on.Circle(at, p.px(4), 0, pal.Panel)
			p.on.Circle(at, p.px(3.4), p.px(1.4), l.ink)
		default:
			p.on.Circle(at, p.px(3.6), 0, plot.Mix(pal.Panel, l.ink, 0.45+0.55*float64(i)/float64(last+1)))
		}
	}
	const same = 4 // units apart, two steps are seen as one
	near := p.px(same) * (f.view.X1 - f.view.X0) / f.w
	for _, n := range numbered(l.places, near) {
		text := n.text()
		half := p.width(text, 11) / 2
		x := f.at(n.place, 0).X
		if x-half < free || x+half > f.w {
			continue
		}
		free = x + half + p.px(4)
		p.text(text, plot.Vec{X: x, Y: y + p.px(dy)}, 11, pal.Muted, plot.AlignCenter, false, false)
	}
}

func textOf(p *plot.Palette, l lane) color.RGBA {
	if l.rings {
		return p.Muted
	}
	return p.Text
}

// A numeral stands at a place of a lane: the steps at which somebody was there.
type numeral struct {
	place float64
	steps []int
}

// text are the steps; of many the first and the last.
func (n numeral) text() string {
	if k := len(n.steps); k > 3 {
		return words.T("%d…%d", n.steps[0], n.steps[k-1])
	}
	var list []string
	for _, t := range n.steps {
		list = append(list, strconv.Itoa(t))
	}
	return strings.Join(list, ", ")
}

// numbered are the numerals of places, from the left. Places no farther apart than near share one.
func numbered(places []float64, near float64) (list []numeral) {
	for i, x := range places {
		at := 0
		for at < len(list) && list[at].place < x-near {
			at++
		}
		if at < len(list) && list[at].place <= x+near {
			list[at].steps = append(list[at].steps, i)
			continue
		}
		list = slices.Insert(list, at, numeral{x, []int{i}})
	}
	return list
}
