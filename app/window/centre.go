package window

import (
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
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
	relief  figure.Relief
	painted figure.Painted
	clouds  figure.Clouds
	w, h    int // device pixels of a map
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
	p.grid = container.New(&layout.Grid{})
	p.legend = canvas.NewText("", color.Transparent)
	p.hint = canvas.NewText("", color.Transparent)
	p.hint.Alignment = fyne.TextAlignTrailing
	for _, t := range []*canvas.Text{p.legend, p.hint} {
		t.TextSize = figure.SmallText
	}
	p.caption = container.New(layout.Caption{}, p.legend, p.hint)
	p.box = container.NewBorder(nil, p.foot(), nil, nil, p.grid)
	return p
}

// newCell makes a map whose gestures edit the document.
func (p *mapsPane) newCell() *mapCell {
	m := widgets.NewMap(p.ui.style)
	m.Tool = p.tool()
	m.OnView = func(v plot.Rect, done bool) {
		p.ui.Edit(viewEdit, func(e *lab.Experiment) { e.View = v })
		if done {
			p.ui.SealLater(viewEdit)
		}
	}
	m.OnRestore = func() { p.ui.Edit("", func(e *lab.Experiment) { e.View = e.Home }) }
	m.OnNudge = func(dx, dy float64) {
		p.ui.Edit("nudge", func(e *lab.Experiment) {
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
	cell.summary = container.New(layout.Summary{}, cell.loss, cell.legend)
	cell.head = widgets.NewLine(cell.summary, cell.badge, cell.name, cell.whose, cell.against, cell.summary)
	cell.box = container.NewBorder(cell.head, nil, nil, nil, m)
	return cell
}

// viewEdit is the key of zooming and panning.
const viewEdit = "view"

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
		layout.SetShown(c.head, c.racer >= 0 || coloured)
		layout.SetShown(c.name, c.racer >= 0)
		layout.SetShown(c.whose, c.racer < 0)
		if c.racer >= 0 {
			layout.SetShown(c.against, false)
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
	}
	if c&(lab.DocChanged|lab.FieldChanged|lab.ViewChanged) != 0 {
		p.setCaption()
		p.takeTool()
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
		moved[i].Faint = s.View.Working || s.View.Racer >= 0 && moved[i].Name != p.racerName(s.View.Racer)
	}
	palette := p.ui.palette()
	scene := plot.Scene{
		View: p.view(), Field: p.field, Marks: figure.Marks(s.Field, s.View.Hover, s.View.SelectedName()), Ticks: true,
		Handles: p.relief.Handles(s), Region: p.painted.Region(s, palette),
		Cross: s.View.Cross, Start: &plot.Point{X: p.doc().Start.X, Y: p.doc().Start.Y},
	}
	if s.View.Tool == lab.ToolPaint {
		scene.Cross = nil // the brush is there
	}
	still := append(figure.Selection(s, palette), p.relief.Rims(s, palette)...)
	shown := 0
	for _, c := range p.cells {
		scene.Cells, scene.Clouds = p.basinCells(c), p.clouds.Of(s, palette, c.racer)
		scene.Curves = slices.Concat(still, p.ui.batch.curves(s, p.field, p.view(), c.racer), figure.BrushRim(s, palette))
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
	widgets.SetText(c.name, t.Name, p.ui.palette().Text)
	if p.sumUp(c) {
		return
	}
	loss := words.Short(run.Loss(min(p.state.Step(), run.Steps)))
	p.say(c, "f = "+loss, loss)
}

// racerName is the name of the racer with a slot.
func (p *mapsPane) racerName(slot int) string {
	if i := p.state.TapeDoc.RacerAt(slot); i >= 0 {
		return p.state.TapeDoc.Names()[i]
	}
	return ""
}

func (p *mapsPane) hovered(at plot.Point, inside bool) {
	hover, cross := "", (*plot.Point)(nil)
	if inside {
		cross = &at
		if place := p.placeNear(at); place != nil {
			hover = place.Name
		}
	}
	p.ui.lab.Look(func(v *lab.View) { v.Cross, v.Hover = cross, hover })
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

// placeNear is the place within a few pixels of a point.
func (p *mapsPane) placeNear(at plot.Point) *lab.Place {
	if p.state.Field == nil || p.w == 0 {
		return nil
	}
	return lab.Nearest(p.state.Field.Places, at, 10*p.unit())
}

// hintText says what a click does.
func (p *mapsPane) hintText() string {
	if p.state.View.Selected != nil {
		return "Ctrl-click ✕: start on it · Esc: close"
	}
	return "click: new start, or explain ⊙ ✕ △ · drag ◎ · wheel: zoom"
}

// setCaption counts what the map marks.
func (p *mapsPane) setCaption() {
	muted := p.ui.palette().Muted
	widgets.SetText(p.hint, p.hintText(), muted)
	if p.state.View.Working {
		widgets.SetText(p.legend, "working … the next edit cancels it", muted)
		return
	}
	if p.basins.told != "" {
		widgets.SetText(p.legend, fmt.Sprintf("mapping the basins of %s … %s (Esc stops)", p.basins.pending, p.basins.told), muted)
		return
	}
	if p.basins.stopped {
		widgets.SetText(p.legend, "mapping stopped; any change begins it anew", muted)
		return
	}
	if p.state.Field == nil || !p.state.Field.Known && len(p.state.Field.Places) == 0 {
		widgets.SetText(p.legend, "looking for critical points …", muted)
		return
	}
	if p.state.Field.Crowd {
		widgets.SetText(p.legend, "too many critical points in this window to mark; zoom in", muted)
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
	widgets.SetText(p.legend, text, muted)
}
