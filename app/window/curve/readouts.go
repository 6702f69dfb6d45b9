package curve

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// readouts are the right column: the rule, the table, and what there is to see.
type readouts struct {
	room                 *Room
	rule, table, insight *graphic.Drawing
	first, hovered       int // rows of the table
	step                 int // that it was last shown for
	turned               float32
	high                 float64 // the table, when it was last shown
	stripped             bool    // the marker of the strip is dragged
	over                 bool    // the pointer is on the strip
	box                  *container.Scroll
}

func newReadouts(r *Room) *readouts {
	p := &readouts{room: r, hovered: -1}
	high := fyne.NewSize(240, curves.StepLeast)
	p.rule = graphic.NewDrawing(high, func(on plot.Canvas, scale float64) { p.formula(scale).Draw(on) })
	p.rule.OnHover = func(at fyne.Position, inside bool) {
		role := model.Plain
		if inside {
			role = p.formula(1).At(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, float64(p.rule.Size().Width))
		}
		r.light(role)
	}
	p.table = graphic.NewDrawing(fyne.NewSize(240, 100), func(on plot.Canvas, scale float64) { p.rows(scale).Draw(on) })
	p.table.OnPress = p.goBack
	p.table.OnHover, p.table.OnWheel, p.table.Shape = p.hoverRow, p.scroll, p.rowCursor
	high = fyne.NewSize(240, curves.InsightLeast)
	p.insight = graphic.NewDrawing(high, func(on plot.Canvas, scale float64) { p.seen(scale).Draw(on) })
	p.insight.OnPress, p.insight.OnDrag, p.insight.OnRelease = p.pressStrip, p.dragStrip, p.leaveStrip
	p.insight.OnHover = func(at fyne.Position, inside bool) { p.over = inside && p.onStrip(at) }
	p.insight.Shape = func(fyne.Position) desktop.Cursor {
		if p.over || p.stripped {
			return desktop.HResizeCursor
		}
		return desktop.DefaultCursor
	}
	p.box = container.NewVScroll(container.New(stacked{}, p.rule, p.table, p.insight))
	for _, d := range []*graphic.Drawing{p.rule, p.insight} {
		d.OnWheel = p.turn
	}
	return p
}

func (p *readouts) formula(scale float64) curves.Step {
	return curves.Step{State: p.room.led(), Lit: p.room.lit, Height: float64(p.rule.Size().Height), Look: p.room.look(scale)}
}

// ran is the run of the racer that is solved by hand, whatever is tried meanwhile.
func (p *readouts) ran() model.State {
	s := p.room.lab.State()
	return s.Of(min(p.room.chosen, len(s.Runs)-1))
}

func (p *readouts) rows(scale float64) curves.Table {
	t := curves.Table{State: p.ran(), Hover: p.hovered, Lit: p.room.lit, Height: float64(p.table.Size().Height),
		Look: p.room.look(scale)}
	if t.Height != p.high { // the step that is looked at stays in sight
		p.high, p.first = t.Height, t.Follow(p.first)
	}
	t.First = max(0, min(p.first, t.State.Done-t.Rows()+1))
	return t
}

func (p *readouts) seen(scale float64) curves.Insight {
	return curves.Insight{State: p.room.led(), Height: float64(p.insight.Size().Height), Look: p.room.look(scale)}
}

// update shows a state: the table follows the step that is looked at.
func (p *readouts) update(s model.State) {
	if s.Step != p.step || p.first > s.Done {
		p.step = s.Step
		p.first = p.rows(1).Follow(p.first)
	}
	p.redraw()
}

// redraw draws all of it.
func (p *readouts) redraw() {
	p.rule.Redraw()
	p.table.Redraw()
	p.insight.Redraw()
}

// goBack looks at the step of a row.
func (p *readouts) goBack(at fyne.Position) {
	if step, is := p.rows(1).RowAt(float64(at.Y)); is {
		p.room.hold.stop()
		p.room.lab.Seek(step)
	}
}

func (p *readouts) hoverRow(at fyne.Position, inside bool) {
	row, is := p.rows(1).RowAt(float64(at.Y))
	if !inside || !is {
		row = -1
	}
	if row != p.hovered {
		p.hovered = row
		p.table.Redraw()
	}
}

func (p *readouts) rowCursor(fyne.Position) desktop.Cursor {
	if p.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// turn scrolls the column: the pictures in it have no use for the wheel.
func (p *readouts) turn(at fyne.Position, dx, dy float32) {
	p.box.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(dx, dy)})
}

// scroll moves the rows, one for each notch of the wheel, or the column if all rows are seen.
func (p *readouts) scroll(at fyne.Position, dx, dy float32) {
	if t := p.rows(1); t.State.Done+1 <= t.Rows() {
		p.turn(at, dx, dy)
		return
	}
	p.turned -= dy / gesture.WheelNotch
	n := int(p.turned)
	p.turned -= float32(n)
	t := p.rows(1)
	if first := max(0, min(t.First+n, t.State.Done-t.Rows()+1)); first != p.first {
		p.first = first
		p.table.Redraw()
	}
}

func (p *readouts) onStrip(at fyne.Position) bool {
	_, is := p.seen(1).Eta(float64(at.X), float64(p.insight.Size().Width))
	return is && p.seen(1).OnStrip(float64(at.Y))
}

// pressStrip takes hold of the marker, dragStrip moves it: the rate follows from its factor.
func (p *readouts) pressStrip(at fyne.Position) {
	if p.stripped = p.onStrip(at); p.stripped {
		p.dragStrip(at)
	}
}

func (p *readouts) dragStrip(at fyne.Position) {
	eta, is := p.seen(1).Eta(float64(at.X), float64(p.insight.Size().Width))
	if p.stripped && is {
		of := min(p.room.chosen, len(p.room.lab.State().Runs)-1)
		p.room.amend("eta", func(d *model.Document) { d.SetEta(of, p.room.rounded(eta)) })
	}
}

func (p *readouts) leaveStrip() {
	if p.stripped {
		p.stripped = false
		p.room.lab.Seal()
	}
}
