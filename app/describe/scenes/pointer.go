package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure/reading"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// Reading describes what is read of the surface at the point that is looked at.
func Reading(s lab.State, ways *reading.Ways) describe.Description {
	title := words.T("The surface at one point of %s", surface(s))
	if s.Field == nil {
		return nothing(title, describe.Paragraph(words.T("Nothing is known of the surface yet."), standing(s)))
	}
	r := reading.Read(s, s.Field.Probe.Fork(), ways)
	about := words.T("%s, %s: %s, %s.", r.Title, describe.Point(r.At.X, r.At.Y), r.Name(), r.About())
	numbers := words.T("The value is %s, the slope %s, the curvature from %s to %s.", describe.Number(r.Value),
		describe.Number(r.Steepness()), describe.Number(r.L1), describe.Number(r.L2))
	note := r.Note()
	if s.View.Selected != nil {
		note = reading.Explain(s)
	}
	return describe.Description{Title: title, Text: describe.Paragraph(about, numbers, describe.Sentence(note)),
		Table: describe.Table{Columns: []describe.Column{
			describe.Texts(words.T("quantity"), []string{"x", "y", words.T("value"), "∂f/∂x", "∂f/∂y", "|∇f|",
				words.T("least eigenvalue of the Hessian"), words.T("its direction, x"), words.T("its direction, y"),
				words.T("largest eigenvalue of the Hessian"), words.T("its direction, x"), words.T("its direction, y")}),
			describe.Numbers(words.T("value"), "", []float64{r.At.X, r.At.Y, r.Value, r.Gradient.X, r.Gradient.Y, r.Steepness(),
				r.L1, r.V1.X, r.V1.Y, r.L2, r.V2.X, r.V2.Y}),
		}}}
}
