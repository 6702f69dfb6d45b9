package figure

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// CurveWidth is that of lines that are no racer's way, in units.
const CurveWidth = 1.6

// numbersRoom is the part of the width that the numbers at the left edge have for themselves.
const numbersRoom = 0.07

// Rates are what the runs of every racer with a range of learning rates are drawn from.
type Rates struct {
	State lab.State
	Runs  map[int][]lab.RateRun // by slot; none before they have been made
	Steps bool                  // heights are the steps to arrive; else the loss that is left
}

// Scene shows the runs as lines over logarithmic axes, all of them in its window: glyphs stand at the present rates, stars at
// the best ones. The legend says what is shown, and the best rates, if there are any.
func (c Rates) Scene(p *plot.Palette) (plot.Scene, []plot.LegendEntry) {
	doc := &c.State.Doc
	least, minimum := c.bottom()
	scene := plot.Scene{Ticks: true, LogX: true, LogY: true, Across: "lr"}
	legend := []plot.LegendEntry{{Text: c.what(minimum)}}
	box, names := Nowhere(), doc.Names()
	for i, r := range doc.Racers {
		runs := c.Runs[r.Slot]
		if r.Hidden || len(runs) == 0 {
			continue
		}
		line := make([]plot.Point, len(runs))
		for k, run := range runs {
			line[k] = plot.Point{X: math.Log10(run.LR), Y: rateHeight(run, least, c.Steps)}
			box.Add(line[k])
		}
		ink, lr := p.Racer(r.Slot), math.Log10(r.Spec.GetFor("lr", doc.Steps).Num)
		at := plot.Point{X: lr, Y: heightAt(line, lr)}
		scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: ink, Width: CurveWidth})
		scene.Traces = append(scene.Traces,
			plot.Trace{Pts: []plot.Point{at}, Color: ink, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]})
		entry := plot.LegendEntry{Colors: []color.RGBA{ink}, Text: names[i], Shaped: true, Glyph: plot.RacerGlyph(r.Slot)}
		if best := Best(runs); best >= 0 && !math.IsNaN(line[best].Y) {
			scene.Marks = append(scene.Marks, plot.Mark{Kind: plot.BestMark, At: line[best]})
			entry.Brief = words.Decimal(strconv.FormatFloat(runs[best].LR, 'g', 2, 64))
			entry.Text += " " + entry.Brief
		}
		if slices.ContainsFunc(line, seen) {
			legend = append(legend, entry)
		}
	}
	scene.View = box.View()
	scene.View.X0 -= numbersRoom * (scene.View.X1 - scene.View.X0)
	return scene, legend
}

// seen tells whether there is a point to draw.
func seen(p plot.Point) bool { return !math.IsNaN(p.Y) && !math.IsInf(p.Y, 0) }

// what says what the lines and the stars are, in the fewest words.
func (c Rates) what(minimum bool) string {
	switch {
	case c.Steps:
		return words.T("steps to arrive, over lr; ★ lowest loss")
	case minimum:
		return words.T("loss above the lowest minimum, over lr; ★ best")
	}
	return words.T("loss above the lowest seen, over lr; ★ least")
}

// Nothing says why there is no best rate to show.
func (c Rates) Nothing() string {
	rated, shown := false, false
	for _, r := range c.State.Doc.Racers {
		shown = shown || !r.Hidden
		rated = rated || len(c.Runs[r.Slot]) > 0 && !r.Hidden
	}
	switch {
	case len(c.State.Doc.Racers) == 0:
		return words.T("No racers. Add one to run it over a range of learning rates.")
	case !shown:
		return words.T("All racers are hidden.")
	case len(c.Runs) == 0:
		return words.T("Running …")
	case !rated:
		return words.T("No racer has a learning rate.")
	case c.State.StartsNowhere():
		return words.T("The function has no value at the start, so no run can begin.")
	case c.Steps:
		return words.T("No run arrives at a minimum.")
	}
	return words.T("No run keeps a finite loss, whatever its rate.")
}

// bottom is the least loss known: of a minimum, or of the runs. It tells whether it is a minimum's.
func (c Rates) bottom() (least float64, minimum bool) {
	least = math.Inf(1)
	if c.State.Field != nil {
		for _, place := range c.State.Field.Places {
			if place.Global {
				least = min(least, place.Value)
			}
		}
	}
	deepest := least
	for _, runs := range c.Runs {
		for _, r := range runs {
			if !r.Failed() {
				least = min(least, r.Best)
			}
		}
	}
	return least, least >= deepest-1e-9*(1+math.Abs(deepest)) && !math.IsInf(deepest, 1)
}

// rateHeight is where a run stands: the logarithm of the gap that is left, or of the steps it took; NaN if there are none.
func rateHeight(r lab.RateRun, least float64, steps bool) float64 {
	switch {
	case r.Failed(), steps && r.Kind != sweep.Arrived:
		return math.NaN()
	case steps:
		return math.Log10(max(float64(r.Steps), 1))
	}
	return math.Log10(max(r.Loss-least, 1e-16))
}

// heightAt is the line's height at x, between its points.
func heightAt(line []plot.Point, x float64) float64 {
	for k := 1; k < len(line); k++ {
		if a, b := line[k-1], line[k]; x >= a.X && x <= b.X {
			return a.Y + (x-a.X)/(b.X-a.X)*(b.Y-a.Y)
		}
	}
	return math.NaN()
}

// Best is the index of the run with the lowest final loss; of equals the one that took the fewest steps. It is -1 if
// all failed.
func Best(runs []lab.RateRun) int {
	best := -1
	for i, r := range runs {
		if r.Failed() {
			continue
		}
		if best < 0 || r.Loss < runs[best].Loss || r.Loss == runs[best].Loss && r.Steps < runs[best].Steps {
			best = i
		}
	}
	return best
}
