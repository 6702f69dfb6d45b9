package window

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A basinMapper maps basins in the background: those of the newest job, racer by racer, from coarse to fine. A racer whose
// basins have not changed keeps its map, and shows its old one until the new one's first pass is there.
type basinMapper struct {
	background
	done func() // something has changed

	maps    map[int]basinMap // by slot
	wanted  map[int]string   // keys of the maps of the job at hand or last done, by slot
	pending string           // name of the racer at work; "" if all is done
}

// A basinMap is the newest pass over a racer's starts.
type basinMap struct {
	key    string
	sheet  *sweep.Sheet
	cells  *plot.Cells
	view   plot.Rect          // that the sheet covers
	places []lab.Place        // that the sheet's targets are
	legend []plot.LegendEntry // of a finished one: the share of every end, and of the boundary
}

// A basinJob asks for the maps of some racers.
type basinJob struct {
	survey  lab.Survey
	racers  []int
	w, h    int
	palette *plot.Palette
}

func (j *basinJob) key(racer int) string {
	return fmt.Sprint(j.palette.Dark, j.survey.Key(racer, j.w, j.h))
}

// mapAll starts a job, unless it is the one at hand.
func (b *basinMapper) mapAll(j basinJob) {
	all, wanted := "", map[int]string{}
	var queue []int
	for _, i := range j.racers {
		slot, key := j.survey.Doc.Racers[i].Slot, j.key(i)
		all += fmt.Sprint(slot, key)
		wanted[slot] = key
		if m := b.maps[slot]; m.key != key || !m.sheet.Done() {
			queue = append(queue, i)
		}
	}
	started := b.ask(all, func(ctx context.Context, say func(func())) { b.work(ctx, say, j, queue) })
	b.wanted = wanted
	if started && len(queue) > 0 {
		b.pending = j.survey.Doc.Names()[queue[0]]
	}
}

// end ends the job at hand; what is there stays.
func (b *basinMapper) end() {
	b.stop()
	b.pending = ""
}

// forget ends the job at hand and drops all maps.
func (b *basinMapper) forget() {
	b.end()
	clear(b.maps)
}

// halt ends the job at hand, on the user's wish, and drops the maps that it was to take the place of: they are of another
// experiment. It tells whether there was a job.
func (b *basinMapper) halt() bool {
	if !b.interrupt() {
		return false
	}
	b.pending = ""
	for slot, key := range b.wanted {
		if b.maps[slot].key != key {
			delete(b.maps, slot)
		}
	}
	return true
}

// work maps the basins of the racers in the queue.
func (b *basinMapper) work(ctx context.Context, say func(func()), j basinJob, queue []int) {
	paint := figure.NewPainter(j.palette, j.survey.Places, j.survey.Doc.Steps)
	names, metered := j.survey.Doc.Names(), b.metered(say)
	for k, racer := range queue {
		key, slot := j.key(racer), j.survey.Doc.Racers[racer].Slot
		_, err := j.survey.Basins(ctx, racer, j.w, j.h, metered(k, len(queue)), func(s *sweep.Sheet) {
			m := basinMap{key: key, sheet: s, places: j.survey.Places, view: j.survey.View}
			m.cells = paint.Cells(s, m.view)
			next := names[racer]
			if s.Done() {
				m.legend = paint.Legend(lab.Shares(s, j.survey.Places))
				if k+1 == len(queue) {
					next = ""
				}
			}
			say(func() {
				b.maps[slot], b.pending = m, next
				b.done()
			})
		})
		if err != nil {
			return // cancelled: the document's racers have passed their checks
		}
	}
}

// askBasins asks for the basins that the maps show, if they show any.
func (p *mapsPane) askBasins() {
	s := p.state
	if s.Doc.Look.Ground == lab.GroundHeights {
		p.basins.end()
		return
	}
	if s.Tape == nil || !s.Surveyable() || p.w == 0 {
		return
	}
	j := basinJob{
		survey:  s.Run().Survey().In(p.view()),
		palette: p.ui.palette(),
	}
	j.w, j.h = figure.Fineness(p.w, p.h, p.ui.style().Scale, s.TapeDoc.Steps, s.Field.Probe.Examples())
	for _, c := range p.cells {
		j.racers = append(j.racers, p.subjects(c)...)
	}
	p.basins.mapAll(j)
}

