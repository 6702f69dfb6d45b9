package myth

import (
	"math"

	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
)

const (
	edge   = 12
	margin = 16
	gutter = 16

	wideFrom   = 1080 // width of the page from which on the cards stand side by side
	besideFrom = 760  // and of a card, inside, from which on its table stands beside its picture

	cardPad     = 14
	cardGap     = 8
	titleHigh   = 22
	pictureGood = 300 // height of a picture
	pictureLow  = 220 // and of one where the cards stand side by side, at least
	rightLeast  = 380 // width of a table beside a picture
	rightPart   = 0.42
)

// pageLayout puts the cards side by side, or in a small window below one another, where they are scrolled.
type pageLayout struct{ room *Room }

// Layout places the two.
func (l pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width < 2*edge {
		return
	}
	wide, width, heights := l.measure(size.Width)
	x, y := float32(edge), float32(edge)
	for i := range o {
		kit.Place(o[i], x, y, width, heights[i])
		if wide {
			x += width + gutter
		} else {
			y += heights[i] + edge
		}
	}
	l.room.arrive()
}

// measure is whether the cards stand side by side in a width, and how large they are then.
func (l pageLayout) measure(page float32) (wide bool, width float32, heights [2]float32) {
	width = page - edge - margin
	if wide = page >= wideFrom; wide {
		width = (width - gutter) / 2
	}
	for i, c := range l.room.cards() {
		heights[i] = cardLayout{c}.need(width, pictureGood)
		if wide {
			heights[i] = cardLayout{c}.need(width, pictureLow)
		}
	}
	if wide {
		high := max(heights[0], heights[1], l.room.scroll.Size().Height-2*edge)
		heights = [2]float32{high, high}
	}
	return wide, width, heights
}

// MinSize is as high as the cards are.
func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	const least = 300
	page := l.room.scroll.Size().Width
	if page < least {
		return fyne.NewSize(least, least)
	}
	wide, _, heights := l.measure(page)
	if wide {
		return fyne.NewSize(least, heights[0]+2*edge)
	}
	return fyne.NewSize(least, heights[0]+heights[1]+3*edge)
}

// cardLayout stacks the parts of a card: the picture takes what is left. In a wide card table and finding stand beside it.
type cardLayout struct{ card *card }

// beside tells whether they do, and how wide they are.
func (l cardLayout) beside(inner float32) (right float32, is bool) {
	if inner < besideFrom {
		return inner, false
	}
	return max(rightLeast, inner*rightPart), true
}

// head is the height of what stands above the picture.
func (l cardLayout) head(inner float32) float32 {
	c := l.card
	return cardPad + titleHigh + cardGap/2 + c.idea.HeightIn(inner) + cardGap + knobsLayout{}.heightIn(len(c.knobs.Objects), inner) +
		cardGap + kit.ControlHeight + cardGap
}

// foot is the height of the finding, with room for what it is going to be: nothing moves when it comes, and of the table.
func (l cardLayout) foot(width float32) (finding, table float32) {
	const letters, wide = 200, 7.3 // of the longest one, and of one of them
	lines := float32(math.Ceil(letters * wide / float64(width)))
	return max(l.card.finding.HeightIn(width), lines*findingStyle.Pitch), l.card.table.MinSize().Height
}

// need is the height that a card asks for in a width, with a picture so high.
func (l cardLayout) need(width, picture float32) float32 {
	inner := width - 2*cardPad
	right, beside := l.beside(inner)
	finding, table := l.foot(right)
	if beside {
		return l.head(inner) + max(finding+cardGap+table, picture) + cardPad
	}
	return l.head(inner) + picture + cardGap + finding + cardGap + table + cardPad
}

// Layout places them.
func (l cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c, inner := l.card, size.Width-2*cardPad
	if inner < 1 {
		return
	}
	y := float32(cardPad)
	kit.Place(c.title, cardPad, y, inner, titleHigh)
	y += titleHigh + cardGap/2
	idea := c.idea.HeightIn(inner)
	kit.Place(c.idea, cardPad, y, inner, idea)
	y += idea + cardGap
	knobs := knobsLayout{}.heightIn(len(c.knobs.Objects), inner)
	kit.Place(c.knobs, cardPad, y, inner, knobs)
	y += knobs + cardGap
	kit.Place(c.line, cardPad, y, inner, kit.ControlHeight)
	y += kit.ControlHeight + cardGap
	right, beside := l.beside(inner)
	finding, table := l.foot(right)
	if beside {
		x := cardPad + inner - right
		kit.Place(c.picture, cardPad, y, inner-right-gutter, max(size.Height-y-cardPad, 1))
		kit.Place(c.table, x, y, right, table)
		kit.Place(c.finding, x, y+table+cardGap, right, finding)
		return
	}
	high := max(size.Height-y-cardPad-table-finding-2*cardGap, 1)
	kit.Place(c.picture, cardPad, y, inner, high)
	kit.Place(c.finding, cardPad, y+high+cardGap, inner, finding)
	kit.Place(c.table, cardPad, y+high+finding+2*cardGap, inner, table)
}

// MinSize asks for little: the page says how large it is.
func (cardLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 200) }

// knobsLayout puts knobs side by side, in as many rows as they need.
type knobsLayout struct{}

const (
	knobLeast = 190
	knobGap   = 14
)

// columns are how many stand side by side.
func (knobsLayout) columns(n int, width float32) int {
	return max(min(n, int((width+knobGap)/(knobLeast+knobGap))), 1)
}

// heightIn is how high so many are.
func (l knobsLayout) heightIn(n int, width float32) float32 {
	columns := l.columns(n, width)
	return float32((n+columns-1)/columns) * kit.RowHeight
}

// Layout places them.
func (l knobsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	columns := l.columns(len(o), size.Width)
	width := (size.Width - knobGap*float32(columns-1)) / float32(columns)
	for i := range o {
		kit.Place(o[i], float32(i%columns)*(width+knobGap), float32(i/columns)*kit.RowHeight, width, kit.RowHeight)
	}
}

// MinSize is that of one.
func (knobsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(knobLeast, kit.RowHeight)
}
