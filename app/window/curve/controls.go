package curve

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynelayout "fyne.io/fyne/v2/layout"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// controls are the left column: which curve, who descends on it and how fast, and the steps.
type controls struct {
	room   *Room
	box    *fyne.Container // of the column that scrolls, and of the steps, which are always seen
	scroll *container.Scroll
	column *fyne.Container
	space  *canvas.Rectangle // in the column, where the steps stand if there is room for all
	steps  fyne.CanvasObject

	shapes []model.Shape
	shelf  *graphic.Drawing
	bowls  []*model.Curve // of the shapes
	over   int            // the shape under the pointer; -1: none

	racers      *racers
	start, rate *widgets.Knob
	limit       *kit.Label
	chips       *graphic.Drawing
	chip        int // under the pointer; -1: none
	note        *kit.Label
	built       string         // what the knobs were made for
	doc         model.Document // that is shown
	shown       bool

	step, holds, reset *kit.Button
	quiz               *quiz
}

// labels of the knobs of this room.
const labelWidth = 58

func newControls(r *Room) *controls {
	c := &controls{room: r, shapes: model.Shapes(), over: -1, chip: -1}
	for _, s := range c.shapes {
		c.bowls = append(c.bowls, s.Curve())
	}
	rows := fyne.NewSize(180, float32(len(c.shapes)*curves.ShelfRow))
	c.shelf = graphic.NewPlainDrawing(rows, func(on plot.Canvas, scale float64) { c.list(scale).Draw(on) })
	c.shelf.OnPress = c.pick
	c.shelf.OnHover = func(at fyne.Position, inside bool) { c.point(&c.over, c.shelf, c.rowAt(at), inside) }
	c.shelf.Shape = func(fyne.Position) desktop.Cursor { return pointing(c.over >= 0) }
	c.chips = graphic.NewPlainDrawing(fyne.NewSize(180, curves.ChipsHeight), func(on plot.Canvas, scale float64) {
		c.trials(scale).Draw(on)
	})
	c.chips.OnPress = func(at fyne.Position) { c.try(c.chipAt(at)) }
	c.chips.OnHover = func(at fyne.Position, inside bool) { c.point(&c.chip, c.chips, c.chipAt(at), inside) }
	c.chips.Shape = func(fyne.Position) desktop.Cursor { return pointing(c.chip >= 0) }
	c.limit, c.note = small(), small()
	c.limit.Align = fyne.TextAlignTrailing
	c.note.Align = fyne.TextAlignCenter
	c.step = kit.NewButton(words.T("Step"), kit.IconStepForward, words.T("Make one step (Right)"), func() {
		r.hold.stop()
		r.hold.step()
	})
	c.step.SetPrimary(true)
	c.holds = kit.NewButton(words.T("Hold"), kit.IconPlay, words.T("Step after step, faster and faster (Space)"), c.toggle)
	c.reset = kit.NewButton(words.T("Reset"), kit.IconStart, words.T("Back to the start (R)"), c.back)
	c.racers = newRacers(r)
	c.quiz = newQuiz(r)
	c.column = container.New(fynelayout.NewCustomPaddedVBoxLayout(gap))
	c.scroll = container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), c.column))
	c.space = canvas.NewRectangle(color.Transparent)
	c.steps = panel(c.step, container.New(fynelayout.NewGridLayoutWithColumns(2), c.holds, c.reset))
	c.box = container.New(pinned{c}, c.scroll, c.steps)
	for _, d := range []*graphic.Drawing{c.shelf, c.chips, c.quiz.picture} {
		d.OnWheel = c.turn
	}
	return c
}

// small is a line of quiet words.
func small() *kit.Label {
	l := kit.NewLabel("")
	l.Small, l.Muted = true, true
	return l
}

// pointing is the cursor over what can be clicked.
func pointing(on bool) desktop.Cursor {
	if on {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// turn scrolls the column: the pictures in it have no use for the wheel.
func (c *controls) turn(at fyne.Position, dx, dy float32) {
	c.scroll.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(dx, dy)})
}

