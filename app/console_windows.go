package main

import (
	"os"

	"golang.org/x/sys/windows"
)

var (
	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel32.NewProc("AttachConsole")
	freeConsole   = kernel32.NewProc("FreeConsole")
)

// enterConsole lets what is printed be read in the console that the program was started from, unless it goes elsewhere: a program
// that has a window is given none.
func enterConsole() {
	const ofParent = ^uintptr(0)
	if heard(os.Stdout) && heard(os.Stderr) {
		return
	}
	if entered, _, _ := attachConsole.Call(ofParent); entered == 0 {
		return // started by a click
	}
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return
	}
	for _, stream := range []**os.File{&os.Stdout, &os.Stderr} {
		if !heard(*stream) {
			*stream = console
		}
	}
}

// leaveConsole parts from the console, which would else end the program's window with its own.
func leaveConsole() { freeConsole.Call() }

// heard tells whether something comes of what is written there.
func heard(f *os.File) bool {
	kind, err := windows.GetFileType(windows.Handle(f.Fd()))
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}
