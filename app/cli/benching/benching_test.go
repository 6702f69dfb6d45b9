package benching

import (
	"context"
	"errors"
	"io"
	"testing"

	"descentlab/app/cli/argv"
	"descentlab/app/contest"
	"descentlab/optim"
)

// TestInterrupt: whoever stops a benchmark in the middle is told how far it was.
func TestInterrupt(t *testing.T) {
	adam, err := optim.ParseSpec("adam lr=0.1")
	if err != nil {
		t.Fatal(err)
	}
	f := Flags{Setting: contest.Usual()}
	f.Setting.Racers, f.Setting.Budget = []optim.Spec{adam}, 100000
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := f.Make(ctx, io.Discard, func(part float64) {
		if part > 0.05 {
			cancel()
		}
	})
	var stopped argv.Interrupt
	if !errors.As(err, &stopped) || stopped.Command != "bench" || stopped.Part < 0.05 || stopped.Part > 0.9 || r != nil {
		t.Errorf("stopped: %v, with a result: %v", err, r != nil)
	}
}
