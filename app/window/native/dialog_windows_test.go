package native

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// A user presses buttons in every dialog of this process that comes, until the test ends. Where there is no desktop to show one
// on, nobody answers, and the test fails by its patience.
func user(t *testing.T, buttons ...uintptr) (pressed *atomic.Int32) {
	t.Helper()
	own := windows.GetCurrentProcessId()
	pressed = new(atomic.Int32)
	press := windows.NewCallback(func(window windows.HWND, _ uintptr) uintptr {
		var process uint32
		_, _ = windows.GetWindowThreadProcessId(window, &process) // of one that goes there is none
		var class [20]uint16
		n, _ := windows.GetClassName(window, &class[0], int32(len(class)))
		if enabled, _, _ := isEnabled.Call(uintptr(window)); process == own && enabled != 0 && windows.IsWindowVisible(window) &&
			windows.UTF16ToString(class[:max(n, 0)]) == "#32770" {
			for _, button := range buttons {
				const command = 0x111
				post.Call(uintptr(window), command, button, 0)
			}
			pressed.Add(1)
		}
		return 1
	})
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for {
			select {
			case <-done:
				return
			case <-time.After(200 * time.Millisecond):
				_ = windows.EnumWindows(press, nil)
			}
		}
	}()
	t.Cleanup(func() {
		close(done)
		<-gone
	})
	return pressed
}

const (
	ok     = 1
	cancel = 2
	yes    = 6
	no     = 7
)

// folder has two files. It goes name by name: Wine 8 knows no other way.
func folder(t *testing.T) (dir string) {
	t.Helper()
	above, err := os.MkdirTemp("", "descentlab")
	names := []string{"", "ein Ordner mit Ä", "ein Ordner mit Ä/Läufe 1.csv", "ein Ordner mit Ä/experiment.descent.json"}
	dir = filepath.Join(above, names[1])
	if err == nil {
		err = os.Mkdir(dir, 0o700)
	}
	for _, name := range names[2:] {
		if err == nil {
			err = os.WriteFile(filepath.Join(above, name), []byte("a,b"), 0o600)
		}
	}
	t.Cleanup(func() {
		for _, name := range slices.Backward(names) {
			if err := os.Remove(filepath.Join(above, name)); err != nil {
				t.Error(err)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// patient is how long a test waits for a dialog.
func patient(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// TestChosen: what is proposed and agreed to comes back.
func TestChosen(t *testing.T) {
	dir := folder(t)
	user(t, ok, yes)
	some := []Filter{{"Tables", []string{".csv", ".txt"}}, {"All files", []string{""}}}
	for _, c := range []struct {
		by   func(context.Context, Wish) (string, error)
		wish Wish
		want string
	}{
		{Open, Wish{Title: "Öffnen", Folder: dir, Name: "Läufe 1.csv", Filters: some}, "Läufe 1.csv"},
		{Save, Wish{Title: "Save", Accept: "Sichern", Folder: dir, Name: "new.descent.json"}, "new.descent.json"},
		{Save, Wish{Folder: dir, Name: "experiment.descent.json"}, "experiment.descent.json"}, // which is there
		{Folder, Wish{Folder: filepath.Dir(dir), Name: filepath.Base(dir)}, ""},
	} {
		path, err := c.by(patient(t), c.wish)
		if err != nil || path != filepath.Join(dir, c.want) {
			t.Errorf("%v: %q, %v", c.wish, path, err)
		}
	}
}

// TestNotChosen: giving up is no error, also where it was asked whether a file may be replaced.
func TestNotChosen(t *testing.T) {
	user(t, cancel)
	for _, by := range []func(context.Context, Wish) (string, error){Open, Folder, Save} {
		if path, err := by(patient(t), Wish{Folder: `Q:\gone`}); path != "" || err != nil {
			t.Errorf("%q, %v", path, err)
		}
	}
}

// TestGivenUp: a dialog that is given up goes away with what it asks, and the next one comes only then.
func TestGivenUp(t *testing.T) {
	dir := folder(t)
	for _, buttons := range [][]uintptr{nil, {ok}} { // the second one asks whether the file may be replaced
		ctx, end := context.WithCancel(t.Context())
		t.Run("", func(t *testing.T) {
			seen := user(t, buttons...)
			done := make(chan error)
			go func() {
				_, err := Save(ctx, Wish{Folder: dir, Name: "experiment.descent.json"})
				done <- err
			}()
			for seen.Load() < 3 && patient(t).Err() == nil {
				time.Sleep(50 * time.Millisecond)
			}
			end()
			if err := <-done; !errors.Is(err, context.Canceled) {
				t.Errorf("it says %v", err)
			}
		})
		t.Run("", func(t *testing.T) {
			user(t, cancel, no)
			if path, err := Open(patient(t), Wish{Folder: dir}); path != "" || err != nil {
				t.Errorf("after one that was given up: %q, %v", path, err)
			}
		})
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := Open(ended, Wish{}); !errors.Is(err, context.Canceled) {
		t.Errorf("before it comes: %v", err)
	}
}
