package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	playRow      = "window: pictures a second while 8 racers play 2,000 steps"
	eventsRow    = "window: pictures a second while 8 racers play with two charts and events"
	coresRow     = "window: CPU of a second of that"
	flatRow      = "window: memory after playing, of that after the first minute"
	dragRow      = "window: CPU of a move while a slider is dragged"
	dragFrameRow = "window: pictures a second while a slider is dragged"

	playRatio = 0.85 // of what a bare window with one picture shows
	smooth    = 60   // pictures a second, which are enough
	dragLimit = 20 * time.Millisecond
	coresMost = 1200 * time.Millisecond // in a second: more than one core, less than two
	longPlay  = 10 * time.Minute        // at most, for its memory
	replay    = 20 * time.Second        // from one start of the race to the next: it plays all the time

	warming  = 2 * time.Second
	watching = 10 * time.Second
	moves    = 60 // of the mouse in a second
)

// playing is the race that is played.
const playing = `{"format":"descentlab experiment","version":1,"surface":"himmelblau","home":[-5,5,-5,5],"view":[-5,5,-5,5],
"start":[-0.5,-0.5],"seed":7,"noise":0,"steps":2000,"racers":[
{"racer":"sgd lr=0.001","slot":0},{"racer":"momentum lr=0.001","slot":1},{"racer":"nesterov lr=0.001","slot":2},
{"racer":"adagrad lr=0.5","slot":3},{"racer":"rmsprop lr=0.01","slot":4},{"racer":"adam lr=0.05","slot":5},
{"racer":"nadam lr=0.05","slot":6},{"racer":"amsgrad lr=0.05","slot":7}],
"look":{"levels":"log","side_by_side":false,"linear_loss":false}}`

// A pace is how many pictures a window shows in a second, and what each takes of the CPU.
type pace struct {
	pictures float64
	each     time.Duration
	cpu      time.Duration // in a second
}

// measurePlay holds the window that plays, and that in which a slider is dragged, against a bare one that shows one picture
// after another. Before and after: what else the machine does goes by, and the faster one counts.
func measurePlay(dir string) []result {
	bare, err := barePace(dir)
	var play, told, drag pace
	if err == nil {
		play, err = playPace(dir)
	}
	if err == nil {
		told, err = playPace(dir, "e") // a lane of events for each racer
	}
	if err == nil {
		drag, err = dragPace(dir)
	}
	if again, failed := barePace(dir); failed == nil && again.pictures > bare.pictures {
		bare = again
	}
	name := fmt.Sprintf("a bare window, %v a picture", bare.each.Round(time.Millisecond/10))
	row := func(what string, p pace) result {
		return result{What: what, Unit: frames, Target: playRatio * bare.pictures, Measured: p.pictures, Base: bare.pictures,
			BaseName: name, Note: fmt.Sprintf("%v of CPU each", p.each.Round(time.Millisecond/10)),
			Met: p.pictures >= playRatio*bare.pictures, Err: err}
	}
	events := row(eventsRow, told)
	events.Target = min(events.Target, smooth)
	events.Met = told.pictures >= events.Target
	return []result{
		row(playRow, play), events,
		{What: coresRow, Target: float64(coresMost), Measured: float64(told.cpu), Base: float64(bare.cpu), BaseName: name,
			Met: told.cpu <= coresMost, Err: err},
		{What: dragRow, Target: float64(dragLimit), Measured: float64(drag.cpu) / moves, Base: float64(bare.each), BaseName: name,
			Met: drag.cpu/moves <= dragLimit, Err: err},
		row(dragFrameRow, drag),
	}
}

// barePace is that of a window of Fyne's with one picture over all of it.
func barePace(dir string) (pace, error) {
	p, err := launch(filepath.Join(dir, "emptywindow"), "-play")
	if err != nil {
		return pace{}, err
	}
	defer p.end()
	if err := waitFor(p.lines, "first picture shown"); err != nil {
		return pace{}, err
	}
	return p.pace("frames painted: ")
}

// playPace plays a race, after some keys.
func playPace(dir string, keys ...string) (pace, error) {
	u, p, err := openRace(dir)
	if err != nil {
		return pace{}, err
	}
	defer p.end()
	if err := u.hands(append([]string{"key"}, append(keys, "Home", "space")...)...); err != nil {
		return pace{}, err
	}
	return p.pace("pictures of map: ")
}

