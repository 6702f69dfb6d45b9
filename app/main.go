// Command descentlab is Descent Lab: a laboratory in which one sees how optimizers descend. Without arguments it
// opens its window; 'descentlab help' lists what the command line does.
package main

import (
	"errors"
	"fmt"
	"os"

	"descentlab/app/cli"
	"descentlab/app/lab"
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
	fmt.Fprintf(os.Stderr, "descentlab: %v; racing the %s without a window, picture in race.png\n", err, raced(w))
	return cli.RaceWithoutWindow(w, os.Stdout)
}

// raced names what is raced without a window.
func raced(w lab.Opening) string {
	if w.File != "" {
		return "experiment of " + w.File
	}
	return "default experiment"
}
