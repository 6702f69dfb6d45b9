//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// carried is the start of the experiment in the files of these tests, which no other experiment has.
var carried = [2]float64{-1.375, 2.125}

// carriers are files of every kind that an experiment can be kept in, and its link.
func carriers(t *testing.T) (files []string, link string) {
	t.Helper()
	bin, folder := os.Getenv("DESCENTLAB_BIN"), filepath.Join(t.TempDir(), "some files")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	experiment := filepath.Join(folder, "it.descent.json")
	const text = `{"format": "descentlab experiment", "version": 1, "surface": "rosenbrock", "home": [-2, 2, -1, 3],
		"view": [-2, 2, -1, 3], "start": [-1.375, 2.125], "seed": 1, "noise": 0, "steps": 40,
		"racers": [{"racer": "adam lr=0.05", "slot": 0}],
		"look": {"levels": "log", "side_by_side": false, "linear_loss": false}}`
	if err := os.WriteFile(experiment, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	files = append(files, experiment)
	for _, ending := range []string{".png", ".svg", ".html", ".pdf", ".ipynb", ".gif", ".apng"} {
		file := filepath.Join(folder, "it"+ending)
		args := []string{"race", experiment, "-o", file}
		if ending == ".gif" || ending == ".apng" {
			args = append(args, "-frames", "3", "-size", "300x200")
		}
		if out, err := exec.Command(bin, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", file, err, out)
		}
		files = append(files, file)
	}
	out, err := exec.Command(bin, "share", experiment).Output()
	if err != nil {
		t.Fatal(err)
	}
	return files, strings.TrimSpace(string(out))
}

// TestFilesAreOpened: whatever carries an experiment opens with the program's start, and when it is dropped on the window;
// one undo brings back what was there.
func TestFilesAreOpened(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	files, link := carriers(t)
	for _, name := range append(files, link) {
		home := t.TempDir()
		p := launch(t, d, filepath.Join(home, "session.json"), nil, name)
		until(t, "a session of what was opened", func() bool {
			list, err := filepath.Glob(filepath.Join(home, "opened-*.json"))
			if err != nil || len(list) != 1 {
				return false
			}
			p.session = list[0]
			return p.saved(t).Experiment.Start == carried
		})
		p.quit(t)
	}

	p := start(t, d, filepath.Join(t.TempDir(), "session.json"))
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "carriers")
		}
	})
	m, was := p.place(t, "map"), p.saved(t).Experiment.Start
	opened := func(how string) {
		t.Helper()
		until(t, "the experiment by "+how, func() bool { return p.saved(t).Experiment.Start == carried })
		p.do(t, "key", "ctrl+z")
		until(t, "the one before", func() bool { return p.saved(t).Experiment.Start == was })
	}
	for _, name := range files {
		p.drop(t, m.Min.X+m.Dx()/2, m.Min.Y+m.Dy()/2, name)
		opened("a drop of " + filepath.Base(name))
	}
	f := p.place(t, "formula")
	inFormula := func(text string) {
		t.Helper()
		p.click(t, f.Min.X+f.Dx()/2, f.Min.Y+f.Dy()/2)
		p.do(t, "key", "ctrl+a")
		p.do(t, "type", "--delay", 12, text)
	}
	before := p.rest(t)
	inFormula(link[:len(link)/2])
	p.changed(t, "what is wrong with half a link", before, f.Add(f.Size()).Union(f), 100)
	p.do(t, "key", "Return", "sleep", 0.3, "key", "Escape")
	inFormula(link)
	p.do(t, "key", "Return")
	opened("a link in the field of the formula")
	p.quit(t)
}
