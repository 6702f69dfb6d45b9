// Command descentlab is Descent Lab: a laboratory in which one sees how optimizers descend. Without arguments it
// opens its window; 'descentlab help' lists what the command line does.
package main

import (
	"errors"
	"fmt"
	"os"

	"descentlab/app/cli"
	"descentlab/app/lab/session"
	"descentlab/app/share"
	"descentlab/app/window"
	_ "descentlab/internal/locale" // before Fyne is loaded
)

func main() {
	handled, err := cli.Run(os.Args[1:], os.Stdout)
	if !handled {
		err = open(os.Args[1:])
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "descentlab: %v\n", err)
	}
	os.Exit(cli.ExitStatus(err))
}

// open shows the window, or races headlessly where there is no display to show it on.
func open(args []string) error {
	w, err := cli.WindowArgs(args)
	if err != nil {
		return err
	}
	err = findDisplay()
	if err == nil {
		err = window.Show(w)
		if windowless := (window.NoDisplayError{}); !errors.As(err, &windowless) {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "descentlab: %v; %s\n", err, instead(w))
	return cli.RaceWithoutWindow(w, os.Stdout)
}

// instead says what is done without a window.
func instead(w session.Opening) string {
	what := "default experiment"
	switch {
	case cli.IsLesson(w.Document):
		return "the text of " + w.Document + " without a window:"
	case w.Document != "":
		return "the steps of " + w.Document + " without a window:"
	case share.IsLink(w.File):
		what = "experiment of the link"
	case w.File != "":
		what = "experiment of " + w.File
	}
	return "racing the " + what + " without a window, picture in race.png"
}
