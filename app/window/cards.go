package window

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// cardsPane is the left column's list of racers.
type cardsPane struct {
	ui    *ui
	list  *fyne.Container
	add   *widgets.Picker
	empty *widget.Label
	box   *fyne.Container
	cards []*card
	state lab.State
}

func newCardsPane(u *ui) *cardsPane {
	p := &cardsPane{ui: u}
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap))
	p.empty = widget.NewLabel("No racers. Add one to see it descend.")
	p.empty.Wrapping = fyne.TextWrapWord
	p.add = widgets.NewPicker(methodItems())
	p.add.Placeholder = "+ Add optimizer"
	p.add.OnPicked, p.add.OnAbout = p.addRacer, u.aboutMethod
	p.box = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap), p.list, p.empty, p.add)
	return p
}

func methodItems() []widgets.PickerItem {
	var items []widgets.PickerItem
	for _, m := range optim.Methods() {
		items = append(items, widgets.PickerItem{
			Key: m.Key, Title: m.Title, Detail: strconv.Itoa(m.Year), Note: m.Idea, Group: m.Family.String(),
		})
	}
	return items
}

func scheduleItems() []widgets.PickerItem {
	items := []widgets.PickerItem{{Key: "none", Title: "none", Note: "lr stays as it is"}}
	for _, s := range optim.Schedules() {
		items = append(items, widgets.PickerItem{Key: s.Key, Title: s.Title, Note: s.Idea})
	}
	return items
}

func (p *cardsPane) addRacer(method string) {
	p.add.SetSelected("") // the button goes on offering; it stands for no racer
	p.ui.Edit("", func(e *lab.Experiment) {
		e.Racers = append(e.Racers, lab.Racer{Spec: optim.Spec{Method: method}, Slot: e.FreeSlot()})
	})
	p.ui.scroll.ScrollToBottom() // where the new card is
}

// update makes cards anew only where a racer's knobs are others than before; else values are set in place, so that
// a slider being dragged is never taken from under the pointer.
func (p *cardsPane) update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.DocChanged|lab.FieldChanged|lab.ViewChanged) == 0 {
		return
	}
	layout.SetShown(p.empty, len(s.Doc.Racers) == 0)
	old := map[string]*card{}
	for _, c := range p.cards {
		old[c.shape] = c
	}
	cards := make([]*card, len(s.Doc.Racers))
	objects := make([]fyne.CanvasObject, len(cards))
	for i, r := range s.Doc.Racers {
		shape := p.shape(r)
		if cards[i] = old[shape]; cards[i] == nil {
			cards[i] = p.newCard(r, shape)
		}
		objects[i] = cards[i].box
		cards[i].update(i, r, s)
	}
	p.cards = cards
	if !slices.Equal(objects, p.list.Objects) {
		p.list.Objects = objects
		p.list.Refresh()
		p.ui.relayout()
	}
}

// shape tells cards apart that are built differently.
func (p *cardsPane) shape(r lab.Racer) string {
	names := []string{r.Spec.Method, r.Spec.Schedule, p.ui.themeName(), fmt.Sprint(r.Slot, p.state.View.Cards.Has(r.Slot))}
	for _, k := range shownKnobs(r.Spec, p.state.View.Cards.Has(r.Slot)) {
		names = append(names, k.Name)
	}
	return strings.Join(names, " ")
}

func (p *cardsPane) toggleAll(slot int) {
	p.ui.lab.Look(func(v *lab.View) { v.Cards = v.Cards.Toggled(slot) })
}

// shownKnobs are the knobs of a racer that its card shows: all, or those that matter most, those of its schedule and
// those that are set.
func shownKnobs(spec optim.Spec, all bool) []optim.Knob {
	knobs := spec.Knobs()
	if all {
		return knobs
	}
	schedule := scheduleKnobs(spec)
	return slices.DeleteFunc(slices.Clone(knobs), func(k optim.Knob) bool {
		_, set := spec.Set[k.Name]
		return !set && !k.Main && !slices.Contains(schedule, k.Name)
	})
}

