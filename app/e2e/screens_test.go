//go:build e2e

package e2e

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// twoScreens is what an X server with two screens is told: screens that nobody sees, and none of this machine's devices.
const twoScreens = `
Section "ServerFlags"
	Option "AutoAddDevices" "false"
	Option "DontVTSwitch" "true"
EndSection
Section "Device"
	Identifier "unseen"
	Driver "dummy"
	VideoRam 65536
EndSection
Section "Monitor"
	Identifier "unseen"
	HorizSync 5-1000
	VertRefresh 5-200
EndSection
Section "Screen"
	Identifier "unseen"
	Device "unseen"
	Monitor "unseen"
	DefaultDepth 24
	SubSection "Display"
		Modes "1024x768"
		Virtual 2400 1600
	EndSubSection
EndSection
`

// startScreens starts an X server with a screen of 1024 by 768 pixels and one of 1280 by 720 on its right, and openbox. Where
// there is none, or it is not allowed to start, the test is left out.
func startScreens(t *testing.T) *display {
	t.Helper()
	choosing.Lock()
	defer choosing.Unlock()
	d := &display{dir: t.TempDir()}
	config := filepath.Join(d.dir, "xorg.conf")
	if err := os.WriteFile(config, []byte(twoScreens), 0o600); err != nil {
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(d.dir, "log")
	server := exec.Command("Xorg", "-displayfd", "3", "-config", config, "-logfile", log, "-nolisten", "tcp", "-noreset",
		"-novtswitch", "-sharevts", "vt8")
	server.ExtraFiles = []*os.File{w}
	server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := server.Start(); err != nil {
		t.Skipf("TWO SCREENS ARE NOT TESTED: %v (scripts/need.sh screens says what is missing)", err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait()
	})
	w.Close()
	number := make([]byte, 16)
	n, err := r.Read(number)
	if err != nil {
		said, _ := os.ReadFile(log)
		t.Skipf("TWO SCREENS ARE NOT TESTED: Xorg does not start here: %v\n%s", err, said)
	}
	d.name = ":" + strings.TrimSpace(string(number[:n]))
	d.xrandr(t, "--addmode", "DUMMY1", "1280x720", "--addmode", "DUMMY1", "800x600")
	d.xrandr(t, "--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
	d.manage(t)
	return d
}

// xrandr plugs screens in and out. The server only notices one that it does not have if it is then asked for all.
func (d *display) xrandr(t *testing.T, args ...string) {
	t.Helper()
	for _, args := range [][]string{args, {"--query"}} {
		cmd := exec.Command("xrandr", append([]string{"-display", d.name}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("xrandr %s: %v: %s", strings.Join(args, " "), err, out)
		}
	}
}

// window is where a window without a frame is, by its title; empty: there is none.
func (d *display) window(t *testing.T, title string) (r image.Rectangle) {
	t.Helper()
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^"+title+"$", "getwindowgeometry", "--shell")
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	out, _ := cmd.Output() // it fails where there is none
	var x, y, w, h int
	for line := range strings.Lines(string(out)) {
		for name, into := range map[string]*int{"X": &x, "Y": &y, "WIDTH": &w, "HEIGHT": &h} {
			if value, is := strings.CutPrefix(line, name+"="); is {
				*into = atoi(t, strings.TrimSpace(value))
			}
		}
	}
	return image.Rect(x, y, x+w, y+h)
}

// TestPresentationOnTheSecondScreen: it fills the screen that the window is not on, wherever that lies and whatever its size; one
// that is unplugged does not take it along, and the next that is plugged in has it. With it, or with the window, all of it ends.
func TestPresentationOnTheSecondScreen(t *testing.T) {
	d := startScreens(t)
	p := launch(t, d, filepath.Join(t.TempDir(), "session.json"), nil)
	fills := func(what string, x, y, w, h int) {
		t.Helper()
		want, got := image.Rect(x, y, x+w, y+h), image.Rectangle{}
		if !within(20*time.Second, func() bool { got = d.window(t, "Descent Lab, presentation"); return got == want }) {
			t.Fatalf("%s: it is at %v, expected %v", what, got, want)
		}
	}
	controls := func() image.Rectangle { return d.window(t, "Descent Lab") }
	at := controls()
	present := func() {
		t.Helper()
		d.do(t, "search", "--onlyvisible", "--name", "^Descent Lab$", "windowactivate", "--sync", "key", "F5")
	}
	present()
	fills("right of the window", 1024, 0, 1280, 720)
	if got := controls(); got != at {
		t.Errorf("the window has gone from %v to %v", at, got)
	}
	d.xrandr(t, "--output", "DUMMY1", "--off")
	fills("the screen that is left", 0, 0, 1024, 768)
	d.xrandr(t, "--output", "DUMMY1", "--mode", "800x600", "--below", "DUMMY0")
	fills("another one, below", 0, 768, 800, 600)
	d.do(t, "key", "Escape")
	until(t, "the window alone", func() bool { return d.window(t, "Descent Lab, presentation").Empty() && !controls().Empty() })

	d.xrandr(t, "--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
	d.do(t, "search", "--onlyvisible", "--name", "^Descent Lab$", "windowmove", "--sync", 1200, 40)
	until(t, "the window on the other screen", func() bool { return controls().Min.X >= 1024 })
	present()
	fills("the window is on the second screen", 0, 0, 1024, 768)
	d.do(t, "search", "--onlyvisible", "--name", "^Descent Lab$", "windowactivate", "--sync")
	p.quit(t)
	if still := d.window(t, "Descent Lab.*"); !still.Empty() {
		t.Errorf("a window is left, at %v", still)
	}
}
