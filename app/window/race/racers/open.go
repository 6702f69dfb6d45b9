package racers

import (
	"cmp"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/fold"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// Lengths of an open card, in units.
const (
	cardLeft  = 9 // from the coloured bar to the labels
	cardRight = 9
	pastTrack = 54 // from the end of a track to the right edge
	rowPad    = 3  // above and below a row
)

// unfold makes it an open card: a headline, the main knobs, and behind a fold the others, of which those that are set are shown
// always.
func (c *card) unfold(r setup.Racer, f form, color color.Color) {
	rows := &fyne.Container{Layout: fynelayout.NewCustomPaddedVBoxLayout(0)}
	rows.Add(c.head(color))
	hint := words.T("The largest rate at which it comes through the race, and ends no higher than it began")
	c.open.notice = fold.NewNotice(hint)
	c.open.notice.OnTapped = c.takeStable
	knobs := figure.MainKnobs(r.Spec)
	for i, k := range knobs {
		if row := c.addKnob(k, color); i == 0 {
			c.open.rate = container.New(fynelayout.NewCustomPaddedVBoxLayout(0), row, c.noticed())
			rows.Add(c.open.rate)
		} else {
			rows.Add(row)
		}
	}
	if len(knobs) == 0 {
		rows.Add(c.noticed())
	}
	for _, g := range figure.MoreKnobs(r.Spec, f == whole) {
		rows.Add(beside(kit.NewGroup(g.Title), 5, 1))
		if g.Key == figure.GroupSchedule {
			c.addSchedule(rows, r)
		}
		for _, k := range g.Knobs {
			rows.Add(c.addKnob(k, color))
		}
	}
	rows.Add(container.New(fynelayout.NewCustomPaddedLayout(2*rowPad, 0, 0, 0), c.fold()))
	c.panel = kit.NewFilled(rows, color)
}

// beside is an object with the margins of a card at its sides, and some room above and below.
func beside(o fyne.CanvasObject, above, below float32) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(above, below, cardLeft, cardRight), o)
}

// noticed is the place of the notice: under the tracks.
func (c *card) noticed() fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(0, 0, cardLeft, pastTrack), c.open.notice)
}

// head names the racer's method, and has what can be done with the racer.
func (c *card) head(color color.Color) fyne.CanvasObject {
	o := &c.open
	o.head = fold.NewHeadline(plot.RacerGlyph(c.slot), color)
	o.head.OnClose, o.head.OnGlyph = c.toggleOpen, c.toggleHidden
	o.method = picker.New(methodItems())
	o.method.Plain = true
	o.method.OnPicked, o.method.OnAbout = c.setMethod, c.pane.aboutMethod
	o.eye = kit.NewIconButton(kit.IconEye, words.T("Hide on the maps and charts"), c.toggleHidden)
	about := kit.NewIconButton(kit.IconInfo, words.T("How it works: mathematics, knobs, memory, Python (i)"),
		func() { c.pane.aboutRacer(c.slot) })
	o.menu = kit.NewIconButton(kit.IconMore, words.T("Duplicate, remove, move, copy as Python"), nil)
	o.menu.OnTapped = func() { c.showMenu(o.menu) }
	o.head.OnContext = c.showMenuAt
	o.head.OnMenu, o.head.OnHover = o.menu.OnTapped, c.lookAt
	space := fynelayout.NewSpacer()
	line := widgets.NewLine(space, o.method, space, about, o.eye, o.menu)
	return container.NewStack(o.head, container.New(
		fynelayout.NewCustomPaddedLayout(7, 7, fold.HeadlineInset, cardRight-5), line))
}

// addKnob makes the control of a knob.
func (c *card) addKnob(k optim.Knob, color color.Color) fyne.CanvasObject {
	row := c.newKnobRow(k, color)
	c.rows = append(c.rows, row)
	below := float32(rowPad)
	if _, ok := row.(*sliderRow); ok {
		below = 0 // its ribbon has that room
	}
	return beside(row.object(), rowPad, below)
}

// addSchedule adds the choice of a schedule, and its picture.
func (c *card) addSchedule(rows *fyne.Container, r setup.Racer) {
	o := &c.open
	o.sched, o.curve = picker.New(scheduleItems()), graphic.NewCurve()
	o.sched.OnPicked = c.setSchedule
	o.sched.Small = true
	chooser := widgets.NewRow(words.T("shape"), words.T("How lr changes over the race"),
		widgets.NewLine(nil, o.sched))
	chooser.SetLabelWidth(labelWidth)
	rows.Add(beside(chooser, rowPad, rowPad))
	if r.Spec.Schedule != "" {
		picture := widgets.NewRow("", "", o.curve)
		picture.SetLabelWidth(labelWidth)
		rows.Add(beside(picture, rowPad, rowPad))
	}
}

// fold is the line that shows every knob, or the main ones and what is on.
func (c *card) fold() fyne.CanvasObject {
	c.open.more = fold.NewMore("")
	c.open.more.OnTapped = c.toggleAll
	return c.open.more
}

// updateOpen shows a racer with its name on an open card, but for its knobs.
func (c *card) updateOpen(name string, r setup.Racer, s lab.State) {
	o := &c.open
	o.method.SetSelected(r.Spec.Method)
	o.method.SetCaption(name)
	o.head.SetHidden(r.Hidden)
	if r.Hidden {
		o.eye.SetIcon(kit.IconEyeOff, words.T("Show on the maps and charts"))
	} else {
		o.eye.SetIcon(kit.IconEye, words.T("Hide on the maps and charts"))
	}
	if o.sched != nil {
		o.sched.SetSelected(cmp.Or(r.Spec.Schedule, noSchedule))
		o.curve.SetCurve(figure.ScheduledRates(r, s), c.pane.desk.Palette().Racer(r.Slot))
	}
	on := figure.OnBesides(r.Spec)
	switch {
	case s.View.More:
		o.more.Set(words.T("Main knobs and what is on"), "", true)
	case len(on) > 0:
		o.more.Set(words.T("More, on:"), strings.Join(on, ", "), false)
	default:
		o.more.Set(words.T("More:"), c.others(r.Spec), false, words.T("all other knobs"))
	}
}

// others names the kinds of knobs behind the fold.
func (c *card) others(spec optim.Spec) string {
	if m, err := optim.LookupMethod(spec.Method); err == nil && !m.Rated() {
		return words.T("clipping, noise, averaging")
	}
	return words.T("schedule, clipping, noise, averaging")
}

// noSchedule is the key of the choice of none.
const noSchedule = "none"

func scheduleItems() []picker.Item {
	items := []picker.Item{{Key: noSchedule, Title: words.T("no schedule"), Note: words.T("lr stays as it is")}}
	for _, s := range optim.Schedules() {
		items = append(items, picker.Item{Key: s.Key, Title: words.T(s.Title), Note: words.T(s.Idea)})
	}
	return items
}
