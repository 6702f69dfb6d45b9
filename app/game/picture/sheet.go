package picture

import (
	"image/color"
	"strings"

	"descentlab/app/game/written"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Sheet is the picture of what was just played, written down: the sentence, the rules, and the table of the runs.
type Sheet struct {
	Page written.Page
	Math plot.MathFonts
	Lit  int // the row that is pointed at, by its spot; -1: none
	From int // the first row that is shown, where there is not room for all
}

// Places and sizes of a sheet, in units.
const (
	sheetEdge  = 17
	titleBase  = 28
	leadBase   = 54
	leadLine   = 20
	leadSize   = 13.5
	ruleLine   = 30
	ruleColumn = 126
	ruleSize   = 17
	rowUp      = 25
	cellSize   = 12.5
)

// Draw draws the sheet over the whole of a canvas.
func (s Sheet) Draw(on plot.Canvas, st plot.Style) {
	p := pencil{on, st}
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, st.Palette.Panel)
	p.text(words.T("What you just played, written down"), plot.Vec{X: p.px(sheetEdge), Y: p.px(titleBase)}, 15, st.Palette.Text,
		plot.AlignLeft, true, false)
	y := p.px(leadBase)
	for _, line := range p.wrap(s.Page.Lead, leadSize, w-2*p.px(sheetEdge)) {
		p.text(line, plot.Vec{X: p.px(sheetEdge), Y: y}, leadSize, st.Palette.Text, plot.AlignLeft, false, false)
		y += p.px(leadLine)
	}
	placed, _ := s.places(p)
	for i, r := range placed {
		s.rule(p, r, i > 0)
	}
	s.table(p)
}

