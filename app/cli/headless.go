package cli

import (
	"descentlab/app/lab"
	"io"
)

func RaceWithoutWindow(w lab.Opening, out io.Writer) error {
	args := []string{"-o", "race.png"}
	if w.File != "" {
		args = append(args, w.File)
	}
	if err := runRace(args, out); err != nil {
		return err
	}
	return runRace(args[2:], out)
}
