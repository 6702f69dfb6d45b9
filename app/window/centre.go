package window

import (
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// mapsPane is the middle of the window: one map for all racers, or a linked one for each.
type mapsPane struct {
	ui      *ui
	cells   []*mapCell
	grid    *fyne.Container
	legend  *canvas.Text
	hint    *canvas.Text
	caption *fyne.Container // of legend and hint
	box     *fyne.Container

	state   lab.State
	field   *plot.Field
	fieldOf *lab.Field // that the ground was last asked for
	traces  []plot.Trace
	ground  groundPainter
	basins  basinMapper
	under   hoverRuns
	cross   *plot.Point // where the pointer is, on whichever map
	hover   string      // name of the place under the pointer
	racer   string      // name of the racer to look at; empty: all
	w, h    int         // device pixels of a map
	views   int         // changes of the window so far
}

// A mapCell is one map with its heading.
type mapCell struct {
	m       *widgets.Map
	badge   *widgets.Badge
	name    *canvas.Text
	loss    *canvas.Text    // or what a difference comes to
	legend  *widgets.Legend // of basins
	summary *fyne.Container // loss and legend, in the room that the heading leaves
	head    *fyne.Container
	box     *fyne.Container
	racer   int                  // index in the tape's document; -1: all racers
	whose   *widgets.Picker      // of a map for all: the racer whose basins it shows
	against *widgets.Picker      // and that of a difference compares it with
	choices []widgets.PickerItem // of both
	diff    basinDiff
}

func newMapsPane(u *ui) *mapsPane {
	p := &mapsPane{ui: u}
	p.ground = groundPainter{post: u.post, done: p.groundDone}
	p.under.post = u.post
	p.basins = basinMapper{background: background{post: u.post, telling: p.setCaption}, done: p.basinsDone, maps: map[int]basinMap{}}
	p.grid = container.New(&mapGrid{})
	p.legend = canvas.NewText("", color.Transparent)
	p.hint = canvas.NewText("", color.Transparent)
	p.hint.Alignment = fyne.TextAlignTrailing
	for _, t := range []*canvas.Text{p.legend, p.hint} {
		t.TextSize = figure.SmallText
	}
	p.caption = container.New(captionLayout{}, p.legend, p.hint)
	p.box = container.NewBorder(nil, container.NewStack(p.caption, u.sculptor.bar, u.brush.bar), nil, nil, p.grid)
	return p
}

// newCell makes a map whose gestures edit the document.
func (p *mapsPane) newCell() *mapCell {
	m := widgets.NewMap(p.ui.style)
	l := p.ui.lab
	m.OnStart = func(at plot.Point, done bool) {
		p.ui.edit("start", func(e *lab.Experiment) { e.Start = at })
		if done {
			l.Seal()
		}
	}
	m.OnView = func(v plot.Rect, done bool) {
		p.ui.edit(viewEdit, func(e *lab.Experiment) { e.View = v })
		p.views++
		if done {
			p.sealLater(viewEdit)
		}
	}
	p.setGestures(m)
	var pressed lab.Moment
	m.OnPress = func() { pressed = l.Moment() }
	m.OnRetract = func() { l.Return(pressed) }
	m.OnRestore = func() { p.ui.edit("", func(e *lab.Experiment) { e.View = e.Home }) }
	m.OnNudge = func(dx, dy float64) {
		p.ui.edit("nudge", func(e *lab.Experiment) {
			e.Start.X += dx * (e.View.X1 - e.View.X0)
			e.Start.Y += dy * (e.View.Y1 - e.View.Y0)
		})
	}
	m.OnHover = p.hovered
	m.OnResize = func(w, h int, _ float64) { p.resized(m, w, h) }
	m.OnKey = func(k *fyne.KeyEvent) { p.ui.key(k) }
	m.OnRune = func(r rune) { p.ui.rune(r) }
	cell := &mapCell{m: m, racer: -1, badge: widgets.NewBadge(plot.Glyph(0), color.Transparent)}
	cell.name = canvas.NewText("", color.Transparent)
	cell.name.TextStyle.Bold = true
	cell.loss = canvas.NewText("", color.Transparent)
	cell.loss.Alignment = fyne.TextAlignTrailing
	cell.whose = widgets.NewPicker(nil)
	cell.whose.Plain = true
	cell.whose.OnPicked = p.pickSubject
	cell.against = widgets.NewPicker(nil)
	cell.against.Plain, cell.against.Prefix, cell.against.OnPicked = true, "against ", p.pickAgainst
	cell.legend = widgets.NewLegend(1)
	cell.legend.Trailing = true
	cell.summary = container.New(summaryLayout{}, cell.loss, cell.legend)
	cell.head = widgets.NewLine(cell.summary, cell.badge, cell.name, cell.whose, cell.against, cell.summary)
	cell.box = container.NewBorder(cell.head, nil, nil, nil, m)
	return cell
}

// viewEdit is the key of zooming and panning.
const viewEdit = "view"

// sealLater makes turns of the wheel that follow one another one undo: it ends the run when none has come for a while.
func (p *mapsPane) sealLater(key string) {
	p.views++
	last := p.views
	time.AfterFunc(viewPause, func() {
		p.ui.post(func() {
			if p.views == last {
				p.ui.lab.SealRun(key)
			}
		})
	})
}

const viewPause = 600 * time.Millisecond

// arrange makes as many cells as the layout needs: visible racers side by side, or one for all.
func (p *mapsPane) arrange() {
	racers := []int{-1}
	if p.state.Doc.Look.SideBySide && p.state.Tape != nil {
		racers = nil
		for i, r := range p.state.TapeDoc.Racers {
			if !r.Hidden {
				racers = append(racers, i)
			}
		}
		if len(racers) == 0 {
			racers = []int{-1}
		}
	}
	if len(racers) != len(p.cells) {
		for len(p.cells) < len(racers) {
			p.cells = append(p.cells, p.newCell())
		}
		p.cells = p.cells[:len(racers)]
		p.grid.Objects = nil
		for _, c := range p.cells {
			p.grid.Objects = append(p.grid.Objects, c.box)
		}
		defer p.grid.Refresh()
	}
	coloured := p.state.Doc.Look.Ground != lab.GroundHeights && p.state.Tape != nil && len(p.visible()) > 0
	for i, c := range p.cells {
		c.racer = racers[i]
		setShown(c.head, c.racer >= 0 || coloured)
		setShown(c.name, c.racer >= 0)
		setShown(c.whose, c.racer < 0)
		if c.racer >= 0 {
			setShown(c.against, false)
		}
	}
}

func (p *mapsPane) update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.TapeChanged|lab.DocChanged) != 0 {
		p.traces = figure.Traces(s, p.ui.palette())
		p.arrange()
	}
	if c&(lab.DocChanged|lab.FieldChanged) != 0 {
		p.askGround()
		p.setCaption()
	}
	p.askBasins()
	p.askHover()
	p.draw()
}

