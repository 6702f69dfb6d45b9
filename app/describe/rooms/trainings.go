package rooms

import (
	"descentlab/app/describe"
	"descentlab/app/trainings"
	"descentlab/app/words"
)

// Trainings describes how alike the losses are at which trainings of small networks end; the table has a row for each training.
func Trainings(s trainings.Study) describe.Description {
	d := describe.Description{Title: words.T("Trainings of small networks")}
	var said []string
	var hidden, run, loss, slope, mistakes []float64
	for _, n := range s.Nets {
		if len(n.Ends) == 0 {
			continue
		}
		said = append(said, describe.Sentence(words.SentenceCase(n.Sentence())))
		for i, e := range n.Ends {
			hidden, run = append(hidden, float64(n.Hidden)), append(run, float64(i+1))
			loss, slope, mistakes = append(loss, e.Loss), append(slope, e.Slope), append(mistakes, float64(e.Mistakes))
		}
	}
	if len(said) == 0 {
		d.Text = words.T("Nothing has been trained yet.")
		return d
	}
	d.Text = describe.Paragraph(append(said, describe.Sentence(words.SentenceCase(s.Sentence())))...)
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Numbers(words.T("hidden units"), "", hidden), describe.Numbers(words.T("training"), "", run),
		describe.Numbers(words.T("loss"), "", loss), describe.Numbers(words.T("slope"), "", slope),
		describe.Numbers(words.T("mistakes"), words.T("examples"), mistakes),
	}}
	return d
}
