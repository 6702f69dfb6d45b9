//go:build !windows && !darwin && !js

package clipboard

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// signed is what begins as a PNG does, so many bytes long.
func signed(n int) []byte {
	data := []byte("\x89PNG\r\n\x1a\n")
	for i := len(data); i < n; i++ {
		data = append(data, byte(i*7+i/251))
	}
	return data
}

// TestNoDisplay: without a desktop it is said what would help.
func TestNoDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if err := Put(t.Context(), signed(100)); err == nil || !strings.Contains(err.Error(), "wl-clipboard") {
		t.Errorf("it says %v", err)
	}
	if _, err := Get(t.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("it says %v", err)
	}
	t.Setenv("DISPLAY", ":4711")
	if err := Put(t.Context(), signed(100)); err == nil || !strings.Contains(err.Error(), "X server") {
		t.Errorf("it says %v", err)
	}
	if err := Put(t.Context(), []byte("GIF89a")); err == nil {
		t.Error("what is no PNG is put there")
	}
}

// TestClipboard: another program reads what is put, small and large, and what another puts is read; run where there is a display.
func TestClipboard(t *testing.T) {
	t.Setenv("WAYLAND_DISPLAY", "")
	if _, err := exec.LookPath("xclip"); err != nil || os.Getenv("DISPLAY") == "" {
		t.Skip("there is no display, or no xclip")
	}
	for _, n := range []int{100, chunk, chunk + 1, 3*chunk + 17, 8 << 20} {
		want := signed(n)
		if err := Put(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			got, err := exec.Command("xclip", "-selection", "clipboard", "-t", png, "-o").Output()
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d bytes: %v, xclip has %d", n, err, len(got))
			}
		}
		if got, err := Get(context.Background()); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes: %v, read are %d", n, err, len(got))
		}
	}
	targets, err := exec.Command("xclip", "-selection", "clipboard", "-t", "TARGETS", "-o").Output()
	if err != nil || !strings.Contains(string(targets), png) {
		t.Errorf("%v, %s", err, targets)
	}
	for _, n := range []int{100, 2 << 20} {
		put := exec.Command("xclip", "-selection", "clipboard", "-t", png)
		put.Stdin = bytes.NewReader(signed(n))
		if err := put.Run(); err != nil {
			t.Fatal(err)
		}
		if !soon(func() bool { got, err := Get(t.Context()); return err == nil && bytes.Equal(got, signed(n)) }) {
			t.Errorf("what another program has is not read: %d bytes", n)
		}
	}
	text := exec.Command("xclip", "-selection", "clipboard")
	text.Stdin = strings.NewReader("words")
	if err := text.Run(); err != nil {
		t.Fatal(err)
	}
	if !soon(func() bool { _, err := Get(t.Context()); return errors.Is(err, ErrNone) }) {
		t.Error("words are taken for a picture")
	}
}

// soon tells whether something comes to hold: xclip takes the clipboard over after it has said that it has.
func soon(holds func() bool) bool {
	for range 100 {
		if holds() {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}