// point keeps what is under the pointer, and draws it.
func (c *controls) point(to *int, of *graphic.Drawing, at int, inside bool) {
	if !inside {
		at = -1
	}
	if *to != at {
		*to = at
		of.Redraw()
	}
}

// list is the shelf as it is now.
func (c *controls) list(scale float64) curves.Shelf {
	chosen := c.room.lab.State().Doc.Named
	return curves.Shelf{Shapes: c.shapes, Curves: c.bowls, Chosen: chosen, Hover: c.over, Look: c.room.look(scale)}
}

func (c *controls) rowAt(at fyne.Position) int {
	if i, is := c.list(1).RowAt(float64(at.Y)); is {
		return i
	}
	return -1
}

// pick puts the room on a shape.
func (c *controls) pick(at fyne.Position) { c.choose(c.rowAt(at)) }

// choose is pick by number.
func (c *controls) choose(i int) {
	if i >= 0 && i < len(c.shapes) {
		c.room.edit("", func(d *model.Document) { d.SetShape(c.shapes[i]) })
	}
}

// next chooses the shape so many rows below the present one.
func (c *controls) next(by int) {
	at := -1
	for i, s := range c.shapes {
		if s.Key == c.room.lab.State().Doc.Named {
			at = i
		}
	}
	n := len(c.shapes)
	c.choose(((at+by)%n + n) % n)
}

// trials are the chips as they are now.
func (c *controls) trials(scale float64) curves.Chips {
	return curves.Chips{State: c.room.lab.State(), Hover: c.chip, Look: c.room.look(scale)}
}

func (c *controls) chipAt(at fyne.Position) int {
	if i, is := c.trials(1).At(float64(at.X), float64(c.chips.Size().Width)); is {
		return i
	}
	return -1
}

// try takes the rate of a chip, from the start.
func (c *controls) try(i int) {
	if trials := c.room.lab.State().Trials; i >= 0 && i < len(trials) {
		c.room.edit("", func(d *model.Document) { d.SetEta(0, trials[i].Eta) })
	}
}

// toggle holds Step, or lets go of it.
func (c *controls) toggle() {
	if c.room.hold.on {
		c.room.hold.stop()
		return
	}
	c.room.hold.start()
}

// back goes to the start.
func (c *controls) back() {
	c.room.hold.stop()
	c.room.hold.rest()
	c.room.lab.Reset()
}

// held shows whether Step is held.
func (c *controls) held(on bool) {
	if on {
		c.holds.SetIcon(kit.IconPause, words.T("Let go (Space)"))
	} else {
		c.holds.SetIcon(kit.IconPlay, words.T("Step after step, faster and faster (Space)"))
	}
	c.holds.SetOn(on)
}

// update shows a state. A step changes nothing of it but whether there is a way back.
func (c *controls) update(s model.State) {
	kit.Enable(c.reset, s.Step > 0)
	if c.shown && c.doc.Equal(s.Doc) {
		return
	}
	c.doc, c.shown = s.Doc, true
	if key := c.makingOf(s); key != c.built && c.room.draft == nil { // a knob that is held stays
		c.built = key
		c.rebuild()
	}
	c.start.SetValue(s.Doc.Start)
	limit, is := s.Curve.LimitAt(s.Doc.Start)
	if !is || !s.Runs[0].Racer.Plain() {
		limit = math.NaN()
	}
	if eta, rated := s.Doc.Eta(0); rated {
		c.rate.SetValue(eta)
		c.rate.SetLimit(limit)
	}
	var ink color.Color // of a line: quiet, but for what must not be passed
	if !math.IsNaN(limit) {
		ink = c.room.desk.Palette().Error
	}
	c.limit.Set(c.limitText(s, limit), ink)
	c.racers.update(s)
	c.quiz.update(c.room.lab.State()) // which a ball that is held does not ask anew
	c.shelf.Redraw()
	c.chips.Redraw()
}

