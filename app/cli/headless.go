package cli

import (
	"io"

	"descentlab/app/lab/session"
)

// RaceWithoutWindow is what the program does where it has no display: it races the experiment that the window would open, draws
// it into race.png and prints the standings; of a curve it prints the steps, of a lesson the text.
func RaceWithoutWindow(w session.Opening, out io.Writer) error {
	if IsLesson(w.Document) {
		return runLesson([]string{w.Document}, out)
	}
	if w.Document != "" {
		return runCurve([]string{w.Document}, out)
	}
	args := []string{"-o", "race.png"}
	if w.File != "" {
		args = append(args, w.File)
	}
	if err := runRace(args, out); err != nil {
		return err
	}
	return runRace(args[2:], out)
}
