package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/app/cli/argv"
	"descentlab/internal/lengthy"
)

// brief are flags that keep a command short, whatever was given before them.
var brief = []struct {
	command string
	flags   []string
}{
	{"race", []string{"-steps", "20"}},
	{"basins", []string{"-steps", "10", "-size", "4"}},
	{"plane", []string{"-steps", "10", "-size", "4"}},
	{"tune", []string{"-steps", "5", "-budget", "200", "-starts", "2", "-tune-starts", "2", "-seeds", "1"}},
	{"swarm", []string{"-steps", "5", "-runs", "4"}},
	{"curve", []string{"-steps", "20"}},
}

// FuzzCommandLine: no words panic, the exit status is 0, 1 or 2, and a fault is told in one line, with nothing printed before it
// if it is the user's. The words are parted by line ends. The seeds are few and brief, so that most of the time goes into others.
func FuzzCommandLine(f *testing.F) {
	lengthy.Test(f)
	for _, words := range []string{
		"at\nx^2+y^2\n(1,1)", "at\nsphere\n1\n1", "race\nx=1", "race\nsphere\n-start\n[1;2]", "race\n-x-y\n-start\nx=1,y=2",
		"race\nsphere\n-racer\nAdam(lr=0.1, betas=(0.9, 0.99)) StepLR(3)", "race\n\n", "race\nsphere\n-racer\n", "-theme\ndark\nx",
		"at\n-surface\nsphere\n-start", "tune\nx*y\n-start\n0,0\n-racer\nsgd", "schedules\nStepLR\n-json", "race\n--\n-1", "\xff", "-",
		"race\nx^2\n-start\n1e400,1", "race\nx^2\n-start\n1,5;2,5", "critical\nx\n-view\n0,1,0,", "race\na*x^2\n-param\na=", "x^2\ny",
		"swarm\nsphere\n-racer\nsgd\n-from\nring", "basins\nsphere\n-racer\nsgd\n-bounds\n-1,inf,0,1", "saddles\nx^2-y^2\n-json",
		"plane\nsphere\n-racer\nmomentum\n-x\nlr:1e-4..1:log\n-y\nmomentum:0..0.9", "optimizers\nadam\n-json", "help\nrace",
		"experiments\nspeed", "race\nnewton-saddle", "curve\nw^2\n-racer\nadam", "curve\nown.json",
		"race\n-data\nown.csv\n-surface\nlinear_regression\n-columns\n1,2\n-batch\n1", "surfaces\nsphere\n-turn\n30",
		"race\nsphere\n-o\nr.md", "race\na*(x|y)\n-o\nr.MD\n-racer\nadam",
	} {
		f.Add(words)
	}
	folder := f.TempDir()
	for name, text := range map[string]string{
		"own.json": `{"format":"descentlab experiment","version":1}`, "own.csv": "u,t\n1,2\n2,4.5\n3,6\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, "\n")
		if len(line) > 300 || slices.ContainsFunc(args, elsewhere) {
			return
		}
		for _, b := range brief {
			if args[0] == b.command {
				args = append(args, b.flags...)
			}
		}
		t.Chdir(folder)
		notes = io.Discard
		var out strings.Builder
		handled, err := Run(args, &out)
		if !handled {
			_, err = WindowArgs(args)
		}
		if err == nil {
			return
		}
		said := err.Error()
		if strings.ContainsAny(said, "\n\r") || said == "" || !utf8.ValidString(said) {
			t.Errorf("%q: told is %q, want one line", args, said)
		}
		status := ExitStatus(err)
		if status != 1 && status != 2 || status == 2 && out.Len() > 0 {
			t.Errorf("%q: status %d after %.80q", args, status, out.String())
		}
		if bad := (argv.Fault{}); !errors.As(err, &bad) && !strings.Contains(line, "-o") {
			t.Errorf("%q: %v is the machine's fault", args, err)
		}
	})
}

// elsewhere tells whether a word could have a file written outside of the folder, take long whatever follows it, or be where
// the flags at the end are no flags.
func elsewhere(word string) bool {
	return word == "--" || strings.Contains(word, "-o=") || strings.Contains(word, "..") || strings.HasPrefix(word, "/") ||
		strings.Contains(word, "schedule") && strings.Count(word, "9") > 4
}
