package descent

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/game/board"
	"descentlab/app/game/picture"
	"descentlab/app/game/written"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// page is the right side: the numbers of a map's level, and what there is to read: the goal, or when the level is over, what was
// played.
type page struct {
	room        *Room
	numbers     *graphic.Drawing
	head        *kit.Panel // of them
	text, chart *graphic.Drawing
	score       *kit.Label
	again, next *kit.Button
	panel       *kit.Panel
	inner       *fyne.Container

	page written.Page
	over bool
	// The first rows that are shown of the table and of that of the steps.
	from, steps int
}

func newPage(r *Room) *page {
	p := &page{room: r}
	p.numbers = graphic.NewPlainDrawing(fyne.NewSize(200, 60), func(on plot.Canvas, scale float64) {
		board.Numbers{Course: r.shown()}.Draw(on, r.style(scale))
	})
	p.head = kit.NewPanel(p.numbers, nil)
	p.text = graphic.NewPlainDrawing(fyne.NewSize(200, 120), p.draw)
	p.text.OnHover, p.text.OnWheel = p.point, p.wheel
	p.chart = graphic.NewPlainDrawing(fyne.NewSize(200, 60), p.below)
	p.again = kit.NewButton("", kit.IconLoop, "", func() { r.press("R") })
	p.next = kit.NewButton("", "", "", func() { r.press("Onward") })
	p.next.SetPrimary(true)
	p.score = kit.NewLabel("")
	p.score.Muted, p.score.Small = true, true
	p.inner = container.New(stacked{p}, p.text, p.chart, p.again, p.next, p.score)
	p.panel = kit.NewFilled(p.inner, nil)
	return p
}

// sheet is what was played, as a picture.
func (p *page) sheet() picture.Sheet {
	return picture.Sheet{Page: p.page, Math: skin.MathFonts(p.text), Lit: p.room.course.Lit, From: p.from, Below: p.steps}
}

// draw draws what there is to read.
func (p *page) draw(on plot.Canvas, scale float64) {
	if p.over {
		p.sheet().Draw(on, p.room.style(scale))
		return
	}
	board.Goal{Course: p.room.shown()}.Draw(on, p.room.style(scale))
}

// below draws the chart of heights, or the bars of looks.
func (p *page) below(on plot.Canvas, scale float64) {
	st := p.room.style(scale)
	if len(p.page.Bars) > 0 {
		picture.Bars{Page: p.page}.Draw(on, st)
		return
	}
	picture.Heights(p.page, st).Draw(on)
}

// charted tells whether there is anything to be drawn below the table.
func (p *page) charted() bool { return p.over && (len(p.page.Bars) > 0 || len(p.page.Curves) > 0) }

// point lights the hop of the row under the pointer.
func (p *page) point(at fyne.Position, inside bool) {
	lit := -1
	if inside && p.over {
		lit = p.sheet().RowAt(float64(at.Y), p.sized(), p.room.style(1))
	}
	if c := &p.room.course; c.Lit != lit {
		c.Lit = lit
		p.text.Redraw()
		p.room.scene.picture.Redraw()
	}
}

// sized is a canvas of which only the size is asked for.
type sized struct {
	plot.Canvas
	w, h float64
}

// Size is that of the picture in units.
func (s sized) Size() (w, h float64) { return s.w, s.h }

func (p *page) sized() sized {
	size := p.text.Size()
	return sized{nil, float64(size.Width), float64(size.Height)}
}

// wheel turns the rows of the table under the pointer.
func (p *page) wheel(at fyne.Position, _, dy float32) {
	if p.over {
		p.from, p.steps = p.sheet().Turned(float64(at.Y), -int(dy/gesture.WheelNotch), p.sized(), p.room.style(1))
		p.text.Redraw()
	}
}

// update shows the course.
func (p *page) update() {
	c := p.room.shown()
	page, over := c.Page()
	if over && (!p.over || len(page.Rows) != len(p.page.Rows)) {
		p.from, p.steps = len(page.Rows), 0 // the last rows are seen, and the first steps
	}
	p.page, p.over = page, over
	foot := []*kit.Button{p.again, p.next}
	for i, b := range c.Foot() {
		foot[i].SetText(b.Label)
		foot[i].SetIcon([]kit.IconName{kit.IconLoop, ""}[i], b.Hint)
		kit.Enable(foot[i], b.Enabled)
		if over {
			foot[i].Show()
		} else {
			foot[i].Hide()
		}
	}
	p.score.Set(c.ScoreSays(), nil)
	p.inner.Layout.Layout(p.inner.Objects, p.inner.Size())
	p.numbers.Redraw()
	p.text.Redraw()
	p.chart.Redraw()
	p.panel.Refresh()
}

// table is what was played as text, with tabs between.
func (p *page) table() string {
	if !p.over {
		return ""
	}
	text := p.page.Text()
	if len(p.page.Steps.Columns) > 0 {
		text += "\n" + p.page.Steps.Text()
	}
	return text
}
