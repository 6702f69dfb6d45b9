package lessons

import (
	"context"
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

const (
	graphHigh    = 150
	graphFoot    = 14
	graphSamples = 61
)

// A graph is a quantity against a setting, computed in the background; a disc stands at the setting's present value, and to drag
// on the graph sets it.
type graph struct {
	room    *Room
	at      int
	of      *lesson.Block
	work    *job.Job[[]lesson.Sample]
	drawing *graphic.Drawing
	box     *fyne.Container
	dragged bool
}

func (r *Room) newGraph(at int, b *lesson.Block) *graph {
	g := &graph{room: r, at: at, of: b}
	g.drawing = graphic.NewPlainDrawing(fyne.NewSize(120, graphHigh), g.draw)
	g.work = job.New[[]lesson.Sample](r.desk.Post, func() {
		g.drawing.Redraw()
	})
	r.graphs = append(r.graphs, g)
	r.keep(desk.Quiet(g.work))
	g.drawing.OnPress, g.drawing.OnDrag = g.to, g.to
	g.drawing.OnRelease = func() {
		if g.dragged {
			g.dragged = false
			r.living.desk.lab.Seal()
		}
	}
	g.drawing.Within(r.page.scroll)
	g.drawing.Shape = func(fyne.Position) desktop.Cursor { return desktop.HResizeCursor }
	g.box = &fyne.Container{Layout: graphLayout{}, Objects: []fyne.CanvasObject{g.drawing}}
	return g
}

func (g *graph) object() fyne.CanvasObject { return g.box }
func (g *graph) height(float32) float32    { return graphHigh + graphFoot }
func (g *graph) block() int                { return g.at }

// update asks for the curve of the experiment as it is but for the setting, and shows the present value.
func (g *graph) update() {
	c, doc := g.of.Chart, g.room.docOf(g.of.Scene)
	base := doc.Clone()
	if err := c.Field.Set(&base, c.From); err != nil {
		return
	}
	bench := g.room.values.bench
	key := setup.KeyOf(setup.OfRace, &base)
	g.work.Queue(key.String(), func(ctx context.Context, r *job.Report[[]lesson.Sample]) error {
		for _, n := range []int{graphSamples/4 + 1, graphSamples} {
			list, err := c.Values(ctx, bench, base, n)
			if err != nil {
				return err
			}
			r.Publish(list)
		}
		return nil
	})
	g.drawing.Redraw()
}

// to sets the setting to what stands at a place of the graph.
func (g *graph) to(at fyne.Position) {
	view, _ := g.view()
	c := g.of.Chart
	x := view.X0 + float64(at.X/max(g.drawing.Size().Width, 1))*(view.X1-view.X0)
	step := (c.To - c.From) / 200
	x, _ = strconv.ParseFloat(strconv.FormatFloat(math.Round(x/step)*step, 'g', 4, 64), 64)
	g.dragged = true
	g.room.setField(g.of.Scene, c.Field, math.Min(math.Max(x, c.From), c.To))
}

// samples are the points of the curve that can be drawn; log tells whether heights are counted by their logarithms.
func (g *graph) samples() (list []plot.Point, log bool) {
	got, _ := g.work.Result()
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range got {
		if v := s.Value.Num; !math.IsInf(v, 0) && !math.IsNaN(v) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	log = lo > 0 && hi > 8*lo
	for _, s := range got {
		v := s.Value.Num
		if math.IsInf(v, 0) {
			v = math.NaN()
		}
		if log {
			v = math.Log10(v)
		}
		list = append(list, plot.Point{X: s.At, Y: v})
	}
	return list, log
}

// view is the window of the curve, and whether there is any.
func (g *graph) view() (plot.Rect, bool) {
	c := g.of.Chart
	pad := 0.09 * (c.To - c.From)
	v := plot.Rect{X0: c.From - pad, X1: c.To + pad/2, Y0: math.Inf(1), Y1: math.Inf(-1)}
	list, _ := g.samples()
	for _, p := range list {
		if !math.IsNaN(p.Y) {
			v.Y0, v.Y1 = math.Min(v.Y0, p.Y), math.Max(v.Y1, p.Y)
		}
	}
	if !(v.Y0 <= v.Y1) {
		v.Y0, v.Y1 = 0, 1
		return v, false
	}
	room := math.Max(v.Y1-v.Y0, 1e-9*(1+math.Abs(v.Y0)))
	v.Y0, v.Y1 = v.Y0-0.28*room, v.Y1+0.16*room
	return v, true
}

// draw draws the curve, and the disc on it.
func (g *graph) draw(on plot.Canvas, scale float64) {
	style := g.room.desk.Style()
	onPanel := *style.Palette
	onPanel.Ground = onPanel.Panel
	style.Palette, style.Scale = &onPanel, scale
	list, log := g.samples()
	view, any := g.view()
	doc := g.room.docOf(g.of.Scene)
	scene := plot.Scene{View: view, Ticks: true, LogY: log, Across: labelOf(&doc, g.of.Chart.Field)}
	ink := g.ink(style.Palette)
	if !any {
		scene.Draw(on, style)
		return
	}
	scene.Curves = []plot.Curve{{Pts: list, Color: ink, Width: 2}}
	v, err := g.of.Chart.Field.Get(&doc)
	at := plot.Point{X: v, Y: heightAt(list, v)}
	if err != nil || math.IsNaN(at.Y) {
		scene.Draw(on, style)
		return
	}
	scene.Traces = []plot.Trace{{Pts: []plot.Point{at}, Color: ink}}
	scene.Draw(on, style)
	g.label(on, style, scene, at, log)
}

// label writes beside the disc what it stands at: between two samples that is about the value.
func (g *graph) label(on plot.Canvas, style plot.Style, scene plot.Scene, at plot.Point, log bool) {
	value := at.Y
	if log {
		value = math.Pow(10, value)
	}
	if g.of.Chart.Asked.Counts() {
		value = math.Round(value)
	}
	w, h := on.Size()
	x, y := scene.ToPixel(at, int(w), int(h))
	text := plot.Text{Text: words.T("%s: %s", words.Digits(at.X, 4), measure.Value{Num: value}.String()), Font: style.Font,
		Size: style.TextSize * style.Scale, Ink: style.Palette.Text, Halo: style.Palette.Panel, Reach: 2 * style.Scale, Bold: true}
	side := 10 * style.Scale
	if x > w/2 {
		text.Align, side = plot.AlignRight, -side
	}
	lower := 18 * style.Scale
	if y+lower > h-24*style.Scale {
		lower = -10 * style.Scale
	}
	on.Text(text, plot.Vec{X: x + side, Y: y + lower})
}

// ink is the colour of the racer that the setting is of, or the accent.
func (g *graph) ink(p *plot.Palette) color.RGBA {
	if i, is := g.room.racerOf(g.of.Scene, g.of.Chart.Field); is {
		return p.Racer(i)
	}
	return p.Accent
}

// heightAt is the line's height at x, between its points; NaN beyond them.
func heightAt(line []plot.Point, x float64) float64 {
	for k := 1; k < len(line); k++ {
		if a, b := line[k-1], line[k]; x >= a.X && x <= b.X {
			return a.Y + (x-a.X)/(b.X-a.X)*(b.Y-a.Y)
		}
	}
	return math.NaN()
}

// graphLayout leaves room below the drawing.
type graphLayout struct{}

// Layout places it.
func (graphLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, max(size.Height-graphFoot, 1)))
}

// MinSize is that of the drawing.
func (graphLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, graphHigh+graphFoot)
}
