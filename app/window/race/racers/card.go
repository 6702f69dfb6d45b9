package racers

import (
	"cmp"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// A card shows one racer.
type card struct {
	pane   *Pane
	shape  string
	index  int // of the racer in the document
	slot   int
	method *picker.Picker
	eye    *kit.IconButton
	sched  *picker.Picker // nil if there is no lr to change
	curve  *graphic.Curve
	more   *kit.Button
	rows   []knobRow
	fault  *widget.Label
	lost   *lost
	box    fyne.CanvasObject
}

// shape tells cards apart that are built differently; all: every knob is shown.
func (p *Pane) shape(r setup.Racer, all bool) string {
	names := []string{r.Spec.Method, r.Spec.Schedule, fmt.Sprint(p.desk.Palette().Dark, r.Slot, all)}
	for _, k := range figure.ShownKnobs(r.Spec, all) {
		names = append(names, k.Name)
	}
	return strings.Join(names, " ")
}

// newCard is the card of a racer, in that shape.
func newCard(p *Pane, r setup.Racer, all bool, shape string) *card {
	c := &card{pane: p, shape: shape, slot: r.Slot, fault: kit.NewFault()}
	color := p.desk.Palette().Racer(r.Slot)
	rows := container.NewVBox(c.head(color))
	c.addKnobs(rows, r, all, color)
	rows.Add(c.fault)
	c.lost = newLost(c)
	rows.Add(c.lost.box)
	c.box = kit.NewPanel(rows, color)
	return c
}

// head names the racer's method, and has what can be done with the racer.
func (c *card) head(color color.Color) fyne.CanvasObject {
	c.method = picker.New(methodItems())
	c.method.Plain = true
	c.method.OnPicked, c.method.OnAbout = c.setMethod, c.pane.aboutMethod
	c.eye = kit.NewIconButton(kit.IconEye, words.T("Hide on the maps and charts"), c.toggleHidden)
	about := kit.NewIconButton(kit.IconInfo, words.T("How it works: mathematics, knobs, memory, Python (i)"),
		func() { c.pane.aboutRacer(c.slot) })
	menu := kit.NewIconButton(kit.IconMore, words.T("Duplicate, remove, move"), nil)
	menu.OnTapped = func() { c.showMenu(menu) }
	badge := graphic.NewBadge(plot.RacerGlyph(c.slot), color)
	space := fynelayout.NewSpacer()
	return widgets.NewLine(space, badge, c.method, space, about, c.eye, menu)
}

// addKnobs adds the controls of the knobs: the method's, the schedule and its own, and the stages'. The schedule comes after
// the method's own ones and before the stages', whether one is chosen or not, so that choosing one moves nothing above it.
func (c *card) addKnobs(rows *fyne.Container, r setup.Racer, all bool, color color.Color) {
	scheduled, staged := false, !all
	for _, k := range figure.ShownKnobs(r.Spec, all) {
		if !scheduled && !figure.OwnKnob(r.Spec, k.Name) {
			scheduled = true
			rows.Add(c.scheduleRow(r, all))
		}
		if !staged && figure.StageKnob(r.Spec, k.Name) {
			staged = true
			rows.Add(c.stagesHeading())
		}
		row := c.newKnobRow(k, color)
		c.rows = append(c.rows, row)
		rows.Add(row.object())
	}
	if !scheduled {
		rows.Add(c.scheduleRow(r, all))
	}
}

// stagesHeading stands above the knobs of the stages that go with every method.
func (c *card) stagesHeading() fyne.CanvasObject {
	text := canvas.NewText(words.T("stages"), c.pane.desk.Palette().Muted)
	text.TextSize, text.TextStyle.Bold = figure.SmallText, true
	return container.New(fynelayout.NewCustomPaddedLayout(6, 0, 0, 0), text)
}

// scheduleRow chooses the schedule, if there is a rate to change, and shows all knobs or the main ones.
func (c *card) scheduleRow(r setup.Racer, all bool) fyne.CanvasObject {
	icon, hint := kit.IconDown, words.T("Show every knob")
	if all {
		icon, hint = kit.IconUp, words.T("Show the main knobs only")
	}
	c.more = kit.NewIconButton(icon, hint, c.toggleAll)
	space := fynelayout.NewSpacer()
	if m, err := optim.LookupMethod(r.Spec.Method); err == nil && !m.Rated() {
		return widgets.NewLine(space, space, c.more)
	}
	c.sched, c.curve = picker.New(scheduleItems()), graphic.NewCurve()
	c.sched.OnPicked = c.setSchedule
	chooser := widgets.NewRow(words.T("schedule"), words.T("How lr changes over the race"),
		widgets.NewLine(space, c.sched, space, c.more))
	if r.Spec.Schedule == "" {
		return chooser
	}
	return container.NewVBox(chooser, widgets.NewRow("", "", c.curve))
}

// noSchedule is the key of the choice of none.
const noSchedule = "none"

func scheduleItems() []picker.Item {
	items := []picker.Item{{Key: noSchedule, Title: words.T("none"), Note: words.T("lr stays as it is")}}
	for _, s := range optim.Schedules() {
		items = append(items, picker.Item{Key: s.Key, Title: words.T(s.Title), Note: words.T(s.Idea)})
	}
	return items
}

// update shows the i-th racer of a state's document.
func (c *card) update(i int, r setup.Racer, s lab.State) {
	c.index = i
	c.method.SetSelected(r.Spec.Method)
	if r.Hidden {
		c.eye.SetIcon(kit.IconEyeOff, words.T("Show on the maps and charts"))
	} else {
		c.eye.SetIcon(kit.IconEye, words.T("Hide on the maps and charts"))
	}
	if c.sched != nil {
		c.sched.SetSelected(cmp.Or(r.Spec.Schedule, noSchedule))
		c.curve.SetCurve(r.Spec.Rates(s.Doc.Steps), c.pane.desk.Palette().Racer(r.Slot))
	}
	for _, row := range c.rows {
		row.set(r.Spec, s.Doc.Steps)
	}
	c.setLimit(r.Spec, s)
	c.lost.update(s)
}

// setLimit tints the rates beyond which plain descent cannot settle in the minimum that this racer ends in.
func (c *card) setLimit(spec optim.Spec, s lab.State) {
	for _, row := range c.rows {
		if k, ok := row.(*sliderRow); ok && k.name == "lr" {
			k.knob.SetLimit(figure.StabilityLimit(spec, s, c.index))
		}
	}
}
