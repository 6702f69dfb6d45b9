package cli

import (
	"errors"
	"os"
	"testing"

	"descentlab/internal/lengthy"
)

// full is a disk that is full after some bytes.
type full struct{ left int }

var errFull = errors.New("no space left on device")

func (f *full) Write(data []byte) (int, error) {
	if len(data) > f.left {
		return f.left, errFull
	}
	f.left -= len(data)
	return len(data), nil
}

// TestFullDisk: whatever a command prints, exit status 1 says that it was not written.
func TestFullDisk(t *testing.T) {
	lengthy.Test(t)
	for _, args := range [][]string{
		{"critical", "-surface", "peaks"}, {"optimizers"}, {"optimizers", "adam"}, {"surfaces"}, {"surfaces", "peaks"}, {"help"},
		{"at", "-surface", "peaks", "1,1"}, {"race", "-steps", "5"}, {"race", "-steps", "5", "-o", "-"}, {"race", "-h"},
		{"schedules"}, {"experiments"}, {"experiments", "warm-up"},
		{"saddles", "-surface", "sphere"}, {"basins", "-steps", "5"}, {"swarm", "-steps", "5"},
		{"tune", "-budget", "300"}, {"curve", "-steps", "5"},
	} {
		for _, room := range []int{0, 10} {
			handled, err := Run(args, &full{room})
			if !handled || ExitStatus(err) != 1 || !errors.Is(err, errFull) {
				t.Errorf("%v with room for %d bytes: %v", args, room, err)
			}
		}
	}
	if device, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		defer device.Close()
		if _, err := Run([]string{"critical", "-surface", "sphere"}, device); ExitStatus(err) != 1 {
			t.Errorf("/dev/full: %v", err)
		}
	}
}