// doc is the document that the maps show: the present one, or the tape's while that is of another surface.
func (p *mapsPane) doc() *lab.Experiment {
	if p.state.Tape != nil && p.state.Stale() {
		return &p.state.TapeDoc
	}
	return &p.state.Doc
}

// view is the part of the plane that the maps show.
func (p *mapsPane) view() surfaces.Rect {
	return figure.Visible(p.doc().View, float64(p.w), float64(p.h))
}

func (p *mapsPane) resized(m *widgets.Map, w, h int) {
	if len(p.cells) == 0 || m != p.cells[0].m || w == p.w && h == p.h {
		return
	}
	p.w, p.h = w, h
	p.askGround()
	p.askBasins()
	p.draw()
}

func (p *mapsPane) askGround() {
	if p.state.Field == nil || p.w == 0 {
		return
	}
	view := p.view()
	x, y := p.units()
	p.ui.lab.See(lab.Shown{Window: view, UnitX: x, UnitY: y})
	j := figure.Ground{Probe: p.state.Field.Probe, View: view, W: p.w, H: p.h, Spacing: figure.Spacings[p.doc().Look.Levels]}
	if j == p.ground.last {
		return
	}
	alike := p.state.Field.Alike(p.fieldOf)
	if !alike {
		p.field = nil // never one surface's marks on another one's ground
	}
	coarse := p.field == nil || j.Probe != p.ground.last.Probe
	p.fieldOf = p.state.Field
	p.ground.ask(j, coarse, alike)
}

func (p *mapsPane) basinsDone() {
	p.askHover()
	p.setCaption()
	p.draw()
}

func (p *mapsPane) groundDone(f *plot.Field, final bool) {
	p.field = f
	p.draw()
	if final {
		p.ui.pictured()
	}
}