// wrap breaks a text into lines no wider than the room.
func (p pencil) wrap(text string, size, room float64) (lines []string) {
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && p.st.Font.TabularWidth(lines[last]+" "+word, p.px(size)) <= room {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// A placedRule is a rule with the places of its parts.
type placedRule struct {
	written.Rule
	equation *plot.Equation // nil if there is none
	size, y  float64
	with     plot.Vec
	room     float64 // for the setting
}

// places are those of the rules, and where the table begins. A setting stands beside its rule, or below where it is too long.
func (s Sheet) places(p pencil) (list []placedRule, top float64) {
	w, _ := p.on.Size()
	right := w - p.px(sheetEdge)
	y := p.px(leadBase+12) + p.px(leadLine)*float64(len(p.wrap(s.Page.Lead, leadSize, right-p.px(sheetEdge))))
	for _, r := range s.Page.Rules {
		below := p.px(6)
		placed := placedRule{Rule: r, size: p.px(ruleSize), y: y, with: plot.Vec{X: p.px(ruleColumn), Y: y}}
		if e, err := plot.ParseEquation(r.Markup); err == nil && s.Math.Upright != nil {
			width, up, down := e.Measure(s.Math, placed.size)
			if room := right - p.px(ruleColumn); width > room {
				placed.size *= room / width
				width = room
			}
			if extra := up - p.px(17); extra > 0 { // a fraction is higher than a line
				y += extra
				placed.y, placed.with.Y = y, y
			}
			placed.equation, below = e, max(below, down)
			placed.with.X += width + p.px(12)
		}
		if r.With != "" && placed.with.X+p.width(r.With, 12) > right {
			y += below + p.px(14)
			placed.with = plot.Vec{X: p.px(ruleColumn), Y: y}
		}
		placed.room = right - placed.with.X
		list = append(list, placed)
		y = max(y, placed.y+below-p.px(6)) + p.px(ruleLine)
	}
	return list, y - p.px(10)
}

// rule writes who goes by what, the player's in ink and the other paler.
func (s Sheet) rule(p pencil, r placedRule, pale bool) {
	ink := p.st.Palette.Text
	if pale {
		ink = p.st.Palette.Muted
	}
	p.text(r.Who, plot.Vec{X: p.px(sheetEdge), Y: r.y}, 12, p.st.Palette.Muted, plot.AlignLeft, false, false)
	if r.equation != nil {
		r.equation.Draw(p.on, s.Math, p.px(ruleColumn), r.y, r.size, ink)
	}
	if r.With == "" {
		return
	}
	p.text(p.st.Font.Shorten(r.With, p.px(12), r.room), r.with, 12, p.st.Palette.Muted, plot.AlignLeft, false, false)
}

// top is where the table begins.
func (s Sheet) top(p pencil) float64 {
	_, top := s.places(p)
	return top
}

// shown are the rows for which there is room, from From on: of a longer table the last ones, if From is not less.
func (s Sheet) shown(p pencil) (from, to int) {
	_, h := p.on.Size()
	room := max(int((h-s.top(p)-p.px(2*rowUp+6))/p.px(rowUp)), 1)
	from = min(max(s.From, 0), max(len(s.Page.Rows)-room, 0))
	return from, min(from+room, len(s.Page.Rows))
}

// RowAt is the spot of the row at a height of the picture, or -1.
func (s Sheet) RowAt(y float64, on plot.Canvas, st plot.Style) int {
	p := pencil{on, st}
	from, to := s.shown(p)
	row := (y - s.top(p) - p.px(2*rowUp)) / p.px(rowUp)
	if i := from + int(row); row >= 0 && i < to {
		return s.Page.Rows[i].Spot
	}
	return -1
}

// cellLeast is the size of cells where there is little room.
const cellLeast = 11

// widths are what the widest cells of the columns need, and their sum.
func (s Sheet) widths(p pencil, size float64) (widths []float64, sum float64) {
	for i, c := range s.Page.Columns {
		width := p.width(c.Title, size)
		for _, r := range s.Page.Rows {
			width = max(width, p.width(r.Cells[i], size)*1.06) // bold ones are wider
		}
		widths = append(widths, width)
		sum += width
	}
	return widths, sum
}

// cell is the size of cells: such that the columns keep apart, if that can be.
func (s Sheet) cell(p pencil) float64 {
	const apart = 9
	w, _ := p.on.Size()
	if _, sum := s.widths(p, cellSize); sum+p.px(2*sheetEdge+apart*float64(len(s.Page.Columns)-1)) > w {
		return cellLeast
	}
	return cellSize
}

// rights are the right edges of the columns: what their widest cells need, and the rest shared out.
func (s Sheet) rights(p pencil) (list []float64) {
	w, _ := p.on.Size()
	widths, sum := s.widths(p, s.cell(p))
	gap := (w - 2*p.px(sheetEdge) - sum) / max(float64(len(widths)-1), 1)
	x := p.px(sheetEdge)
	for i, width := range widths {
		x += width
		list = append(list, x)
		if i+1 < len(widths) {
			x += gap
		}
	}
	return list
}

// table writes the table of the runs; the columns of the rival are tinted.
func (s Sheet) table(p pencil) {
	pal := p.st.Palette
	w, _ := p.on.Size()
	top, rights, size := s.top(p), s.rights(p), s.cell(p)
	from, to := s.shown(p)
	if first := s.rival(); first > 0 {
		widths, _ := s.widths(p, size)
		x := (rights[first-1] + rights[first] - widths[first]) / 2
		x = min(x, rights[len(rights)-1]-p.width(s.Page.Rival, size)-p.px(8))
		p.on.Box(plot.Vec{X: x, Y: top}, w-p.px(sheetEdge/2)-x, p.px(rowUp*float64(to-from+2)), 0, faded(pal.Control, 0.8))
		p.text(s.Page.Rival, plot.Vec{X: rights[len(rights)-1], Y: top + p.px(17)}, size, pal.Muted, plot.AlignRight, false, false)
	}
	p.text(s.Page.You, plot.Vec{X: p.px(sheetEdge), Y: top + p.px(17)}, size, pal.Text, plot.AlignLeft, true, false)
	for i, c := range s.Page.Columns {
		p.text(c.Title, plot.Vec{X: rights[i], Y: top + p.px(rowUp+17)}, size, pal.Muted, plot.AlignRight, false, false)
	}
	for i := from; i < to; i++ {
		r := s.Page.Rows[i]
		y := top + p.px(rowUp*float64(i-from+2))
		if r.Last || r.Spot == s.Lit {
			p.on.Box(plot.Vec{X: p.px(sheetEdge / 2), Y: y}, w-p.px(sheetEdge), p.px(rowUp), 0, faded(pal.Accent, s.highlight(pal)))
		}
		p.on.Box(plot.Vec{X: p.px(sheetEdge / 2), Y: y}, w-p.px(sheetEdge), p.px(1), 0, pal.Border)
		for k, cell := range r.Cells {
			if cell != "" {
				bold := r.Last && !s.Page.Columns[k].Rival
				p.text(cell, plot.Vec{X: rights[k], Y: y + p.px(17)}, size, s.ink(pal, k, r.Tint[k]), plot.AlignRight, bold, false)
			}
		}
	}
}

// rival is the first column of the rival, or -1.
func (s Sheet) rival() int {
	for i, c := range s.Page.Columns {
		if c.Rival {
			return i
		}
	}
	return -1
}

func (s Sheet) highlight(pal *plot.Palette) float64 {
	if pal.Dark {
		return 0.13
	}
	return 0.10
}

// ink is the colour of a cell.
func (s Sheet) ink(pal *plot.Palette, column int, t written.Tint) color.RGBA {
	switch {
	case t == written.Good:
		return good(pal)
	case t == written.Bad:
		return pal.Error
	case s.Page.Columns[column].Rival:
		return pal.Muted
	}
	return pal.Text
}
