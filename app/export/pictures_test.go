package export

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// fileOf is a result in a format.
func fileOf[R any](t *testing.T, k *Kind[R], result R, ending string, look picture.Look) []byte {
	t.Helper()
	name := filepath.Join(t.TempDir(), "p"+ending)
	if err := k.Write(Hearers{Context: t.Context(), Look: look}, result, name); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSizesOfPictures: the default race as SVG, and as a film, are as small as promised.
func TestSizesOfPictures(t *testing.T) {
	lengthy.Test(t)
	run := raced(t, nil)
	if n := len(fileOf(t, Race, run, ".svg", picture.Look{})); n > 400_000 {
		t.Errorf("the SVG has %d bytes", n)
	}
	if n := len(fileOf(t, Race, run, ".gif", film)); n > 6_000_000 {
		t.Errorf("the GIF has %d bytes", n)
	}
}

// arrays are those of an archive for NumPy, without their heads.
func arrays(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(f.Name, ".npy")] = text[10+binary.LittleEndian.Uint16(text[8:]):]
	}
	return all
}

// TestArraysAreTheRace: every row of every run, with the gradient there; where a run has ended there is nothing.
func TestArraysAreTheRace(t *testing.T) {
	run := raced(t, func(d *setup.Experiment) {
		d.Steps = 9
		d.Racers[0].Spec = d.Racers[0].Spec.With("lr", optim.Value{Num: 1e200}) // it diverges at once
	})
	all := arrays(t, fileOf(t, Race, run, ".npz", picture.Look{}))
	at := func(name string, i, k int) float64 {
		return math.Float64frombits(binary.LittleEndian.Uint64(all[name][8*(i*10+k):]))
	}
	for i, r := range run.Tape.Runs {
		for k := range 10 {
			if k > r.Steps {
				if !math.IsNaN(at("x", i, k)) {
					t.Errorf("racer %d has a row %d after its end", i, k)
				}
				continue
			}
			x := r.X(k)
			_, fx, fy := run.Field.Probe.Grad(x[0], x[1])
			for name, want := range map[string]float64{
				"step": float64(k), "x": x[0], "y": x[1], "loss": r.Loss(k), "grad_norm": r.GradNorm(k), "grad_x": fx, "grad_y": fy,
			} {
				if got := at(name, i, k); math.Float64bits(got) != math.Float64bits(want) && !(got != got && want != want) {
					t.Errorf("%s of racer %d in row %d is %v, want %v", name, i, k, got, want)
				}
			}
		}
	}
	if run.Tape.Runs[0].Steps == 9 {
		t.Error("the first racer does not end early")
	}
}

// TestViewsAreDrawn: the other views of a race, a swarm and a fair race are pictures in every format, and these are alike.
func TestViewsAreDrawn(t *testing.T) {
	lengthy.Test(t)
	renderers(t)
	run := raced(t, func(d *setup.Experiment) { d.Steps = 40 })
	t.Run("side", func(t *testing.T) { pictured(t, Sides, run, picture.Look{}, squareSVG) })
	t.Run("charts", func(t *testing.T) { pictured(t, Charts, run, picture.Look{}, squareSVG) })
	t.Run("rates", func(t *testing.T) { pictured(t, Rates, run, picture.Look{}, squareSVG) })
	t.Run("step", func(t *testing.T) {
		whole, err := lab.Prepare(t.Context(), run.Doc, lab.WantAll)
		if err != nil {
			t.Fatal(err)
		}
		pictured(t, Steps, Step{Run: whole, Slot: whole.Doc.Racers[3].Slot, Step: 6}, picture.Look{}, boldSVG)
	})
	t.Run("swarm", func(t *testing.T) {
		survey := run.Survey()
		survey.Doc.Swarm.Runs, survey.Doc.Swarm.Radius = 200, 0.3
		swarm, err := survey.Swarm(t.Context(), 1, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		one := SwarmRacer{Racer: run.Doc.Racers[1], Name: "Momentum", Run: swarm}
		pictured(t, Swarms, Swarm{Doc: run.Doc, Run: run, Racers: []SwarmRacer{one}}, picture.Look{}, squareSVG)
	})
	t.Run("fair", func(t *testing.T) {
		doc := run.Doc
		doc.Fair.Budget, doc.Fair.Starts = 400, 10
		results, err := (&lab.FairRace{Survey: run.Survey(), Fair: doc.Fair}).Run(t.Context(), func(float64) {})
		if err != nil {
			t.Fatal(err)
		}
		pictured(t, Fair, FairOutcome{Doc: doc, Results: results}, picture.Look{}, squareSVG)
	})
}

// TestNoPictureIsHalfWritten: ended on the way, or on a full disk, there is the file of before.
func TestNoPictureIsHalfWritten(t *testing.T) {
	run := raced(t, func(d *setup.Experiment) { d.Steps = 5 })
	for _, ending := range []string{".png", ".svg", ".pdf", ".gif", ".apng", ".npz"} {
		dir := t.TempDir()
		path := filepath.Join(dir, "p"+ending)
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		ended, end := context.WithCancel(t.Context())
		end()
		full := errors.New("no space left")
		for name, err := range map[string]error{
			"ended": Race.Write(Hearers{Context: ended, Look: picture.Look{W: 64, H: 64}}, run, path),
			"full": Race.Write(Hearers{Context: t.Context(), Stdout: &gauge{full: full}, Look: picture.Look{W: 64, H: 64}}, run, path,
				Stdout),
		} {
			if err == nil {
				t.Errorf("%s, %s: no error", ending, name)
			}
		}
		entries, err := os.ReadDir(dir)
		if data, _ := os.ReadFile(path); err != nil || len(entries) != 1 || string(data) != "old" {
			t.Errorf("%s: %v, %v", ending, entries, err)
		}
	}
}
