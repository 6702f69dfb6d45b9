package figure

import (
	"cmp"
	"image/color"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// Basins are where one racer ends from a grid of starts all over the home window. They are not changed once made.
type Basins struct {
	*sweep.Sheet
	View   plot.Rect
	Places []lab.Place // that the sheet's targets are
	Steps  int         // of a run
}

// How many starts the longer side of a small map of basins has: the lesser one where runs are long.
const basinCells, fewBasinCells = 96, 24

// basinEffort is how many steps a small map may take, where a step on examples counts by their number.
const basinEffort = 1e7

// BasinStarts is how many columns and rows of starts a small map of a window has.
func BasinStarts(view plot.Rect, steps, examples int) (cols, rows int) {
	w, h := view.X1-view.X0, view.Y1-view.Y0
	for n := float64(basinCells); ; n /= 2 {
		cols, rows = max(int(n*min(w/h, 1)+0.5), 1), max(int(n*min(h/w, 1)+0.5), 1)
		effort := float64(cols) * float64(rows) * float64(steps) * max(float64(examples)/stepExamples, 1)
		if effort <= basinEffort || n <= fewBasinCells {
			return cols, rows
		}
	}
}

// Scene is a map of them, with the minima; nil basins are an empty one.
func (b *Basins) Scene(p *plot.Palette, field *lab.Field) plot.Scene {
	if b == nil {
		return plot.Scene{}
	}
	paint := NewPainter(p, b.Places, b.Steps)
	scene := plot.Scene{View: b.View, Cells: paint.Cells(b.Sheet, b.View)}
	for _, m := range Marks(field) {
		if m.Kind == plot.MinimumMark || m.Kind == plot.BestMark {
			scene.Marks = append(scene.Marks, m)
		}
	}
	return scene
}

// A BasinRow is one end of the runs.
type BasinRow struct {
	Color color.RGBA
	Cells []string // where, share of the starts, steps
}

// BasinColumns are the titles of a row's cells.
func BasinColumns() [3]string {
	return [3]string{words.T("where they end"), words.T("starts"), words.T("steps")}
}

// basinRows is how many ends are told one by one at most, with the sum of the others.
const basinRows = 6

// Rows are the ends, those of most starts first, and the sum of those that there is no room for; none before every start has
// run.
func (b *Basins) Rows(p *plot.Palette) (rows []BasinRow) {
	if b == nil || !b.Done() {
		return nil
	}
	paint := NewPainter(p, b.Places, b.Steps)
	shares, _ := lab.Shares(b.Sheet, b.Places)
	slices.SortStableFunc(shares, func(a, b lab.Share) int { return cmp.Compare(b.Part, a.Part) })
	var others []lab.Share
	if len(shares) > basinRows {
		shares, others = shares[:basinRows-1], shares[basinRows-1:]
	}
	for _, s := range shares {
		o, steps := sweep.Outcome{Kind: s.Kind}, "–"
		if s.Place != nil {
			o.Target, o.Steps, steps = int32(s.Index), int32(s.Steps), words.ShortTo(s.Steps, 3)
		}
		rows = append(rows, BasinRow{paint.Color(o), []string{words.SentenceCase(s.Label()), s.Said, steps}})
	}
	if len(others) > 0 {
		part := 0.0
		for _, s := range others {
			part += s.Part
		}
		rows = append(rows, BasinRow{Cells: []string{words.T("%d others", len(others)), words.Percent(part), "–"}})
	}
	return rows
}