// subjects are the racers whose basins a cell shows: its own, or in a map of all the one that was chosen; after it, for
// a difference, the one that it is compared with.
func (p *mapsPane) subjects(c *mapCell) []int {
	own, visible := c.racer, p.visible()
	if len(visible) == 0 {
		return nil
	}
	if own < 0 {
		own = p.withSlot(visible, p.state.TapeDoc.Look.Subject)
	}
	if p.state.Doc.Look.Ground != lab.GroundDifference || len(visible) < 2 {
		return []int{own}
	}
	other := p.withSlot(visible, p.state.TapeDoc.Look.Against)
	if other == own && c.racer < 0 {
		other = visible[0]
		if other == own {
			other = visible[1]
		}
	}
	if other == own {
		return []int{own}
	}
	return []int{own, other}
}

// withSlot is the one of some racers with a slot, or the first.
func (p *mapsPane) withSlot(racers []int, slot int) int {
	for _, i := range racers {
		if p.state.TapeDoc.Racers[i].Slot == slot {
			return i
		}
	}
	return racers[0]
}

// visible are the racers that are not hidden.
func (p *mapsPane) visible() []int {
	var list []int
	for i, r := range p.state.TapeDoc.Racers {
		if !r.Hidden {
			list = append(list, i)
		}
	}
	return list
}

// basinCells are the colours of a cell's ground; nil for heights, and while nothing is known.
func (p *mapsPane) basinCells(c *mapCell) *plot.Cells {
	if p.state.Doc.Look.Ground == lab.GroundHeights || p.state.Tape == nil || p.state.Stale() {
		return nil
	}
	subjects := p.subjects(c)
	if len(subjects) == 0 {
		return nil
	}
	own := p.basins.maps[p.state.TapeDoc.Racers[subjects[0]].Slot]
	if len(subjects) < 2 {
		return own.cells
	}
	other := p.basins.maps[p.state.TapeDoc.Racers[subjects[1]].Slot]
	if own.sheet == nil || other.sheet == nil || own.sheet.W != other.sheet.W || own.sheet.H != other.sheet.H || own.view != other.view || !samePlaces(own.places, other.places) {
		return nil
	}
	return c.difference(own, other, p)
}

// samePlaces tells whether two lists are one: then a target is the same in both.
func samePlaces(a, b []lab.Place) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// difference is the picture of where two maps end otherwise, made once for each pair of passes.
func (c *mapCell) difference(own, other basinMap, p *mapsPane) *plot.Cells {
	d := &c.diff
	if dark := p.ui.palette().Dark; d.own != own.sheet || d.other != other.sheet || d.dark != dark {
		paint := figure.NewPainter(p.ui.palette(), own.places, p.state.TapeDoc.Steps)
		*d = basinDiff{own: own.sheet, other: other.sheet, dark: dark}
		d.cells, d.part = paint.Difference(other.sheet, own.sheet, own.view)
	}
	return d.cells
}

// A basinDiff is what two maps do not agree in.
type basinDiff struct {
	own, other *sweep.Sheet
	dark       bool
	cells      *plot.Cells
	part       float64 // of the starts
}

// sumUp says beside a cell's heading what its colours are, and how many starts end where; it tells whether there is anything
// to say.
func (p *mapsPane) sumUp(c *mapCell) bool {
	subjects := p.subjects(c)
	if len(subjects) == 0 || p.basinCells(c) == nil {
		c.legend.SetEntries(nil)
		return false
	}
	if len(subjects) < 2 {
		c.legend.SetEntries(p.basins.maps[p.state.TapeDoc.Racers[subjects[0]].Slot].legend)
		p.say(c, "")
		return true
	}
	c.legend.SetEntries(nil)
	other, part := p.state.TapeDoc.Names()[subjects[1]], words.Percent(c.diff.part)
	p.say(c, fmt.Sprintf("ends elsewhere than %s from %s of the starts", other, part), fmt.Sprintf("elsewhere than %s: %s", other, part), "elsewhere: "+part, part)
	return true
}

// A hoverRuns makes the runs from the pointer's place, in the background: a slow method or a large table must not hold the
// pointer up. Those of the last place stay until the new ones are there.
type hoverRuns struct {
	background
	traces map[int]plot.Trace // by racer
}

