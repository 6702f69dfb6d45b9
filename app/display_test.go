package main

import (
	"net"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestSockets(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", "/run/user/1000")
	for name, want := range map[string]string{
		":99": "unix /tmp/.X11-unix/X99", ":0.1": "unix /tmp/.X11-unix/X0", "unix:2": "unix /tmp/.X11-unix/X2",
		"here/unix:3": "unix /tmp/.X11-unix/X3", "localhost:10.0": "tcp localhost:6010", "[::1]:1": "tcp [::1]:6001",
		"/private/tmp/launch/org.x:0": "unix /private/tmp/launch/org.x:0", "nonsense": "unix nonsense", ":": "unix /tmp/.X11-unix/X",
	} {
		if network, address := x11Socket(name); network+" "+address != want {
			t.Errorf("%s: %s %s, want %s", name, network, address, want)
		}
	}
	for name, want := range map[string]string{"wayland-9": "/run/user/1000/wayland-9", "/tmp/w": "/tmp/w"} {
		if _, address := waylandSocket(name); address != want {
			t.Errorf("%s: %s, want %s", name, address, want)
		}
	}
}

// TestDisplaysThatDoNotAnswer: they are named, and one that answers is taken.
func TestDisplaysThatDoNotAnswer(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("a window can always be opened here")
	}
	socket := filepath.Join(t.TempDir(), "w")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, c := range []struct{ x11, wayland, want string }{
		{"", "", "neither DISPLAY nor"},
		{":9999", "", "display :9999 does not answer"},
		{"", "wayland-9", "display wayland-9 does not answer"},
		{":9999", "wayland-9", "wayland-9 does not answer (WAYLAND_DISPLAY), the display :9999"},
		{"nonsense", "", "nonsense does not answer"},
		{"", socket, ""},
		{":9999", socket, ""},
		{socket, "wayland-9", ""},
	} {
		t.Setenv("DISPLAY", c.x11)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		err := findDisplay()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q, %q: %v", c.x11, c.wayland, err)
		}
	}
}

// TestServersThatAreNoFiles: an X server is found by the name that it has without a file, as from another root folder.
func TestServersThatAreNoFiles(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has such sockets")
	}
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", ":9998")
	if findDisplay() == nil {
		t.Skip("there is a display of that name")
	}
	l, err := net.Listen("unix", "@"+x11Folder+"X9998")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Setenv("DISPLAY", ":9998.0")
	if err := findDisplay(); err != nil {
		t.Error(err)
	}
}
