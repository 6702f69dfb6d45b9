//go:build e2e

package e2e

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"image"
	"image/color"
	"image/draw"
	"image/png"
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

// A display is an X server of our own, with a window manager, whose pixels are read from the file in which the
// server keeps them.
type display struct {
	name, dir string
}

const screenWidth, screenHeight = 1500, 960

// choosing is held while a server looks for a number that none has: two at once take the socket of each other.
var choosing sync.Mutex

// startDisplay starts Xvfb and openbox; both end with the test.
func startDisplay(t *testing.T) *display {
	t.Helper()
	choosing.Lock()
	defer choosing.Unlock()
	dir := t.TempDir()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	size := fmt.Sprintf("%dx%dx24", screenWidth, screenHeight)
	// Without -noreset it would begin anew when all have left, and turn away who comes meanwhile.
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size, "-fbdir", dir, "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{w}
	run(t, server)
	w.Close()
	number := make([]byte, 16)
	n, err := r.Read(number)
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &display{name: ":" + strings.TrimSpace(string(number[:n])), dir: dir}
	d.manage(t)
	return d
}

// manage starts a window manager, which ends with the test.
func (d *display) manage(t *testing.T) {
	t.Helper()
	manager := exec.Command("openbox", "--sm-disable")
	manager.Env = append(os.Environ(), "DISPLAY="+d.name)
	run(t, manager)
	until(t, "a window manager", func() bool {
		asked := exec.Command("xdotool", "get_num_desktops")
		asked.Env = manager.Env
		return asked.Run() == nil
	})
}

// run starts a process that is ended with the test.
func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s: %v (make test installs it)", cmd.Path, err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

// do lets xdotool act.
func (d *display) do(t *testing.T, args ...any) {
	t.Helper()
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = fmt.Sprint(a)
	}
	cmd := exec.Command("xdotool", words...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xdotool %s: %v: %s", strings.Join(words, " "), err, out)
	}
}

// keyboard lays out the keys as they are somewhere.
func (d *display) keyboard(t *testing.T, layout string) {
	t.Helper()
	cmd := exec.Command("setxkbmap", "-display", d.name, layout)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("setxkbmap %s: %v: %s", layout, err, out)
	}
}

func (d *display) click(t *testing.T, x, y int) {
	t.Helper()
	d.do(t, "mousemove", x, y, "sleep", 0.05, "mousedown", 1, "sleep", 0.05, "mouseup", 1)
}

// drag presses at the first point and releases at the second, moving in between as a hand does.
func (d *display) drag(t *testing.T, x0, y0, x1, y1 int) {
	t.Helper()
	d.do(t, "mousemove", x0, y0, "sleep", 0.05, "mousedown", 1)
	const moves = 10
	for i := 1; i <= moves; i++ {
		d.do(t, "mousemove", x0+(x1-x0)*i/moves, y0+(y1-y0)*i/moves, "sleep", 0.02)
	}
	d.do(t, "mouseup", 1)
}

// pixels reads the screen: the file is an X window dump, big-endian words before 32 bits a pixel.
func (d *display) pixels(t *testing.T) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, "Xvfb_screen0"))
	if err != nil {
		t.Fatal(err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const sizeAt, widthAt, heightAt, bitsAt, lineAt, colorsAt = 0, 4, 5, 11, 12, 19
	if word(bitsAt) != 32 {
		t.Fatalf("%d bits a pixel, expected 32", word(bitsAt))
	}
	w, h, line := word(widthAt), word(heightAt), word(lineAt)
	body := data[word(sizeAt)+12*word(colorsAt):]
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p := body[y*line+4*x:]
			img.SetRGBA(x, y, color.RGBA{p[2], p[1], p[0], 255})
		}
	}
	return img
}

// different counts the pixels of a rectangle in which two pictures differ.
func different(a, b *image.RGBA, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
			}
		}
	}
	return n
}

// crop returns a part of a picture with its corner at the origin.
func crop(img *image.RGBA, r image.Rectangle) *image.RGBA {
	part := image.NewRGBA(image.Rectangle{Max: r.Size()})
	draw.Draw(part, part.Rect, img, r.Min, draw.Src)
	return part
}

// keep saves a picture of the screen for whoever looks into a failure.
func (d *display) keep(t *testing.T, name string) { keep(t, name, d.pixels(t)) }

func keep(t *testing.T, name string, img image.Image) {
	dir := filepath.Join("testdata", "failed")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		return
	}
	defer f.Close()
	if png.Encode(f, img) == nil {
		t.Logf("the screen is in %s", f.Name())
	}
}

// until waits for a condition; the program is given time generously, since test machines are slow.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	if !within(30*time.Second, ok) {
		t.Fatalf("waited in vain: %s", what)
	}
}

// within waits for a condition, so long at most, and tells whether it has come true.
func within(patience time.Duration, ok func() bool) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok() {
			return true
		}
	}
	return false
}

// steady waits until a value has stayed what it is for a while, and returns it. The while is longer than the program waits
// before it writes the session.
func steady[T comparable](t *testing.T, what string, value func() T) T {
	t.Helper()
	last, since := value(), time.Now()
	until(t, what, func() bool {
		if now := value(); now != last {
			last, since = now, time.Now()
		}
		return time.Since(since) > 600*time.Millisecond
	})
	return last
}

// rest waits until the screen changes no more, and returns what is on it.
func (d *display) rest(t *testing.T) *image.RGBA {
	t.Helper()
	seed := maphash.MakeSeed()
	var img *image.RGBA
	steady(t, "a screen at rest", func() uint64 {
		img = d.pixels(t)
		return maphash.Bytes(seed, img.Pix)
	})
	return img
}

// changed waits until more than n pixels of a rectangle differ from what they were before.
func (d *display) changed(t *testing.T, what string, before *image.RGBA, r image.Rectangle, n int) {
	t.Helper()
	until(t, what, func() bool { return different(before, d.pixels(t), r) > n })
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
