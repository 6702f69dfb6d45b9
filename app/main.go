// Command descentlab is Descent Lab: a laboratory in which one sees how optimizers descend. Without arguments it
// opens its window; 'descentlab help' lists what the command line does.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"descentlab/app/cli"
	"descentlab/app/lab/session"
	"descentlab/app/language"
	"descentlab/app/share"
	"descentlab/app/window"
	"descentlab/app/words"
	_ "descentlab/internal/locale" // before Fyne is loaded
)

func main() {
	enterConsole()
	err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "descentlab: %v\n", err)
	}
	os.Exit(cli.ExitStatus(err))
}

// run speaks the language that is asked for, and does what the arguments say.
func run(args []string) error {
	spoken, args, err := cli.Language(args)
	if err != nil {
		return err
	}
	if err := language.Speak(cmp.Or(spoken, language.OfSystem())); err != nil {
		return err
	}
	if handled, err := cli.Run(args, os.Stdout); handled {
		return err
	}
	return open(args, spoken)
}

// open shows the window, or races headlessly where there is no display to show it on.
func open(args []string, spoken string) error {
	w, err := cli.WindowArgs(args)
	if err != nil {
		return err
	}
	w.Language = spoken
	err = findDisplay()
	if err == nil {
		leaveConsole()
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
	switch {
	case cli.IsLesson(w.Document):
		return words.T("the text of %s without a window:", w.Document)
	case w.Document != "":
		return words.T("the steps of %s without a window:", w.Document)
	case share.IsLink(w.File):
		return words.T("racing the experiment of the link without a window, picture in race.png")
	case w.File != "":
		return words.T("racing the experiment of %s without a window, picture in race.png", w.File)
	}
	return words.T("racing the default experiment without a window, picture in race.png")
}