// draw gives every map its scene; maps whose scene is the same repaint nothing.
func (p *mapsPane) draw() {
	s := p.state
	moved := figure.WithHead(p.traces, s.Head)
	for i := range moved {
		moved[i].Faint = p.ui.patience.said || p.racer != "" && moved[i].Name != p.racer
	}
	scene := plot.Scene{
		View: p.view(), Field: p.field, Marks: figure.Marks(s.Field, p.hover, p.ui.selection.name()), Ticks: true,
		Handles: p.ui.sculptor.handles(), Region: p.ui.brush.shown(s),
		Cross: p.cross, Start: &plot.Point{X: p.doc().Start.X, Y: p.doc().Start.Y},
	}
	if p.ui.brush.on {
		scene.Cross = nil // the brush is there
	}
	still := append(p.ui.selection.drawn(s.Field, p.unit(), p.view()), p.ui.sculptor.outlines()...)
	shown := 0
	for _, c := range p.cells {
		scene.Cells, scene.Clouds = p.basinCells(c), p.ui.clouds(s, c.racer)
		scene.Curves = slices.Concat(still, p.ui.batch.curves(s, p.field, p.view(), c.racer), p.ui.brush.outline(p.cross))
		under := p.hoverTraces(c)
		if c.racer < 0 {
			scene.Traces = append(under, moved...)
			c.m.SetScene(scene)
			p.setSubject(c)
			continue
		}
		own := moved[shown]
		scene.Traces = append(under, own)
		shown++
		c.m.SetScene(scene)
		p.setHeading(c, own)
	}
}

func (p *mapsPane) setHeading(c *mapCell, t plot.Trace) {
	run := p.state.Tape.Runs[c.racer]
	c.badge.Set(t.Glyph, t.Color)
	setText(c.name, t.Name, p.ui.palette().Text)
	if p.sumUp(c) {
		return
	}
	loss := words.Short(run.Loss(min(p.state.Step(), run.Steps)))
	p.say(c, "f = "+loss, loss)
}

func (p *mapsPane) hovered(at plot.Point, inside bool) {
	p.cross, p.hover = nil, ""
	if inside {
		p.cross = &at
		if place := p.placeNear(at); place != nil {
			p.hover = place.Name
		}
	}
	p.askHover()
	p.draw()
	p.ui.pointer.show(p.cross, p.hover)
}

// pick selects the place of a mark.
func (p *mapsPane) pick(mark *plot.Mark) {
	name := ""
	if mark != nil {
		name = mark.Label
	}
	p.ui.selection.pick(name)
}

// unit is how long a unit of the window is on the map.
func (p *mapsPane) unit() float64 {
	x, _ := p.units()
	return x
}

// units are how long a unit of the window is on the map, along x and along y.
func (p *mapsPane) units() (x, y float64) {
	v, scale := p.view(), float64(p.ui.style().Scale)
	return scale * (v.X1 - v.X0) / float64(max(p.w, 1)), scale * (v.Y1 - v.Y0) / float64(max(p.h, 1))
}

// pointAt shows which place is meant elsewhere in the window; the empty name is for none.
func (p *mapsPane) pointAt(name string) {
	if p.hover != name {
		p.hover = name
		p.draw()
	}
}

// singleOut draws all racers but the named one faintly; the empty name is for all.
func (p *mapsPane) singleOut(racer string) {
	if p.racer != racer {
		p.racer = racer
		p.draw()
	}
}

// placeNear is the place within a few pixels of a point.
func (p *mapsPane) placeNear(at plot.Point) *lab.Place {
	if p.state.Field == nil || p.w == 0 {
		return nil
	}
	return lab.Nearest(p.state.Field.Places, at, 10*p.unit())
}

// hintText says what a click does.
func (p *mapsPane) hintText() string {
	if p.ui.selection.place != nil {
		return "Ctrl-click ✕: start on it · Esc: close"
	}
	return "click: new start, or explain ⊙ ✕ △ · drag ◎ · wheel: zoom"
}

// setCaption counts what the map marks.
func (p *mapsPane) setCaption() {
	muted := p.ui.palette().Muted
	setText(p.hint, p.hintText(), muted)
	if p.ui.patience.said {
		setText(p.legend, "working … the next edit cancels it", muted)
		return
	}
	if p.basins.told != "" {
		setText(p.legend, fmt.Sprintf("mapping the basins of %s … %s (Esc stops)", p.basins.pending, p.basins.told), muted)
		return
	}
	if p.basins.stopped {
		setText(p.legend, "mapping stopped; any change begins it anew", muted)
		return
	}
	if p.state.Field == nil || !p.state.Field.Known && len(p.state.Field.Places) == 0 {
		setText(p.legend, "looking for critical points …", muted)
		return
	}
	if p.state.Field.Crowd {
		setText(p.legend, "too many critical points in this window to mark; zoom in", muted)
		return
	}
	count := map[surfaces.Kind]int{}
	for _, place := range p.state.Field.Places {
		count[place.Kind]++
	}
	text := fmt.Sprintf("⊙ minimum (%d)   ✕ saddle (%d)   △ maximum (%d)", count[surfaces.Minimum], count[surfaces.Saddle], count[surfaces.Maximum])
	if n := count[surfaces.Degenerate]; n > 0 {
		text += fmt.Sprintf("   ◇ degenerate (%d)", n)
	}
	setText(p.legend, text, muted)
}
