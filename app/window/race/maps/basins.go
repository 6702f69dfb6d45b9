package maps

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/internal/geom"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// basins are maps of where descents end, made in the background racer by racer, from coarse to fine. A racer whose basins have
// not changed keeps its map, and shows its old one until the new one's first pass is there.
type basins struct {
	work    *job.Job[pass]
	changed func()

	maps   map[int]basinMap // by slot
	wanted map[int]string   // keys of the maps of the job at hand or last done, by slot
	at     string           // name of the racer that was at work last
}

// A basinMap is the newest pass over a racer's starts.
type basinMap struct {
	key     string
	sheet   *sweep.Sheet
	cells   *plot.Cells
	colours string             // of the palette that cells and legend are painted with
	view    geom.Rect          // that the sheet covers
	places  []lab.Place        // that the sheet's targets are
	steps   int                // of a run
	legend  []plot.LegendEntry // of a finished one: the share of every end, and of the boundary
}

// A pass is a racer's map as far as it is made.
type pass struct {
	slot int
	made basinMap
	next string // name of the racer at work from now on
}

// A basinJob asks for the maps of some racers.
type basinJob struct {
	survey  lab.Survey
	racers  []int
	w, h    int
	palette *plot.Palette
}

func newBasins(d desk.Desk, changed func()) *basins {
	b := &basins{changed: changed, maps: map[int]basinMap{}}
	b.work = job.New[pass](d.Post, b.take)
	d.Keep(b.work)
	return b
}

func (j *basinJob) key(racer int) string {
	return j.survey.Key(racer, j.w, j.h)
}

// ask starts a job, unless it is the one at hand.
func (b *basins) ask(j basinJob) {
	if len(j.racers) == 0 {
		b.work.Stop()
		return
	}
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
	b.wanted = wanted
	begun := b.work.Ask(all, func(ctx context.Context, r *job.Report[pass]) error { return j.run(ctx, r, queue) })
	if begun && len(queue) > 0 {
		b.at = j.survey.Doc.Names()[queue[0]]
	}
}

// run maps the basins of the racers in the queue. An error is the context's: the document's racers have passed their checks.
func (j *basinJob) run(ctx context.Context, r *job.Report[pass], queue []int) error {
	places, names := j.survey.Places, j.survey.Doc.Names()
	for k, racer := range queue {
		key, slot := j.key(racer), j.survey.Doc.Racers[racer].Slot
		metered := sweep.Options{Progress: r.Counter(k, len(queue))}
		_, err := j.survey.Basins(ctx, racer, j.w, j.h, metered, func(s *sweep.Sheet) {
			made := basinMap{key: key, sheet: s, places: places, view: j.survey.View, steps: j.survey.Doc.Steps}
			made.paint(j.palette)
			next := racer
			if s.Done() {
				next = queue[min(k+1, len(queue)-1)]
			}
			r.Publish(pass{slot, made, names[next]})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// paint gives a map the colours of a palette.
func (m *basinMap) paint(palette *plot.Palette) {
	paint := figure.NewPainter(palette, m.places, m.steps)
	m.cells, m.colours = paint.Cells(m.sheet, m.view), palette.Key()
	if m.sheet.Done() {
		m.legend = paint.Legend(lab.Shares(m.sheet, m.places))
	}
}

// take takes in what the job has made. Where the user has ended it, the maps go whose place it was to take: they are of another
// experiment.
func (b *basins) take() {
	if news, made := b.work.Result(); made && b.work.Fresh() {
		b.maps[news.slot], b.at = news.made, news.next
	}
	if b.work.Stopped() {
		for slot, key := range b.wanted {
			if b.maps[slot].key != key {
				delete(b.maps, slot)
			}
		}
	}
	b.changed()
}

// forget ends the job at hand and drops all maps.
func (b *basins) forget() {
	clear(b.maps)
	b.work.Forget()
}

// askBasins asks for the basins that the maps show, if they show any.
func (p *Pane) askBasins() {
	s := p.state
	if s.Doc.Look.Ground == setup.GroundHeights {
		p.basins.work.Stop()
		return
	}
	if s.Tape == nil || !s.Surveyable() || p.w == 0 {
		return
	}
	j := basinJob{survey: s.Run().Survey().In(p.view()), palette: p.desk.Palette()}
	j.w, j.h = figure.Fineness(p.w, p.h, p.desk.Style().Scale, s.TapeDoc.Steps, s.Field.Probe.Examples())
	for _, c := range p.cells {
		j.racers = append(j.racers, figure.Subjects(s, c.racer)...)
	}
	p.basins.ask(j)
}

// basinCells are the colours of a cell's ground; nil for heights, and while nothing is known.
func (p *Pane) basinCells(c *cell) *plot.Cells {
	if p.state.Doc.Look.Ground == setup.GroundHeights || p.state.Tape == nil || p.state.Stale() {
		return nil
	}
	subjects := figure.Subjects(p.state, c.racer)
	switch len(subjects) {
	case 0:
		return nil
	case 1:
		return p.basinsOf(subjects[0]).cells
	}
	return c.diff.of(p.basinsOf(subjects[0]), p.basinsOf(subjects[1]), p.state.TapeDoc.Steps, p.desk.Palette())
}

// basinsOf are those of a racer of the tape's document, as far as they are made, in the colours of the present theme.
func (p *Pane) basinsOf(racer int) basinMap {
	slot, palette := p.state.TapeDoc.Racers[racer].Slot, p.desk.Palette()
	m := p.basins.maps[slot]
	if m.sheet != nil && m.colours != palette.Key() {
		m.paint(palette)
		p.basins.maps[slot] = m
	}
	return m
}
