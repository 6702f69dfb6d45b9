package figure

import (
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Charts are the loss chart and the chart of slopes of the tape, without their cursors. While one racer is looked at the others
// stand back. The curve of who has left the home window ends there.
func Charts(s lab.State, st plot.Style) (loss, slope plot.Chart) {
	slope = plot.Chart{Title: words.T("slope under the racer, |∇f|"), Log: true, Style: st, Steps: s.Doc.Steps}
	loss = plot.Chart{Title: words.T("loss"), Style: st, Steps: s.Doc.Steps}
	if s.Tape == nil {
		return loss, slope
	}
	loss.Steps, slope.Steps = s.TapeDoc.Steps, s.TapeDoc.Steps
	best, known := lab.Best(s.Tape, s.Field.Places)
	loss.Log = !s.TapeDoc.Look.LinearLoss
	loss.Title = lossTitle(s.Field.Places, known)
	loss.Floor, slope.Floor = Resolution(best), 1e-16
	names := s.TapeDoc.Names()
	for i, run := range s.Tape.Runs {
		racer := s.TapeDoc.Racers[i]
		if racer.Hidden {
			continue
		}
		last := s.Courses.Row(i, run.Steps)
		gap, grad := make([]float64, last+1), make([]float64, last+1)
		for t := range gap {
			gap[t], grad[t] = run.Loss(t)-best, run.GradNorm(t)
		}
		series := plot.Series{
			Y: gap, Color: st.Palette.Racer(racer.Slot), Glyph: plot.RacerGlyph(racer.Slot), Name: names[i],
			Aside: s.View.Alone() >= 0 && s.View.Alone() != racer.Slot,
		}
		loss.Series = append(loss.Series, series)
		series.Y = grad
		slope.Series = append(slope.Series, series)
	}
	ends := finishes(s)
	loss.Ends, slope.Ends = endLabels(loss, ends, st.Palette.Muted), endLabels(slope, ends, st.Palette.Muted)
	return loss, slope
}

// lossTitle says from what the losses are measured.
func lossTitle(places []lab.Place, minimum bool) string {
	if !minimum {
		return words.T("loss above the lowest seen")
	}
	for _, p := range places {
		if p.Global {
			return words.T("loss above the lowest minimum, %s", p.Name)
		}
	}
	return words.T("loss above the lowest minimum")
}
