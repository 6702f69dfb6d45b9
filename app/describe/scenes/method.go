package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
)

// Method describes the sheet about a method: that of a racer, or, without a racer, as it comes.
func Method(s lab.State) describe.Description {
	sheet := s.View.Sheet
	spec, name := optim.Spec{Method: sheet.Method}, ""
	if sheet.Method == "" {
		i := s.Doc.RacerAt(sheet.Slot)
		if i < 0 {
			return nothing(words.T("A method"), words.T("There is no racer whose method could be told of."))
		}
		spec, name = s.Doc.Racers[i].Spec, s.Doc.Names()[i]
	}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return nothing(words.T("A method"), words.Sentence(err)+".")
	}
	if name == "" {
		name = words.T(m.Title)
	}
	facts, _ := figure.KnobFacts(spec, s.Doc.Steps)
	var what, value, domain, help []string
	for _, k := range facts {
		what, value = append(what, k.Name), append(value, k.Value)
		domain, help = append(domain, k.Domain), append(help, k.Help)
	}
	title, memories := figure.Memories(spec, sheet.Slot, s)
	for _, r := range memories {
		what, value = append(what, r.Name), append(value, r.Value)
		domain, help = append(domain, ""), append(help, title)
	}
	n := len(facts)
	return describe.Description{
		Title: words.T("The method of %s", name),
		Text: describe.Paragraph(words.T("%s, %d, %s.", name, m.Year, words.T(m.Family.String())), describe.Sentence(words.T(m.Idea)),
			words.N(n, "It has %d knob that applies.", "It has %d knobs that apply.", n),
			words.N(len(memories), "It remembers %d thing from step to step.", "It remembers %d things from step to step.", len(memories)),
			describe.Sentence(words.T(m.Cite))),
		Table: describe.Table{Columns: []describe.Column{
			describe.Texts(words.T("what"), what), describe.Texts(words.T("value"), value),
			describe.Texts(words.T("domain"), domain), describe.Texts(words.T("meaning"), help),
		}},
	}
}
