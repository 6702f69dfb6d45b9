package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/benching"
	"descentlab/app/contest"
	"descentlab/app/export"
)

// runBench lets racers try a suite of problems.
func runBench(args []string, out io.Writer) error {
	fs := argv.New("bench")
	var f benching.Flags
	f.Define(fs)
	if err := argv.ParseAlone(fs, args); err != nil {
		return err
	}
	if err := f.Read(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return made(out, export.Bench, f.Outputs, func(part func(float64)) (*contest.Result, error) {
		return f.Make(ctx, notes, part)
	}, benching.Print)
}
