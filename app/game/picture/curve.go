package picture

import (
	"image/color"
	"math"
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Lanes is how much of the picture of a curve, in units at its foot, the lanes of steps take up.
const Lanes = 94

// A Curve is the picture of a level with one coordinate.
type Curve struct {
	Level   *game.Level
	State   game.State
	Rival   *game.Rival // whose lane is below the player's; nil: hidden
	Lifted  bool        // the fog
	Opening float64     // of the last hole, 0 to 1
	Lit     int         // the spot whose hop is lit, or the trial that is shown; -1: none
	Shown   int         // the trial that is shown where none is lit, from 1 on; 0: the last
	Below   float64     // units by which the card of the end stands lower than in its corner
	Plain   bool        // a small picture: without lanes, texts and the card
}

// frame is where in the picture the curve is.
type frame struct {
	view surfaces.Rect
	w, h float64
}

func (c Curve) frame(on plot.Canvas, st plot.Style) frame {
	w, h := on.Size()
	if !c.Plain {
		h -= Lanes * st.Scale
	}
	return frame{c.Level.Ground.View, w, h}
}

// at is where a place and a height are seen.
func (f frame) at(x, height float64) plot.Vec {
	return plot.Vec{
		X: (x - f.view.X0) / (f.view.X1 - f.view.X0) * f.w,
		Y: (f.view.Y1 - height) / (f.view.Y1 - f.view.Y0) * f.h,
	}
}

// bands is into how many colours the heights are parted.
const bands = 24

// DrawGround draws what stays: the curve and the ground below it.
func (c Curve) DrawGround(on plot.Canvas, st plot.Style) {
	f, p := c.frame(on, st), pencil{on, st}
	sky := st.Palette.Panel
	if !st.Palette.Dark {
		sky = plot.Mix(st.Palette.Panel, st.Palette.Accent, 0.07)
	}
	on.Box(plot.Vec{}, f.w, f.h, 0, sky)
	probe := c.Level.Ground.Probe()
	const width = 2 // units between two places of the curve
	var crest []plot.Vec
	for x := 0.0; x < f.w+p.px(width); x += p.px(width) {
		at := f.view.X0 + x/f.w*(f.view.X1-f.view.X0)
		crest = append(crest, plot.Vec{X: x, Y: f.at(at, probe.Value(at, 0)).Y})
	}
	for band := bands - 1; band >= 0; band-- {
		roof := f.h * (1 - float64(band+1)/bands)
		corners := []plot.Vec{{X: 0, Y: f.h}}
		for _, v := range crest {
			corners = append(corners, plot.Vec{X: v.X, Y: min(max(v.Y, roof), f.h)})
		}
		corners = append(corners, plot.Vec{X: crest[len(crest)-1].X, Y: f.h})
		on.Fill(corners, c.bandColor(st.Palette, band))
	}
	p.line(crest, c.thin(2.2), c.crestColor(st.Palette))
}

// thin is the width of a line, which is less in a small picture.
func (c Curve) thin(width float64) float64 {
	if c.Plain {
		return width * 0.55
	}
	return width
}

// bandColor is the colour of the ground at the height of a band. The lightest and the darkest colours of the ramp are left to sky
// and fog.
func (c Curve) bandColor(p *plot.Palette, band int) color.RGBA {
	t := (float64(band) + 0.5) / bands
	if p.Dark {
		return p.Height(0.1 + 0.62*t)
	}
	return p.Height(0.04 + 0.66*t)
}

func (c Curve) crestColor(p *plot.Palette) color.RGBA {
	if p.Dark {
		return plot.Mix(p.Text, p.Accent, 0.25)
	}
	return plot.Mix(p.Text, p.Accent, 0.15)
}

// Holes in the fog of a curve, in units.
const (
	spotHole = 58
	ballHole = 76
	holeSoft = 0.45
)

// holes are those at all spots; the last one is the ball's, and may still be opening.
func (c Curve) holes(f frame, scale float64) (list []Hole) {
	for i, s := range c.State.Spots {
		r := spotHole * scale
		if i == len(c.State.Spots)-1 {
			r = (spotHole + (ballHole-spotHole)*c.Opening) * scale
			if !c.visited(i) {
				r = ballHole * scale * c.Opening
			}
		}
		list = append(list, Hole{f.at(s.At.X, s.Height), r, holeSoft})
	}
	return list
}

// visited tells whether the ball had been where a spot is.
func (c Curve) visited(i int) bool {
	for _, s := range c.State.Spots[:i] {
		if s.At == c.State.Spots[i].At {
			return true
		}
	}
	return false
}

// visitedLater tells whether the ball has been again where a spot is: its height is told once.
func (c Curve) visitedLater(i int) bool {
	for _, s := range c.State.Spots[i+1:] {
		if s.At == c.State.Spots[i].At {
			return true
		}
	}
	return false
}

// DrawOver draws what moves over the ground: the fog, the hops, the heights and the ball, and the lanes.
func (c Curve) DrawOver(on plot.Canvas, st plot.Style, fog *Fog) {
	f, p := c.frame(on, st), pencil{on, st}
	if c.Level.Fog && !c.Lifted && fog != nil {
		on.Image(fog.Veil(st.Palette, c.holes(f, st.Scale)), plot.Box{X1: float64(fog.w), Y1: float64(fog.h)})
	}
	if len(c.State.Spots) == 0 {
		return
	}
	if run := c.shown(); run != nil || len(c.State.Trials) > 0 {
		c.runs(p, f)
	} else {
		c.hops(p, f)
	}
	c.ball(p, f)
	if !c.Plain {
		c.lanes(p, f)
	}
}

// hops are the arcs between the spots, older ones fainter, and the spots with their heights.
func (c Curve) hops(p pencil, f frame) {
	spots, ink := c.State.Spots, p.st.Palette.Accent
	for i := 1; i < len(spots); i++ {
		if c.Plain {
			break // the spots say enough
		}
		strength := max(0.55, 1-0.06*float64(len(spots)-1-i))
		width := 1.8
		if i == c.Lit {
			strength, width = 1, 3.2
		}
		a, b := spots[i-1], spots[i]
		p.haloed(p.hop(f.at(a.At.X, a.Height), f.at(b.At.X, b.Height)), width, plot.Mix(p.st.Palette.Panel, ink, strength))
	}
	var taken []plot.Box
	for i := len(spots) - 1; i >= 0; i-- {
		at := f.at(spots[i].At.X, spots[i].Height)
		if i < len(spots)-1 && spots[i].At != spots[len(spots)-1].At {
			p.on.Circle(at, p.px(c.thin(4.6)), 0, p.st.Palette.Panel)
			p.on.Circle(at, p.px(c.thin(3.4)), 0, ink)
			if !c.Plain && c.Level.Tells && !c.visitedLater(i) {
				taken = p.height(words.Decimal(strconv.FormatFloat(spots[i].Height, 'f', 2, 64)), at, f.h, taken)
			}
		} else if i == len(spots)-1 {
			taken = append(taken, plot.Box{X0: at.X - p.px(12), X1: at.X + p.px(12), Y0: at.Y - p.px(12), Y1: at.Y + p.px(12)})
		}
	}
}

// height writes a height below a place, or above it, where no other text stands and above the foot of the picture; else it is
// left out.
func (p pencil) height(text string, at plot.Vec, foot float64, taken []plot.Box) []plot.Box {
	half, up := p.width(text, 11.5)/2, p.st.Font.CapHeight(p.px(11.5))
	for _, dy := range []float64{19, -11, 34} {
		base := at.Add(plot.Vec{Y: p.px(dy)})
		box := plot.Box{X0: base.X - half - p.px(2), X1: base.X + half + p.px(2), Y0: base.Y - up - p.px(2), Y1: base.Y + p.px(3)}
		free := box.Y1 <= foot
		for _, t := range taken {
			free = free && (t.X1 < box.X0 || box.X1 < t.X0 || t.Y1 < box.Y0 || box.Y1 < t.Y0)
		}
		if free {
			p.text(text, base, 11.5, p.st.Palette.Text, plot.AlignCenter, false, true)
			return append(taken, box)
		}
	}
	return taken
}

// shown is the run of the trial that is looked at: the one that is lit, or the last.
func (c Curve) shown() *race.Run {
	t := c.trial()
	if t < 0 || len(c.State.Trials[t].Runs) == 0 {
		return nil
	}
	return c.State.Trials[t].Runs[0]
}

func (c Curve) trial() int { return looked(len(c.State.Trials), c.Lit, c.Shown) }

// looked is which of n trials is looked at: the one that is lit, else the one that is shown, from 1 on, else the last; -1 if
// there is none.
func looked(n, lit, shown int) int {
	switch {
	case lit >= 0 && lit < n:
		return lit
	case shown > 0 && shown <= n:
		return shown - 1
	}
	return n - 1
}

// mostHops is how many hops of a run are drawn.
const mostHops = 60

// runs draws the hops of the trial that is looked at; a run that leaves the window ends with an arrow at its edge.
func (c Curve) runs(p pencil, f frame) {
	t := c.trial()
	if t < 0 {
		return
	}
	for _, run := range c.State.Trials[t].Runs {
		if c.Plain {
			c.chords(p, f, run)
			continue
		}
		ink := p.st.Palette.Accent
		if c.State.Trials[t].Blew {
			ink = red(p.st.Palette)
		}
		for i := 1; i <= min(run.Steps, mostHops); i++ {
			from, to := run.X(i - 1)[0], run.X(i)[0]
			a, b := f.at(from, run.Loss(i-1)), f.at(to, run.Loss(i))
			if !f.sees(b) {
				arc := p.hop(a, b)
				p.leaving(arc, f, ink)
				break
			}
			p.haloed(p.hop(a, b), 1.6, plot.Mix(p.st.Palette.Panel, ink, max(0.5, 1-0.02*float64(i))))
			p.on.Circle(b, p.px(2.6), 0, ink)
		}
	}
}

// chords are the steps of a run as straight lines, for a small picture.
func (c Curve) chords(p pencil, f frame, run *race.Run) {
	var pts []plot.Vec
	for i := range min(run.Steps, mostHops) + 1 {
		pts = append(pts, f.at(run.X(i)[0], run.Loss(i)))
	}
	p.line(pts, 1, red(p.st.Palette))
}

func (f frame) sees(v plot.Vec) bool {
	return v.Finite() && v.X >= 0 && v.X <= f.w && v.Y >= 0 && v.Y <= f.h
}

// leaving draws an arc as far as it is seen, with an arrow at the edge.
func (p pencil) leaving(arc []plot.Vec, f frame, ink color.RGBA) {
	n := 0
	for n < len(arc) && f.sees(arc[n]) {
		n++
	}
	if n < 2 {
		return
	}
	p.haloed(arc[:n], 1.6, ink)
	p.arrow(arc[n-2], arc[n-1], 1.6, ink)
}

// where is the ball: at the last spot, or where the run that is looked at ends.
func (c Curve) where(f frame) (at plot.Vec, spot game.Spot) {
	spot, _ = c.State.Here()
	if run := c.shown(); run != nil {
		last := run.Steps
		for last > 0 && !f.sees(f.at(run.X(last)[0], run.Loss(last))) {
			last--
		}
		spot.At.X, spot.Height = run.X(last)[0], run.Loss(last)
		_, spot.Slope = c.Level.Ground.At(spot.At)
	}
	return f.at(spot.At.X, spot.Height), spot
}

// ball draws the ball, the slope under it if it is shown, and the card with the height.
func (c Curve) ball(p pencil, f frame) {
	at, spot := c.where(f)
	r := 9.0
	if c.Plain {
		r = 3.2
	}
	if c.Level.Slopes {
		c.tangent(p, f, spot)
	}
	if !c.Plain && len(c.State.Trials) == 0 {
		c.card(p, f, at, spot)
	}
	p.on.Circle(at, p.px(r+c.thin(2)), 0, p.st.Palette.Panel)
	p.on.Circle(at, p.px(r), 0, p.st.Palette.Accent)
	p.on.Circle(at.Sub(plot.Vec{X: p.px(r * 0.3), Y: p.px(r * 0.3)}), p.px(r*0.27), 0, faded(color.RGBA{255, 255, 255, 255}, 0.75))
}

// tangent is the slope at a place, as a line.
func (c Curve) tangent(p pencil, f frame, spot game.Spot) {
	along := f.at(spot.At.X+1, spot.Height+spot.Slope.X).Sub(f.at(spot.At.X, spot.Height))
	reach := p.px(70)
	if c.Plain {
		reach = p.px(16)
	}
	along = along.Mul(reach / math.Max(along.Len(), 1e-9))
	at := f.at(spot.At.X, spot.Height)
	p.line([]plot.Vec{at.Sub(along), at.Add(along)}, c.thin(2.4), red(p.st.Palette))
}
