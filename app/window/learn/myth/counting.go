package myth

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"descentlab/app/census"
	"descentlab/app/figure/minima"
	"descentlab/app/job"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// The pictures of the census, in the order of the switch.
const (
	minimaAlone = iota
	downhill
)

// counting is the card of the census.
type counting struct {
	*card
	room     *Room
	work     *job.Job[census.Census]
	matrices *widgets.Knob
	seed     *widgets.Knob
}

func newCounting(r *Room, directions bool) *counting {
	c := &counting{room: r}
	c.work = job.New[census.Census](r.desk.Post, c.changed)
	r.desk.Keep(c.work)
	c.matrices = r.knob(widgets.KnobSpec{
		Label: words.T("matrices"), Help: words.T("Random critical points in each number of dimensions"),
		Min: 100, Max: 20000, Low: 1, High: census.MaxCount, Scale: widgets.Log, Integer: true, Default: census.UsualCount,
	}, "matrices", func(d *document, v float64) { d.Census.Matrices = int(v) })
	c.seed = r.seed("census seed", words.T("Each seed is another sample of matrices; the same seed gives the same counts"),
		func(d *document) *uint64 { return &d.Census.Seed })
	view := widgets.NewSegmented(words.T("Minima"), words.T("Directions"))
	if directions {
		view.SetSelected(downhill)
	}
	view.OnChanged = func(int) {
		c.picture.Redraw()
		r.desk.Changed()
	}
	c.card = newCard(r, look{
		title: words.T("The census: how rare are minima?"),
		idea: plainly(words.T("Where the slope is zero the curvature decides. A minimum goes up in all n directions; a saddle goes " +
			"down in some. At a random critical point the curvatures are the eigenvalues of a random symmetric matrix (Gaussian " +
			"orthogonal ensemble). So many are drawn for each n, and those without a downhill direction are counted.")),
		columns: countColumns(), draw: c.draw, press: c.press, other: c.another,
	}, view, c.matrices, c.seed)
	return c
}

func countColumns() []graphic.Column {
	right := fyne.TextAlignTrailing
	return []graphic.Column{
		{Title: words.T("n"), Help: words.T("n\nThe number of dimensions, as of the weights of a network."), Align: right, Min: 26},
		{Title: words.T("minima"), Help: words.T("Minima\nMatrices without a negative eigenvalue."),
			Align: right, Weight: 1, Min: 50},
		{Title: words.T("share"), Help: words.T("Share\nThe part of the matrices that are minima."),
			Align: right, Weight: 1, Min: 64},
		{Title: words.T("95 % interval"), Help: words.T("95 % interval\nWhere the true share lies, as far as so many matrices tell."),
			Align: right, Weight: 1.6, Min: 112},
		{Title: words.T("exact"), Help: words.T("Exact\nThe expected share, in closed form; red where it is outside the interval, " +
			"which is so once in twenty times."), Align: right, Weight: 1, Min: 84},
	}
}

// wanted is the setting that is asked for.
func (c *counting) wanted() census.Setting { return c.room.doc.Census.setting() }

// ask has the census taken that is wanted, unless that is done, under way, or was stopped.
func (c *counting) ask() {
	s := c.wanted()
	c.work.Queue(fmt.Sprint(s), func(ctx context.Context, r *job.Report[census.Census]) error {
		_, err := census.Take(ctx, s, r.Publish, r.Done)
		return err
	})
}

// press stops what is under way, or counts anew.
func (c *counting) press() {
	if !c.work.Interrupt() {
		c.work.Forget()
		c.ask()
		c.show()
	}
}

// another asks for another seed.
func (c *counting) another() {
	c.room.edit("", func(d *document) { d.Census.Seed = anotherSeed(d.Census.Seed) })
}

// changed takes in how far the census is.
func (c *counting) changed() {
	c.room.ask()
	c.show()
}

// result is what has been counted, or nothing of what is wanted.
func (c *counting) result() census.Census {
	if got, made := c.work.Result(); made {
		return got
	}
	return census.Census{Setting: c.wanted()}
}

// show shows what has been counted.
func (c *counting) show() {
	doc, got := c.room.doc.Census, c.result()
	c.matrices.SetValue(float64(doc.Matrices))
	c.seed.SetValue(float64(doc.Seed))
	c.offer(c.work.Busy(), len(got.Rows) > 0 && !c.work.Stopped(), words.T("Count"), words.T("Count again"))
	finding := ""
	if len(got.Rows) > 0 {
		finding = words.SentenceCase(got.Sentence()) + ". " + words.SentenceCase(got.Agreement()) + "."
	}
	c.say(finding, c.progress(got))
	c.table.SetRows(countRows(got))
	c.redraw(fmt.Sprint(got.Setting, len(got.Rows)))
}

// progress says how far the census is.
func (c *counting) progress(got census.Census) string {
	told, telling := c.work.Progress()
	switch {
	case c.work.Busy() && telling:
		return words.T("counting … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure))
	case c.work.Busy():
		return words.T("counting …")
	case c.work.Stopped():
		return words.T("stopped: %d of %d dimensions are counted", len(got.Rows), census.UsualDim)
	case c.work.Err() != nil:
		return words.Sentence(c.work.Err())
	case len(got.Rows) == 0:
		return ""
	}
	return words.T("%s matrices, seed %d", census.Grouped(got.Setting.Count*len(got.Rows)), got.Setting.Seed)
}

// countRows are the rows of a census, those that are not counted yet with what is to be expected alone.
func countRows(c census.Census) []graphic.TableRow {
	var rows []graphic.TableRow
	for n := c.Setting.From; n <= c.Setting.To; n++ {
		row := graphic.TableRow{Key: strconv.Itoa(n), Cells: []string{strconv.Itoa(n), "", "", "", census.Rarity(census.Exact(n)[0])},
			Inks: make([]graphic.Ink, 5)}
		if i := n - c.Setting.From; i < len(c.Rows) {
			r := c.Rows[i]
			low, high := r.Interval()
			row.Cells[1], row.Cells[2] = census.Grouped(r.Minima()), census.Rarity(r.Share())
			if r.Minima() == 0 {
				row.Cells[1], row.Cells[2] = words.T("none"), "–"
			}
			row.Cells[3] = words.T("%s – %s", census.Rarity(low), census.Rarity(high))
			row.Hint = words.SentenceCase(r.Sentence())
			row.Inks[2] = graphic.StrongInk
			if !r.Fits() {
				row.Inks[4] = graphic.BadInk
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// draw draws the picture that is chosen.
func (c *counting) draw(on plot.Canvas, st plot.Style) {
	if c.view.Selected() == downhill {
		minima.Downhill{Census: c.result(), Style: st}.Draw(on)
		return
	}
	minima.Shares{Census: c.result(), Style: st}.Draw(on)
}