// openRace opens the race that is played.
func openRace(dir string) (*use, *process, error) {
	file, err := os.CreateTemp("", "bench-*.descent.json")
	if err != nil {
		return nil, nil, err
	}
	defer os.Remove(file.Name())
	if _, err := file.WriteString(playing); err != nil {
		return nil, nil, err
	}
	if err := file.Close(); err != nil {
		return nil, nil, err
	}
	return open(filepath.Join(dir, "descentlab"), windowSize, file.Name())
}

// measureFlat plays a race again and again, with its events, and looks at the memory after a minute and in the end.
func measureFlat(dir string, length time.Duration) result {
	length = min(length, longPlay)
	r := result{What: flatRow, Unit: megabytes, Ratio: keptRatio, BaseName: "after the first minute",
		Note: fmt.Sprint("of ", length)}
	u, p, err := openRace(dir)
	if err != nil {
		r.Err = err
		return r
	}
	defer p.end()
	r.Err = u.hands("key", "e")
	for played := time.Duration(0); r.Err == nil && (played < length || r.Base == 0); played += replay {
		if r.Err = u.hands("key", "Home", "key", "space"); r.Err == nil {
			_, r.Err = follow(p.lines, paintedPrefix, replay)
		}
		if r.Err == nil && played >= time.Minute-replay {
			r.Measured, r.Err = resident(u.pid)
			if r.Base == 0 {
				r.Base = r.Measured
			}
		}
	}
	r.Met = r.Measured <= keptRatio*r.Base
	return r
}

// dragPace drags the slider of the first racer's rate to and fro.
func dragPace(dir string) (pace, error) {
	u, p, err := open(filepath.Join(dir, "descentlab"), windowSize)
	if err != nil {
		return pace{}, err
	}
	defer p.end()
	slider, ok := u.places["racer-0-lr"]
	if !ok {
		return pace{}, fmt.Errorf("the window did not say where the slider is: %v", u.places)
	}
	// One xdotool makes all moves: one for each would take a fifth of a core from what is measured.
	y := strconv.Itoa((slider.Min.Y + slider.Max.Y) / 2)
	hands := []string{"mousemove", strconv.Itoa(slider.Min.X + slider.Dx()/2), y, "mousedown", "1"}
	for i := range int((warming + watching + 2*time.Second).Seconds() * moves) {
		x := slider.Min.X + slider.Dx()*(45+toAndFro(i, 30))/100
		hands = append(hands, "mousemove", strconv.Itoa(x), y, "sleep", fmt.Sprintf("%.4f", 1.0/moves))
	}
	moved := make(chan error, 1)
	go func() { moved <- u.hands(append(hands, "mouseup", "1")...) }()
	found, err := p.pace("pictures of map: ")
	if failed := <-moved; err == nil {
		err = failed
	}
	return found, err
}

// toAndFro goes from 0 to n and back, step by step.
func toAndFro(i, n int) int {
	if i %= 2 * n; i > n {
		return 2*n - i
	}
	return i
}

// pace counts the pictures that the program tells of, in lines that begin so, for a while.
func (p *process) pace(prefix string) (pace, error) {
	if _, err := follow(p.lines, prefix, warming); err != nil {
		return pace{}, err
	}
	before, err := cpuTime(p.cmd.Process.Pid)
	if err != nil {
		return pace{}, err
	}
	began := time.Now()
	counts, err := follow(p.lines, prefix, watching)
	if err != nil {
		return pace{}, err
	}
	after, err := cpuTime(p.cmd.Process.Pid)
	if err != nil {
		return pace{}, err
	}
	if len(counts) < 2 {
		return pace{}, fmt.Errorf("it printed no lines %q", strings.TrimSpace(prefix)+" N")
	}
	// The counts come once a second.
	found := pace{pictures: float64(counts[len(counts)-1]-counts[0]) / float64(len(counts)-1)}
	found.cpu = time.Duration(float64(after-before) / time.Since(began).Seconds())
	found.each = time.Duration(float64(found.cpu) / max(found.pictures, 1))
	return found, nil
}
