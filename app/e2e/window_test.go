//go:build e2e

// Package e2e drives the real program in a real window: Xvfb holds the screen, openbox manages the window, xdotool is
// the hand, and what has happened is read back from the session file and from the pixels.
package e2e

import (
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWindow(t *testing.T) {
	d, p, _ := fresh(t, "window")
	ok := t.Run("the focus is seen", func(t *testing.T) { focusIsSeen(t, p) }) &&
		t.Run("click moves the start", func(t *testing.T) { clickMovesStart(t, p) }) &&
		t.Run("slider changes the trace", func(t *testing.T) { sliderChangesTrace(t, p) }) &&
		t.Run("bad formula is refused", func(t *testing.T) { badFormula(t, p) }) &&
		t.Run("people's notation is read and shown", func(t *testing.T) { peoplesFormula(t, p) }) &&
		t.Run("space plays", func(t *testing.T) { spacePlays(t, p) }) &&
		t.Run("a hint shows under a resting pointer", func(t *testing.T) { hint(t, p) }) &&
		t.Run("undo", func(t *testing.T) { undo(t, p) }) &&
		t.Run("wheel zooms and a double click returns", func(t *testing.T) { zoom(t, p) }) &&
		t.Run("a smaller window keeps its map", func(t *testing.T) { resize(t, p) }) &&
		t.Run("a brush paints, rubs out and is undone", func(t *testing.T) { paint(t, p) }) &&
		t.Run("dialogs open and close", func(t *testing.T) { dialogs(t, p) }) &&
		t.Run("untouched repaints nothing", func(t *testing.T) { restsWhenUntouched(t, p) }) &&
		t.Run("reopening restores", func(t *testing.T) { reopen(t, d, p) })
	if !ok {
		t.Log("later steps depend on earlier ones")
	}
}

// worldAt is the point of the plane that a map shows at a place on the screen: all of the view, equal units on both axes.
func worldAt(view [4]float64, m image.Rectangle, x, y int) (wx, wy float64) {
	w, h := float64(m.Dx()), float64(m.Dy())
	unit := math.Max((view[1]-view[0])/w, (view[3]-view[2])/h)
	dx := float64(x-m.Min.X) + 0.5 - w/2
	dy := float64(y-m.Min.Y) + 0.5 - h/2
	return (view[0]+view[1])/2 + dx*unit, (view[2]+view[3])/2 - dy*unit
}

// focusIsSeen: a control that the keyboard comes to shows it at once, with nothing else to be painted.
func focusIsSeen(t *testing.T, p *program) {
	for _, control := range []string{"the chooser of the first method", "the slider of its rate"} {
		before := p.rest(t)
		p.do(t, "key", "Tab")
		p.changed(t, "the focus at "+control, before, before.Rect, 20)
	}
}

func clickMovesStart(t *testing.T, p *program) {
	until(t, "a first session file", func() bool { return p.saved(t).Experiment.Surface == "peaks" })
	m := p.place(t, "map")
	before := p.rest(t)
	x, y := m.Min.X+m.Dx()*2/3, m.Min.Y+m.Dy()/3
	p.click(t, x, y)
	view := p.saved(t).Experiment.View
	wx, wy := worldAt(view, m, x, y)
	t.Logf("a click at %d, %d on the map at %v, which shows (%v, %v)", x, y, m, wx, wy)
	near := 2 * (view[1] - view[0]) / float64(m.Dx())
	until(t, "the start at the clicked point", func() bool {
		s := p.saved(t).Experiment.Start
		return math.Abs(s[0]-wx) < near && math.Abs(s[1]-wy) < near
	})
	p.changed(t, "other ways on the map", before, m, 200)
}

func sliderChangesTrace(t *testing.T, p *program) {
	m, k := p.place(t, "map"), p.place(t, "racer-0-lr")
	before := p.rest(t)
	was := p.saved(t).Experiment.Racers[0].Racer
	y := (k.Min.Y + k.Max.Y) / 2
	p.drag(t, k.Min.X+k.Dx()*45/100, y, k.Min.X+k.Dx()*65/100, y)
	until(t, "another lr in the session", func() bool {
		now := p.saved(t).Experiment.Racers[0].Racer
		return now != was && strings.HasPrefix(now, "sgd lr=")
	})
	p.changed(t, "another way on the map", before, m, 50)
}

func badFormula(t *testing.T, p *program) {
	f := p.place(t, "formula")
	p.click(t, f.Min.X+f.Dx()/2, f.Min.Y+f.Dy()/2)
	p.do(t, "key", "ctrl+a")
	before := p.pixels(t)
	p.do(t, "type", "--delay", "30", "x^2 + sine(y)")
	p.do(t, "key", "Return")
	red := func(img *image.RGBA) int {
		n := 0
		for y := f.Min.Y - 10; y < f.Max.Y+40; y++ {
			for x := f.Min.X; x < f.Max.X+200; x++ {
				if c := img.RGBAAt(x, y); int(c.R) > int(c.G)+60 && int(c.R) > int(c.B)+40 {
					n++
				}
			}
		}
		return n
	}
	until(t, "an error in red under the formula", func() bool { return red(p.pixels(t)) > red(before)+40 })
	p.do(t, "key", "Escape")
	until(t, "no error after Escape", func() bool { return red(p.pixels(t)) <= red(before)+10 })
	// What is done next is in the session, and what was refused is not.
	m, was := p.place(t, "map"), p.saved(t).Experiment.Start
	p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/3) // the focus leaves the formula
	until(t, "the start of the next click", func() bool { return p.saved(t).Experiment.Start != was })
	if s := p.saved(t).Experiment; s.Surface != "peaks" || s.Formula != "" {
		t.Errorf("the session has taken the bad formula: %+v", s)
	}
}

