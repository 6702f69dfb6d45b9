package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/export"
	"descentlab/app/words"
	"descentlab/optim"
)

// runSchedules prints the catalogue of schedules, or one of them with its knobs.
func runSchedules(args []string, out io.Writer) error {
	fs := argv.New("schedules")
	asJSON := fs.Bool("json", false, "print JSON")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return argv.Faultf("schedules: give one name or none; got %d", len(rest))
	}
	kinds := optim.Schedules()
	if len(rest) == 1 {
		kind, err := optim.NamedSchedule(rest[0])
		if err != nil {
			return argv.FaultOf(listing(err))
		}
		kinds = []optim.ScheduleKind{*kind}
	}
	switch {
	case *asJSON:
		return export.PrintJSON(out, map[string]any{"schedules": export.ScheduleEntries(kinds)})
	case len(rest) == 1:
		return printSchedule(out, kinds[0])
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range kinds {
		fmt.Fprintf(w, "%s\t%s\t%s\n", s.Key, s.TorchName(), words.T(s.Idea))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err = tell(out, "\nGive one with a racer, as in 'adam lr=0.1 schedule=cosine T_max=100' or "+
		"'adam(lr=0.1) StepLR(step_size=30)';\n'descentlab schedules NAME' shows its knobs. "+
		"By PyTorch's name it has PyTorch's defaults.\n")
	return err
}

// printSchedule prints all about a schedule.
func printSchedule(out io.Writer, s optim.ScheduleKind) error {
	tell(out, "%s (schedule=%s)\n%s\nsource  %s\npython  %s\n\n", words.T(s.Title), s.Key, words.T(s.Idea), s.Cite, s.Torch)
	return printKnobs(out, s.Knobs)
}
