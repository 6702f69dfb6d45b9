package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/lab"
	"descentlab/optim"
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
	doc := lab.Default()
	doc.Steps = 9
	if err := lab.SaveExperiment(path, doc); err != nil {
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

func TestAt(t *testing.T) {
	out, err := cli(t, "at", "-formula", "x^2 - 3*y^2 + x*y", "-1,2", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var at struct {
		Value       float64
		Gradient    [2]float64
		Hessian     [2][2]float64
		Eigenvalues [2]float64
		Kind        string
	}
	if err := json.Unmarshal([]byte(out), &at); err != nil {
		t.Fatal(err)
	}
	if at.Value != -13 || at.Gradient != [2]float64{0, -13} || at.Hessian != [2][2]float64{{2, 1}, {1, -6}} {
		t.Errorf("%+v", at)
	}
	sum, det := at.Eigenvalues[0]+at.Eigenvalues[1], at.Eigenvalues[0]*at.Eigenvalues[1]
	if math.Abs(sum+4) > 1e-12 || math.Abs(det+13) > 1e-12 {
		t.Errorf("eigenvalues %v", at.Eigenvalues)
	}
}

func TestAtAPoleIsHonest(t *testing.T) {
	out, err := cli(t, "at", "-formula", "log(x)", "-1,0", "-json")
	if err != nil || !strings.Contains(out, `"value": null`) {
		t.Errorf("%s, %v", out, err)
	}
}

func TestCritical(t *testing.T) {
	out, err := cli(t, "critical", "-formula", "x^2 - y^2 + y^4/4", "-view", "-2.5,2.5,-2.5,2.5", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Points []struct {
			Kind        string
			At          [2]float64
			Value       float64
			Eigenvalues [2]float64
		} `json:"critical_points"`
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, p := range list.Points {
		count[p.Kind]++
	}
	if fmt.Sprint(count) != "map[minimum:2 saddle:1]" {
		t.Errorf("%v", count)
	}
}

func TestCriticalSaysWhetherItIsComplete(t *testing.T) {
	for _, c := range []struct {
		args []string
		says []string
	}{
		{[]string{"critical", "-surface", "himmelblau"}, []string{"complete: the indices add up to 1"}},
		{[]string{"surfaces", "ackley"}, []string{"complete: with the kink or pole at (0, 0)", "least    0 at (0, 0)"}},
		{[]string{"surfaces", "two_wells", "-param", "ridge=3"}, []string{"ridge = 3, slider from 0.05 to 5", "0.6  3 "}},
		{[]string{"critical", "-formula", "7"}, []string{"no critical points", "neither x nor y"}},
		{[]string{"critical", "-formula", "log(-1-x^2-y^2)"}, []string{"no finite value"}},
		{[]string{"critical", "-formula", "(1-x*y)^2"}, []string{"cannot be told", "form curves"}},
		{[]string{"critical", "-formula", "x*y*0"}, []string{"the same value"}},
	} {
		out, err := cli(t, c.args...)
		for _, want := range c.says {
			if err != nil || !strings.Contains(out, want) {
				t.Errorf("%v: %q, %v, want %q", c.args, out, err, want)
			}
		}
	}
	out, err := cli(t, "critical", "-surface", "ackley", "-turn", "20", "-json")
	var got struct {
		Points []any `json:"critical_points"`
		Index  struct {
			Verdict    string
			Turns, Sum int
			Odd        []struct {
				At    [2]float64
				Index int
			} `json:"kinks_or_poles"`
		}
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || got.Index.Verdict != "complete" || len(got.Index.Odd) != 1 ||
		got.Index.Turns != got.Index.Sum+1 || len(got.Points) == 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestSaddles(t *testing.T) {
	out, err := cli(t, "saddles", "-surface", "double_well")
	if err != nil || !strings.Contains(out, "minimum (0, 1.4142)") || !strings.Contains(out, "stable lr") {
		t.Errorf("%q, %v", out, err)
	}
	if out, err := cli(t, "saddles", "-surface", "sphere"); err != nil || out != "no saddles in the window\n" {
		t.Errorf("%q, %v", out, err)
	}
	out, err = cli(t, "saddles", "-surface", "double_well", "-json")
	var got struct {
		Saddles []struct {
			At    [2]float64
			Rate  float64             `json:"stable_rate"`
			Ways  []export.BranchJSON `json:"ways_down"`
			Ridge []export.BranchJSON
		}
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got.Saddles) != 1 {
		t.Fatalf("%s, %v", out, err)
	}
	s := got.Saddles[0]
	if s.Rate != 1 || len(s.Ways) != 2 || *s.Ways[0].Barrier != 1 || s.Ways[1].At.Kind != "minimum" ||
		s.Ridge[0].End != "left" || len(s.Ridge[0].Path) < 20 {
		t.Errorf("%+v", s)
	}
}

func TestSurfacesGiveGroupsParametersAndMinima(t *testing.T) {
	out, err := cli(t, "surfaces", "-json")
	var got struct{ Surfaces []export.SurfaceJSON }
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got.Surfaces) < 55 {
		t.Fatalf("%.200s, %v", out, err)
	}
	for _, s := range got.Surfaces {
		if s.Group == "" {
			t.Errorf("%s has no group", s.Name)
		}
		if s.Name == "two_wells" && (len(s.Params) != 2 || len(s.Minima) != 2 || *s.Least != 0) {
			t.Errorf("%+v", s)
		}
	}
}

func TestCatalogues(t *testing.T) {
	for _, args := range [][]string{
		{"surfaces"}, {"surfaces", "rosenbrock"}, {"optimizers"}, {"optimizers", "adam"}, {"help"}, {"race", "-h"},
	} {
		if out, err := cli(t, args...); err != nil || len(out) < 60 {
			t.Errorf("%v: %q, %v", args, out, err)
		}
	}
	for _, args := range [][]string{
		{"surfaces", "-json"}, {"surfaces", "peaks", "-json"}, {"optimizers", "-json"}, {"optimizers", "adam", "-json"},
	} {
		out, err := cli(t, args...)
		var got map[string][]map[string]any
		if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got[args[0]]) == 0 || got[args[0]][0]["name"] == "" {
			t.Errorf("%v: %.100q, %v", args, out, err)
		}
	}
}

func TestOptimizersAreListedByFamily(t *testing.T) {
	out, err := cli(t, "optimizers")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out, "\n")
	at := func(start string) int {
		return slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, start) })
	}
	if !(at("Descent and momentum") == 0 && at("  sgd ") == 1 && at("  lion ") < at("Adaptive") &&
		at("Adaptive") < at("  adam ") && at("  adam ") < at("schedule=")) {
		t.Errorf("the catalogue is not in order:\n%s", out)
	}
	if strings.Contains(out, " \n") {
		t.Error("lines end in blanks")
	}
}

