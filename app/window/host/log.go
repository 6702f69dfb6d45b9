// Package host is what the program finds on the machine that it runs on, before there is a window: folders that can be written,
// variables of Fyne's, memory; and the way to the goroutine of the window.
package host

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// Lodge says where Fyne and the graphics driver keep their settings and caches. Where they cannot keep any in the user's own
// folders, or there is no home, they keep none: Fyne would else use the present folder. It tells whether that is so.
func Lodge(appID string) (nowhere bool) {
	switch runtime.GOOS {
	case "windows", "darwin", "js": // they have no such variables
		return false
	}
	for _, place := range []struct {
		variable string
		find     func() (string, error)
	}{{"XDG_CONFIG_HOME", os.UserConfigDir}, {"XDG_CACHE_HOME", os.UserCacheDir}} {
		dir, err := place.find()
		if err != nil || !filepath.IsAbs(dir) || !writable(filepath.Join(dir, "fyne", appID)) {
			nowhere, dir = true, os.DevNull // in which nothing can be made
			os.Setenv("MESA_SHADER_CACHE_DISABLE", "true")
		}
		os.Setenv(place.variable, dir) // to some, one that is set but empty is not as good as none
	}
	return nowhere
}

// writable makes a folder, and tells whether files can be made in it.
func writable(dir string) bool {
	if os.MkdirAll(dir, 0o755) != nil {
		return false
	}
	f, err := os.CreateTemp(dir, "try")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}

// idle are complaints of Fyne's of which the user has nothing. Where nobody tells it of the desktop's theme there is no message
// bus, and the window goes on in the theme that it has; that it finds no display the program says itself; and not every home
// has a folder for videos.
var idle = []string{"failed to watch theme settings", "failed to initialise GLFW", "Getting favorite locations"}

// homeless are those that it makes where it can keep nothing: the program says itself that nothing will be saved.
var homeless = []string{
	"Unable to create settings storage", "Settings watch error", "Settings load error", "Preferences load error",
	"Failed on saving preferences", "Failed to create fyne cache space", "Failed to create app cache space",
	"Failed to create app storage space", "Failed to load user theme file",
}

// A Quiet log is where Fyne logs to: all but some complaints, with their causes and places, goes on.
type Quiet struct {
	to      io.Writer
	drop    []string // how those begin
	dropped bool     // the last line belonged to one

	Refused bool   // the display has made no window
	Why     string // it says
}

// QuietLog is the log of a program that can keep something, or nowhere.
func QuietLog(nowhere bool) *Quiet {
	drop := idle
	if nowhere {
		drop = slices.Concat(idle, homeless)
	}
	return &Quiet{to: os.Stderr, drop: drop}
}

// Write takes a line of the log.
func (q *Quiet) Write(line []byte) (int, error) {
	detail := bytes.Contains(line, []byte("  Cause: ")) || bytes.Contains(line, []byte("  At: "))
	begins := slices.ContainsFunc(q.drop, func(what string) bool { return bytes.Contains(line, []byte("Fyne error:  "+what)) })
	switch _, cause, found := bytes.Cut(line, []byte("  Cause: ")); {
	case bytes.Contains(line, []byte("Fyne error:  window creation error")):
		q.Refused, begins = true, true
	case q.Refused && q.Why == "" && found:
		q.Why = string(bytes.TrimSpace(cause))
	}
	if q.dropped = begins || q.dropped && detail; q.dropped {
		return len(line), nil
	}
	return q.to.Write(line)
}
