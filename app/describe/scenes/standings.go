package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
)

// Standings describes the table of how every racer stands at the playhead; it has the racers that are hidden on the maps, too.
func Standings(s lab.State) describe.Description {
	d := describe.Description{Title: words.T("Standings on %s", surface(s))}
	if s.Tape == nil || len(s.Tape.Runs) == 0 {
		d.Text = standing(s)
		return d
	}
	names, table := s.TapeDoc.Names(), s.Run().Standings(s.Step())
	var list, settings, where []string
	var step, loss, slope, settled, spent []float64
	for i, now := range table {
		said := words.T("%s has the loss %s and the slope %s, %s", names[i], describe.Number(now.Loss),
			describe.Number(now.GradNorm), whereabouts(now.Where))
		if now.Settled >= 0 && now.Settled <= s.Step() {
			said = words.T("%s since step %d", said, now.Settled)
		}
		list = append(list, said)
		r := s.TapeDoc.Racers[i]
		settings, where = append(settings, optim.RacerText(r.Spec, r.Changes)), append(where, whereabouts(now.Where))
		step, loss, slope = append(step, float64(now.Step)), append(loss, now.Loss), append(slope, now.GradNorm)
		settled, spent = append(settled, known(now.Settled)), append(spent, known(now.Evaluations))
	}
	d.Text = describe.Paragraph(words.T("%s: %s.", moment(s), describe.Listed(list, few)), first(table, names), alone(s),
		standing(s))
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("racer"), names), describe.Texts(words.T("settings"), settings),
		describe.Numbers(words.T("step"), "", step), describe.Numbers(words.T("loss"), "", loss),
		describe.Numbers("|∇f|", "", slope), describe.Known(words.T("steps to settle"), "", settled),
		describe.Known(words.T("gradient evaluations"), "", spent), describe.Texts(words.T("where now"), where),
	}}
	return d
}

// known is a whole number that may not be: a negative one stands for its absence.
func known(n int) float64 {
	if n < 0 {
		return math.NaN()
	}
	return float64(n)
}

// first says who is the lowest, if there is more than one racer.
func first(table []lab.Standing, names []string) string {
	best := -1
	for i, now := range table {
		if !math.IsNaN(now.Loss) && (best < 0 || now.Loss < table[best].Loss) {
			best = i
		}
	}
	if best < 0 || len(table) < 2 {
		return ""
	}
	return words.T("The lowest loss is that of %s.", names[best])
}
