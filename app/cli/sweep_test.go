package cli

import (
	"encoding/csv"
	"encoding/json"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// TestBasinsCommand: picture, table and JSON of one map agree with one another.
func TestBasinsCommand(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	args := []string{"basins", "-surface", "himmelblau", "-racer", "sgd lr=0.01", "-steps", "300", "-size", "24",
		"-o", filepath.Join(dir, "b.png"), "-o", filepath.Join(dir, "b.csv"), "-o", "-"}
	out, err := cli(t, args...)
	if err != nil {
		t.Fatal(err)
	}
	var sum struct {
		Width, Height int
		Boundary      float64
		Shares        []struct {
			End, Place string
			Share      float64
			Steps      *float64 `json:"mean_steps"`
		}
	}
	if err := json.Unmarshal([]byte(out), &sum); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, "b.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 1+24*24 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	count := map[string]float64{}
	for _, row := range rows[1:] {
		count[row[2]+row[3]]++
	}
	for _, share := range sum.Shares {
		if got := count[share.End+share.Place] / (24 * 24); math.Abs(got-share.Share) > 1e-12 {
			t.Errorf("%s %s: %v in the table, %v in JSON", share.End, share.Place, got, share.Share)
		}
		if (share.Steps == nil) != (share.Place == "") {
			t.Errorf("%s %s after %v steps", share.End, share.Place, share.Steps)
		}
	}
	if len(sum.Shares) != len(count) || sum.Width != 24 || !(sum.Boundary > 0) {
		t.Errorf("%+v, and %v", sum, count)
	}
	picture, err := os.Open(filepath.Join(dir, "b.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer picture.Close()
	if c, err := png.DecodeConfig(picture); err != nil || c.Width < 700 || c.Width%24 != 0 {
		t.Errorf("a picture %d wide, %v", c.Width, err)
	}
	again, err := cli(t, args...)
	if err != nil || again != out {
		t.Errorf("a second run differs: %v", err)
	}
}

// TestPlaneCommand: the table's corners are the corners of the axes.
func TestPlaneCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.csv")
	if _, err := cli(t, "plane", "-surface", "ravine", "-racer", "momentum", "-x", "lr:0.01..1:log", "-y", "momentum:0..0.8",
		"-size", "4", "-o", path); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || rows[0][0] != "lr" || rows[0][1] != "momentum" {
		t.Fatalf("%v, %v", rows[0], err)
	}
	lr, _ := strconv.ParseFloat(rows[1][0], 64)
	momentum, _ := strconv.ParseFloat(rows[1][1], 64)
	if math.Abs(lr-0.01*math.Pow(100, 0.125)) > 1e-12 || math.Abs(momentum-0.7) > 1e-12 {
		t.Errorf("the first cell is lr %v, momentum %v", lr, momentum)
	}
}

// TestPlaneOfBatches: the table of a plane has whole batches, and its cells are races with them.
func TestPlaneOfBatches(t *testing.T) {
	lengthy.Test(t)
	path := filepath.Join(t.TempDir(), "p.csv")
	common := []string{"-surface", "logistic", "-steps", "20"}
	if _, err := cli(t, append([]string{"plane", "-racer", "sgd", "-x", "lr:0.01..1:log", "-y", "batch:1..100:log", "-size", "3",
		"-o", path}, common...)...); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(rows) != 10 || rows[0][1] != "batch" {
		t.Fatalf("%v, %v", rows, err)
	}
	for k, want := range map[int]string{1: "46", 4: "10", 7: "2"} {
		if rows[k][1] != want {
			t.Errorf("row %d has batch %s, want %s", k, rows[k][1], want)
		}
		out, err := cli(t, append([]string{"race", "-racer", "sgd lr=" + rows[k][0], "-batch", want, "-o", "-"}, common...)...)
		if err != nil {
			t.Fatal(err)
		}
		var race struct{ Racers []struct{ Loss []float64 } }
		if err := json.Unmarshal([]byte(out), &race); err != nil {
			t.Fatal(err)
		}
		steps, _ := strconv.Atoi(rows[k][9])
		if loss, _ := strconv.ParseFloat(rows[k][5], 64); loss != race.Racers[0].Loss[steps] {
			t.Errorf("row %d ends with loss %v, the race with %v", k, loss, race.Racers[0].Loss[steps])
		}
	}
}

func TestTuneCommand(t *testing.T) {
	out, err := cli(t, "tune", "-surface", "sphere", "-start", "3,-4", "-racer", "sgd lr=0.001", "-steps", "50", "-budget", "5000",
		"-starts", "10", "-o", "-")
	if err != nil {
		t.Fatal(err)
	}
	var result struct {
		Start  []float64
		Racers []struct {
			Params            map[string]float64
			Tuned             []string
			Won, Global       float64
			TuningEvaluations int `json:"tuning_evaluations"`
		}
	}
	if err := json.Unmarshal([]byte(out), &result); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(result.Start, []float64{3, -4}) {
		t.Errorf("tuned from %v", result.Start)
	}
	// On x^2 + y^2 the rate 1/2 arrives in one step.
	r := result.Racers[0]
	if math.Abs(r.Params["lr"]-0.5) > 0.01 || r.Won != 1 || r.Global != 1 || r.TuningEvaluations > 5000 || len(r.Tuned) != 1 {
		t.Errorf("%+v", r)
	}
}

// TestTuneOfFile: a file says how its fair race is made, and gives the same results each time; flags are stronger.
func TestTuneOfFile(t *testing.T) {
	lengthy.Test(t)
	doc := setup.Default()
	doc.Noise, doc.Steps = 0.1, 40
	doc.Fair = setup.Fair{Knobs: []string{"momentum"}, TuneStarts: 2, Budget: 800, Starts: 6, Seeds: 2}
	path := filepath.Join(t.TempDir(), "e.json")
	if err := setup.SaveExperiment(path, doc); err != nil {
		t.Fatal(err)
	}
	type racer struct {
		Tuned             []string
		Runs              int
		TuningEvaluations int `json:"tuning_evaluations"`
	}
	tuned := func(args ...string) (text string, racers []racer) {
		text, err := cli(t, append([]string{"tune", path, "-o", "-"}, args...)...)
		if err != nil {
			t.Fatal(err)
		}
		var result struct{ Racers []racer }
		if err := json.Unmarshal([]byte(text), &result); err != nil {
			t.Fatal(err)
		}
		return text, result.Racers
	}
	first, racers := tuned()
	if second, _ := tuned(); second != first {
		t.Errorf("the second time\n%s\nthe first\n%s", second, first)
	}
	if r := racers[0]; r.Runs != 12 || r.TuningEvaluations > 800 || len(r.Tuned) != 1 {
		t.Errorf("SGD: %+v", r)
	}
	if r := racers[3]; r.TuningEvaluations != 0 || len(r.Tuned) != 0 {
		t.Errorf("Adam, which has no momentum: %+v", r)
	}
	_, racers = tuned("-knobs", "lr,beta1", "-starts", "5", "-tune-starts", "1")
	if r := racers[3]; r.Runs != 10 || len(r.Tuned) != 2 {
		t.Errorf("Adam with other knobs: %+v", r)
	}
	if text, err := cli(t, "tune", path); err != nil || !strings.Contains(text, "as it is") || !strings.Contains(text, "quartiles") {
		t.Errorf("%s, %v", text, err)
	}
}

func TestBadSweeps(t *testing.T) {
	bare := setup.Default()
	bare.Racers = nil
	none := filepath.Join(t.TempDir(), "none.json")
	if err := setup.SaveExperiment(none, bare); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want string }{
		{"basins -surface peaks -size 0", "-cells must be"},
		{"basins -surface peaks -size 9999", "-cells must be"},
		{"basins -surface peaks -o x.gif", "no format"},
		{"basins -surface peaks -o /nowhere/x.png", "no folder"},
		{"plane -surface peaks -racer sgd -x lr:0.1..1", "an axis is"},
		{"plane -surface peaks -racer sgd -x lr:0.1..1 -y lr:0.2..1", "different knobs"},
		{"plane -surface peaks -racer sgd -x lr:0..1:log -y momentum:0..0.9", "above 0"},
		{"plane -surface peaks -racer sgd -x beta1:0..0.9 -y lr:0..1", "no knob"},
		{"plane -surface peaks -racer sgd -x lr:0.1..1 -y batch:1..10", "no examples"},
		{"plane -surface logistic -racer sgd -x lr:0.1..1 -y batch:1..200:log", "whole number from 1 to 100"},
		{"plane -surface peaks -racer sgd -x lr:0.1..1 -y noise:0..2:log", "above 0"},
		{"tune -surface peaks -racer sgd -budget 3", "-budget must be"},
		{"tune -surface peaks -racer sgd -starts 0", "-starts must be"},
		{"tune -surface peaks -racer sgd -knobs momentm", "did you mean"},
		{"tune -surface peaks -racer sgd -knobs beta1", "no knob"},
		{"tune -surface peaks -racer sgd -knobs clip_norm", "cannot be tuned"},
		{"tune -surface peaks -racer sgd -knobs lr,lr", "named twice"},
		{"tune -surface peaks -racer sgd -tune-starts 0", "-tune-starts must be from 1 to 1000"},
		{"tune -surface peaks -racer sgd -steps 100 -tune-starts 50 -budget 4000", "5000 evaluations"},
		{"tune -surface saddle -racer sgd", "no minimum"},
		{"tune -surface peaks -racer sgd -from here", "-from must be window or painted"},
		{"tune -surface peaks -racer sgd -from painted", "needs an experiment file"},
		{"basins " + none, "name a racer"},
		{"plane -x lr:0.1..1 -y momentum:0..0.9 " + none, "name a racer"},
		{"tune " + none, "name a racer"},
		{"swarm " + none, "there is no racer"},
		{"swarm -surface peaks -runs 0", "-runs must be"},
		{"swarm -surface peaks -radius -1", "-radius must be"},
		{"swarm -surface peaks -radius NaN", "-radius must be"},
		{"swarm -surface peaks -o x.bmp", "use .csv"},
		{"swarm -surface peaks -o /nowhere/x.json", "no folder"},
		{"swarm -surface peaks -from moon", "must be disc, ring, grid or painted"},
		{"swarm -surface peaks -from painte", "did you mean painted"},
		{"swarm -surface peaks -from painted", "needs an experiment file"},
	} {
		out, err := cli(t, strings.Fields(c.args)...)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || ExitStatus(err) != 2 ||
			out != "" {
			t.Errorf("%s: %v (status %d), want %q", c.args, err, ExitStatus(err), c.want)
		}
	}
}

// TestTurnedRace: a turn takes the start along, so that plain descent does not notice it and Adam does; a surface turned by
// nothing that can be is refused.
func TestTurnedRace(t *testing.T) {
	last := func(racer string, more ...string) float64 {
		out, err := cli(t, append([]string{"race", "-surface", "ravine", "-steps", "40", "-racer", racer, "-o", "-"}, more...)...)
		if err != nil {
			t.Fatal(err)
		}
		var race struct{ Racers []struct{ Loss []float64 } }
		if err := json.Unmarshal([]byte(out), &race); err != nil {
			t.Fatal(err)
		}
		return race.Racers[0].Loss[40]
	}
	for racer, notices := range map[string]bool{"sgd lr=0.02": false, "adam lr=0.1": true} {
		plain, turned := last(racer), last(racer, "-turn", "30")
		if differ := math.Abs(turned/plain-1) > 1e-6; differ != notices {
			t.Errorf("%s: loss %v, turned %v", racer, plain, turned)
		}
	}
	if _, err := cli(t, "race", "-surface", "ravine", "-stretch", "1000"); err == nil || ExitStatus(err) != 2 {
		t.Errorf("a stretch of 1000: %v", err)
	}
}

// TestMapsHaveTwoSizes: how many cells a map has, and how large its picture is; -size with one number is the first, as it was.
func TestMapsHaveTwoSizes(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	for name, want := range map[string]struct {
		args       []string
		rows, w, h int
	}{
		"cells": {[]string{"-cells", "5"}, 25, 768, 768},
		"size":  {[]string{"-size", "5"}, 25, 768, 768},
		"both":  {[]string{"-cells=6", "-size=300x200", "-scale", "2"}, 36, 600, 400},
		"old":   {[]string{"-size=4", "-size", "120x100"}, 16, 120, 100},
	} {
		png, csv := filepath.Join(dir, name+".png"), filepath.Join(dir, name+".csv")
		args := append([]string{"basins", "peaks", "-racer", "sgd lr=0.01", "-steps", "5", "-o", png, "-o", csv}, want.args...)
		if _, err := cli(t, args...); err != nil {
			t.Fatal(err)
		}
		table, err := os.ReadFile(csv)
		if err != nil || strings.Count(string(table), "\n") != 1+want.rows {
			t.Errorf("%s: %v, %d lines, want 1 + %d", name, err, strings.Count(string(table), "\n"), want.rows)
		}
		if w, h := sizeOf(t, png); w != want.w || h != want.h {
			t.Errorf("%s: the picture has %d x %d pixels, want %d x %d", name, w, h, want.w, want.h)
		}
	}
	for bad, says := range map[string]string{"-cells=0": "-cells must be from 1", "-size=0": "-cells must be from 1",
		"-size=0x4": "give width and height", "-size=5x5": "from 16"} {
		_, err := cli(t, "basins", "peaks", "-racer", "sgd", bad, "-o", filepath.Join(dir, "bad.png"))
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", bad, err, says)
		}
	}
}

func sizeOf(t *testing.T, path string) (w, h int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := png.DecodeConfig(f)
	if err != nil {
		t.Fatal(err)
	}
	return c.Width, c.Height
}