// peoplesFormula types a formula as people write it, on a keyboard that has all its signs: how it is read shows before it is
// taken, the map and the session have it afterwards, and one undo takes it back.
func peoplesFormula(t *testing.T, p *program) {
	p.keyboard(t, "de")
	defer p.keyboard(t, "us")
	f, m := p.place(t, "formula"), p.place(t, "map")
	before := p.leaveMap(t, m)
	below := image.Rect(f.Min.X, f.Max.Y+4, f.Min.X+180, m.Min.Y)
	p.click(t, f.Min.X+f.Dx()/2, f.Min.Y+f.Dy()/2)
	p.do(t, "key", "ctrl+a")
	p.do(t, "type", "--delay", 60, "2x² + |y|")
	p.changed(t, "how the formula is read", before, below, 300)
	if s := p.saved(t).Experiment; s.Surface != "peaks" {
		t.Errorf("the formula is taken before Enter: %+v", s)
	}
	p.do(t, "key", "Return")
	until(t, "the formula in the session", func() bool { return p.saved(t).Experiment.Formula == "2*x^2 + abs(y)" })
	p.changed(t, "another ground on the map", before, m, m.Dx()*m.Dy()/2)
	shown := p.leaveMap(t, m)
	if n := different(before, shown, below); n > 100 {
		t.Errorf("%d pixels differ below the field when the formula is taken", n)
	}
	// The level lines of 2x² + |y| lie alike above and below the axis y = 0, and on both sides of x = 0.
	view := p.saved(t).Experiment.View
	at := func(x, y float64) color.RGBA {
		w, h := float64(m.Dx()), float64(m.Dy())
		unit := math.Max((view[1]-view[0])/w, (view[3]-view[2])/h)
		return shown.RGBAAt(m.Min.X+int(w/2+(x-(view[0]+view[1])/2)/unit), m.Min.Y+int(h/2-(y-(view[2]+view[3])/2)/unit))
	}
	low, high := at(0.6, 0.4), at(2.6, 2.4)
	if near(low, high) {
		t.Errorf("the map is as bright at 1.12 as at 15.9: %v, %v", low, high)
	}
	if a, b := at(0.9, 1.7), at(0.9, -1.7); !near(a, b) { // away from the key of heights, which has a corner
		t.Errorf("the map is not alike above and below: %v, %v", a, b)
	}
	p.do(t, "key", "ctrl+z")
	until(t, "the surface before", func() bool { return p.saved(t).Experiment.Surface == "peaks" })
}

// near tells whether two colours are hardly different.
func near(a, b color.RGBA) bool {
	apart := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return apart(a.R, b.R)+apart(a.G, b.G)+apart(a.B, b.B) < 30
}

func spacePlays(t *testing.T, p *program) {
	m := p.place(t, "map")
	p.click(t, m.Min.X+m.Dx()/2, m.Min.Y+m.Dy()/4)
	p.do(t, "key", "Home")
	until(t, "the head at the start", func() bool { return p.saved(t).Head == 0 })
	before := p.rest(t)
	p.do(t, "key", "space")
	until(t, "the head under way", func() bool { return p.saved(t).Head > 3 })
	p.changed(t, "the racers under way", before, m, 50)
	p.do(t, "key", "space")
	// A race that is not paused rests at its end, from where there is no step further.
	at := steady(t, "a head at rest", func() float64 { return p.saved(t).Head })
	p.do(t, "key", "period")
	until(t, "one step further", func() bool { return p.saved(t).Head == math.Floor(at)+1 })
}

