//go:build e2e

package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A program is a running Descent Lab on a display.
type program struct {
	*display
	cmd     *exec.Cmd
	session string
	done    chan error

	mu     sync.Mutex
	shown  bool
	said   []string                   // on standard error, beside what it traces
	places map[string]image.Rectangle // what the program says of where its controls are
	drawn  map[string]int             // and how many pictures they have drawn
}

// start runs the program until it has drawn its first race. Of a first start the race is led to its end, and the first steps are
// closed.
func start(t *testing.T, d *display, session string, args ...string) *program {
	t.Helper()
	return startIn(t, d, session, nil, args...)
}

// startIn is start with more in the environment.
func startIn(t *testing.T, d *display, session string, env []string, args ...string) *program {
	t.Helper()
	_, err := os.Stat(session)
	p := launch(t, d, session, env, args...)
	if err != nil {
		before := p.height("map")
		d.do(t, "key", "End", "key", "Escape", "key", "Escape") // the first one may take back what is said
		until(t, "the map in the room of the first steps", func() bool { return p.height("map") > before })
	}
	d.rest(t) // the window manager has placed the window, and the ground fits it
	return p
}

// launch runs the program until it has drawn its first race, and does no more.
func launch(t *testing.T, d *display, session string, env []string, args ...string) *program {
	t.Helper()
	bin := os.Getenv("DESCENTLAB_BIN")
	if bin == "" {
		t.Fatal("DESCENTLAB_BIN must name the program to test; 'make test' sets it")
	}
	bin, err := filepath.Abs(bin)
	if err != nil {
		t.Fatal(err)
	}
	p := &program{display: d, session: session, done: make(chan error, 1), places: map[string]image.Rectangle{},
		drawn: map[string]int{}}
	p.cmd = exec.Command(bin, args...)
	home := filepath.Dir(session)
	p.cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=",
		"HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home,
		"DESCENTLAB_SESSION="+session, "DESCENTLAB_TRACE=1", "LANG=en_US.UTF-8", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1")
	p.cmd.Env = append(p.cmd.Env, env...)
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	trace, err := p.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		p.read(bufio.NewScanner(trace))
		p.done <- p.cmd.Wait()
	}()
	t.Cleanup(func() {
		p.cmd.Process.Kill()
		p.mu.Lock()
		defer p.mu.Unlock()
		if t.Failed() {
			t.Logf("the program said:\n%s", strings.Join(p.said, "\n"))
		}
	})
	until(t, "the first race on the screen", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.shown
	})
	d.do(t, "search", "--sync", "--name", "Descent Lab", "windowactivate", "--sync")
	return p
}

// read takes in what the program traces: that it has drawn, and "place NAME x y w h" for its controls.
func (p *program) read(lines *bufio.Scanner) {
	for lines.Scan() {
		var name string
		var x, y, w, h int
		line := lines.Text()
		p.mu.Lock()
		if _, err := fmt.Sscanf(line, "place %s %d %d %d %d", &name, &x, &y, &w, &h); err == nil {
			p.places[name] = image.Rect(x, y, x+w, y+h)
		} else if strings.HasPrefix(line, "first race shown") {
			p.shown = true
		} else if of, is := strings.CutPrefix(line, "pictures of "); is {
			name, number, _ := strings.Cut(of, ": ")
			p.drawn[name], _ = strconv.Atoi(number)
		} else if !strings.HasPrefix(line, "frames painted") {
			p.said = append(p.said, line)
		}
		p.mu.Unlock()
	}
}

// pictures is how many a control has drawn.
func (p *program) pictures(of string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.drawn[of]
}

// height is how high a control is.
func (p *program) height(name string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.places[name].Dy()
}

// place is where a control is on the screen.
func (p *program) place(t *testing.T, name string) image.Rectangle {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	r, ok := p.places[name]
	if !ok {
		t.Fatalf("the program has not said where %s is; it knows %v", name, p.places)
	}
	return r.Add(p.origin(t))
}

// origin is the window's corner on the screen: where the pointer comes to when it is sent there. (What xdotool says of a
// window's geometry counts the frame twice.)
func (p *program) origin(t *testing.T) image.Point {
	t.Helper()
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Descent Lab$",
		"mousemove", "--window", "%1", "0", "0", "getmouselocation", "--shell")
	cmd.Env = append(os.Environ(), "DISPLAY="+p.name)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var at image.Point
	for line := range strings.Lines(string(out)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch name {
		case "X":
			at.X = atoi(t, value)
		case "Y":
			at.Y = atoi(t, value)
		}
	}
	return at
}

// quit closes the window as its user would and waits for the program to end.
func (p *program) quit(t *testing.T) {
	t.Helper()
	p.do(t, "key", "alt+F4")
	select {
	case err := <-p.done:
		p.done <- err
	case <-time.After(8 * time.Second): // the window manager of a busy machine may miss the first one
		t.Log("the window is asked to close once more")
		p.do(t, "key", "alt+F4")
	}
	p.ended(t)
}

// ended waits until the program has ended well.
func (p *program) ended(t *testing.T) {
	t.Helper()
	select {
	case err := <-p.done:
		if err != nil {
			t.Fatalf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		_ = p.cmd.Process.Signal(syscall.SIGQUIT) // it says what it waits for
		time.Sleep(time.Second)
		t.Fatal("the program does not close")
	}
}

// A saved session, as far as the tests look into it.
type saved struct {
	Experiment struct {
		Surface string
		Formula string
		View    [4]float64
		Start   [2]float64
		Racers  []struct{ Racer string }
		Look    struct{ Large bool }
		Swarm   struct{ From string }
		Painted []struct {
			Erase  bool
			Points [][2]float64
		}
	}
	Head  float64
	Rooms struct {
		Seen   string
		States map[string]json.RawMessage
	}
}

// saved reads the session file; one that is not there yet is empty.
func (p *program) saved(t *testing.T) saved {
	t.Helper()
	data, err := os.ReadFile(p.session)
	if os.IsNotExist(err) {
		return saved{}
	}
	if err != nil {
		t.Fatal(err)
	}
	var s saved
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatalf("the session file is broken: %v", err)
	}
	return s
}
