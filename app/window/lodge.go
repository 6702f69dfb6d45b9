package window

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// lodge says where Fyne and the graphics driver keep their settings and caches. Where they cannot keep any in the user's own
// folders, or there is no home, they keep none: Fyne would else use the present folder. It tells whether that is so.
func lodge() (nowhere bool) {
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

// quiet is where Fyne logs to: all but some complaints, with their causes and places, goes on.
type quiet struct {
	to      io.Writer
	drop    []string // how those begin
	dropped bool     // the last line belonged to one
	refused bool     // the display has made no window
	why     string   // it says
}

// quietLog is the log of a program that can keep something, or nowhere.
func quietLog(nowhere bool) *quiet {
	drop := idle
	if nowhere {
		drop = slices.Concat(idle, homeless)
	}
	return &quiet{to: os.Stderr, drop: drop}
}

// Write takes a line of the log.
func (q *quiet) Write(line []byte) (int, error) {
	detail := bytes.Contains(line, []byte("  Cause: ")) || bytes.Contains(line, []byte("  At: "))
	begins := slices.ContainsFunc(q.drop, func(what string) bool { return bytes.Contains(line, []byte("Fyne error:  "+what)) })
	switch _, cause, found := bytes.Cut(line, []byte("  Cause: ")); {
	case bytes.Contains(line, []byte("Fyne error:  window creation error")):
		q.refused, begins = true, true
	case q.refused && q.why == "" && found:
		q.why = string(bytes.TrimSpace(cause))
	}
	if q.dropped = begins || q.dropped && detail; q.dropped {
		return len(line), nil
	}
	return q.to.Write(line)
}