// hint rests the pointer on a knob's label: the hint must come by itself, without anything else being painted.
func hint(t *testing.T, p *program) {
	k := p.place(t, "racer-1-lr")
	below := image.Rect(k.Min.X, k.Max.Y, k.Max.X, k.Max.Y+40)
	before := p.leaveMap(t, p.place(t, "map"))
	p.do(t, "mousemove", k.Min.X+8, (k.Min.Y+k.Max.Y)/2)
	p.changed(t, "a hint", before, below, 200)
	p.leaveMap(t, p.place(t, "map"))
	until(t, "no hint any more", func() bool { return different(before, p.pixels(t), below) < 20 })
}

func undo(t *testing.T, p *program) {
	now := p.saved(t).Experiment.Start
	p.do(t, "key", "ctrl+z")
	until(t, "the start before the last click", func() bool { return p.saved(t).Experiment.Start != now })
	p.do(t, "key", "ctrl+shift+z")
	until(t, "the last click again", func() bool { return p.saved(t).Experiment.Start == now })
}

func zoom(t *testing.T, p *program) {
	m := p.place(t, "map")
	was := p.saved(t).Experiment
	x, y := m.Min.X+m.Dx()/4, m.Min.Y+m.Dy()/4
	wx, wy := worldAt(was.View, m, x, y)
	p.do(t, "mousemove", x, y, "sleep", 0.3, "click", "--repeat", 3, "--delay", 60, 4)
	until(t, "a smaller window of the plane", func() bool {
		v := p.saved(t).Experiment.View
		return v[1]-v[0] < 0.8*(was.View[1]-was.View[0])
	})
	view := p.saved(t).Experiment.View
	if nx, ny := worldAt(view, m, x, y); math.Abs(nx-wx) > 0.02 || math.Abs(ny-wy) > 0.02 {
		t.Errorf("under the pointer was (%v, %v) and is (%v, %v); the window was %v and is %v", wx, wy, nx, ny, was.View, view)
	}
	p.doubleClick(t, x, y, func() bool { return p.saved(t).Experiment.View == was.View })
	until(t, "the start as it was", func() bool { return p.saved(t).Experiment.Start == was.Start })
}

// doubleClick clicks twice until that has been understood: a machine that is busy elsewhere may take it for two clicks, which are
// undone.
func (p *program) doubleClick(t *testing.T, x, y int, understood func() bool) {
	t.Helper()
	was := p.saved(t).Experiment.Start
	for range 5 {
		p.do(t, "mousemove", x, y, "sleep", 0.3, "click", "--repeat", 2, "--delay", 80, 1)
		if within(5*time.Second, understood) {
			return
		}
		for range 2 {
			if p.saved(t).Experiment.Start != was {
				p.do(t, "key", "ctrl+z", "sleep", 1)
			}
		}
	}
	t.Fatal("waited in vain for a double click to be understood")
}

func resize(t *testing.T, p *program) {
	before := p.place(t, "map")
	p.do(t, "search", "--onlyvisible", "--name", "^Descent Lab$", "windowsize", "--sync", 1024, 700)
	until(t, "a narrower map", func() bool { return p.place(t, "map").Dx() < before.Dx() })
	m := p.place(t, "map")
	was := p.saved(t).Experiment.Start
	p.click(t, m.Min.X+m.Dx()/3, m.Min.Y+m.Dy()/2)
	until(t, "a start by a click on the narrower map", func() bool { return p.saved(t).Experiment.Start != was })
}

