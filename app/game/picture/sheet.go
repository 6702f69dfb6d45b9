package picture

import (
	"descentlab/app/game/written"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Sheet is the picture of what was just played, written down: the sentence, the rules, and the table of the runs.
type Sheet struct {
	Page written.Page
	Math plot.MathFonts
	Lit  int // the row that is pointed at, by its spot; -1: none
	// From and Below are the first rows that are shown of the table and of that of the steps, where there is not room for all.
	From, Below int
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
	for i, r := range placed { // none where there is little room
		s.rule(p, r, i > 0)
	}
	for _, g := range s.grids(p) {
		g.draw(p)
	}
}

// wrap breaks a text into lines no wider than the room.
func (p pencil) wrap(text string, size, room float64) []string {
	return words.Lines(text, func(line string) bool { return p.width(line, size) <= room })
}

// A placedRule is a rule with the places of its parts.
type placedRule struct {
	written.Rule
	equation *plot.Equation // nil if there is none
	size, y  float64
	with     plot.Vec
	room     float64 // for the setting
}

// tableLeast is for how many rows, with those of the head, there must be room below the rules: else these are left out.
const tableLeast = 5

// places are those of the rules, and where the table begins. A setting stands beside its rule, or below where it is too long.
func (s Sheet) places(p pencil) (list []placedRule, top float64) {
	w, h := p.on.Size()
	right := w - p.px(sheetEdge)
	y := p.px(leadBase+12) + p.px(leadLine)*float64(len(p.wrap(s.Page.Lead, leadSize, right-p.px(sheetEdge))))
	if top := y + p.px(ruleLine)*float64(len(s.Page.Rules)); h-top < p.px(rowUp*tableLeast) {
		return nil, y - p.px(10)
	}
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
