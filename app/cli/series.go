package cli

import (
	"slices"
	"strings"

	"descentlab/app/cli/argv"
	"descentlab/app/figure/progress"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// readSeries reads which numbers of charts the tables of a race are to have; nil if nothing is said of that.
func readSeries(doc *setup.Experiment, with []string) (kinds []string, err error) {
	all := progress.AllColumnKinds(doc)
	for _, text := range with {
		for part := range strings.SplitSeq(text, ",") {
			part = strings.Join(strings.Fields(part), " ")
			switch {
			case part == "all":
				kinds = append(kinds, all...)
			case slices.Contains(all, part):
				kinds = append(kinds, part)
			default:
				return nil, argv.Faultf("-with %q: of these racers use all, or of %s", part, strings.Join(all, ", "))
			}
		}
	}
	if len(kinds) > 0 && doc.Steps > race.MaxSteps {
		return nil, argv.Faultf("-with: these numbers are told of at most %d steps; got %d", race.MaxSteps, doc.Steps)
	}
	if kinds == nil {
		return nil, nil
	}
	return slices.DeleteFunc(all, func(kind string) bool { return !slices.Contains(kinds, kind) }), nil // each once
}
