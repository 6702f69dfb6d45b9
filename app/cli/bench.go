package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/benching"
	"descentlab/app/cli/writing"
	"descentlab/app/contest"
	"descentlab/app/export"
	"descentlab/app/lab/setup"
)

// runBench lets racers try a suite of problems: those that are named, or those of an experiment.
func runBench(args []string, out io.Writer) error {
	fs := argv.New("bench")
	var f benching.Flags
	f.Define(fs)
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	var doc setup.Experiment
	switch {
	case len(rest) > 1:
		return argv.Faultf("bench: unexpected %q: one file of an experiment at most", rest[1])
	case len(rest) == 1:
		if doc, err = loadExperiment(rest[0]); err != nil {
			return err
		}
	}
	if err := f.Read(&doc, argv.Given(fs), notes); err != nil {
		return err
	}
	look, err := f.Look(argv.Given(fs))
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return writing.Made(out, export.Bench, f.Outputs, look, func(part func(float64)) (*contest.Result, error) {
		return f.Make(ctx, notes, part)
	}, benching.Print)
}
