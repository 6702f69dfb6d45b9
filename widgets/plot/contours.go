package plot

import (
	"image/color"
	"math"
	"slices"
)

// Sizes of isolines, in units.
const (
	thinLine  = 0.9
	heavyLine = 1.3
	wayRoom   = 2 // between a number and the racers' ways
)

// Strengths of isolines. Where they lie close together all over the map they are fainter: they would bury the ground.
const (
	thinInk   = 0.14
	heavyInk  = 0.42
	closeInk  = 9.0 // units between lines, on the average over the map, from which on they are
	faintness = 0.3 // the least part of their strength that they keep
)

// isolines draws all isolines, every fifth heavier and with its value where the
// line has room for it. Lines are broken where a value stands.
func (c *composition) isolines() {
	f := c.scene.Field
	if f == nil {
		return
	}
	lines := c.seenLines(f, false)
	first := firstHeavy(f.Levels)
	thin, strong := c.lineInks(lines)
	var values []value
	if !c.small() {
		values = c.placeValues(f, slices.DeleteFunc(slices.Clone(lines), func(l seenLine) bool { return !heavy(l.level, first) }))
	}
	for from := 0; from < len(lines); {
		level, to := lines[from].level, from
		for to < len(lines) && lines[to].level == level {
			to++
		}
		width, alpha := thinLine, thin
		if heavy(level, first) && !c.small() {
			width, alpha = heavyLine, strong
		}
		c.pieces = c.pieces[:0]
		for _, l := range lines[from:to] {
			c.pieces = l.appendTo(c.pieces, c.style.px(width), values)
		}
		c.on.Stroke(c.pieces, Pen{Color: faded(c.lineInk(level), alpha)})
		from = to
	}
	for _, v := range values {
		v.draw(c, faded(c.inksAt(boxAbout(v.at, v.width/2, v.size/2)).ink, 0.85))
	}
}

// lineInks are the opacities of thin and of heavy lines, by how much of them there is.
func (c *composition) lineInks(lines []seenLine) (thin, heavy float64) {
	length := 0.0
	for _, l := range lines {
		length += l.length
	}
	apart := c.w * c.h / max(length, 1) / c.style.px(1)
	part := clamp(apart/closeInk, faintness, 1)
	return thinInk * part, heavyInk * part
}

func heavy(level, first int) bool { return level >= first && (level-first)%5 == 0 }

// lineInk is the colour of an isoline: that of the two inks which stands out from the ground along it. Cells that cover the
// ground tell nothing of heights: on them all lines have one ink.
func (c *composition) lineInk(level int) color.RGBA {
	p := c.style.Palette
	switch {
	case c.scene.Cells == nil:
		return p.inksOn(luminanceOf(p.ramp((float64(level) + 0.5) / float64(len(c.scene.Field.Levels))))).ink
	case p.Dark:
		return rgb(0xffffff)
	}
	return p.Text
}

// A seenLine is an isoline in device units, thinned to what the eye can tell.
type seenLine struct {
	level  int
	pts    []Vec // the first is repeated at the end of a closed line
	length float64
}

// seenLines gives the isolines that may be in the picture, by level, or the heavy ones of them alone.
func (c *composition) seenLines(f *Field, heavies bool) []seenLine {
	const least = 2 // pixels between points: an arc of radius 5 departs by 0.1 from its chord
	frame := c.frame(-10)
	var seen []seenLine
	var room []Vec
	first := firstHeavy(f.Levels)
	for _, line := range f.Lines {
		if heavies && !heavy(line.Level, first) {
			continue
		}
		start := len(room)
		around := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		length := 0.0
		for i, p := range line.Pts {
			v := c.device(p)
			around = Box{min(around.X0, v.X), min(around.Y0, v.Y), max(around.X1, v.X), max(around.Y1, v.Y)}
			if n := len(room); n > start && i+1 < len(line.Pts) {
				if d := v.Sub(room[n-1]); d.X*d.X+d.Y*d.Y < least*least {
					continue
				}
			}
			room = append(room, v)
		}
		if line.Closed && len(room) > start {
			room = append(room, room[start])
		}
		if !around.meets(frame) {
			room = room[:start]
			continue
		}
		pts := room[start:len(room):len(room)]
		for i := 1; i < len(pts); i++ {
			length += pts[i].Sub(pts[i-1]).Len()
		}
		seen = append(seen, seenLine{line.Level, pts, length})
	}
	slices.SortStableFunc(seen, func(a, b seenLine) int { return a.level - b.level })
	return seen
}

// appendTo appends the pieces of the line except those under the values.
func (l seenLine) appendTo(line []Piece, width float64, values []value) []Piece {
	radius, strength := hairline(width)
	for i := 1; i < len(l.pts); i++ {
		a, b := l.pts[i-1], l.pts[i]
		covered := func(v value) bool { return v.covers(a) || v.covers(b) }
		if !slices.ContainsFunc(values, covered) {
			line = append(line, Piece{a, b, radius, strength})
		}
	}
	return line
}

// A value is the number of a level written along its line.
type value struct {
	level int
	at    Vec // the middle of the text
	along Vec // unit vector of the text's direction
	text  string
	width float64 // of the text
	size  float64 // of its type
}

// covers reports whether the text, with some room around it, covers a place.
func (v value) covers(p Vec) bool {
	d := p.Sub(v.at)
	x, y := d.X*v.along.X+d.Y*v.along.Y, d.Y*v.along.X-d.X*v.along.Y
	return math.Abs(x) < v.width/2+0.35*v.size && math.Abs(y) < 0.52*v.size
}

