package present

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A chip tells of one racer.
type chip struct {
	box
	names []string // the whole one first
	note  string   // what tells it from racers of the same name; "": nothing
	key   string   // that singles it out; "": none does
	at    lab.Standing
	glyph plot.Glyph
	color color.RGBA
	alone bool
}

// draw draws it, in as many lines as a chip has among so many rows.
func (c *chip) draw(b *brush, rows int) {
	edge, line := 1.0, b.palette.Border
	if c.alone {
		edge, line = 3, c.color
	}
	b.framed(c.x, c.y, c.w, c.h, 8, edge, b.palette.Panel, line)
	b.box(c.x, c.y, 6, c.h, 3, c.color)
	switch rows {
	case 1:
		c.whole(b)
	case 2:
		c.twoLines(b)
	default:
		c.oneLine(b)
	}
}

// whole is a chip alone in its row.
func (c *chip) whole(b *brush) {
	b.glyph(c.glyph, c.x+40, c.y+39, 13, c.color)
	room := c.w - 62 - 20
	if c.key != "" {
		room -= 40
		b.framed(c.x+c.w-52, c.y+23, 32, 32, 6, 1.5, b.palette.Panel, b.palette.Border)
		b.text(c.key, c.x+c.w-36, c.y+46, face{size: 21, ink: b.palette.Muted, align: plot.AlignCenter})
	}
	c.title(b, c.x+62, c.y+48, room, 27)
	status := c.y + 97
	if c.note != "" {
		f := face{size: leastText, ink: b.palette.Muted}
		b.text(b.fit(c.w-42, f, c.note), c.x+22, c.y+80, f)
		status = c.y + 113
	}
	c.status(b, c.x+22, status, c.w-42, 22)
}

// twoLines is one of two rows.
func (c *chip) twoLines(b *brush) {
	b.glyph(c.glyph, c.x+26, c.y+20, 10, c.color)
	room := c.w - 46 - 14
	if c.key != "" {
		room -= 24
		b.text(c.key, c.x+c.w-14, c.y+27, face{size: leastText, ink: b.palette.Muted, align: plot.AlignRight})
	}
	c.title(b, c.x+46, c.y+27, room, 22)
	c.status(b, c.x+16, c.y+53, c.w-30, leastText)
}

// leastName is the size of the smallest name on a chip that has more than a line.
const leastName = 21

// title is the racer's name, smaller if it has no room else, and in a low chip beside it what tells it from others of its name.
func (c *chip) title(b *brush, x, y, room, size float64) {
	f := face{size: size, bold: true, ink: b.palette.Text}
	name := ""
	for _, one := range c.names {
		for f.size = size; f.size > leastName && b.width(one, f) > room; {
			f.size--
		}
		if name = one; b.width(one, f) <= room {
			break
		}
	}
	name = b.fit(room, f, name)
	b.text(name, x, y, f)
	quiet := face{size: leastText, ink: b.palette.Muted}
	if at := b.width(name, f) + 10; c.h < rowHeight && c.note != "" && at+b.width(c.note, quiet) <= room {
		b.text(c.note, x+at, y, quiet)
	}
}

// oneLine is one of more rows: its name, and beside it as much of its loss, or of how it ended, as leaves the name its room.
func (c *chip) oneLine(b *brush) {
	base := c.y + c.h/2 + 7
	if c.key != "" {
		b.text(c.key, c.x+16, base, face{size: leastText, ink: b.palette.Muted})
	}
	b.glyph(c.glyph, c.x+44, c.y+c.h/2, 9, c.color)
	f := face{size: leastText, bold: true, ink: b.palette.Text}
	quiet := face{size: leastText, ink: b.palette.Muted, align: plot.AlignRight}
	sides := []string{words.Digits(c.at.Loss, 3), words.Digits(c.at.Loss, 2)}
	column := b.width(widestLoss, quiet) // for every loss alike, so that names stay as they are while it changes
	if gone := figure.Gone(c.at.Where); gone {
		sides, column, quiet.ink = brief(c.at.Where), 0, b.palette.Error
		f.ink = b.palette.Error // the only sign of it where its name has all the room
	}
	room := c.w - 58 - 12
	name, side := c.beside(room, sides, func(text string, bold bool) float64 {
		if bold {
			return b.width(text, f)
		}
		if w := b.width(text, quiet); column == 0 || w > column {
			return w
		}
		return column
	})
	b.text(b.fit(room, f, name), c.x+58, base, f)
	b.text(side, c.x+c.w-12, base, quiet)
}

// widestLoss is as wide as a loss with two digits is at most.
const widestLoss = "−0.0088"

// beside is the longest of the names that leaves room for one of some texts, the first that it does; without any the longest that
// has room, or else the last one.
func (c *chip) beside(room float64, sides []string, width func(text string, bold bool) float64) (name, side string) {
	for _, name := range c.names {
		for _, side := range sides {
			if width(name, true)+10+width(side, false) <= room {
				return name, side
			}
		}
	}
	for _, name := range c.names {
		if width(name, true) <= room {
			return name, ""
		}
	}
	return c.names[len(c.names)-1], ""
}

// status says where the racer is, and its loss beside it.
func (c *chip) status(b *brush, x, y, room, size float64) {
	value := words.Short(c.at.Loss)
	quiet := face{size: size, ink: b.palette.Muted, align: plot.AlignRight}
	said := face{size: size, ink: b.palette.Text}
	switch {
	case c.at.Where.Kind == lab.Settled || c.at.Where.Kind == lab.OnLine:
		said.ink = b.palette.Good
	case figure.Gone(c.at.Where):
		said.ink = b.palette.Error
	}
	if math.IsNaN(c.at.Loss) || math.IsInf(c.at.Loss, 0) {
		value = "" // what is said tells it
	}
	left := room
	if value != "" {
		left -= b.width(value, quiet) + 12
	}
	text := b.fit(left, said, brief(c.at.Where)...)
	if !slices.Contains(brief(c.at.Where), text) { // where it is says more than its loss
		text, value = b.fit(room, said, brief(c.at.Where)...), ""
	}
	b.text(text, x, y, said)
	b.text(value, x+room, y, quiet)
}

// brief is where a racer is, in ever fewer words.
func brief(w lab.Whereabouts) []string {
	return append([]string{w.String()}, figure.WhereBriefly(w)...)
}

// stem is how many letters of a name's first word are left where the others are needed more.
const stem = 5

// abridged is a name of several words with the first one cut, for where a short one would tell nobody apart.
func abridged(name string) []string {
	first, rest, several := strings.Cut(name, " ")
	if letters := []rune(first); several && len(letters) > stem+1 {
		return []string{string(letters[:stem]) + ". " + rest}
	}
	return nil
}
