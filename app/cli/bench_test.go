package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
)

func TestBench(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	var said strings.Builder
	notes = &said
	defer func() { notes = os.Stderr }()
	if err := os.WriteFile(filepath.Join(dir, "broken.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	args := []string{"bench", "-instances", "1", "-budget", "30", "-racer", "adam lr=0.2", "-racer", "sgd lr=0.1"}
	if _, err := Run(args, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"24 functions", "Adam", "does best", "with restarts", "adam lr=0.2"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	for args, want := range map[string]string{
		"bench":                                            "name a racer",
		"bench -racer adamm":                               "did you mean",
		"bench -racer adam -suite nowhere":                 "no suite or folder",
		"bench -racer adam -instances 0":                   "-instances must be from 1",
		"bench -racer adam -budget x":                      "budget",
		"bench -racer adam -tuning 0":                      "-tuning must be",
		"bench -racer adam -o b.bmp":                       ".svg",
		"bench -racer adam more":                           "more",
		"bench -racer adam -suite " + dir:                  "broken.json",
		"bench -racer adam -suite " + dir + "/broken.json": "is a file",
	} {
		if _, err := Run(strings.Fields(args), &out); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want it to say %q", args, err, want)
		}
	}
}