// A card shows one racer.
type card struct {
	pane   *cardsPane
	shape  string
	index  int // of the racer in the document
	slot   int
	method *widgets.Picker
	eye    *widgets.IconButton
	sched  *widgets.Picker // nil if there is no lr to change
	curve  *widgets.Curve
	more   *widgets.Button
	rows   []knobRow
	fault  *widget.Label
	box    fyne.CanvasObject
}

func (p *cardsPane) newCard(r lab.Racer, shape string) *card {
	c := &card{pane: p, shape: shape, slot: r.Slot}
	color := p.ui.palette().Racer(r.Slot)
	c.method = widgets.NewPicker(methodItems())
	c.method.Plain = true
	c.method.OnPicked, c.method.OnAbout = c.setMethod, p.ui.aboutMethod
	c.eye = widgets.NewIconButton(widgets.IconEye, "Hide on the maps and charts", c.toggleHidden)
	about := widgets.NewIconButton(widgets.IconInfo, "How it works: mathematics, knobs, memory, Python (i)", func() { p.ui.aboutRacer(c.slot) })
	menu := widgets.NewIconButton(widgets.IconMore, "Duplicate, remove, move", nil)
	menu.OnTapped = func() { c.showMenu(menu) }
	badge := widgets.NewBadge(plot.RacerGlyph(r.Slot), color)
	space := fynelayout.NewSpacer()
	head := widgets.NewLine(space, badge, c.method, space, about, c.eye, menu)
	rows := container.NewVBox(head)
	c.fault = widgets.NewFault()
	c.addKnobs(rows, r, color)
	rows.Add(c.fault)
	c.box = widgets.NewPanel(rows, color)
	return c
}

// addKnobs adds the controls of the knobs: the method's, the schedule and its own, and the stages'.
func (c *card) addKnobs(rows *fyne.Container, r lab.Racer, color color.Color) {
	all := c.pane.state.View.Cards.Has(r.Slot)
	scheduled, staged := false, !all
	for _, k := range shownKnobs(r.Spec, all) {
		if !scheduled && !ownKnob(r.Spec, k.Name) {
			scheduled = true
			rows.Add(c.scheduleRow(r))
		}
		if !staged && stageKnob(r.Spec, k.Name) {
			staged = true
			rows.Add(c.stagesHeading())
		}
		row := c.newKnobRow(k, color)
		c.rows = append(c.rows, row)
		rows.Add(row.object())
	}
	if !scheduled {
		rows.Add(c.scheduleRow(r))
	}
}

// stagesHeading stands above the knobs of the stages that go with every method.
func (c *card) stagesHeading() fyne.CanvasObject {
	text := canvas.NewText("stages", c.pane.ui.palette().Muted)
	text.TextSize, text.TextStyle.Bold = figure.SmallText, true
	return container.New(fynelayout.NewCustomPaddedLayout(6, 0, 0, 0), text)
}

// ownKnob tells whether a knob is the method's own. The schedule comes after those and before the stages', whether one is
// chosen or not, so that choosing one moves nothing above it.
func ownKnob(spec optim.Spec, name string) bool {
	m, err := optim.LookupMethod(spec.Method)
	return err == nil && slices.ContainsFunc(m.Knobs, func(k optim.Knob) bool { return k.Name == name })
}

// stageKnob tells whether a knob belongs to a stage that goes with every method, and is not the method's own.
func stageKnob(spec optim.Spec, name string) bool { return optim.IsStage(name) && !ownKnob(spec, name) }

// scheduleKnobs are the names of the knobs of the racer's schedule.
func scheduleKnobs(spec optim.Spec) []string {
	s, err := optim.LookupSchedule(spec.Schedule)
	if err != nil {
		return nil
	}
	var names []string
	for _, k := range s.Knobs {
		names = append(names, k.Name)
	}
	return names
}

// scheduleRow chooses the schedule, if there is a rate to change, and shows all knobs or the main ones.
func (c *card) scheduleRow(r lab.Racer) fyne.CanvasObject {
	all := c.pane.state.View.Cards.Has(r.Slot)
	icon, hint := widgets.IconDown, "Show every knob"
	if all {
		icon, hint = widgets.IconUp, "Show the main knobs only"
	}
	c.more = widgets.NewIconButton(icon, hint, func() { c.pane.toggleAll(c.slot) })
	space := fynelayout.NewSpacer()
	if m, err := optim.LookupMethod(r.Spec.Method); err == nil && !m.Rated() {
		return widgets.NewLine(space, space, c.more)
	}
	c.sched, c.curve = widgets.NewPicker(scheduleItems()), widgets.NewCurve()
	c.sched.OnPicked = c.setSchedule
	chooser := widgets.NewRow("schedule", "How lr changes over the race", widgets.NewLine(space, c.sched, space, c.more))
	if r.Spec.Schedule == "" {
		return chooser
	}
	return container.NewVBox(chooser, widgets.NewRow("", "", c.curve))
}