// paint paints where a swarm begins, takes it back and ends with the charts as before.
func paint(t *testing.T, p *program) {
	m := p.place(t, "map")
	p.leaveMap(t, m)
	p.do(t, "key", "p")
	until(t, "a swarm from a painted region", func() bool { return p.saved(t).Experiment.Swarm.From == "painted" })
	before := p.rest(t)
	x0, y0, x1, y1 := m.Min.X+m.Dx()/4, m.Min.Y+m.Dy()/4, m.Min.X+m.Dx()/2, m.Min.Y+m.Dy()/3
	p.drag(t, x0, y0, x1, y1)
	view := p.saved(t).Experiment.View
	near := 3 * (view[1] - view[0]) / float64(m.Dx())
	at := func(p [2]float64, x, y int) bool {
		wx, wy := worldAt(view, m, x, y)
		return math.Hypot(p[0]-wx, p[1]-wy) < near
	}
	until(t, "a stroke from where the hand began to where it ended", func() bool {
		painted := p.saved(t).Experiment.Painted
		return len(painted) == 1 && at(painted[0].Points[0], x0, y0) && at(painted[0].Points[len(painted[0].Points)-1], x1, y1)
	})
	p.changed(t, "the region on the map", before, m, 2000)
	p.do(t, "mousemove", x0, y0, "sleep", 0.05, "mousedown", 3, "sleep", 0.05,
		"mousemove", x0+10, y0, "sleep", 0.05, "mouseup", 3)
	until(t, "what is rubbed out", func() bool {
		painted := p.saved(t).Experiment.Painted
		return len(painted) == 2 && painted[1].Erase
	})
	for n := 1; n >= 0; n-- {
		p.do(t, "key", "ctrl+z")
		until(t, "a stroke less", func() bool { return len(p.saved(t).Experiment.Painted) == n })
	}
	p.do(t, "key", "ctrl+z")
	until(t, "no swarm", func() bool { return p.saved(t).Experiment.Swarm.From == "" })
}

// leaveMap puts the pointer on the caption under the map, where it changes nothing, and returns the screen once the map has
// seen it go.
func (p *program) leaveMap(t *testing.T, m image.Rectangle) *image.RGBA {
	t.Helper()
	p.do(t, "mousemove", m.Min.X+10, m.Max.Y+12)
	return p.rest(t)
}

func dialogs(t *testing.T, p *program) {
	m := p.place(t, "map")
	p.leaveMap(t, m)
	// A dialog covers and dims most of the map; the ring of its focus or the pointer's cross are few pixels.
	many, few := m.Dx()*m.Dy()/10, m.Dx()*m.Dy()/50
	for _, key := range []string{"ctrl+o", "ctrl+s", "ctrl+e"} {
		before := p.rest(t)
		p.do(t, "key", key)
		p.changed(t, "a dialog by "+key, before, m, many)
		p.do(t, "key", "Escape")
		until(t, "the map again after Escape", func() bool { return different(before, p.pixels(t), m) < few })
	}
}

func restsWhenUntouched(t *testing.T, p *program) {
	p.leaveMap(t, p.place(t, "map"))
	p.do(t, "mousemove", 3, screenHeight-3)
	before := p.rest(t)
	info, err := os.Stat(p.session)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(1500 * time.Millisecond) // that nothing happens has no sign to wait for
	if n := different(before, p.pixels(t), before.Rect); n > 0 {
		t.Errorf("%d pixels have changed by themselves", n)
	}
	if later, err := os.Stat(p.session); err != nil || later.ModTime() != info.ModTime() {
		t.Errorf("the session is written though nothing changed: %v", err)
	}
}

func reopen(t *testing.T, d *display, p *program) {
	m := p.place(t, "map")
	before := d.pixels(t)
	p.quit(t)
	was, err := os.ReadFile(p.session)
	if err != nil {
		t.Fatal(err)
	}
	again := start(t, d, p.session)
	d.do(t, "mousemove", 3, screenHeight-3)
	after := d.rest(t)
	r := again.place(t, "map")
	if r.Size() != m.Size() {
		t.Fatalf("the map was %v and is %v", m.Size(), r.Size())
	}
	// The window manager may have put the window elsewhere; and the map has lost the ring of the focus.
	const ring = 4
	closed, reopened := crop(before, m.Inset(ring)), crop(after, r.Inset(ring))
	if n := different(closed, reopened, closed.Rect); n > 0 {
		d.keep(t, "reopened")
		keep(t, "closed", before)
		t.Errorf("the map differs in %d pixels from the one before closing", n)
	}
	now, err := os.ReadFile(again.session)
	if err != nil {
		t.Fatal(err)
	}
	if string(now) != string(was) {
		t.Errorf("the session has changed by reopening:\n%s\nwas\n%s", now, was)
	}
	again.quit(t)
}

func TestUnreadableSessionIsSetAside(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	dir := t.TempDir()
	session := filepath.Join(dir, "session.json")
	if err := os.WriteFile(session, []byte(`{"format":"descentlab session","version":1,"experi`), 0o600); err != nil {
		t.Fatal(err)
	}
	p := start(t, d, session)
	aside, err := os.ReadFile(filepath.Join(dir, "session.unreadable-1.json"))
	if err != nil || !strings.HasSuffix(string(aside), "experi") {
		t.Errorf("the broken session is not kept: %q, %v", aside, err)
	}
	until(t, "a new session", func() bool { return p.saved(t).Experiment.Surface == "peaks" })
	p.quit(t)
}