// box is the level box about the text.
func (v value) box() Box {
	across := Vec{math.Abs(v.along.X), math.Abs(v.along.Y)}
	return boxAbout(v.at, (across.X*v.width+across.Y*v.size)/2+1, (across.Y*v.width+across.X*v.size)/2+1)
}

// crossed reports whether a way runs through the text, or nearer to it than room, if it stood at a place in a direction.
func (v value) crossed(at, along Vec, ways *coverage, room float64) bool {
	if ways == nil {
		return false
	}
	n := math.Ceil(v.width / v.size)
	for i := 0.0; i <= n; i++ {
		if ways.block(boxAbout(at.Add(along.Mul((i/n-0.5)*v.width)), v.size/2+room, v.size/2+room)) {
			return true
		}
	}
	return false
}

func (v value) draw(c *composition, ink color.RGBA) {
	down := 0.5 * c.style.Font.CapHeight(v.size)
	// The baseline's start, from the middle of the text.
	start := v.at.Sub(v.along.Mul(v.width / 2)).Add(Vec{-v.along.Y, v.along.X}.Mul(down))
	c.on.Text(Text{Text: v.text, Font: c.style.Font, Size: v.size, Ink: ink, Along: v.along}, start)
}

// placeValues finds a place for the number of each line that is long enough,
// the longest first, clear of the marks, the start, the edges, one another and all of the racers' ways: those too that are still
// to be gone, so that none jumps while the race is played.
func (c *composition) placeValues(f *Field, lines []seenLine) []value {
	if c.style.Font == nil || c.small() || c.scene.Silent {
		return nil
	}
	slices.SortStableFunc(lines, func(a, b seenLine) int {
		switch {
		case a.length > b.length:
			return -1
		case a.length < b.length:
			return 1
		}
		return 0
	})
	size := c.smallText()
	ways := c.covered()
	marks, _ := c.seenMarks()
	taken := slices.Clone(c.markBoxes(marks, c.style.px(9)))
	for _, t := range c.placeTicks() {
		taken = append(taken, t.box)
	}
	if k, shown := c.keyPlace(); shown {
		taken = append(taken, k.panel)
	}
	if s, shown := c.scene.startSquare(); shown {
		taken = append(taken, c.around(s, startRoom))
	}
	var values []value
	for _, l := range lines {
		v := value{level: l.level, text: Number(f.Levels[l.level]), size: size}
		v.width = c.style.Font.Width(v.text, size)
		if l.length < 5*v.width || l.length < c.style.px(90) {
			continue
		}
		if c.placeValue(&v, l, f, taken, ways) {
			values = append(values, v)
			// Numbers of neighbouring lines should not crowd either.
			room := v.width/2 + c.style.px(14)
			taken = append(taken, boxAbout(v.at, room, room))
		}
	}
	return values
}

// placeValue puts v where the line is straightest, most level and its
// neighbours are far; it reports false if no place is good enough.
func (c *composition) placeValue(v *value, l seenLine, f *Field, taken []Box, ways *coverage) bool {
	reach := v.width/2 + 0.5*v.size
	frame := c.frame(c.style.px(6) + v.size + reach)
	best := math.Inf(-1)
	back, front := 0, 0
	arc := 0.0 // from back to front
	for middle := range l.pts {
		for front+1 < len(l.pts) && l.pts[front].Sub(l.pts[middle]).Len() < reach {
			front++
			arc += l.pts[front].Sub(l.pts[front-1]).Len()
		}
		for back < middle && l.pts[back+1].Sub(l.pts[middle]).Len() >= reach {
			back++
			arc -= l.pts[back].Sub(l.pts[back-1]).Len()
		}
		chord := l.pts[front].Sub(l.pts[back])
		straight := chord.Len() / arc
		if chord.Len() < 1.6*reach || straight < 0.965 {
			continue
		}
		at := l.pts[back].Add(l.pts[front]).Mul(0.5).Add(l.pts[middle]).Mul(0.5)
		if !boxAbout(at, 0, 0).within(frame) || boxAbout(at, reach, reach).meetsAny(taken) {
			continue
		}
		apart := c.lineDistance(f, l.level, at) / v.size
		if !(apart > 0.5) {
			continue
		}
		along := chord.Mul(1 / chord.Len())
		if along.X < 0 {
			along = along.Mul(-1)
		}
		score := 8*straight + 0.6*along.X + 0.5*math.Min(2, apart)
		if score > best && !v.crossed(at, along, ways, c.style.px(wayRoom)) {
			best, v.at, v.along = score, at, along
		}
	}
	return !math.IsInf(best, -1)
}

// lineDistance is how far the next isoline is from a place on one, in device units; 0
// or NaN where that is not known.
func (c *composition) lineDistance(f *Field, level int, at Vec) float64 {
	g, s := f.Grid, c.scene
	p := s.fromDevice(at, c.w, c.h)
	i := int((p.X - g.View.X0) / (g.View.X1 - g.View.X0) * float64(g.W))
	j := int((g.View.Y1 - p.Y) / (g.View.Y1 - g.View.Y0) * float64(g.H))
	if i < 1 || j < 1 || i+1 >= g.W || j+1 >= g.H {
		return 0
	}
	k := j*g.W + i
	// Units per cell turn slopes by cell into slopes by unit.
	w, h := c.size()
	cellX := (g.View.X1 - g.View.X0) / float64(g.W) / (s.View.X1 - s.View.X0) * w
	cellY := (g.View.Y1 - g.View.Y0) / float64(g.H) / (s.View.Y1 - s.View.Y0) * h
	steep := math.Hypot((g.V[k+1]/2-g.V[k-1]/2)/cellX, (g.V[k+g.W]/2-g.V[k-g.W]/2)/cellY)
	return gap(f.Levels, level) / steep
}
