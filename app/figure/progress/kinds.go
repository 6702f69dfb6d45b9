package progress

import (
	"slices"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// Title is what a kind of chart is called in a list.
func Title(kind string) string {
	title, _ := told(kind)
	return title
}

// Hint says in a sentence what a kind of chart tells.
func Hint(kind string) string {
	_, hint := told(kind)
	return hint
}

// told is what is said of a kind of chart.
func told(kind string) (title, hint string) {
	switch kind {
	case setup.ChartLoss:
		return words.T("loss"), words.T("How far above the lowest minimum")
	case setup.ChartSlope:
		return words.T("slope"), words.T("How steep it is where the racer is")
	case setup.ChartDistance:
		return words.T("distance to the nearest minimum"), words.T("How far it is on the map, to whichever is nearest")
	case setup.ChartSharpness:
		return words.T("sharpness and its limit"), words.T("How curved it is, and how much of that the method bears")
	case setup.ChartEvaluations:
		return words.T("loss over gradient evaluations"), words.T("By what it cost and not by steps")
	case setup.ChartRate:
		return words.T("learning rate in force"), words.T("As scheduled, or as found by the method")
	case setup.ChartAxisRates:
		return words.T("effective rate per axis"), words.T("The rate after division by the size of the gradients")
	}
	name, _ := setup.ChartedMemory(kind)
	return words.T("memory: %s", name), words.T("What the method keeps from step to step")
}

// Kinds are the charts that a document's racers can have: those of every race, and one for each name under which one of them
// remembers something.
func Kinds(doc *setup.Experiment) []string {
	list := slices.Clone(setup.ChartKinds)
	for _, r := range doc.Racers {
		plan, err := r.Spec.Plan(2, doc.Steps)
		if err != nil {
			continue
		}
		for _, f := range plan.Memories() {
			if kind := setup.ChartOfMemory(memoryName(f.Name)); f.Len >= 2 && !slices.Contains(list, kind) {
				list = append(list, kind)
			}
		}
	}
	return list
}

// memoryName is a memory's name without that of its rule: methods call the same things alike.
func memoryName(field string) string {
	_, name, _ := strings.Cut(field, ".")
	return name
}