func (c *card) update(i int, r lab.Racer, s lab.State) {
	c.index = i
	c.method.SetSelected(r.Spec.Method)
	if r.Hidden {
		c.eye.SetIcon(widgets.IconEyeOff, "Show on the maps and charts")
	} else {
		c.eye.SetIcon(widgets.IconEye, "Hide on the maps and charts")
	}
	if c.sched != nil {
		c.sched.SetSelected(cmp.Or(r.Spec.Schedule, "none"))
		c.curve.SetCurve(r.Spec.Rates(s.Doc.Steps), c.pane.ui.palette().Racer(r.Slot))
	}
	for _, row := range c.rows {
		row.set(r.Spec, s.Doc.Steps)
	}
	c.setLimit(r.Spec, s)
}

// setLimit tints the rates beyond which plain descent cannot settle in the minimum that this racer ends in.
func (c *card) setLimit(spec optim.Spec, s lab.State) {
	for _, row := range c.rows {
		if k, ok := row.(*sliderRow); ok && k.name == "lr" {
			k.knob.SetLimit(figure.StabilityLimit(spec, s, c.index))
		}
	}
}

// edit changes the racer of this card.
func (c *card) edit(key string, f func(*lab.Racer)) error {
	i := c.index
	return c.pane.ui.Edit(key, func(e *lab.Experiment) {
		if i < len(e.Racers) {
			f(&e.Racers[i])
		}
	})
}

// setMethod keeps the settings that the new method understands as well, but not the rate, whose sensible size differs.
func (c *card) setMethod(key string) {
	c.edit("", func(r *lab.Racer) {
		if r.Spec.Method != key {
			r.Spec = r.Spec.Without("lr").WithMethod(key)
		}
	})
}

func (c *card) setSchedule(key string) {
	if key == "none" {
		key = ""
	}
	c.edit("", func(r *lab.Racer) { r.Spec = r.Spec.WithSchedule(key) })
}

func (c *card) toggleHidden() { c.edit("", func(r *lab.Racer) { r.Hidden = !r.Hidden }) }

func (c *card) showMenu(anchor fyne.CanvasObject) {
	i := c.index
	n := len(c.pane.state.Doc.Racers)
	edit := func(f func(e *lab.Experiment)) func() { return func() { c.pane.ui.Edit("", f) } }
	swap := func(j int) func() {
		return edit(func(e *lab.Experiment) { e.Racers[i], e.Racers[j] = e.Racers[j], e.Racers[i] })
	}
	up, down := fyne.NewMenuItem("Move up", swap(i-1)), fyne.NewMenuItem("Move down", swap(i+1))
	up.Disabled, down.Disabled = i == 0, i == n-1
	about := fyne.NewMenuItem("About "+c.pane.state.Doc.Names()[i]+" …", func() { c.pane.ui.aboutRacer(c.slot) })
	duplicate := fyne.NewMenuItem("Duplicate", edit(func(e *lab.Experiment) {
		twin := lab.Racer{Spec: e.Racers[i].Spec.Clone(), Slot: e.FreeSlot()}
		e.Racers = slices.Insert(e.Racers, i+1, twin)
	}))
	defaults := fyne.NewMenuItem("Back to defaults", edit(func(e *lab.Experiment) {
		e.Racers[i].Spec = optim.Spec{Method: e.Racers[i].Spec.Method}
	}))
	remove := fyne.NewMenuItem("Remove", edit(func(e *lab.Experiment) { e.Racers = slices.Delete(e.Racers, i, i+1) }))
	c.pane.ui.Menu(anchor, fyne.NewMenu("", about, fyne.NewMenuItemSeparator(), duplicate, defaults, up, down, fyne.NewMenuItemSeparator(), remove))
}
