package myth

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/figure/minima"
	"descentlab/app/job"
	"descentlab/app/trainings"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/prose"
)

// training is the card of the trainings.
type training struct {
	*card
	room   *Room
	work   *job.Job[trainings.Study]
	runs   *widgets.Knob
	seed   *widgets.Knob
	within *widgets.Knob
}

func newTraining(r *Room) *training {
	t := &training{room: r}
	t.work = job.New[trainings.Study](r.desk.Post, t.changed)
	r.desk.Keep(t.work)
	usual := trainings.Usual()
	t.runs = r.knob(widgets.KnobSpec{
		Label: words.T("trainings"), Help: words.T("Random starts of each network"),
		Min: 10, Max: 500, Low: 1, High: trainings.MaxRuns, Scale: widgets.Log, Integer: true, Default: float64(usual.Runs),
	}, "runs", func(d *document, v float64) { d.Trainings.Runs = int(v) })
	t.seed = r.seed("trainings seed", words.T("Each seed is another set of starts; the same seed gives the same trainings"),
		func(d *document) *uint64 { return &d.Trainings.Seed })
	t.within = r.knob(widgets.KnobSpec{
		Label: words.T("within %"), Help: words.T("So near the best loss, in per cent of it, counts as about as good"),
		Min: 1, Max: 50, Low: 0, OpenLow: true, High: 100, Scale: widgets.Log, Default: 100 * usual.Within,
	}, "within", func(d *document, v float64) { d.Trainings.Within = v / 100 })
	t.card = newCard(r, look{
		title: words.T("The trainings: is one minimum as good as another?"),
		idea: []prose.Span{{Text: words.T("A network with two layers of weights tells two half moons apart. It is trained from many " +
			"random starts, each time by ")}, {Kind: prose.Code, Text: usual.Racer.String()},
			{Text: words.T(" in %s. If bad minima were what is in the way, the losses at which that ends would lie far apart. "+
				"They do where the network is hardly large enough.", words.Steps(usual.Steps))}},
		columns: trainingColumns(usual.Within), draw: t.draw, press: t.press, other: t.another,
	}, nil, t.runs, t.seed, t.within)
	return t
}

func trainingColumns(within float64) []graphic.Column {
	right := fyne.TextAlignTrailing
	return []graphic.Column{
		{Title: words.T("hidden\nunits"), Align: right, Weight: 1, Min: 46},
		{Title: words.T("weights"), Align: right, Weight: 1, Min: 50, Optional: 1},
		{Title: words.T("trained"), Align: right, Weight: 1, Min: 50},
		{Title: words.T("best\nloss"), Align: right, Weight: 1, Min: 58},
		{Title: words.T("median"), Align: right, Weight: 1, Min: 58},
		{Title: words.T("worst"), Align: right, Weight: 1, Min: 58},
		{Title: words.T("within %s\nof the best", words.Percent(within)), Align: right, Weight: 1.3, Min: 74},
		{Title: words.T("without\nmistakes"), Help: words.T("Without mistakes\nTrainings after which all examples are told apart."),
			Align: right, Weight: 1, Min: 58, Optional: 2},
	}
}

// ask has the trainings made that are wanted, unless that is done, under way, or was stopped. What counts as about as good is
// judged afterwards.
func (t *training) ask() {
	s := t.room.doc.Trainings.setting()
	t.work.Queue(fmt.Sprint(s.Runs, s.Seed), func(ctx context.Context, r *job.Report[trainings.Study]) error {
		_, err := trainings.Make(ctx, s, r.Publish, r.Done)
		return err
	})
}

// press stops what is under way, or trains anew.
func (t *training) press() {
	if !t.work.Interrupt() {
		t.work.Forget()
		t.ask()
		t.show()
	}
}

// another asks for another seed.
func (t *training) another() {
	t.room.edit("", func(d *document) { d.Trainings.Seed = anotherSeed(d.Trainings.Seed) })
}

// changed takes in how far the trainings are.
func (t *training) changed() { t.show() }

// result is what has been trained, or nothing of what is wanted.
func (t *training) result() trainings.Study {
	s := t.room.doc.Trainings.setting()
	if got, made := t.work.Result(); made {
		return got.Judged(s.Within)
	}
	return trainings.Study{Setting: s}
}

// show shows what has been trained.
func (t *training) show() {
	doc, got := t.room.doc.Trainings, t.result()
	t.runs.SetValue(float64(doc.Runs))
	t.seed.SetValue(float64(doc.Seed))
	t.within.SetValue(100 * doc.Within)
	t.offer(t.work.Busy(), len(got.Nets) > 0 && !t.work.Stopped(), words.T("Train"), words.T("Train again"))
	t.say(trainingFinding(got), t.progress(got))
	t.table.SetColumns(trainingColumns(doc.Within))
	t.table.SetRows(trainingRows(got))
	t.redraw(fmt.Sprint(got.Setting.Seed, got.Setting.Within, done(got)))
}

// trainingFinding says what the trainings show: of the network that came last, and of the smallest beside the largest one.
func trainingFinding(s trainings.Study) string {
	if len(s.Nets) == 0 {
		return ""
	}
	text := words.SentenceCase(s.Nets[len(s.Nets)-1].Sentence()) + "."
	if more := s.Sentence(); more != "" {
		text += " " + words.SentenceCase(more) + "."
	}
	return text
}

// progress says how far the trainings are.
func (t *training) progress(got trainings.Study) string {
	told, telling := t.work.Progress()
	many := words.N(done(got), "%d training", "%d trainings", done(got))
	switch {
	case t.work.Busy() && telling:
		return words.T("training … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure))
	case t.work.Busy():
		return words.T("training …")
	case t.work.Stopped():
		return words.T("stopped after %s", many)
	case t.work.Err() != nil:
		return words.Sentence(t.work.Err())
	case t.work.Key() == "":
		return words.T("begins when the census is taken")
	}
	return words.T("%s, seed %d", many, got.Setting.Seed)
}

// done is how many trainings there are.
func done(s trainings.Study) (n int) {
	for _, of := range s.Nets {
		n += len(of.Ends)
	}
	return n
}

// trainingRows are the networks, those that are not trained yet with their sizes alone.
func trainingRows(s trainings.Study) []graphic.TableRow {
	var rows []graphic.TableRow
	for i, hidden := range s.Setting.Hidden {
		n := trainings.Net{Hidden: hidden, Within: s.Setting.Within}
		if i < len(s.Nets) {
			n = s.Nets[i]
		}
		row := graphic.TableRow{Key: strconv.Itoa(hidden), Cells: make([]string, 8), Inks: make([]graphic.Ink, 8)}
		row.Cells[0], row.Cells[1] = strconv.Itoa(hidden), strconv.Itoa(n.Weights())
		if len(n.Ends) > 0 {
			row.Cells[2] = strconv.Itoa(len(n.Ends))
			row.Cells[6], row.Inks[6] = words.Percent(float64(n.Near())/float64(len(n.Ends))), graphic.StrongInk
			row.Cells[7] = strconv.Itoa(n.Faultless())
			row.Hint = words.SentenceCase(n.Sentence())
		}
		if list := n.Losses(); len(list) > 0 {
			for k, v := range []float64{list[0], list[len(list)/2], list[len(list)-1]} {
				row.Cells[3+k] = words.Short(v)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// draw draws the histograms.
func (t *training) draw(on plot.Canvas, st plot.Style) {
	minima.Losses{Study: t.result(), Style: st}.Draw(on)
}
