package figure

// cellWidths are how many units a cell of a map of outcomes may be wide, the finest first.
var cellWidths = []float64{1.5, 3, 6}

// mapEffort is how many steps a map may take, where a step on examples counts by their number.
const mapEffort = 3e8

// Fineness is how many cells a map of w by h pixels has along its sides: as many as can be seen, unless so many runs of so
// many steps would take minutes. It depends on nothing but its arguments, so that equal experiments have equal maps.
func Fineness(w, h int, scale float64, steps, examples int) (cols, rows int) {
	for _, cell := range cellWidths {
		cols, rows = max(int(float64(w)/scale/cell), 1), max(int(float64(h)/scale/cell), 1)
		if float64(cols)*float64(rows)*float64(steps)*max(float64(examples)/stepExamples, 1) <= mapEffort {
			break
		}
	}
	return cols, rows
}

// stepExamples is how many examples take about as long as the rest of a step.
const stepExamples = 4