// limitText says above which rate it jumps out of the bowl.
func (c *controls) limitText(s model.State, limit float64) string {
	switch {
	case !math.IsNaN(limit):
		return words.T("limit 2/L″ = %s", words.ShortTo(limit, 3))
	case !s.Runs[0].Racer.Plain():
		return words.T("no fixed limit")
	}
	return words.T("no bowl ahead: no limit")
}

// makingOf tells apart what the knobs are made for.
func (c *controls) makingOf(s model.State) string {
	_, rated := s.Doc.Eta(0)
	return fmt.Sprint(s.Doc.Named, s.Curve.Formula, s.Top(), rated, c.racers.makingOf(s))
}

// rebuild makes the knobs for another curve or other racers, and lays the column out.
func (c *controls) rebuild() {
	s := c.room.lab.State()
	r := c.room
	c.start = c.knob(widgets.KnobSpec{
		Label: words.T("start w₀"), Help: words.T("Where all balls begin; or drag the ball"),
		Min: geom.Digits(s.Curve.Home.X0, 3), Max: geom.Digits(s.Curve.Home.X1, 3), Low: -model.Far, High: model.Far,
		Default: s.Doc.Start, Slim: true,
	}, "start", func(d *model.Document, v float64) { d.Start = v })
	c.rate = c.knob(widgets.KnobSpec{
		Label: "η", Help: words.T("The learning rate: a step is η times the slope"),
		Min: 0, Max: s.Top(), Low: 0, High: 1e12, OpenLow: true, Default: s.Curve.Rates(s.Doc.Start)[1],
		Color: r.desk.Palette().Racers[0], Slim: true,
	}, "eta", func(d *model.Document, v float64) { d.SetEta(0, v) })
	rate := []fyne.CanvasObject{kit.NewHeading(words.T("Learning rate η")), c.rate, c.limit, c.chips, c.note}
	if _, rated := s.Doc.Eta(0); !rated {
		rate = []fyne.CanvasObject{kit.NewHeading(words.T("Learning rate η")),
			kit.NewParagraph(2, words.T("%s has no learning rate: it finds its steps by itself.", s.Runs[0].Racer.Title()))}
	}
	c.note.Set(s.Curve.Counted(), nil)
	c.racers.build(s, c.start)
	shelf := []fyne.CanvasObject{kit.NewHeading(words.T("Curve")), c.shelf}
	if s.Curve.Noise() > 0 {
		shelf = append(shelf, kit.NewButton(words.T("Other batches"), kit.IconLoop,
			words.T("The same noise, drawn anew (N)"), r.reseed))
	}
	c.column.Objects = []fyne.CanvasObject{
		panel(shelf...),
		c.racers.box,
		panel(rate...),
		c.space,
		c.quiz.box,
	}
	c.column.Refresh()
	c.box.Refresh()
}

// panel is a card with things below one another.
func panel(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewPanel(container.New(fynelayout.NewCustomPaddedVBoxLayout(6), objects...), nil)
}

// knob is one that changes a number of the document: another rate goes as many steps, another start begins anew once it is let
// go.
func (c *controls) knob(spec widgets.KnobSpec, key string, set func(*model.Document, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.SetLabelWidth(labelWidth)
	k.Scroller = c.scroll
	k.OnChanged = func(v float64, done bool) {
		if key == "eta" {
			v = c.room.rounded(v)
		}
		change := func(d *model.Document) { set(d, v) }
		switch {
		case key != "start":
			c.room.amend(key, change)
			if done {
				c.room.lab.Seal()
			}
		case done:
			c.room.edit("", change)
		default:
			c.room.try(change)
		}
	}
	k.OnError = func(message string) { kit.ShowFault(k, message) }
	return k
}

// rounded is a rate in as many digits as the slider can show.
func (r *Room) rounded(eta float64) float64 { return geom.Digits(eta, 4) }
