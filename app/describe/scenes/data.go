package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// Data describes the examples of a learning problem, and what every racer's model makes of them at the playhead.
func Data(s lab.State) describe.Description {
	title := words.T("Data of %s", surface(s))
	of := doc(s)
	land, err := of.Landscape()
	if err != nil || land.Data == nil {
		return nothing(title, words.T("This surface is made of no examples."))
	}
	data := land.Data
	n := data.Len()
	said := []string{words.N(n, "%s: %d example.", "%s: %d examples.", words.T(data.Title), n)}
	var columns []describe.Column
	for _, c := range data.Columns {
		columns = append(columns, describe.Numbers(words.T(c.Label), "", c.Values))
		lo, hi := span(c.Values)
		said = append(said, words.T("%s goes from %s to %s.", words.T(c.Label), describe.Number(lo), describe.Number(hi)))
	}
	if of.Batch > 0 && of.Batch < n {
		said = append(said, words.T("A step looks at %d of them.", of.Batch))
	}
	if s.Tape != nil && len(s.Tape.Runs) > 0 {
		predict, err := land.Predictor(of.Params) // a formula of the user's own has none
		names := s.TapeDoc.Names()
		var list []string
		for i, run := range s.Tape.Runs {
			w := figure.Weights(run, s.Head)
			list = append(list, words.T("%s has the weights %s", names[i], describe.Point(w.X, w.Y)))
			if err == nil {
				columns = append(columns, predicted(data, predict, w, names[i]))
			}
		}
		said = append(said, words.T("%s: %s.", moment(s), describe.Listed(list, few)))
	}
	return describe.Description{Title: title, Text: describe.Paragraph(append(said, standing(s))...),
		Table: describe.Table{Columns: columns}}
}

// predicted is what the model of a racer with these weights makes of every example.
func predicted(data *surfaces.Dataset, predict *surfaces.Predictor, w surfaces.Point, name string) describe.Column {
	us := data.Columns[0].Values
	vs := us // of models of one input, which do not look at it
	if len(data.Columns) > 2 {
		vs = data.Columns[1].Values
	}
	list := make([]float64, len(us))
	for i := range list {
		list[i] = predict.At(w, us[i], vs[i])
	}
	return describe.Numbers(words.T("model of %s", name), "", list)
}

// span is from where to where numbers go.
func span(list []float64) (lo, hi float64) {
	lo, hi = list[0], list[0]
	for _, v := range list {
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}
