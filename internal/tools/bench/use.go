package main

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	memoryRow = "window: memory after using it"
	keptRow   = "window: memory after using it, of that at the start"

	memoryLimit = 220e6            // bytes
	keptRatio   = 1.1              // of what it takes once everything has been used
	rounds      = 20               // of use before the first look: everything has been seen and made once
	windowSize  = "-size=1440x900" // in which the memory is promised
)

// A use is a program in the hands of a user.
type use struct {
	lines  <-chan string
	places map[string]image.Rectangle
	pid    int
}

// measureUse uses build/descentlab for a while: sliders, clicks, the wheel, tabs, undo, typing, while it plays.
func measureUse(dir string, length time.Duration) []result {
	results := []result{
		{What: memoryRow, Unit: megabytes, Target: memoryLimit, BaseName: "a bare window", Note: fmt.Sprint("of ", length)},
		{What: keptRow, Unit: megabytes, Ratio: keptRatio, BaseName: "after its first minute"},
	}
	bare, err := bareWindow(filepath.Join(dir, "emptywindow"))
	var first, last float64
	if err == nil {
		first, last, err = driveWindow(filepath.Join(dir, "descentlab"), length)
	}
	for i := range results {
		results[i].Err, results[i].Measured = err, last
	}
	results[0].Base, results[0].Met = bare, last <= memoryLimit
	results[1].Base, results[1].Met = first, last <= keptRatio*first
	return results
}

// bareWindow is what a window of Fyne's with one picture in it has resident: OpenGL drawn by software has its share.
func bareWindow(path string) (float64, error) {
	p, err := launch(path)
	if err != nil {
		return 0, err
	}
	defer p.end()
	if err := waitFor(p.lines, "first picture shown"); err != nil {
		return 0, err
	}
	time.Sleep(settling)
	return resident(p.cmd.Process.Pid)
}

// driveWindow is what the program has resident after the first rounds of use and in the end, in bytes.
func driveWindow(path string, length time.Duration) (first, last float64, err error) {
	u, p, err := open(path, windowSize)
	if err != nil {
		return 0, 0, err
	}
	defer p.end()
	for began, i := time.Now(), 0; i <= rounds || time.Since(began) < length; i++ {
		u.listen()
		if err := u.round(i); err != nil {
			return 0, 0, err
		}
		if i == rounds {
			if first, err = resident(u.pid); err != nil {
				return 0, 0, err
			}
		}
	}
	last, err = resident(u.pid)
	return first, last, err
}

func newUse(p *process) *use {
	return &use{lines: p.lines, places: map[string]image.Rectangle{}, pid: p.cmd.Process.Pid}
}

// open starts the program and waits until its first race is shown and it has the keyboard. The first start's race is led to its
// end, and its first steps are closed.
func open(path string, args ...string) (*use, *process, error) {
	p, err := launch(path, args...)
	if err != nil {
		return nil, nil, err
	}
	u := newUse(p)
	if err = waitFor(u.heard(), "first race shown"); err == nil {
		time.Sleep(settling)
		err = u.hands("search", "--sync", "--name", "Descent Lab", "windowactivate", "--sync", "windowmove", "0", "0")
	}
	if err == nil {
		err = u.hands("key", "End", "key", "Escape", "key", "Escape", "sleep", "1")
	}
	if err != nil {
		p.end()
		return nil, nil, err
	}
	u.listen()
	return u, p, nil
}

// listen takes in where the program says that its controls are.
func (u *use) listen() {
	for {
		select {
		case line, ok := <-u.lines:
			if !ok {
				return
			}
			u.hear(line)
		case <-time.After(50 * time.Millisecond):
			return
		}
	}
}

// heard hands on what the program says, and takes in of that where its controls are, until it has shown a race.
func (u *use) heard() <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for line := range u.lines {
			u.hear(line)
			lines <- line
			if strings.Contains(line, "first race shown") {
				return
			}
		}
	}()
	return lines
}

// hear takes in where the program says that a control is.
func (u *use) hear(line string) {
	var name string
	var x, y, w, h int
	if _, err := fmt.Sscanf(line, "place %s %d %d %d %d", &name, &x, &y, &w, &h); err == nil {
		u.places[name] = image.Rect(x, y, x+w, y+h)
	}
}

