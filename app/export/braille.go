package export

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Braille's letters have two by four dots, which makes a picture of letters one of dots that are as far apart in both directions
// where letters are twice as high as wide. A dot's bit is its number in the letter, less one (Unicode, block 28).
const braille = '\u2800'

var brailleDots = [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// A brailleMap is a picture of a window: dots, and letters in the place of some.
type brailleMap struct {
	window surfaces.Rect
	w, h   int // in letters
	cells  []rune
	signs  []rune // in their place; 0: none
}

// Of the picture of a map, in letters: a frame goes around.
const (
	sketchWidth  = textWidth - 2
	sketchLeast  = 10 // rows
	sketchMost   = 40
	dotsX, dotsY = 2, 4
)

// newBrailleMap is an empty picture of what a map as wide as a line shows of a window.
func newBrailleMap(window surfaces.Rect) *brailleMap {
	dots := float64(sketchWidth * dotsX)
	rows := dots * (window.Y1 - window.Y0) / (window.X1 - window.X0) / dotsY
	m := &brailleMap{w: sketchWidth, h: int(math.Round(min(max(rows, sketchLeast), sketchMost)))}
	m.window = figure.Visible(window, dots, float64(m.h*dotsY))
	m.cells, m.signs = make([]rune, m.w*m.h), make([]rune, m.w*m.h)
	return m
}

// dot is where a point lies, in dots from the upper left.
func (m *brailleMap) dot(p surfaces.Point) (x, y float64) {
	v := m.window
	return (p.X - v.X0) / (v.X1 - v.X0) * float64(m.w*dotsX), (v.Y1 - p.Y) / (v.Y1 - v.Y0) * float64(m.h*dotsY)
}

// line draws the straight way from a point to another, as far as it is in the window.
func (m *brailleMap) line(from, to surfaces.Point) {
	x0, y0 := m.dot(from)
	x1, y1 := m.dot(to)
	dx, dy := x1-x0, y1-y0
	t0, t1 := 0.0, 1.0 // of the way: what is inside (Liang and Barsky 1984)
	for _, side := range [...][2]float64{{-dx, x0}, {dx, float64(m.w*dotsX) - x0}, {-dy, y0}, {dy, float64(m.h*dotsY) - y0}} {
		switch p, q := side[0], side[1]; {
		case p == 0 && q < 0:
			return
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if !(t0 <= t1) {
		return
	}
	n := int(math.Ceil(max(math.Abs(dx), math.Abs(dy)) * (t1 - t0)))
	for k := range n + 1 {
		t := t0 + (t1-t0)*float64(k)/float64(max(n, 1))
		m.set(int(math.Floor(x0+t*dx)), int(math.Floor(y0+t*dy)))
	}
}

// set draws a dot, if it is in the picture.
func (m *brailleMap) set(x, y int) {
	if x >= 0 && x < m.w*dotsX && y >= 0 && y < m.h*dotsY {
		m.cells[y/dotsY*m.w+x/dotsX] |= brailleDots[y%dotsY][x%dotsX]
	}
}

// sign writes letters over the picture, the first one at a point, or so many letters to the right of it at most: where no others
// stand. It tells whether there was room.
func (m *brailleMap) sign(at surfaces.Point, text string, shift int) bool {
	if !m.window.Contains(at) {
		return false
	}
	x, y := m.dot(at)
	letters := []rune(text)
	row, first := min(int(y)/dotsY, m.h-1), min(int(x)/dotsX, m.w-len(letters))
	for ; first >= 0 && first+len(letters) <= m.w && shift >= 0; first, shift = first+1, shift-1 {
		if room := m.signs[row*m.w+first:][:len(letters)]; !slices.ContainsFunc(room, func(r rune) bool { return r != 0 }) {
			copy(room, letters)
			return true
		}
	}
	return false
}

// write writes the picture in its frame.
func (m *brailleMap) write(b *strings.Builder) {
	b.WriteString("┌" + strings.Repeat("─", m.w) + "┐\n")
	for row := range m.h {
		b.WriteString("│")
		for k := row * m.w; k < (row+1)*m.w; k++ {
			letter := cmp.Or(m.signs[k], braille|m.cells[k])
			if letter == braille {
				letter = ' '
			}
			b.WriteRune(letter)
		}
		b.WriteString("│\n")
	}
	b.WriteString("└" + strings.Repeat("─", m.w) + "┘\n")
}

// racerSign stands for the i-th racer on the picture: 1, 2 and so on.
func racerSign(i int) string { return strconv.Itoa(i + 1) }

// ends are racers that end within a few letters of each other, of which the first one's place is told.
type ends struct {
	at     surfaces.Point
	racers []string
}

// sketchMap writes a picture of the race's map: the ways of all racers, numbers where they end, the start, minima by their
// names, and other places. What has no room beside another is left out; racers go before places.
func sketchMap(b *strings.Builder, r lab.Run) {
	m := newBrailleMap(r.Doc.View)
	var groups []ends
	for i, run := range r.Tape.Runs {
		if r.Doc.Racers[i].Hidden {
			continue
		}
		end, sound := m.way(run)
		if !sound || !m.window.Contains(end) {
			continue
		}
		k := slices.IndexFunc(groups, func(g ends) bool { return m.near(g.at, end) })
		if k < 0 {
			k = len(groups)
			groups = append(groups, ends{at: end})
		}
		groups[k].racers = append(groups[k].racers, racerSign(i))
	}
	for _, g := range groups {
		m.sign(g.at, strings.Join(g.racers, ","), 0)
	}
	m.sign(r.Doc.Outset(), "◎", 0)
	seen := map[surfaces.Kind]bool{}
	for _, p := range r.Field.Places {
		text, shift := p.Name, minimumShift
		if p.Kind != surfaces.Minimum {
			text, shift = placeSigns[p.Kind], 0
		}
		seen[p.Kind] = m.sign(p.At, text, shift) || seen[p.Kind]
	}
	m.write(b)
	v := m.window
	b.WriteString(words.Plain(words.T("x from %s to %s, y from %s to %s", words.Short(v.X0), words.Short(v.X1), words.Short(v.Y0),
		words.Short(v.Y1))) + "\n")
	legend := []string{words.T("◎ start")}
	for _, k := range []struct {
		kind surfaces.Kind
		says string
	}{
		{surfaces.Minimum, words.T("A, B, …: minima")}, {surfaces.Saddle, words.T("✕ saddle")},
		{surfaces.Maximum, words.T("△ maximum")},
		{surfaces.Degenerate, words.T("◇ degenerate point")},
	} {
		if seen[k.kind] {
			legend = append(legend, k.says)
		}
	}
	if len(groups) > 0 {
		legend = append(legend, words.T("1, 2, …: where racers end"))
	}
	wrapped(b, "", strings.Join(legend, "; "))
}

// placeSigns stand for places that are no minima, as on the maps of the window.
var placeSigns = map[surfaces.Kind]string{surfaces.Saddle: "✕", surfaces.Maximum: "△", surfaces.Degenerate: "◇"}

// minimumShift is by how many letters the name of a minimum may stand to the right of it, beside racers that end there.
const minimumShift = 9

// way draws the way of a run as far as its positions are numbers, and tells where that ends.
func (m *brailleMap) way(run *race.Run) (end surfaces.Point, sound bool) {
	for k := range run.Kept() {
		at := surfaces.Point{X: run.X(k)[0], Y: run.X(k)[1]}
		if !geom.Finite(at.X) || !geom.Finite(at.Y) {
			break
		}
		if sound {
			m.line(end, at)
		}
		end, sound = at, true
	}
	return end, sound
}

// near tells whether two points lie so near that their signs would touch.
func (m *brailleMap) near(p, q surfaces.Point) bool {
	px, py := m.dot(p)
	qx, qy := m.dot(q)
	return math.Abs(px-qx) <= 4*dotsX && math.Abs(py-qy) <= dotsY
}
