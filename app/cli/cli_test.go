package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// cli runs a command line and returns what it prints.
func cli(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	handled, err := Run(args, &out)
	if !handled {
		t.Fatalf("%q is taken for a window's arguments", args)
	}
	return out.String(), err
}

var rosenbrockRace = []string{"race", "-formula", "(1-x)^2 + 100*(y-x^2)^2", "-start", "-1.2,1", "-steps", "200",
	"-racer", "adam lr=0.1", "-racer", "sgd lr=0.001 momentum=0.9", "-o", "-"}

func TestRacePrintsEveryStep(t *testing.T) {
	out, err := cli(t, rosenbrockRace...)
	if err != nil {
		t.Fatal(err)
	}
	var race struct {
		Surface string
		Steps   int
		Racers  []struct {
			Optimizer   string
			Params      map[string]any
			Points      [][2]float64
			Loss        []float64
			GradNorm    []float64 `json:"grad_norm"`
			LR          []float64
			Evaluations int
			Verdict     string
		}
	}
	if err := json.Unmarshal([]byte(out), &race); err != nil {
		t.Fatal(err)
	}
	if race.Steps != 200 || len(race.Racers) != 2 {
		t.Fatalf("%d steps, %d racers", race.Steps, len(race.Racers))
	}
	for _, r := range race.Racers {
		if len(r.Points) != 201 || len(r.Loss) != 201 || len(r.GradNorm) != 201 || len(r.LR) != 200 {
			t.Errorf("%s: %d points, %d losses, %d norms, %d rates", r.Optimizer, len(r.Points), len(r.Loss), len(r.GradNorm), len(r.LR))
		}
		if r.Points[0] != [2]float64{-1.2, 1} || r.Evaluations != 200 || r.Verdict != "finished" {
			t.Errorf("%s: starts at %v, %d evaluations, %q", r.Optimizer, r.Points[0], r.Evaluations, r.Verdict)
		}
		for i, p := range r.Points {
			x, y := p[0], p[1]
			f := (1-x)*(1-x) + 100*(y-x*x)*(y-x*x)
			if math.Abs(f-r.Loss[i]) > 1e-12*(1+f) {
				t.Fatalf("%s: loss %v at step %d, the point's is %v", r.Optimizer, r.Loss[i], i, f)
			}
		}
	}
	if race.Racers[0].Params["lr"] != 0.1 || race.Racers[1].Params["momentum"] != 0.9 {
		t.Errorf("params %v, %v", race.Racers[0].Params, race.Racers[1].Params)
	}
	again, err := cli(t, rosenbrockRace...)
	if err != nil || again != out {
		t.Error("a second run prints something else")
	}
}

func TestRaceFiles(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	csvFile, pngFile, jsonFile := filepath.Join(dir, "r.csv"), filepath.Join(dir, "r.png"), filepath.Join(dir, "r.json")
	out, err := cli(t, "race", "-surface", "himmelblau", "-steps", "20", "-o", csvFile, "-o", pngFile, "-o", jsonFile)
	if err != nil || out != "" {
		t.Fatalf("%q, %v", out, err)
	}
	f, err := os.Open(csvFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 1+4*21 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	var race struct{ Racers []struct{ Loss []float64 } }
	data, err := os.ReadFile(jsonFile)
	if err != nil || json.Unmarshal(data, &race) != nil {
		t.Fatal(err)
	}
	if v, err := strconv.ParseFloat(rows[21][4], 64); err != nil || v != race.Racers[0].Loss[20] {
		t.Errorf("loss %v in the table, %v in JSON", rows[21][4], race.Racers[0].Loss[20])
	}
	p, err := os.Open(pngFile)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := png.Decode(p); err != nil {
		t.Error(err)
	}
}

func TestRaceOfAnExperimentFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "e.json")
	doc := setup.Default()
	doc.Steps = 9
	if err := setup.SaveExperiment(path, doc); err != nil {
		t.Fatal(err)
	}
	out, err := cli(t, "race", path, "-o", "-")
	if err != nil || !strings.Contains(out, `"steps":9`) {
		t.Errorf("%.200s, %v", out, err)
	}
	out, err = cli(t, "race", path, "-steps", "3", "-o", "-")
	if err != nil || !strings.Contains(out, `"steps":3`) {
		t.Errorf("a flag does not win over the file: %.200s, %v", out, err)
	}
}

