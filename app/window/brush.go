package window

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// Radii of a brush, in units of the window.
const (
	brushUsual = 22
	brushLeast = 3
	brushMost  = 240
	brushStep  = 1.15 // from one size to the next
)

// The tools of a brush.
const (
	toolPaint = iota
	toolErase
)

// A brush paints, on the maps, the region in which the runs of a swarm begin. That it is at work is no part of the document;
// what it paints is.
type brush struct {
	ui     *ui
	on     bool
	size   float64 // radius, in units of the window
	stroke int     // of the document, that is being painted; -1: none

	tool        *widgets.Segmented
	help        *canvas.Text
	clear, done *widgets.Button
	bar         *fyne.Container

	region *plot.Region // of the document
	of     sweep.Region // that it was made of
	dark   bool         // for the dark theme
}

func newBrush(u *ui) *brush {
	b := &brush{ui: u, size: brushUsual, stroke: -1, help: canvas.NewText("", color.Transparent)}
	b.help.TextSize = figure.SmallText
	b.tool = widgets.NewSegmented("Paint", "Erase")
	b.tool.OnChanged = func(int) { b.show() }
	b.clear = widgets.NewButton("Clear", "", "Rub everything out (Delete)", b.wipe)
	b.done = widgets.NewButton("Done", "", "End painting (Esc)", func() { b.set(false) })
	b.bar = container.New(sculptBar{b.word}, b.tool, b.help, b.clear, b.done)
	b.bar.Hide()
	return b
}

// toggle begins painting, with a swarm that begins where is painted, or ends it.
func (b *brush) toggle() {
	if b.on {
		b.set(false)
		return
	}
	b.ui.edit("", func(e *lab.Experiment) { e.Look.Panel, e.Swarm.From = lab.PanelSwarm, lab.FromPainted })
	b.set(true)
}

// set begins or ends painting.
func (b *brush) set(on bool) {
	if on == b.on {
		return
	}
	b.on, b.stroke = on, -1
	if on {
		b.ui.sculptor.set(false)
		b.ui.selection.pick("")
		b.tool.SetSelected(toolPaint)
	}
	b.ui.lab.Seal()
	b.ui.maps.takeGestures()
	b.ui.charts.swarm.painting(on)
	b.show()
}

// show says what can be done, and draws the brush anew.
func (b *brush) show() {
	b.bar.Layout.Layout(b.bar.Objects, b.bar.Size())
	if len(b.doc().Painted) > 0 {
		b.clear.Enable()
	} else {
		b.clear.Disable()
	}
	b.ui.maps.draw()
}

// word says in as many words as there is room for what a drag and the wheel do.
func (b *brush) word(room float32) {
	texts := []string{"drag: paint · right button or Ctrl: erase · wheel, [ ]: size", "right button: erase · [ ]: size", "[ ]: size"}
	if b.erasing() {
		texts = []string{"drag: erase · wheel, [ ]: size · E: paint again", "E: paint again · [ ]: size", "[ ]: size"}
	}
	for _, text := range texts {
		if setText(b.help, text, b.ui.palette().Muted); b.help.MinSize().Width <= room {
			return
		}
	}
}

func (b *brush) update(s lab.State, c lab.Change) {
	if !b.on || c&lab.DocChanged == 0 {
		return
	}
	if !paints(s.Doc) {
		b.set(false)
		return
	}
	b.show()
}

// paints tells whether the maps show where a swarm's runs are to begin, so that it can be painted.
func paints(doc lab.Experiment) bool {
	return doc.Look.Panel == lab.PanelSwarm && doc.Swarm.From == lab.FromPainted
}

func (b *brush) doc() *lab.Experiment {
	doc := b.ui.lab.State().Doc
	return &doc
}

// erasing tells whether the primary button rubs out.
func (b *brush) erasing() bool { return b.tool.Selected() == toolErase }

// paintEdit is the key of the edits of one stroke.
const paintEdit = "paint"

