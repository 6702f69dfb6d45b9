package curve

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure/curves"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// stage is the middle: the curve, or one for each ball side by side, and the small pictures below.
type stage struct {
	room         *Room
	tiles        []*tile
	field        *fyne.Container // of the tiles that are shown
	legend       *graphic.Drawing
	loss, webbed *graphic.Drawing
	box          *fyne.Container
}

func newStage(r *Room) *stage {
	p := &stage{room: r, field: container.New(grid{})}
	p.legend = graphic.NewPlainDrawing(fyne.NewSize(200, legendHeight), func(on plot.Canvas, scale float64) {
		curves.Legend{Look: r.look(scale)}.Draw(on)
	})
	p.loss = graphic.NewDrawing(fyne.NewSize(110, 110), func(on plot.Canvas, scale float64) { p.chart(scale).Draw(on) })
	p.loss.OnPress = p.seek
	p.loss.OnDrag = p.seek
	p.webbed = graphic.NewDrawing(fyne.NewSize(110, 110), func(on plot.Canvas, scale float64) {
		curves.Cobweb{State: r.led(), View: r.view, Look: r.look(scale)}.Draw(on)
	})
	p.box = container.New(middle{}, p.field, p.legend, p.loss, p.webbed)
	p.arrange()
	return p
}

// pictures are the curves as they are now, one for each ball that is shown.
func (p *stage) pictures(scale float64) []curves.Plot {
	r := p.room
	list := curves.Side(r.state(), r.view, r.shown, r.look(scale))
	for i := range list {
		list[i].Grown, list[i].Lit = r.hold.grown, r.lit
		list[i].Chosen = len(list) > 1 && i == min(r.chosen, len(list)-1)
		if r.draft != nil { // where it has been stays, until the ball is let go
			was := r.lab.State().Of(i)
			list[i].Past = &was
		}
	}
	return list
}

// chart is the loss against the step.
func (p *stage) chart(scale float64) curves.Loss {
	return curves.Loss{State: p.room.state(), Log: !p.room.linear, Look: p.room.look(scale)}
}

// arrange has as many curves as balls are shown.
func (p *stage) arrange() {
	n := len(p.room.state().Runs)
	if n == len(p.field.Objects) {
		return
	}
	for len(p.tiles) < n {
		p.tiles = append(p.tiles, newTile(p.room, len(p.tiles)))
	}
	p.field.Objects = nil
	for _, t := range p.tiles[:n] {
		p.field.Objects = append(p.field.Objects, t.picture)
	}
	p.field.Refresh()
}

// update draws all of it.
func (p *stage) update() {
	p.arrange()
	p.redraw()
	p.loss.Redraw()
	p.webbed.Redraw()
}

// redraw draws the curves.
func (p *stage) redraw() {
	for _, o := range p.field.Objects {
		o.(*graphic.Drawing).Redraw()
	}
}

// seek looks at the step under the pointer.
func (p *stage) seek(at fyne.Position) {
	p.room.hold.stop()
	p.room.lab.Seek(p.chart(1).Step(float64(at.X), float64(p.loss.Size().Width)))
}

// zoom is that about the middle, for the keys.
func (p *stage) zoom(by float64) {
	t := p.tiles[0]
	w, h := t.size()
	p.room.view = t.shown(1).Zoomed(plot.Vec{X: w / 2, Y: (h - curves.NumberLine) / 2}, w, h, by)
	p.update()
}

// panStep is what a notch of the wheel, or a key, moves the window by: a share of its width.
const panStep = 0.06

// pan moves the window by so many of those.
func (p *stage) pan(by float64) {
	p.room.view = p.tiles[0].shown(1).Panned(by*panStep, 0)
	p.update()
}

// shifted tells whether Shift is held.
func shifted() bool { return gesture.Modifiers()&fyne.KeyModifierShift != 0 }

// moving tells whether a turn of the wheel moves the window: with Shift, or by a second finger to the side.
func moving(dx float32) bool { return shifted() || dx != 0 }
