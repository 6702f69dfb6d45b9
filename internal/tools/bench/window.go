package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	shownRow  = "window: a fresh start shows the first race"
	idleRow   = "window: CPU while paused and untouched"
	framesRow = "window: repaints while paused and untouched"

	starts    = 3                // fresh starts; the middle one counts
	patience  = 30 * time.Second // for the first picture
	firstRace = 6 * time.Second  // the race that a first start plays
	settling  = 3 * time.Second  // between the first picture, or the end of that race, and idling
	idling    = 10 * time.Second
	idleLimit = 3 // % of a core

	// USER_HZ, the unit of the times in /proc, is 100 on every Linux.
	tick = 10 * time.Millisecond
)

// A window is what was seen of a program with a window.
type window struct {
	Shown  time.Duration // from the start of the process to the first picture
	CPU    float64       // % of one core while idle
	Frames int           // frames painted while idle; -1 if the program did not say
}

// measureWindows measures build/descentlab against an empty window of Fyne's.
func measureWindows(dir string) []result {
	lab, err := measureWindow(filepath.Join(dir, "descentlab"), "first race shown")
	var empty window
	if err == nil {
		empty, err = measureWindow(filepath.Join(dir, "emptywindow"), "first picture shown")
	}
	framesErr := err
	if err == nil && lab.Frames < 0 {
		framesErr = errors.New("the program printed no line \"frames painted: N\"")
	}
	const base = "an empty window"
	limit := 1500 * time.Millisecond
	return []result{
		{What: shownRow, Target: float64(limit), Measured: float64(lab.Shown), Base: float64(empty.Shown), BaseName: base,
			Met: lab.Shown < limit, Err: err},
		{What: idleRow, Unit: percent, Target: idleLimit, Measured: lab.CPU, Base: empty.CPU, BaseName: base,
			Met: lab.CPU < idleLimit, Err: err},
		{What: framesRow, Unit: frames, Measured: float64(lab.Frames), Note: fmt.Sprintf("in %v", idling),
			Met: lab.Frames == 0, Err: framesErr},
	}
}

// measureWindow starts the program several times, each time as on its first day, and then lets the last one idle.
// The program prints the line that begins with shown when its first picture is painted.
func measureWindow(path, shown string) (window, error) {
	var times []time.Duration
	var last window
	for i := range starts {
		w, err := watch(path, shown, i == starts-1)
		if err != nil {
			return window{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		times = append(times, w.Shown)
		last = w
	}
	slices.Sort(times)
	last.Shown = times[len(times)/2]
	return last, nil
}

// watch runs the program once, without a home of its own, and ends it.
func watch(path, shown string, idle bool) (window, error) {
	started := time.Now()
	p, err := launch(path)
	if err != nil {
		return window{}, err
	}
	defer p.end()
	var w window
	if err := waitFor(p.lines, shown); err != nil {
		return window{}, err
	}
	w.Shown = time.Since(started)
	if idle {
		w.CPU, w.Frames, err = watchIdle(p.cmd.Process.Pid, p.lines)
	}
	return w, err
}

// A process is a program that runs with a home of its own.
type process struct {
	cmd   *exec.Cmd
	lines chan string // what it says on standard error
	end   func()
}

// launch starts a program on the display.
func launch(path string, args ...string) (*process, error) {
	if os.Getenv("DISPLAY") == "" {
		return nil, errors.New("DISPLAY is empty: run it through scripts/with-display.sh")
	}
	home, err := os.MkdirTemp("", "bench-home")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_DATA_HOME=", "XDG_STATE_HOME=",
		"LANG=en_US.UTF-8", "DESCENTLAB_SESSION=", "DESCENTLAB_TRACE=1")
	stderr, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		os.RemoveAll(home)
		return nil, err
	}
	p := &process{cmd: cmd, lines: make(chan string)}
	go func() {
		defer close(p.lines)
		for scan := bufio.NewScanner(stderr); scan.Scan(); {
			p.lines <- scan.Text()
		}
	}()
	p.end = func() {
		cancel()
		for range p.lines { // until the pipe is closed, which Wait would otherwise cut short
		}
		_ = cmd.Wait() // killed: its status says nothing
		os.RemoveAll(home)
	}
	return p, nil
}

// waitFor reads lines until one begins with prefix.
func waitFor(lines <-chan string, prefix string) error {
	var said []string
	timeout := time.After(patience)
	for {
		select {
		case line, ok := <-lines:
			if !ok {
				return fmt.Errorf("ended before the line %q; it said %q", prefix, said)
			}
			if strings.HasPrefix(line, prefix) {
				return nil
			}
			said = append(said, line)
		case <-timeout:
			return fmt.Errorf("no line %q in %v; it said %q", prefix, patience, said)
		}
	}
}

// watchIdle measures the CPU that a process takes, in % of a core, and counts the frames it says it painted: it prints
// "frames painted: N" every second, N being the frames since its start. -1 frames: it said nothing.
func watchIdle(pid int, lines <-chan string) (cpu float64, painted int, err error) {
	if _, err := follow(lines, paintedPrefix, firstRace+settling); err != nil {
		return 0, 0, err
	}
	before, err := cpuTime(pid)
	if err != nil {
		return 0, 0, err
	}
	since := time.Now()
	counts, err := follow(lines, paintedPrefix, idling)
	if err != nil {
		return 0, 0, err
	}
	after, err := cpuTime(pid)
	if err != nil {
		return 0, 0, err
	}
	cpu = 100 * float64(after-before) / float64(time.Since(since))
	if len(counts) < 2 {
		return cpu, -1, nil
	}
	return cpu, counts[len(counts)-1] - counts[0], nil
}

const paintedPrefix = "frames painted: "

// follow reads lines for a while and gives the counts among them that stand behind a prefix.
func follow(lines <-chan string, prefix string, d time.Duration) ([]int, error) {
	var counts []int
	for end := time.After(d); ; {
		select {
		case line, ok := <-lines:
			if !ok {
				return nil, errors.New("ended while it was watched")
			}
			if number, is := strings.CutPrefix(line, prefix); is {
				n, err := strconv.Atoi(number)
				if err != nil {
					return nil, fmt.Errorf("%q: %w", line, err)
				}
				counts = append(counts, n)
			}
		case <-end:
			return counts, nil
		}
	}
}

// cpuTime is the time that a process has spent on the CPU, in its own code and in the kernel's.
func cpuTime(pid int) (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	return parseStat(string(stat))
}

// parseStat reads utime and stime, fields 14 and 15 of /proc/PID/stat (proc(5)). Field 2 is the program's name in parentheses
// and may hold blanks and parentheses itself.
func parseStat(stat string) (time.Duration, error) {
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0, fmt.Errorf("unexpected /proc stat line %q", stat)
	}
	var sum time.Duration
	for _, field := range fields[11:13] {
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("unexpected /proc stat line %q: %w", stat, err)
		}
		sum += time.Duration(n) * tick
	}
	return sum, nil
}
