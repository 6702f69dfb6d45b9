package main

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"descentlab/app/words"
)

// answerTime is how long a display may take to answer.
const answerTime = 5 * time.Second

// findDisplay says why no window can be opened: no display is named, or none that is answers. Only X11 and Wayland systems can
// lack one. Where one of two does not answer, its name is taken out of the environment, so that GLFW takes the other.
func findDisplay() error {
	switch runtime.GOOS {
	case "windows", "darwin", "js":
		return nil
	}
	var silent []string
	for _, kind := range []struct {
		variable string
		socket   func(name string) (network, address string)
	}{{"WAYLAND_DISPLAY", waylandSocket}, {"DISPLAY", x11Socket}} {
		name := os.Getenv(kind.variable)
		if name == "" {
			continue
		}
		if answers(kind.socket(name)) {
			continue
		}
		silent = append(silent, words.T("the display %s does not answer (%s)", name, kind.variable))
		os.Unsetenv(kind.variable)
	}
	switch {
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return nil
	case os.Getenv("DISPLAY") != "":
		os.Setenv("XDG_SESSION_TYPE", "x11") // else GLFW tries Wayland first, whose library complains on standard error
		return nil
	case len(silent) == 0:
		return words.Errorf("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)")
	}
	return errors.New(strings.Join(silent, ", "))
}

// x11Folder is where the sockets of X servers are.
const x11Folder = "/tmp/.X11-unix/"

// answers tells whether something listens. Linux has sockets that are no files; X servers listen there, too, and their
// clients ask there first: from another root folder, or where /tmp is another one's, that is the only way.
func answers(network, address string) bool {
	addresses := []string{address}
	if runtime.GOOS == "linux" && strings.HasPrefix(address, x11Folder) {
		addresses = []string{"@" + address, address}
	}
	for _, address := range addresses {
		if c, err := net.DialTimeout(network, address, answerTime); err == nil {
			c.Close()
			return true
		}
	}
	return false
}

// waylandSocket is where a Wayland display listens: in XDG_RUNTIME_DIR, unless its name is a path.
func waylandSocket(name string) (network, address string) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	return "unix", name
}

// x11Socket is where an X server listens, see X(7): :1 and unix:1 are on this machine, host:1.0 is another.
func x11Socket(name string) (network, address string) {
	if filepath.IsAbs(name) { // macOS names the socket itself
		return "unix", name
	}
	colon := strings.LastIndexByte(name, ':')
	if colon < 0 {
		return "unix", name
	}
	host, number := strings.TrimSuffix(name[:colon], "/unix"), name[colon+1:]
	number, _, _ = strings.Cut(number, ".") // the screen
	if strings.HasSuffix(name[:colon], "/unix") || host == "" || host == "unix" {
		return "unix", x11Folder + "X" + number
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		return "unix", name
	}
	const firstPort = 6000
	return "tcp", net.JoinHostPort(strings.Trim(host, "[]"), strconv.Itoa(firstPort+n))
}