// paint goes on with a stroke, or begins it. Rubbing out where nothing is painted is no stroke.
func (b *brush) paint(at plot.Point, erase, done bool) {
	doc := b.doc()
	erase = erase || b.erasing()
	if b.stroke < 0 {
		if done || erase && len(doc.Painted) == 0 {
			return
		}
		b.ui.lab.Seal()
		b.stroke = len(doc.Painted)
	}
	stroke := b.stroke
	if done {
		b.stroke = -1 // before the edit: what waits for the end of the stroke goes on with it
	}
	tip := b.tip()
	tip.Erase = erase
	b.ui.edit(paintEdit, func(e *lab.Experiment) { e.PaintStroke(stroke, tip, at) })
	if done {
		b.ui.lab.Seal()
		b.ui.charts.swarm.refresh()
	}
}

// tip is the brush on the ground: round on the map, whatever the window.
func (b *brush) tip() sweep.Stroke {
	x, y := b.ui.maps.units()
	s := sweep.Stroke{Radius: b.size * x}
	if ratio := y / x; math.Abs(ratio-1) > 0.01 {
		s.Ratio = ratio
	}
	return s
}

// resize makes the brush larger by so many steps, or smaller.
func (b *brush) resize(steps float64) {
	b.size = min(max(b.size*math.Pow(brushStep, steps), brushLeast), brushMost)
	b.ui.maps.draw()
}

// wipe rubs everything out.
func (b *brush) wipe() {
	b.stroke = -1
	b.ui.edit("", func(e *lab.Experiment) { e.Painted = nil })
}

// key handles the keys of painting, and tells whether it was one.
func (b *brush) key(name fyne.KeyName) bool {
	switch {
	case !b.on:
		return false
	case name == fyne.KeyEscape:
		b.set(false)
		return true
	case name == fyne.KeyDelete || name == fyne.KeyBackspace:
		b.wipe()
		return true
	}
	return false
}

// rune handles the characters of painting: the size of the brush, and its tools.
func (b *brush) rune(r rune) bool {
	if !b.on {
		return false
	}
	switch r {
	case '[':
		b.resize(-1)
	case ']':
		b.resize(1)
	case 'e':
		b.tool.SetSelected(toolErase - b.tool.Selected())
		b.show()
	default:
		return false
	}
	return true
}

// shown is the painted region on the maps, if they show it.
func (b *brush) shown(s lab.State) *plot.Region {
	if !paints(s.Doc) || s.Stale() || len(s.Doc.Painted) == 0 {
		return nil
	}
	if dark := b.ui.palette().Dark; b.region == nil || dark != b.dark || !sameRegion(b.of, s.Doc.Painted) {
		b.region, b.of, b.dark = &plot.Region{Color: b.ui.palette().Accent}, s.Doc.Painted, dark
		for _, stroke := range s.Doc.Painted {
			drawn := plot.Stroke{Radius: stroke.Radius, Height: stroke.Height(), Erase: stroke.Erase}
			for _, p := range stroke.Pts {
				drawn.Pts = append(drawn.Pts, p)
			}
			b.region.Strokes = append(b.region.Strokes, drawn)
		}
	}
	return b.region
}

// sameRegion tells whether two regions are of the same strokes, at a glance: strokes do not change once made.
func sameRegion(a, b sweep.Region) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if &a[i].Pts[0] != &b[i].Pts[0] || len(a[i].Pts) != len(b[i].Pts) {
			return false
		}
	}
	return true
}

// outline is the rim of the brush at the pointer, dashed while it rubs out.
func (b *brush) outline(at *plot.Point) []plot.Curve {
	if !b.on || at == nil {
		return nil
	}
	const corners = 72
	tip := b.tip()
	rim := make([]plot.Point, corners+1)
	for i := range rim {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		rim[i] = plot.Point{X: at.X + tip.Radius*cos, Y: at.Y + tip.Height()*sin}
	}
	return []plot.Curve{{Pts: rim, Color: b.ui.palette().Text, Width: 1.4, Dashed: b.erasing()}}
}