func TestOptimizerIsPrintedWithItsMathematics(t *testing.T) {
	out, err := cli(t, "optimizers", "adam")
	for _, want := range []string{
		"Adam (adam, 2014, Adaptive)\n", "\n  mₜ₊₁ = β₁mₜ + (1 − β₁)gₜ,", "xₜ₊₁ = xₜ − ηm̂ₜ₊₁/(√v̂ₜ₊₁ + ϵ)\n",
		"\nmemory  adam.exp_avg, adam.exp_avg_sq\n", "\npython  torch.optim.Adam(", "\nbeta1 ",
	} {
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%v; %q is not in:\n%s", err, want, out)
		}
	}
}

// TestCatalogueAsJSON: all that the catalogue says of its methods can be read by a program.
func TestCatalogueAsJSON(t *testing.T) {
	out, err := cli(t, "optimizers", "-json")
	var got struct {
		Optimizers []export.MethodJSON
		Schedules  []export.ScheduleJSON
		Stages     []export.KnobJSON
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil {
		t.Fatalf("%v: %.100q", err, out)
	}
	if len(got.Optimizers) != len(optim.Methods()) || len(got.Schedules) != len(optim.Schedules()) ||
		len(got.Stages) != len(optim.StageKnobs()) {
		t.Errorf("%d optimizers, %d schedules, %d stages", len(got.Optimizers), len(got.Schedules), len(got.Stages))
	}
	for _, m := range got.Optimizers {
		if m.Family == "" || m.Year == 0 || m.Idea == "" || m.Cite == "" || len(m.Math) == 0 || m.Memories == nil ||
			m.Knobs == nil || m.Python == (export.PythonJSON{}) {
			t.Errorf("%s lacks something: %+v", m.Name, m)
		}
		if m.Name == "adam" && !slices.Equal(m.Memories, []string{"adam.exp_avg", "adam.exp_avg_sq"}) {
			t.Errorf("adam remembers %q", m.Memories)
		}
	}
	for _, s := range got.Schedules {
		if s.Torch == "" {
			t.Errorf("%s lacks PyTorch's scheduler", s.Name)
		}
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
		{[]string{"critical", "-surface", "rastrigin", "-view", "-40,40,-40,40"}, "zoom in"},
		{[]string{"critical", "-formula", "x", "-turn", "NaN"}, "turn"},
		{[]string{"saddles", "-surface", "peaks", "-stretch", "99"}, "from -40 to 40 doublings"},
		{[]string{"saddles", "peaks"}, "unexpected"},
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
