package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/lab/xray"
	"descentlab/app/words"
)

// Step describes a step that has been taken apart: stage by stage what the method sees, remembers and makes of that.
func Step(s lab.State, x xray.Step) describe.Description {
	title := words.T("One step taken apart")
	if x.Said != "" {
		return nothing(title, describe.Sentence(x.Said))
	}
	d := describe.Description{Title: words.T("Step %d of %s, taken apart", x.T, x.Name)}
	said := []string{
		words.T("%s goes from %s, at step %d, to %s.", x.Name, describe.Point(x.From.X, x.From.Y), x.T, describe.Point(x.To.X, x.To.Y)),
		words.T("The loss goes from %s to %s.", describe.Number(x.Loss[0]), describe.Number(x.Loss[1])),
	}
	var t stages
	for i := range x.Stages {
		stage := &x.Stages[i]
		switch {
		case stage.Idle:
			said = append(said, words.T("%s: %s.", words.SentenceCase(stage.Title), stage.Said))
			t.add(stage.Title, stage.Said, nil, nil)
		case len(stage.Blocks) == 0:
		default:
			for _, b := range stage.Blocks {
				name := b.Name
				if name == "" {
					name = stage.Said
				}
				t.add(stage.Title, name, b.Before, b.After)
			}
			said = append(said, block(stage))
		}
	}
	d.Text = describe.Paragraph(append(said, describe.Sentence(x.Model.Leads), describe.Sentence(x.Note), standing(s))...)
	d.Table = t.table()
	return d
}

// block says what a stage gives, by its last quantity.
func block(stage *xray.Stage) string {
	b := stage.Blocks[len(stage.Blocks)-1]
	name, after := words.SentenceCase(stage.Title), vector(b.After)
	if b.Name != "" {
		name = words.T("%s, %s", name, b.Name)
	}
	if len(b.Before) > 0 {
		return words.T("%s: from %s to %s.", name, vector(b.Before), after)
	}
	return words.T("%s: %s.", name, after)
}

// vector is a quantity by its coordinates.
func vector(v []float64) string {
	switch len(v) {
	case 0:
		return words.T("nothing")
	case 1:
		return describe.Number(v[0])
	}
	return describe.Point(v[0], v[1])
}

// stages are the rows of a step's table.
type stages struct {
	stage, quantity []string
	values          [4][]float64 // x and y before, x and y after
}

// add is a quantity of a stage; what it has not is missing.
func (t *stages) add(stage, quantity string, before, after []float64) {
	t.stage, t.quantity = append(t.stage, stage), append(t.quantity, quantity)
	for k, v := range [][]float64{before, before, after, after} {
		value := math.NaN()
		if k%2 < len(v) {
			value = v[k%2]
		}
		t.values[k] = append(t.values[k], value)
	}
}

// table are the columns.
func (t *stages) table() describe.Table {
	v := t.values
	return describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("stage"), t.stage), describe.Texts(words.T("quantity"), t.quantity),
		describe.Known(words.T("x before"), "", v[0]), describe.Known(words.T("y before"), "", v[1]),
		describe.Known(words.T("x after"), "", v[2]), describe.Known(words.T("y after"), "", v[3]),
	}}
}
