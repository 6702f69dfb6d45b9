// Package face draws the card of an experiment: its picture, what it is called, what to notice, its tags, how many claims there
// are.
package face

import (
	"image"
	"image/color"
	"math"
	"strings"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/thumb"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Face is what is seen of a card.
type Face struct {
	Exhibit gallery.Exhibit
	Picture *image.RGBA // nil until it is drawn
	Lit     bool        // pointed at, or with the focus: it can be opened
	Wrong   int         // claims that were found untrue
}

// Sizes, in units. Lines are baselines.
const (
	round     = 8.0
	margin    = 16.0
	titleSize = 14.0
	titleLine = 172.0
	textSize  = 12.0
	textLine  = 191.0
	lineStep  = 17.0
	textLines = 2
	tagSize   = 10.5
	tagTop    = 221.0
	tagTall   = 17.0
	tagRoom   = 5.0 // inside, and between two
	badgeSize = 11.0
	badgeTall = 20.0
	badgeAway = 9.0 // from the edges
	badgeRoom = 7.0
	signWide  = 9.0
	openSize  = 12.0
	openWide  = 78.0
	openTall  = 26.0
	openAway  = 11.0
)

// Draw draws the card over the whole canvas, which is as large as a card is in this style.
func (f Face) Draw(on plot.Canvas, st plot.Style) {
	p, of := pencil{on, st}, st.Palette
	edge, width := of.Border, 1.0
	if f.Lit {
		edge, width = of.Accent, 2
	}
	p.box(0, 0, cards.Width, cards.Height, 0, of.Ground)
	p.box(0, 0, cards.Width, cards.Height, round, edge)
	p.box(width, width, cards.Width-2*width, cards.Height-2*width, round-width, of.Panel)
	f.picture(p, edge, width)
	f.badge(p)
	const room = cards.Width - 2*margin
	title := st.Font.Shortened(words.T(f.Exhibit.Title), titleSize*st.Scale, room*st.Scale*0.95) // it is bold
	p.text(margin, titleLine, titleSize, title, of.Text, true)
	for i, line := range Wrap(st, words.T(f.Exhibit.Notice), textSize, room, textLines) {
		p.text(margin, textLine+float64(i)*lineStep, textSize, line, of.Muted, false)
	}
	end := cards.Width - margin
	if f.Lit {
		end = cards.Width - openAway - openWide - tagRoom
	}
	f.tags(p, end)
	if f.Lit {
		p.open()
	}
}

// picture shows the picture within the edge, its upper corners as round as the card's.
func (f Face) picture(p pencil, edge color.RGBA, width float64) {
	const bottom = thumb.Height
	at := plot.Box{X1: p.px(cards.Width), Y1: p.px(bottom)}
	if f.Picture != nil {
		p.Image(f.Picture, at)
		for _, right := range []bool{false, true} {
			p.Fill(corner(p, round, 0, right), p.Palette.Ground)
			p.Fill(corner(p, round, width, right), edge)
		}
		p.box(0, round, width, bottom-round, 0, edge)
		p.box(cards.Width-width, round, width, bottom-round, 0, edge)
		p.box(round, 0, cards.Width-2*round, width, 0, edge)
	} else {
		p.box(width, round, cards.Width-2*width, bottom-round, 0, p.Palette.Control)
		p.box(width, width, cards.Width-2*width, 2*round, round-width, p.Palette.Control)
	}
	p.box(width, bottom, cards.Width-2*width, 1, 0, p.Palette.Border)
}

// corner is what lies outside of a round upper corner; with a width, the ring of that width inside of it.
func corner(p pencil, r, width float64, right bool) []plot.Vec {
	const steps = 12
	var pts []plot.Vec
	add := func(x, y float64) {
		if right {
			x = cards.Width - x
		}
		pts = append(pts, plot.Vec{X: p.px(x), Y: p.px(y)})
	}
	arc := func(r float64, from, to int) {
		for i := from; i != to; i += (to - from) / steps {
			angle := math.Pi / 2 * float64(i) / steps
			add(round-r*math.Cos(angle), round-r*math.Sin(angle))
		}
		angle := math.Pi / 2 * float64(to) / steps
		add(round-r*math.Cos(angle), round-r*math.Sin(angle))
	}
	arc(r, 0, steps)
	if width == 0 {
		add(0, 0)
	} else {
		arc(r-width, steps, 0)
	}
	return pts
}

// badge tells in the picture's corner how many claims there are, and whether they are true.
func (f Face) badge(p pencil) {
	text := words.N(len(f.Exhibit.Claims), "%d claim", "%d claims", len(f.Exhibit.Claims))
	if f.Wrong > 0 {
		text = words.T("%d untrue", f.Wrong)
	}
	wide := 2*badgeRoom + signWide + tagRoom + p.width(text, badgeSize)
	x := cards.Width - badgeAway - wide
	p.box(x, badgeAway, wide, badgeTall, 4, color.RGBA{R: 13, G: 19, B: 31, A: 217})
	sign, ink := []plot.Vec{{X: 0, Y: 1}, {X: 3, Y: 4}, {X: 9, Y: -3}}, plot.DarkPalette().Racer(2)
	if f.Wrong > 0 {
		sign, ink = []plot.Vec{{X: 1, Y: -3}, {X: 8, Y: 4}, {X: 4.5, Y: 0.5}, {X: 8, Y: -3}, {X: 1, Y: 4}}, plot.DarkPalette().Error
	}
	p.line(x+badgeRoom, badgeAway+badgeTall/2, sign, ink)
	p.text(x+badgeRoom+signWide+tagRoom, badgeAway+badgeTall/2+4, badgeSize, text, plot.DarkPalette().Text, false)
}

// tags are drawn as far as there is room.
func (f Face) tags(p pencil, end float64) {
	x := margin
	for _, english := range f.Exhibit.Tags {
		tag := words.T(english)
		wide := p.width(tag, tagSize) + 2*tagRoom
		if x+wide > end {
			return
		}
		p.box(x, tagTop, wide, tagTall, 3, p.Palette.Control)
		p.text(x+tagRoom, tagTop+12, tagSize, tag, p.Palette.Muted, false)
		x += wide + tagRoom
	}
}

// A pencil draws in units.
type pencil struct {
	plot.Canvas
	plot.Style
}

func (p pencil) px(units float64) float64 { return units * p.Scale }

func (p pencil) width(text string, size float64) float64 {
	return p.Font.Width(text, p.px(size)) / p.Scale
}

func (p pencil) box(x, y, w, h, round float64, c color.RGBA) {
	p.Box(plot.Vec{X: p.px(x), Y: p.px(y)}, p.px(w), p.px(h), p.px(round), c)
}

func (p pencil) text(x, y, size float64, text string, c color.RGBA, bold bool) {
	t := plot.Text{Text: text, Font: p.Font, Size: p.px(size), Ink: c, Bold: bold}
	p.Text(t, plot.Vec{X: p.px(x), Y: p.px(y)})
}

// line draws a thin line through points about a place.
func (p pencil) line(x, y float64, through []plot.Vec, c color.RGBA) {
	var pieces []plot.Piece
	for i, b := range through[1:] {
		a := through[i]
		pieces = append(pieces, plot.Piece{
			A: plot.Vec{X: p.px(x + a.X), Y: p.px(y + a.Y)}, B: plot.Vec{X: p.px(x + b.X), Y: p.px(y + b.Y)},
			Radius: p.px(0.7), Strength: 1,
		})
	}
	p.Stroke(pieces, plot.Pen{Color: c})
}

// open is the button by which the experiment is opened, with the key that does it.
func (p pencil) open() {
	x, y := OpenAt()
	dark := plot.DarkPalette().Ground
	if !p.Palette.Dark {
		dark = p.Palette.Panel
	}
	p.box(x, y, openWide, openTall, 5, p.Palette.Accent)
	p.text(x+10, y+openTall/2+4.3, openSize, words.T("Open"), dark, true)
	const side = 18.0
	keyX, keyY := x+openWide-10-side, y+(openTall-side)/2
	p.box(keyX, keyY, side, side, 4, dark)
	p.box(keyX+1, keyY+1, side-2, side-2, 3, p.Palette.Accent)
	p.line(keyX+side/2, keyY+side/2, []plot.Vec{{X: 4, Y: -3}, {X: 4, Y: 1}, {X: -4, Y: 1}}, dark)
	p.line(keyX+side/2, keyY+side/2, []plot.Vec{{X: -1.5, Y: -1.5}, {X: -4, Y: 1}, {X: -1.5, Y: 3.5}}, dark)
}

// OpenAt is the upper left corner of the button.
func OpenAt() (x, y float64) {
	return cards.Width - openAway - openWide, cards.Height - openAway - openTall
}

// Wrap breaks a text into lines of a width, in units, so many at most; what is left over ends in an ellipsis.
func Wrap(st plot.Style, text string, size, width float64, most int) (lines []string) {
	line := ""
	all := strings.Fields(text)
	for i, word := range all {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || st.Font.Width(longer, size*st.Scale) <= width*st.Scale {
			line = longer
			continue
		}
		if len(lines) == most-1 {
			rest := line + " " + strings.Join(all[i:], " ")
			return append(lines, st.Font.Shortened(rest, size*st.Scale, width*st.Scale))
		}
		lines, line = append(lines, line), word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
