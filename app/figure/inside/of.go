package inside

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Of is the sheet of the racer with a slot in a state.
func Of(s lab.State, slot int) Sheet {
	sheet := Sheet{Step: xray.Of(s, slot)}
	in := s.View.Inside
	sheet.Hot = in.Stage
	if in.Slow > 0 {
		sheet.Slow = true
		sheet.Until, _ = xray.Pace(in.Slow)
	}
	if sheet.Step.Said != "" {
		return sheet
	}
	step := &sheet.Step
	if in.Shows(lab.InsideRates) && step.Rates.Said != "" {
		sheet.Notes = append(sheet.Notes, words.SentenceCase(step.Rates.Said)+".")
	}
	if in.Shows(lab.InsideModel) && step.Model.Said != "" {
		sheet.Notes = append(sheet.Notes, words.SentenceCase(step.Model.Said)+".")
	}
	if in.Shows(lab.InsideNewton) {
		if step.Model.Faults != "" {
			sheet.Notes = append(sheet.Notes, words.SentenceCase(step.Model.Faults)+".")
		} else {
			sheet.Notes = append(sheet.Notes, step.Model.Leads)
		}
	}
	return sheet
}

// A Mark is what of a step the maps can show, and in which ink.
type Mark struct {
	Key, Title, Hint string
	Ink              xray.Ink
}

// Marks are those that the maps can show of the sheet's step, in their order.
func (s *Sheet) Marks() (list []Mark) {
	if s.Step.Said != "" {
		return nil
	}
	for _, key := range lab.InsideMarks {
		m := Mark{Key: key}
		switch key {
		case lab.InsideSlope:
			m.Ink, m.Title, m.Hint = xray.Slope, plain(s.Step.Downward), words.T("The way of the slope, from where the step begins")
		case lab.InsidePull:
			if s.Step.Momentum == nil {
				continue
			}
			m.Ink, m.Title, m.Hint = xray.First, plain(s.Step.Pull), words.T("Where the first memory pulls, on the slope's scale")
		case lab.InsideStep:
			m.Ink, m.Title, m.Hint = xray.Racer, words.T("step"), words.T("The step, as many times as long as its label says")
		case lab.InsideRates:
			m.Ink, m.Title, m.Hint = xray.Rates, words.T("rates"), words.T("An ellipse: how far a slope of 1 moves it along each axis")
		case lab.InsideModel:
			m.Title, m.Hint = words.T("quadratic model"), words.T("Level lines of the parabola with the exact slope and curvature here")
		case lab.InsideNewton:
			m.Title, m.Hint = words.T("Newton step"), words.T("The step to where the quadratic model is level")
		case lab.InsideUsual:
			if s.Step.Usual == nil {
				continue
			}
			m.Ink, m.Title = xray.Second, words.T("%s squares", plain(s.Step.Usually))
			m.Hint = words.T("A square for each axis, as wide as the slope is there usually, on the slope's scale")
		}
		list = append(list, m)
	}
	return list
}

// plain is markup as characters.
func plain(markup string) string {
	e, err := plot.ParseEquation(markup)
	if err != nil {
		return markup
	}
	return e.String()
}

// Has tells whether there is such a mark.
func (s *Sheet) Has(key string) bool {
	return slices.ContainsFunc(s.Marks(), func(m Mark) bool { return m.Key == key })
}