// askHover asks for the runs from the pointer's place of the racers whose basins are shown; none without either.
func (p *mapsPane) askHover() {
	var racers []int
	for _, c := range p.cells {
		if p.state.View.Cross != nil && p.basinCells(c) != nil {
			racers = append(racers, p.subjects(c)...)
		}
	}
	if len(racers) == 0 {
		p.under.stop()
		p.under.traces = nil
		return
	}
	s, at, palette := p.state, *p.state.View.Cross, p.ui.palette()
	p.under.ask(fmt.Sprintf("%p %v %v %t", s.Tape, at, racers, palette.Dark), func(ctx context.Context, say func(func())) {
		survey := s.Run().Survey()
		traces := map[int]plot.Trace{}
		for _, i := range racers {
			run, err := survey.From(ctx, i, at)
			if err != nil {
				return // cancelled: the document's racers have passed their checks
			}
			traces[i] = plot.Trace{
				Shadow: figure.Way(run, run.X), Head: float64(run.Steps), Color: palette.Racer(s.TapeDoc.Racers[i].Slot), Name: s.TapeDoc.Names()[i],
			}
		}
		say(func() {
			p.under.traces = traces
			p.draw()
		})
	})
}

// hoverTraces are the runs from the pointer's place that a cell shows: thin, below all others.
func (p *mapsPane) hoverTraces(c *mapCell) []plot.Trace {
	if p.state.View.Cross == nil || p.under.traces == nil || p.basinCells(c) == nil {
		return nil
	}
	var list []plot.Trace
	for _, i := range p.subjects(c) {
		if trace, made := p.under.traces[i]; made {
			list = append(list, trace)
		}
	}
	return list
}

// setSubject heads a map for all with the racer whose basins it shows.
func (p *mapsPane) setSubject(c *mapCell) {
	if !c.head.Visible() {
		return
	}
	subjects := p.subjects(c)
	if len(subjects) == 0 {
		return
	}
	names := p.state.TapeDoc.Names()
	var items []widgets.PickerItem
	for _, i := range p.visible() {
		items = append(items, widgets.PickerItem{Key: strconv.Itoa(p.state.TapeDoc.Racers[i].Slot), Title: names[i]})
	}
	slot := p.state.TapeDoc.Racers[subjects[0]].Slot
	c.badge.Set(plot.RacerGlyph(slot), p.ui.palette().Racer(slot))
	if !slices.EqualFunc(items, c.choices, func(a, b widgets.PickerItem) bool { return a.Key == b.Key && a.Title == b.Title }) {
		c.choices = items
		c.whose.SetItems(items)
		c.against.SetItems(items)
	}
	c.whose.SetSelected(strconv.Itoa(slot))
	layout.SetShown(c.against, len(subjects) > 1)
	if len(subjects) > 1 {
		c.against.SetSelected(strconv.Itoa(p.state.TapeDoc.Racers[subjects[1]].Slot))
	}
	if !p.sumUp(c) {
		p.say(c, "")
	}
}

// say writes the first of some texts that fits beside a cell's heading.
func (p *mapsPane) say(c *mapCell, texts ...string) {
	room := c.summary.Size().Width
	fits := func(text string) bool { return fyne.MeasureText(text, c.loss.TextSize, c.loss.TextStyle).Width <= room }
	text := ""
	if i := slices.IndexFunc(texts, fits); i >= 0 {
		text = texts[i]
	}
	widgets.SetText(c.loss, text, p.ui.palette().Muted)
}

// pickAgainst chooses the racer with which a map for all compares the one that it shows.
func (p *mapsPane) pickAgainst(key string) {
	slot, err := strconv.Atoi(key)
	if err != nil {
		return // the list was made of slots
	}
	p.ui.Edit("", func(e *lab.Experiment) { e.Look.Against = slot })
}

// pickSubject chooses the racer whose basins a map for all shows.
func (p *mapsPane) pickSubject(key string) {
	slot, err := strconv.Atoi(key)
	if err != nil {
		return // the list was made of slots
	}
	p.ui.Edit("", func(e *lab.Experiment) { e.Look.Subject = slot })
}

// interruptBasins stops mapping, on the user's wish.
func (p *mapsPane) interruptBasins() {
	if p.basins.halt() {
		p.basinsDone()
	}
}