// hands lets xdotool act.
func (u *use) hands(args ...string) error {
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return nil
}

// heapRow is measured without a window.
const (
	heapRow   = "memory: live heap after 2,000 edits, undos, folds and theme changes"
	heapLimit = 10e6 // bytes more than before them
)

var heapLine = regexp.MustCompile(`([\d.]+) MB, then ([\d.]+) MB`)

// measureHeap runs the test that holds it, and reads what that has measured.
func measureHeap() result {
	r := result{What: heapRow, Unit: megabytes, BaseName: "before them", Note: fmt.Sprintf("at most %v MB more", heapLimit/1e6)}
	cmd := exec.Command("go", "test", "-tags", "ci", "-vet=off", "-count=1", "-v", "-run", "^TestMemoryStays$", "./app/window")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	match := heapLine.FindSubmatch(out)
	if match == nil {
		r.Err = fmt.Errorf("the test says nothing of the heap: %v: %s", err, out)
		return r
	}
	before, _ := strconv.ParseFloat(string(match[1]), 64)
	after, _ := strconv.ParseFloat(string(match[2]), 64)
	r.Base, r.Measured = before*1e6, after*1e6
	r.Target = r.Base + heapLimit
	r.Met = r.Measured <= r.Target
	return r
}

// round is what a user does in some seconds.
func (u *use) round(i int) error {
	m := u.places["map"]
	at := func(r image.Rectangle, x, y int) []string {
		return []string{"mousemove", strconv.Itoa(r.Min.X + r.Dx()*x/100), strconv.Itoa(r.Min.Y + r.Dy()*y/100)}
	}
	press, release, rest := []string{"mousedown", "1"}, []string{"mouseup", "1"}, []string{"sleep", "0.05"}
	var moves [][]string
	for racer := range 3 { // the sliders of the rates, there and back
		slider := u.places[fmt.Sprintf("racer-%d-lr", racer)]
		moves = append(moves, at(slider, 50, 50), press)
		for x := range 10 {
			moves = append(moves, at(slider, 45+(x*7+i*13)%30, 50), rest)
		}
		moves = append(moves, release)
	}
	moves = append(moves,
		at(m, 10+i*17%80, 10+i*29%80), press, release, rest, // another start
		[]string{"click", "4"}, rest, []string{"click", "5"}, rest, // nearer and farther
		[]string{"key", "ctrl+z"}, rest, []string{"key", "ctrl+shift+z"}, rest,
		[]string{"key", "Home"}, []string{"key", "space"}, // plays
	)
	tabs, views := u.places["tabs"], u.places["views"]
	for _, tab := range []int{12, 37, 62, 87} { // in the middle of each
		moves = append(moves, at(tabs, tab, 50), press, release, []string{"sleep", "0.2"})
		for _, view := range []int{30, 6} { // the second one and the first
			moves = append(moves, at(views, view, 50), press, release, []string{"sleep", "0.2"})
		}
	}
	moves = append(moves, at(tabs, 12, 50), press, release)
	f := u.places["formula"]
	moves = append(moves, at(f, 50, 50), press, release, []string{"key", "End"}, []string{"type", "--args", "1", "+x"}, rest,
		[]string{"key", "BackSpace", "BackSpace"}, rest, []string{"key", "Escape"})
	card := u.places[fmt.Sprintf("racer-%d-lr", i%3)] // by its name it opens, and another one closes
	moves = append(moves, at(card, 15, 50), press, release, rest)
	var all []string
	for _, move := range moves {
		all = append(all, move...)
	}
	return u.hands(all...)
}

// resident is the memory that a process has in the machine's, in bytes.
func resident(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	return parseResident(string(status))
}

var residentLine = regexp.MustCompile(`(?m)^VmRSS:\s+(\d+) kB$`)

// parseResident reads VmRSS (proc_pid_status(5)).
func parseResident(status string) (float64, error) {
	match := residentLine.FindStringSubmatch(status)
	if match == nil {
		return 0, fmt.Errorf("no VmRSS in %q", status)
	}
	kb, err := strconv.ParseFloat(match[1], 64)
	return kb * 1024, err
}
