//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestUnreadableHome: the window opens where nothing can be read or written, and ends with its user.
func TestUnreadableHome(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := start(t, d, filepath.Join(file, "session.json"))
	p.quit(t)
	if info, err := os.Stat(file); err != nil || info.Size() != 0 {
		t.Errorf("the file that is no folder has changed: %v, %v", info, err)
	}
}

// TestSecondWindow: two windows on one home keep a session each.
func TestSecondWindow(t *testing.T) {
	t.Parallel()
	session := filepath.Join(t.TempDir(), "session.json")
	first := start(t, startDisplay(t), session)
	second := start(t, startDisplay(t), session)
	second.session = filepath.Join(filepath.Dir(session), "session-2.json")
	until(t, "both sessions", func() bool {
		return first.saved(t).Experiment.Surface == "peaks" && second.saved(t).Experiment.Surface == "peaks"
	})
	before := first.saved(t)
	m, was := second.place(t, "map"), second.saved(t).Experiment.Start
	second.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/4)
	until(t, "another start in the second session", func() bool { return second.saved(t).Experiment.Start != was })
	if now := first.saved(t); now.Experiment.Start != before.Experiment.Start {
		t.Errorf("the first session has got the start of the second: %v", now.Experiment.Start)
	}
	second.quit(t)
	first.quit(t)
}

// TestSignalsSave: a program that is told to end, or whose terminal goes, saves what was done and ends well, and says nothing.
func TestSignalsSave(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		p := start(t, d, filepath.Join(t.TempDir(), "session.json"))
		until(t, "a first session file", func() bool { return p.saved(t).Experiment.Surface == "peaks" })
		m, was := p.place(t, "map"), p.saved(t).Experiment.Start
		p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/4)
		p.rest(t)
		if err := p.cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		p.ended(t)
		if p.saved(t).Experiment.Start == was {
			t.Errorf("%v: the last click is lost", signal)
		}
		if len(p.said) > 0 {
			t.Errorf("%v: it said %q", signal, p.said)
		}
	}
}

// TestHomesOfAllKinds: wherever nothing can be kept, and whatever language is asked for, the window opens, without a word on
// standard error.
func TestHomesOfAllKinds(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	for _, env := range [][]string{
		{"HOME=/dev/null", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "DESCENTLAB_SESSION="},
		{"HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "DESCENTLAB_SESSION=", "XDG_RUNTIME_DIR="},
		{"LANG=de_DE.UTF-8"}, {"LANG=xx_YY.foo"}, {"LC_ALL=tr_TR.UTF-8", "DBUS_SESSION_BUS_ADDRESS="},
	} {
		p := startIn(t, d, filepath.Join(t.TempDir(), "session.json"), env)
		p.quit(t)
		p.mu.Lock()
		if len(p.said) > 0 {
			t.Errorf("%v: it said %q", env, p.said)
		}
		p.mu.Unlock()
	}
}

// TestDisplayWithoutOpenGL: where the display answers and cannot draw, it is said in one line, and the race is run without a
// window.
func TestDisplayWithoutOpenGL(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	bin, err := filepath.Abs(os.Getenv("DESCENTLAB_BIN"))
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.Command(bin)
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "HOME="+home, "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=",
		"LANG=C", "LIBGL_ALWAYS_SOFTWARE=1", "MESA_GL_VERSION_OVERRIDE=1.1")
	var said strings.Builder
	cmd.Stderr = &said
	run(t, cmd)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("it waits for a window that never comes")
	}
	if strings.Count(said.String(), "\n") != 1 || !strings.Contains(said.String(), "cannot draw") {
		t.Errorf("it said:\n%s", said.String())
	}
	if info, err := os.Stat(filepath.Join(home, "race.png")); err != nil || info.Size() < 1000 {
		t.Errorf("the picture is missing: %v", err)
	}
}
