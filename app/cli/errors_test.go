package cli

import (
	"errors"
	"fmt"
	"testing"

	"descentlab/app/cli/argv"
)

func TestExitStatus(t *testing.T) {
	for err, want := range map[error]int{
		nil: 0, errors.New("the disk is full"): 1, argv.Faultf("no such racer"): 2, argv.Interrupt{Command: "bench", Part: 0.5}: 130,
		fmt.Errorf("twice: %w", argv.Interrupt{}): 130,
	} {
		if got := ExitStatus(err); got != want {
			t.Errorf("%v: %d, want %d", err, got, want)
		}
	}
}
