package picture

import (
	"context"
	"image/color"
	"math"
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A Map is the picture of a level with two coordinates.
type Map struct {
	Level   *game.Level
	State   game.State
	Field   *plot.Field     // of the ground, see NewField
	Lifted  bool            // the fog
	Opening float64         // of the last hole, 0 to 1
	Shown   int             // the trial that is shown where none is lit, from 1 on; 0: the last
	Lit     int             // the probe or the trial that is looked at; -1: none
	Sights  []Sight         // where on the map players aim at
	Push    *surfaces.Point // where the next push would bring the ball to; nil: there is none
	Rivals  []game.Rival    // that are watched, over lifted fog
	Head    float64         // how far they are, in steps
	Plain   bool            // a small picture: without texts
}

// isolines is about how many a map has.
const isolines = 24

// NewField samples the ground of a level at the pixels of a picture; nil if the context ends first.
func NewField(ctx context.Context, l *game.Level, w, h int) *plot.Field {
	g := plot.Sample(ctx, l.Ground.View, w, h, func() func(dst, xs []float64, y float64) { return l.Ground.Probe().Row })
	if g == nil {
		return nil
	}
	return plot.NewField(g, isolines, plot.LogSpacing)
}

// scene is the map as all maps of the program are drawn.
func (m Map) scene() plot.Scene { return plot.Scene{View: m.Level.Ground.View, Field: m.Field} }

// DrawGround draws what stays: the ground with its isolines.
func (m Map) DrawGround(on plot.Canvas, st plot.Style) {
	s := m.scene()
	s.DrawLayer(plot.GroundLayer, on, st)
	s.DrawLayer(plot.FurnitureLayer, on, st)
}

// at is where a place is seen.
func (m Map) at(on plot.Canvas, q surfaces.Point) plot.Vec {
	w, h := on.Size()
	v := m.Level.Ground.View
	return plot.Vec{X: (q.X - v.X0) / (v.X1 - v.X0) * w, Y: (v.Y1 - q.Y) / (v.Y1 - v.Y0) * h}
}

// Over is the place of a map that is seen at a place of its picture.
func (m Map) Over(at plot.Vec, w, h float64) surfaces.Point {
	v := m.Level.Ground.View
	return surfaces.Point{X: v.X0 + at.X/w*(v.X1-v.X0), Y: v.Y1 - at.Y/h*(v.Y1-v.Y0)}
}

// radius is that of a probe's disc, in device units.
func (m Map) radius(on plot.Canvas) float64 {
	w, _ := on.Size()
	probing, ok := m.Level.Way.(game.Probing)
	if !ok {
		return 0
	}
	return probing.Radius / (m.Level.Ground.View.X1 - m.Level.Ground.View.X0) * w
}

// DrawOver draws what moves over the ground: the fog, the probes, the runs, and what is under the pointer.
func (m Map) DrawOver(on plot.Canvas, st plot.Style, fog *Fog) {
	p := pencil{on, st}
	spots := m.State.Standing()
	if m.Level.Fog && !m.Lifted && fog != nil {
		var holes []Hole
		for i, s := range spots {
			r := m.radius(on)
			if i == len(spots)-1 {
				r *= m.Opening
			}
			holes = append(holes, Hole{m.at(on, s.At), r, game.Soft})
		}
		on.Image(fog.Veil(st.Palette, holes), plot.Box{X1: float64(fog.w), Y1: float64(fog.h)})
	}
	if !m.Plain {
		ticks := plot.Scene{View: m.Level.Ground.View, Ticks: true}
		ticks.DrawLayer(plot.FurnitureLayer, on, st)
	}
	if m.Plain {
		m.thread(p)
	} else {
		m.runs(p)
	}
	switch m.Level.Way.(type) {
	case game.Probing:
		m.probes(p, spots)
		m.sights(p)
	case game.Launch:
		m.begin(p)
	}
}

// runs draws the way of the trial that is looked at, and the rivals' as far as they are.
func (m Map) runs(p pencil) {
	s := plot.Scene{View: m.Level.Ground.View, Field: m.Field}
	add := func(run *race.Run, ink color.RGBA, glyph plot.Glyph, name string, head float64, faint bool) {
		t := plot.Trace{Color: ink, Glyph: glyph, Name: name, Head: math.Min(head, float64(run.Steps)), Faint: faint}
		for i := range run.Steps + 1 {
			t.Pts = append(t.Pts, m.Level.Ground.Place(run, i))
		}
		s.Traces = append(s.Traces, t)
	}
	for _, r := range m.Rivals {
		i := racer(r.Spec.Method)
		add(r.Run, p.st.Palette.Racer(i), plot.RacerGlyph(i), r.Name, math.Min(m.Head, float64(r.Arrives())), false)
	}
	if t := m.trial(); t >= 0 {
		lit := m.start()
		for i, run := range m.State.Trials[t].Runs {
			add(run, p.st.Palette.Accent, plot.Disc, words.T("you"), float64(run.Steps), lit >= 0 && i != lit)
		}
	}
	if len(s.Traces) > 0 {
		s.DrawLayer(plot.LiveLayer, p.on, p.st)
	}
}

// thread draws the first run of a trial as a thin line, for a small picture.
func (m Map) thread(p pencil) {
	t := m.trial()
	if t < 0 {
		return
	}
	var pts []plot.Vec
	run := m.State.Trials[t].Runs[0]
	for i := range run.Steps + 1 {
		pts = append(pts, m.at(p.on, m.Level.Ground.Place(run, i)))
	}
	p.line(pts, 1.3, m.threadInk(p.st.Palette))
}

// threadInk tells the tiles apart: red off the saddle, gold in the ravine.
func (m Map) threadInk(pal *plot.Palette) color.RGBA {
	w, ok := m.Level.Way.(game.Launch)
	switch {
	case !ok:
		return pal.Accent
	case w.Price > 0:
		return red(pal)
	}
	return gold(pal)
}

// trial is the one that is looked at; -1 if there is none. Where rows are starts, these are of the one that won most.
func (m Map) trial() int {
	if m.start() < 0 {
		return looked(len(m.State.Trials), m.lit(), m.Shown)
	}
	best := 0
	for i, t := range m.State.Trials {
		if t.Wins > m.State.Trials[best].Wins {
			best = i
		}
	}
	return best
}

// lit is the trial that is pointed at; -1: none.
func (m Map) lit() int {
	if _, contest := m.Level.Way.(game.Contest); contest {
		return -1
	}
	return m.Lit
}

// start is the start that is pointed at, in a contest; -1: none.
func (m Map) start() int {
	if _, contest := m.Level.Way.(game.Contest); contest && len(m.State.Trials) > 0 {
		return m.Lit
	}
	return -1
}

// begin marks where the runs begin, and the push that the last trial began with.
func (m Map) begin(p pencil) {
	if m.Plain {
		return
	}
	at := m.at(p.on, m.Level.Ground.Start)
	p.on.Circle(at, p.px(7), p.px(2), p.st.Palette.Text)
	if t := m.trial(); t >= 0 {
		if to := m.at(p.on, m.State.Trials[t].From); to.Sub(at).Len() > p.px(4) {
			p.arrow(at, to, 2, red(p.st.Palette))
		}
	}
	m.push(p, at)
}

// needle is how long the line in the direction of a push is at least, in units: short pushes have a direction too.
const needle = 46

// push shows what the knobs are set to: the direction as a dashed line, and as an arrow how far.
func (m Map) push(p pencil, at plot.Vec) {
	if m.Push == nil {
		return
	}
	along := m.at(p.on, *m.Push).Sub(at)
	far := along.Len()
	if !(far > 0) {
		return
	}
	tip := at.Add(along.Mul(max(1, p.px(needle)/far)))
	p.stroke(p.dashes([]plot.Vec{at, tip}, 1.6, 4, 4), p.st.Palette.Text, p.halo(), p.px(1))
	if far > p.px(4) {
		p.arrow(at, at.Add(along), 2.4, p.st.Palette.Text)
	}
}

// probes draws the dotted way from probe to probe, and each with its number, its height and an arrow downhill.
func (m Map) probes(p pencil, spots []game.Spot) {
	white, dark := color.RGBA{255, 255, 255, 255}, color.RGBA{0x10, 0x18, 0x27, 255}
	var at []plot.Vec
	for _, s := range spots {
		at = append(at, m.at(p.on, s.At))
	}
	var taken []plot.Box
	for who := range 2 {
		var way []plot.Vec
		for i, s := range spots {
			if s.By.Who == who {
				way = append(way, at[i])
			}
		}
		if !m.Plain {
			p.stroke(p.dashes(way, 2.2, 0.1, 5), white, faded(dark, 0.8), 0.8)
		}
		taken = append(taken, along(p, way)...)
	}
	for i, s := range spots {
		taken = append(taken, m.downhill(p, at[i], s)...)
		taken = append(taken, around(at[i], p.px(10)))
	}
	for i, s := range spots {
		last := i == len(spots)-1
		if last && m.found(s) {
			m.treasure(p, at[i])
			continue
		}
		r := 9.0
		if m.Plain {
			p.on.Circle(at[i], p.px(2), 0, white)
			continue
		}
		if i == m.Lit {
			r = 12
		}
		if m.Level.Shared() {
			p.on.Circle(at[i], p.px(r+4.6), 0, dark)
			p.on.Circle(at[i], p.px(r+3.8), 0, playerInk(p.st.Palette, s.By.Who))
		}
		p.on.Circle(at[i], p.px(r+1.4), 0, dark)
		p.on.Circle(at[i], p.px(r), 0, white)
		p.on.Text(plot.Text{Text: strconv.Itoa(i + 1), Font: p.st.Font, Size: p.px(11), Ink: dark, Align: plot.AlignCenter, Bold: true},
			at[i].Add(plot.Vec{Y: p.st.Font.CapHeight(p.px(11)) / 2}))
		taken = p.beside(words.Short(s.Height), at[i], taken)
	}
}

// along are boxes on the way from place to place.
func along(p pencil, way []plot.Vec) (boxes []plot.Box) {
	for i := 1; i < len(way); i++ {
		for part := range 8 {
			boxes = append(boxes, around(way[i-1].Add(way[i].Sub(way[i-1]).Mul((float64(part)+0.5)/8)), p.px(4)))
		}
	}
	return boxes
}

func (m Map) found(s game.Spot) bool {
	w, ok := m.Level.Way.(game.Probing)
	return ok && s.Height < w.Goal
}

// treasure is the star where a minimum was found.
func (m Map) treasure(p pencil, at plot.Vec) {
	if m.Plain {
		p.star(at, 4, gold(p.st.Palette))
		return
	}
	p.on.Circle(at, p.px(16), p.px(2), faded(gold(p.st.Palette), 0.7))
	p.star(at, 12.5, color.RGBA{0x10, 0x18, 0x27, 255})
	p.star(at, 10, gold(p.st.Palette))
}

// downhill draws the arrow of a probe, the longer the steeper it is there: none where it is nearly level. It gives the boxes that
// it covers.
func (m Map) downhill(p pencil, at plot.Vec, s game.Spot) []plot.Box {
	steep := math.Hypot(s.Slope.X, s.Slope.Y)
	w, _ := m.Level.Way.(game.Probing)
	if !(steep >= w.Faint) || m.Plain || math.IsInf(steep, 1) {
		return nil
	}
	length := p.px(ArrowLength(steep))
	along := plot.Vec{X: -s.Slope.X / steep, Y: s.Slope.Y / steep}
	from := at.Add(along.Mul(p.px(9)))
	to := from.Add(along.Mul(length))
	p.arrow(from, to, 2.4, red(p.st.Palette))
	boxes := []plot.Box{around(to, p.px(5))}
	for part := range 6 {
		boxes = append(boxes, around(from.Add(to.Sub(from).Mul((float64(part)+0.5)/6)), p.px(3)))
	}
	return boxes
}

// ArrowLength is how long the arrow of a slope is, in units.
func ArrowLength(slope float64) float64 { return 10 + 13*math.Log1p(slope/4) }

func around(at plot.Vec, r float64) plot.Box {
	return plot.Box{X0: at.X - r, X1: at.X + r, Y0: at.Y - r, Y1: at.Y + r}
}

// beside writes a text beside a place, where it covers least: below, above, or at the left or the right.
func (p pencil) beside(text string, at plot.Vec, taken []plot.Box) []plot.Box {
	size := 12.5
	w, up := p.width(text, size), p.st.Font.CapHeight(p.px(size))
	var best plot.Box
	least := math.Inf(1)
	sw, sh := p.on.Size()
	for _, d := range []plot.Vec{{X: 14, Y: 20}, {X: -14, Y: -13}, {X: 14, Y: -13}, {X: -14, Y: 20}, {Y: 27}, {Y: -19}} {
		base := at.Add(plot.Vec{X: p.px(d.X), Y: p.px(d.Y)})
		box := plot.Box{X0: base.X, X1: base.X + w, Y0: base.Y - up, Y1: base.Y}
		switch {
		case d.X < 0:
			box.X0, box.X1 = base.X-w, base.X
		case d.X == 0:
			box.X0, box.X1 = base.X-w/2, base.X+w/2
		}
		covers := 0.0
		for _, t := range taken {
			covers += max(min(t.X1, box.X1)-max(t.X0, box.X0), 0) * max(min(t.Y1, box.Y1)-max(t.Y0, box.Y0), 0)
		}
		covers += 1e3 * (max(-box.X0, 0) + max(box.X1-sw, 0) + max(-box.Y0, 0) + max(box.Y1-sh, 0))
		if covers < least {
			least, best = covers, box
		}
	}
	t := plot.Text{Text: text, Font: p.st.Font, Size: p.px(size), Ink: color.RGBA{255, 255, 255, 255}, Bold: true, Tabular: true,
		Halo: faded(color.RGBA{0x0b, 0x11, 0x1c, 255}, 0.85), Reach: p.px(2)}
	p.on.Text(t, plot.Vec{X: best.X0, Y: best.Y1})
	best.Y0, best.Y1 = best.Y0-p.px(2), best.Y1+p.px(2)
	return append(taken, best, best, best) // a text over another one is worse than one over a mark
}
