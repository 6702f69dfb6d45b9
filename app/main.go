// Command descentlab is Descent Lab: a laboratory in which one sees how optimizers descend. Without arguments it
// opens its window; 'descentlab help' lists what the command line does.
package main

import (
	"descentlab/app/cli"
	"descentlab/app/window"
	"fmt"
	"os"
	"runtime"
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
	if !displayed() {
		fmt.Fprintln(os.Stderr, "descentlab: no display (neither DISPLAY nor WAYLAND_DISPLAY is set); racing the default "+
			"experiment without a window, picture in race.png")
		return cli.RaceWithoutWindow(w, os.Stdout)
	}
	return window.Show(w)
}

// displayed tells whether a window can be opened: only X11 and Wayland systems can lack a display.
func displayed() bool {
	switch runtime.GOOS {
	case "windows", "darwin", "js":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
