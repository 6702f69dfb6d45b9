package figure

import (
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// FirstSettings says which racers change on their way, where many runs are made with their first settings alone; "" if none does.
func FirstSettings(doc *setup.Experiment) string {
	changing := Changing(doc)
	if len(changing) == 0 {
		return ""
	}
	return words.N(len(changing), "%s changes on its way; here it keeps its first settings.",
		"%s change on their way; here they keep their first settings.", words.And(changing))
}

// Changing are the names of the racers that change on their way.
func Changing(doc *setup.Experiment) (list []string) {
	for i, name := range doc.Names() {
		if len(doc.Racers[i].Changes) > 0 {
			list = append(list, name)
		}
	}
	return list
}