func TestDivergedRunIsValidJSON(t *testing.T) {
	out, err := cli(t, "race", "-surface", "rosenbrock", "-racer", "sgd lr=1", "-o", "-")
	if err != nil || !json.Valid([]byte(out)) {
		t.Fatalf("%v", err)
	}
	if !strings.Contains(out, `"verdict":"diverged at step `) {
		t.Errorf("no verdict of divergence in %.300s", out)
	}
}

func TestBadInputIsOneLineAndWritesNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.json")
	broken := filepath.Join(t.TempDir(), "broken.json")
	if err := os.WriteFile(broken, []byte(`{"format":`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"race", "-o", file, "-racer", "adem lr=0.1"}, "adam"},
		{[]string{"race", "-o", file, "-racer", "adam bata1=0.1"}, "beta1"},
		{[]string{"race", "-o", file, "-racer", "adam lr=-1"}, "lr"},
		{[]string{"race", "-o", file, "-racer", "adam schedule=cosin"}, "cosine"},
		{[]string{"race", "-o", file, "-surface", "rosenbrok"}, "rosenbrock"},
		{[]string{"race", "-o", file, "-surface", "peaks", "-formula", "x"}, "not both"},
		{[]string{"race", "-o", file, "-formula", "x^2 +"}, "column"},
		{[]string{"race", "-o", file, "-formula", "sine(x)"}, "sin"},
		{[]string{"race", "-o", file, "-view", "1,1,0,1"}, "view"},
		{[]string{"race", "-o", file, "-view", "NaN,1,0,1"}, "finite"},
		{[]string{"race", "-o", file, "-start", "1"}, "2 numbers"},
		{[]string{"race", "-o", file, "-steps", "0"}, "100000"},
		{[]string{"race", "-o", file, "-steps", "many"}, "steps"},
		{[]string{"race", "-o", file, "-noise", "-1"}, "noise"},
		{[]string{"race", "-o", file, "-param", "a=1", "-surface", "peaks"}, "a"},
		{[]string{"race", "-o", file, "-strat", "1,2"}, "start"},
		{[]string{"race", "-o", file, "-start"}, "value"},
		{[]string{"race", "-o", file, "-o", filepath.Join(dir, "x.bmp")}, ".png"},
		{[]string{"race", "-o", filepath.Join(dir, "none", "x.png")}, "folder"},
		{[]string{"race", "-o", file, broken}, "cut off"},
		{[]string{"race", "-o", file, filepath.Join(dir, "nothing.json")}, "nothing.json"},
		{[]string{"at", "-formula", "x"}, "point"},
		{[]string{"at", "-formula", "x", "1,b"}, "b"},
		{[]string{"critical"}, "surface"},
		{[]string{"critical", "-formula", "x", "-turn", "NaN"}, "turn"},
		{[]string{"saddles", "-surface", "peaks", "-stretch", "99"}, "from -40 to 40 doublings"},
		{[]string{"saddles", "peaks", "ravine"}, "unexpected"},
		{[]string{"surfaces", "-param", "a=1"}, "give its name"},
		{[]string{"surfaces", "cusp", "-param", "c=1"}, "a, b"},
		{[]string{"surfaces", "peeks"}, "peaks"},
		{[]string{"optimizers", "rmspropp"}, "rmsprop"},
		{[]string{"rase"}, "race"},
	} {
		out, err := cli(t, c.args...)
		if err == nil || ExitStatus(err) != 2 {
			t.Errorf("%q: error %v, exit status %d, want 2", c.args, err, ExitStatus(err))
			continue
		}
		if msg := err.Error(); strings.Contains(msg, "\n") || !strings.Contains(msg, c.says) {
			t.Errorf("%q: says %q, want one line with %q", c.args, msg, c.says)
		}
		if out != "" {
			t.Errorf("%q prints %q", c.args, out)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("something was written: %v, %v", entries, err)
	}
}
