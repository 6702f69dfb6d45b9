package plot

import (
	"image/color"
	"math"

	"descentlab/internal/say"
)

// Sizes of the key of heights, in units.
const (
	keyRampWidth  = 10
	keyRampHeight = 160
	keyRiders     = 40 // the room at the left of the ramp
	keyHead       = 23 // and above it
	keyFoot       = 9
	keyNumbers    = 8 // how far from the ramp its numbers stand
	keyMargin     = 10
	keyRound      = 6
	keyText       = 10
	keyTicks      = 3 // numbers between those at the ends
)

// A keyTick is a height with its number.
type keyTick struct {
	at   float64 // from the foot of the ramp, 0 to 1
	text string
}

// keyTicks are the heights that the key numbers: both ends, and round ones between.
func (c *composition) keyTicks() []keyTick {
	f, foot := c.scene.Field, c.foot()
	if c.keyed.field == f && c.keyed.foot == foot {
		return c.keyed.ticks
	}
	list := append(c.keyed.ticks[:0], keyTick{0, briefly(foot)})
	for i := 1; i <= keyTicks; i++ {
		v := f.heightAt(float64(i) / (keyTicks + 1))
		if v = rounded(v, f.hi-f.lo); v > f.lo && v < f.hi {
			list = append(list, keyTick{f.keyPart(v), briefly(v)})
		}
	}
	c.keyed.field, c.keyed.foot = f, foot
	c.keyed.ticks = append(list, keyTick{1, briefly(f.hi)})
	return c.keyed.ticks
}

// foot is the lowest height in the picture: that of a minimum rather than of the pixel beside it.
func (c *composition) foot() float64 {
	f := c.scene.Field
	least := f.lo
	for _, m := range c.scene.Marks {
		if (m.Kind == BestMark || m.Kind == MinimumMark) && c.sees(c.device(m.At)) {
			least = min(least, m.Value)
		}
	}
	if math.Abs(least) < 1e-12*(f.hi-f.lo) {
		return 0
	}
	return least
}

// keyed are the ticks of a field whose lowest height is at the foot, and the bands of a palette.
type keyed struct {
	field   *Field
	foot    float64
	ticks   []keyTick
	palette *Palette
	bands   []color.RGBA
}

// bandsOf are the colours of a field's bands.
func (k *keyed) bandsOf(p *Palette, f *Field) []color.RGBA {
	if n := len(f.Levels); k.palette != p || len(k.bands) != n+1 {
		k.palette, k.bands = p, bandColors(p, n)
	}
	return k.bands
}

// keyPart is how far up the ramp a height is, from 0 to 1: every band has the same part of it.
func (f *Field) keyPart(v float64) float64 {
	b := walkBand(f.Levels, v, 0)
	lo, hi := f.band(b)
	return (float64(b) + clamp((v-lo)/(hi-lo), 0, 1)) / float64(len(f.Levels)+1)
}

// heightAt is the height so far up the ramp.
func (f *Field) heightAt(part float64) float64 {
	whole, rest := math.Modf(part * float64(len(f.Levels)+1))
	lo, hi := f.band(int(whole))
	return lo + rest*(hi-lo)
}

// band is from where to where a band of the ground reaches.
func (f *Field) band(b int) (lo, hi float64) {
	lo, hi = f.lo, f.hi
	if b > 0 {
		lo = f.Levels[b-1]
	}
	if b < len(f.Levels) {
		hi = f.Levels[b]
	}
	return lo, hi
}

// rounded is a height to as few digits as its scale allows: two of its own, or to a hundredth of the range about zero.
func rounded(v, span float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(max(math.Abs(v)/10, span/100))))
	if !(unit > 0) || !isFinite(v/unit) {
		return v
	}
	return roundTo(v, unit)
}

// briefly is a number in at most three digits.
func briefly(v float64) string {
	if v == 0 || !isFinite(v) {
		return Number(v)
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-2)
	if !(unit > 0) || !isFinite(v/unit) {
		return Number(v)
	}
	return Number(roundTo(v, unit))
}

// key draws the panel, the ramp in its bands and the numbers.
func (c *composition) key() {
	k, shown := c.keyPlace()
	if !shown {
		return
	}
	p, px, f := c.style.Palette, c.style.px, c.scene.Field
	b := k.panel
	c.on.Box(Vec{b.X0, b.Y0}, b.X1-b.X0, b.Y1-b.Y0, px(keyRound), p.Border)
	line := max(1, math.Round(px(1)))
	c.on.Box(Vec{b.X0 + line, b.Y0 + line}, b.X1-b.X0-2*line, b.Y1-b.Y0-2*line, px(keyRound)-line, p.Panel)
	size := px(keyText)
	c.on.Text(Text{Text: say.T("height"), Font: c.style.Font, Size: size, Ink: p.Muted, Align: AlignLeft},
		Vec{b.X0 + px(9), k.ramp.Y0 - px(8)})
	bands := c.keyed.bandsOf(p, f)
	high := k.ramp.Y1 - k.ramp.Y0
	for i, ink := range bands {
		y0 := k.ramp.Y1 - math.Round(high*float64(i+1)/float64(len(bands)))
		y1 := k.ramp.Y1 - math.Round(high*float64(i)/float64(len(bands)))
		c.on.Box(Vec{k.ramp.X0, y0}, k.ramp.X1-k.ramp.X0, y1-y0, 0, ink)
	}
	cap, above := c.style.Font.CapHeight(size), math.Inf(1)
	ticks := c.keyTicks()
	for i, t := range ticks {
		y := k.ramp.Y1 - t.at*high
		// The ends come first, those between have what is left.
		if last := i == len(ticks)-1; i > 0 && !last && (y+1.8*cap > above || y-1.8*cap < k.ramp.Y0) {
			continue
		}
		above = y
		c.line(line, p.Muted, Vec{k.ramp.X1, y}, Vec{k.ramp.X1 + px(3), y})
		c.on.Text(Text{Text: t.text, Font: c.style.Font, Size: size, Ink: p.Text}, Vec{k.ramp.X1 + px(keyNumbers), y + cap/2})
	}
}
