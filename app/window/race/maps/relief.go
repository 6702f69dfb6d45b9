package maps

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
	"descentlab/widgets/skin"
	"descentlab/widgets/turntable"
)

// A block is the relief in the place of the map of all racers, with what stands over it: the way back to the usual view, and how
// high the heights are drawn.
type block struct {
	*turntable.Relief
	high     *widgets.Knob
	controls *fyne.Container
	plates   []*canvas.Rectangle
	note     string      // where heights are cut off
	noted    *plot.Field // of which
}

// Measures of what stands over the relief, in units.
const (
	controlsInset = 12
	highWidth     = 214
	plateRadius   = 6
	platePad      = 8
	roomForHigh   = 420 // the width of a relief from which on it shows how high heights are drawn
)

// reliefed tells whether the surface is seen from aside.
func (p *Pane) reliefed() bool { return p.state.Doc.Look.Relief }

// newBlock makes the relief of a cell.
func (p *Pane) newBlock(c *cell) *block {
	b := &block{Relief: turntable.New(p.desk.Style)}
	b.OnCamera = func(camera relief.Camera, _ bool) { p.look(figure.LabCamera(camera)) }
	b.OnRestore = p.Home
	b.OnHover = p.overRelief
	b.OnNudge = p.nudge
	b.Use, b.Tabs, b.OnMenu = p.use, p.tabs, p.pressed
	b.OnResize = func(w, h int, _ float64) { p.resized(b.Relief, w, h) }
	b.OnKey, b.OnRune = p.desk.Key, p.desk.Rune
	b.takeTool(p)
	home := kit.NewButton(words.T("Home"), kit.IconHome,
		words.T("As it is seen at first (0, or a double click)"), p.Home)
	home.SetFlat(true)
	b.high = widgets.NewKnob(widgets.KnobSpec{
		Label: words.T("height"), Help: words.T("By how much heights are drawn higher (Ctrl+wheel, PageUp and PageDown)"),
		Min: relief.LeastHeight, Max: relief.MostHeight, Low: relief.LeastHeight, High: relief.MostHeight, Default: 1,
		Scale: widgets.Log, Slim: true,
	})
	b.high.OnChanged = func(v float64, _ bool) {
		camera := p.state.View.Camera
		camera.High = v
		p.look(camera)
	}
	b.controls = container.New(controlsRow{}, b.plate(home, 0), b.plate(b.high, highWidth))
	p.desk.Mark("relief home", func() fyne.CanvasObject { return home })
	return b
}

// plate lays a control on a plate of the theme's, so wide if it does not say itself how wide it is.
func (b *block) plate(control fyne.CanvasObject, width float32) fyne.CanvasObject {
	ground := canvas.NewRectangle(color.Transparent)
	ground.CornerRadius = plateRadius
	b.plates = append(b.plates, ground)
	padded := container.New(fynelayout.NewCustomPaddedLayout(1, 1, platePad, platePad), control)
	if width == 0 {
		padded = container.NewStack(control)
	}
	return container.New(plateLayout{width}, ground, padded)
}

// A plateLayout gives a control and its ground the same place.
type plateLayout struct{ width float32 }

// Layout places them.
func (plateLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		kit.Place(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize is that of the control, in the width of the plate.
func (l plateLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[1].MinSize()
	return fyne.NewSize(max(least.Width, l.width), max(least.Height, kit.ControlHeight))
}

// A controlsRow stands controls side by side, the last one only where there is room for it.
type controlsRow struct{}

// Layout places them.
func (controlsRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		least := o.MinSize()
		kit.Place(o, x, 0, least.Width, least.Height)
		x += least.Width + layout.PanelGap
	}
	layout.SetShown(objects[len(objects)-1], size.Width >= roomForHigh)
}

// MinSize is as high as they are.
func (controlsRow) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// show shows what a map shows.
func (b *block) show(p *Pane, scene plot.Scene) {
	scene.Linked = false
	b.SetScene(figure.ReliefOf(scene, p.state.View.Camera))
	b.high.SetValue(figure.ReliefCamera(p.state.View.Camera).Height)
	palette := p.desk.Palette()
	for _, plate := range b.plates {
		kit.PaintRect(plate, palette.Panel, skin.Ink(b.Relief, theme.ColorNameSeparator), 1)
	}
	if b.noted != scene.Field {
		b.noted, b.note = scene.Field, figure.ReliefNote(scene.Field)
		p.setCaption()
	}
}

// takeTool puts the tool in hand: one that works on the ground has all presses there.
func (b *block) takeTool(p *Pane) {
	b.Works = p.state.View.Tool != lab.ToolStart
	b.Tool = nil
	if t := p.tool(); t != nil {
		b.Tool = t
	}
}

// look looks from another place.
func (p *Pane) look(camera lab.Camera) {
	p.desk.Lab().Look(func(v *lab.View) { v.Camera = camera })
}

// Home sees the home window, and a relief from the usual place.
func (p *Pane) Home() {
	if p.reliefed() {
		p.look(lab.UsualCamera())
	}
	if e := p.state.Doc; e.View != e.Home {
		p.edit("", func(e *setup.Experiment) { e.View = e.Home })
	}
}

// overRelief looks at what is under the pointer.
func (p *Pane) overRelief(at plot.Point, mark *plot.Mark, inside bool) {
	p.walk.on = false
	hover, cross := "", (*plot.Point)(nil)
	if inside {
		cross = &at
		if mark != nil {
			hover = mark.Label
		}
	}
	if v := p.state.View; !inside && v.Cross == nil && v.Hover == "" && v.Inside.Stage == "" {
		return
	}
	stage := p.stageNear(at, inside)
	p.desk.Lab().Look(func(v *lab.View) { v.Cross, v.Hover, v.Inside.Stage = cross, hover, stage })
}

// turn shows the relief or the maps.
func (p *Pane) turn(c *cell) {
	shown := p.reliefed() && c.racer < 0
	if shown && c.block == nil {
		c.block = p.newBlock(c)
		c.box.Objects = append([]fyne.CanvasObject{c.block.Relief, c.block.controls}, c.box.Objects...)
		c.box.Layout.Layout(c.box.Objects, c.box.Size())
	}
	if c.block == nil || c.block.Visible() == shown && c.m.Visible() != shown {
		return
	}
	layout.SetShown(c.m, !shown)
	layout.SetShown(c.block.Relief, shown)
	layout.SetShown(c.block.controls, shown)
	if c == p.cells[0] {
		p.takeSize(c)
	}
	c.box.Layout.Layout(c.box.Objects, c.box.Size())
	c.box.Refresh()
}

// takeSize takes in the size that the picture of a cell had when it was seen last: only another one is told.
func (p *Pane) takeSize(c *cell) {
	w, h := c.m.Drawn()
	if c.block.Visible() {
		w, h = c.block.Drawn()
	}
	if w > 0 && h > 0 {
		p.w, p.h = w, h
	}
}
