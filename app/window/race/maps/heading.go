package maps

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/legend"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// A heading says above a map whose it is, and what its colours are.
type heading struct {
	desk    desk.Desk
	title   *graphic.MapTitle // of the map's own racer
	badge   *graphic.Badge
	whose   *picker.Picker  // of a map for all: the racer whose basins it shows
	against *picker.Picker  // and that of a difference compares it with
	choices []picker.Item   // of both
	loss    *canvas.Text    // or what a difference comes to
	legend  *legend.Legend  // of basins
	summary *fyne.Container // loss and legend, in the room that the others leave
	box     *fyne.Container
}

func newHeading(d desk.Desk) *heading {
	h := &heading{
		desk: d, title: graphic.NewMapTitle(d.Style), badge: graphic.NewBadge(plot.Glyph(0), color.Transparent),
		whose: picker.New(nil), against: picker.New(nil), loss: canvas.NewText("", color.Transparent),
		legend: legend.New(1),
	}
	h.loss.Alignment = fyne.TextAlignTrailing
	h.legend.Trailing = true
	h.whose.Plain, h.against.Plain = true, true
	h.against.Prefix = words.T("against ")
	h.whose.OnPicked, h.against.OnPicked = desk.PickRacer(d), h.pickAgainst
	h.summary = container.New(layout.Summary{}, h.loss, h.legend)
	h.box = widgets.NewLine(h.summary, h.title, h.badge, h.whose, h.against, h.summary)
	return h
}

// pickAgainst chooses the racer with which a map for all compares the one that it shows.
func (h *heading) pickAgainst(key string) {
	slot, err := strconv.Atoi(key)
	if err != nil {
		return // the list is of slots
	}
	h.desk.Edit("", func(e *setup.Experiment) { e.Look.Against = slot })
}

// arrange shows what the heading of a map for all has, or that of a racer's own. A map for all has one only if its ground is
// coloured. It tells whether the heading has come or gone.
func (h *heading) arrange(all, coloured bool) (changed bool) {
	was := h.box.Visible()
	layout.SetShown(h.box, !all || coloured)
	layout.SetShown(h.title, !all)
	layout.SetShown(h.badge, all)
	layout.SetShown(h.whose, all)
	if !all {
		layout.SetShown(h.against, false)
	}
	return h.box.Visible() != was
}

// offer lets the pickers choose among racers.
func (h *heading) offer(items []picker.Item) {
	same := func(a, b picker.Item) bool { return a.Key == b.Key && a.Title == b.Title }
	if slices.EqualFunc(items, h.choices, same) {
		return
	}
	h.choices = items
	h.whose.SetItems(items)
	h.against.SetItems(items)
}

// say writes the first of some texts that fits beside the rest of the heading.
func (h *heading) say(texts ...string) {
	room := h.summary.Size().Width
	fits := func(text string) bool {
		return fyne.MeasureText(text, h.loss.TextSize, h.loss.TextStyle).Width <= room
	}
	text := ""
	if i := slices.IndexFunc(texts, fits); i >= 0 {
		text = texts[i]
	}
	kit.SetText(h.loss, text, h.desk.Palette().Muted)
}

// setTitle says whose map it is. On a large map without colours to explain it tells the loss, which a small one has below.
func (h *heading) setTitle(says graphic.Titling, alone bool) {
	was := h.title.PreferredWidth()
	h.title.Alone = alone
	h.title.Set(says)
	if h.title.PreferredWidth() != was {
		h.box.Layout.Layout(h.box.Objects, h.box.Size())
	}
}

// setHeading heads the map of a racer, the one at a place among all if they are ranked.
func (p *Pane) setHeading(c *cell, place int, t plot.Trace) {
	says := graphic.Titling{Glyph: t.Glyph, Color: t.Color, Name: t.Name}
	says.Brief = figure.ShortName(p.state.TapeDoc.Names(), c.racer)
	if len(p.cells) > figure.Few {
		says.Rank = strconv.Itoa(place + 1)
	}
	if v := p.state.View.Alone(); v >= 0 && len(p.cells) > 1 {
		says.Aside = v != p.state.TapeDoc.Racers[c.racer].Slot
	}
	summed := p.sumUp(c)
	if !summed {
		c.head.say("")
		if !p.small() {
			says.Note = words.T("f = %s", words.Short(p.lossOf(c.racer)))
		}
	}
	c.head.setTitle(says, !summed)
}

// setSubject heads a map for all with the racer whose basins it shows.
func (p *Pane) setSubject(c *cell) {
	if !p.coloured() {
		return
	}
	kit.PaintRect(c.band, p.desk.Palette().Panel, color.Transparent, 0)
	doc, h := &p.state.TapeDoc, c.head
	subjects, racers := figure.Subjects(p.state, c.racer), desk.RacerItems(doc)
	var items []picker.Item
	for _, i := range figure.Drawn(doc) {
		items = append(items, racers[i])
	}
	slot := doc.Racers[subjects[0]].Slot
	h.badge.Set(plot.RacerGlyph(slot), p.desk.Palette().Racer(slot))
	h.offer(items)
	h.whose.SetSelected(desk.RacerKey(doc, subjects[0]))
	layout.SetShown(h.against, len(subjects) > 1)
	if len(subjects) > 1 {
		h.against.SetSelected(desk.RacerKey(doc, subjects[1]))
	}
	if !p.sumUp(c) {
		h.say("")
	}
}

// sumUp says beside a cell's heading what its colours are, and how many starts end where; it tells whether there is anything
// to say.
func (p *Pane) sumUp(c *cell) bool {
	h := c.head
	if p.basinCells(c) == nil {
		h.legend.SetEntries(nil)
		return false
	}
	subjects := figure.Subjects(p.state, c.racer)
	if len(subjects) < 2 {
		h.legend.SetEntries(p.basinsOf(subjects[0]).legend)
		h.say("")
		return true
	}
	h.legend.SetEntries(nil)
	other, part := p.state.TapeDoc.Names()[subjects[1]], words.Percent(c.diff.part)
	h.say(words.T("ends elsewhere than %s from %s of the starts", other, part),
		words.T("elsewhere than %s: %s", other, part), words.T("elsewhere: %s", part), part)
	return true
}
