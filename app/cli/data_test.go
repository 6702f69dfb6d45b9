package cli

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// writeData writes a file of the user's examples.
func writeData(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const heights = "height;weight\n150;52\n160;60\n170;65\n180;74\n190;85\n"

func TestRaceOnMiniBatches(t *testing.T) {
	lengthy.Test(t)
	race := func(more ...string) string {
		t.Helper()
		out, err := cli(t, append([]string{"race", "-surface", "logistic", "-steps", "30", "-racer", "sgd lr=0.5", "-o", "-"},
			more...)...)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	var got struct {
		Batch  int
		Data   struct{ N int }
		Racers []struct {
			Points [][2]float64
			Loss   []float64
		}
	}
	out := race("-batch", "16", "-seed", "3")
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Batch != 16 || got.Data.N != 100 || len(got.Racers[0].Points) != 31 {
		t.Errorf("batch %d of %d, %d points", got.Batch, got.Data.N, len(got.Racers[0].Points))
	}
	if race("-batch", "16", "-seed", "3") != out {
		t.Error("a second run prints something else")
	}
	if race("-batch", "16", "-seed", "4") == strings.Replace(out, `"seed":3`, `"seed":4`, 1) {
		t.Error("another seed makes no difference")
	}
	whole := race()
	if !strings.Contains(whole, `"batch":100`) || race("-batch", "100") != whole {
		t.Error("batches of all examples are not the whole loss")
	}
	table, err := cli(t, "race", "-surface", "logistic", "-steps", "3", "-batch", "16")
	if err != nil || !strings.Contains(table, "100 examples; each step sees 16 of them") {
		t.Errorf("%q, %v", table, err)
	}
	plain, err := cli(t, "race", "-surface", "peaks", "-steps", "3", "-o", "-")
	if err != nil || strings.Contains(plain, `"batch"`) {
		t.Errorf("a plain surface has batches: %.200s, %v", plain, err)
	}
}

func TestOwnExamples(t *testing.T) {
	path := writeData(t, heights)
	// By hand: the normal equations of five points.
	const slope, intercept = 0.8, -68.8
	out, err := cli(t, "critical", "-surface", "linear_regression", "-data", path, "-json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Points []struct{ At [2]float64 } `json:"critical_points"`
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list.Points) != 1 {
		t.Fatalf("%s, %v", out, err)
	}
	if at := list.Points[0].At; math.Abs(at[0]-slope) > 1e-9 || math.Abs(at[1]-intercept) > 1e-7 {
		t.Errorf("minimum %v, want %v, %v", at, slope, intercept)
	}
	for _, args := range [][]string{
		{"at", "-surface", "linear_regression", "-data", path, "0.8,-68.8", "-json"},
		{"at", "-formula", "(x*u + y - t)^2", "-data", path, "0.8,-68.8", "-json"},
	} {
		out, err := cli(t, args...)
		var at struct {
			Value    float64
			Gradient [2]float64
		}
		if err != nil || json.Unmarshal([]byte(out), &at) != nil {
			t.Fatalf("%q: %s, %v", args, out, err)
		}
		if math.Abs(at.Value-2.16) > 1e-9 || math.Hypot(at.Gradient[0], at.Gradient[1]) > 1e-9 {
			t.Errorf("%q: %+v", args, at)
		}
	}
	// A file's experiment on other examples, and an experiment file that holds them.
	doc := setup.Default()
	file := filepath.Join(t.TempDir(), "e.json")
	doc.Surface, doc.Steps = "linear_regression", 5
	if err := setup.SaveExperiment(file, doc); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"race", file, "-data", path, "-batch", "2", "-o", "-"},
		{"race", "-surface", "linear_regression", "-data", path, "-batch", "2", "-steps", "5", "-o", "-"},
		{"race", "-formula", "abs(x*u + y - t)", "-data", path, "-batch", "2", "-steps", "5", "-o", "-"},
	} {
		out, err := cli(t, args...)
		if err != nil || !strings.Contains(out, `"batch":2`) || !strings.Contains(out, `"name":"own.csv"`) ||
			!strings.Contains(out, `"label":"weight"`) {
			t.Errorf("%q: %.300s, %v", args, out, err)
		}
	}
}

func TestSamplingIsSaid(t *testing.T) {
	var said bytes.Buffer
	old := notes
	notes = &said
	defer func() { notes = old }()
	path := writeData(t, strings.Repeat("1,2\n3,5\n", 6000))
	out, err := cli(t, "race", "-surface", "linear_regression", "-data", path, "-steps", "2", "-batch", "32",
		"-racer", "sgd lr=0.01", "-o", "-")
	if err != nil || !strings.Contains(out, `"n":10000,"of":12000`) {
		t.Errorf("%.400s, %v", out, err)
	}
	if !strings.Contains(said.String(), "own.csv: 10000 of 12000 examples") {
		t.Errorf("said %q", said.String())
	}
}

// TestColumnsOfAWideTable: of a table with more columns than a problem has, -columns says which; without it the line tells them.
func TestColumnsOfAWideTable(t *testing.T) {
	var said bytes.Buffer
	old := notes
	notes = &said
	defer func() { notes = old }()
	path := writeData(t, "city,hours,\"age, years\",marks\nBonn,1,30,2.1\nUlm,2,31,3.9\nKiel,3,35,6.2\n")
	race := func(columns ...string) (string, error) {
		args := []string{"race", "-surface", "linear_regression", "-data", path, "-steps", "2", "-racer", "sgd lr=0.01",
			"-o", "-"}
		return cli(t, append(args, columns...)...)
	}
	for _, columns := range []string{"hours,marks", "2,4", "HOURS,4"} {
		out, err := race("-columns", columns)
		if err != nil || !strings.Contains(out, `"label":"hours"`) || !strings.Contains(out, `"label":"marks"`) {
			t.Errorf("-columns %s: %.300s, %v", columns, out, err)
		}
	}
	if out, err := race("-columns", `"age, years",hours`); err != nil || !strings.Contains(out, `"label":"age, years"`) {
		t.Errorf("%.300s, %v", out, err)
	}
	for columns, says := range map[string]string{
		"":             "needed; got 4; choose columns, as with -columns 'hours,marks'; there are city, hours, 3, marks",
		"hours":        "give two or three columns with commas between, as in x1,y; got 1",
		"hours,mraks":  "there is no column mraks; did you mean marks?",
		"hours,5":      "there is no column 5; the table has 4",
		"hours,hours":  "chosen twice",
		"city,marks":   `line 2, column 1: "Bonn" is not a number`,
		"2,3,4":        "needs 2 columns",
		`"hours,marks`: "a quotation mark is not closed",
	} {
		args := []string{"-columns", columns}
		if columns == "" {
			args = nil
		}
		_, err := race(args...)
		if err == nil || ExitStatus(err) != 2 || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("-columns %s: %v, want one line with %q", columns, err, says)
		}
	}
	for _, args := range [][]string{{"race", "-columns", "1,2"}, {"at", "-surface", "logistic", "-columns", "1,2", "1,1"}} {
		if _, err := cli(t, args...); err == nil || !strings.Contains(err.Error(), "-columns: give the table with it") {
			t.Errorf("%q: %v", args, err)
		}
	}
	said.Reset()
	path = writeData(t, "id,hours,marks\n1,1,2\n2,2,3.9\n3,3,6.2\n")
	if _, err := race(); err != nil ||
		!strings.Contains(said.String(), "own.csv: the first column (id) numbers or names the rows") {
		t.Errorf("%v, said %q", err, said.String())
	}
}

func TestSurfacesTellTheirData(t *testing.T) {
	lengthy.Test(t)
	out, err := cli(t, "surfaces", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Surfaces []struct {
			Name string
			Data *struct {
				N       int
				Columns []struct{ Name, Label string }
			}
			Model *struct{ Kind, Predict string }
		}
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	learning := 0
	for _, s := range list.Surfaces {
		if s.Data == nil != (s.Model == nil) {
			t.Errorf("%s: data %v, model %v", s.Name, s.Data, s.Model)
		}
		if s.Data == nil {
			continue
		}
		learning++
		if s.Data.N < 2 || len(s.Data.Columns) < 2 || s.Model.Kind == "" || s.Model.Predict == "" {
			t.Errorf("%s: %+v %+v", s.Name, s.Data, s.Model)
		}
	}
	if learning < 7 {
		t.Errorf("%d learning problems", learning)
	}
	text, err := cli(t, "surfaces", "logistic")
	if err != nil || !strings.Contains(text, "100 examples") || !strings.Contains(text, "petal length (cm)") {
		t.Errorf("%s, %v", text, err)
	}
}

func TestBadExamplesAreOneLine(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out.json")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"-surface", "logistic", "-batch", "0"}, "from 1 to 100"},
		{[]string{"-surface", "logistic", "-batch", "101"}, "from 1 to 100"},
		{[]string{"-surface", "logistic", "-batch", "-3"}, "from 1 to 100"},
		{[]string{"-surface", "logistic", "-batch", "1.5"}, "batch"},
		{[]string{"-surface", "peaks", "-batch", "3"}, "no examples"},
		{[]string{"-surface", "linear_regression", "-data", writeData(t, heights), "-batch", "6"}, "from 1 to 5"},
		{[]string{"-surface", "peaks", "-data", writeData(t, heights)}, "no learning problem"},
		{[]string{"-data", writeData(t, heights)}, "no learning problem"},
		{[]string{"-surface", "logistic", "-data", writeData(t, heights)}, "needs 3 columns"},
		{[]string{"-surface", "logistic", "-data", writeData(t, "1,2,3\n4,5,6\n")}, "two classes"},
		{[]string{"-formula", "(x*wage + y - t)^2", "-data", writeData(t, heights)}, "unknown name wage"},
		{[]string{"-formula", "(x*input + y - t)^2"}, "unknown name input"},
		{[]string{"-surface", "linear_regression", "-data", filepath.Join(dir, "none.csv")}, "none.csv"},
		{[]string{"-surface", "linear_regression", "-data", writeData(t, "")}, "empty"},
		{[]string{"-surface", "linear_regression", "-data", writeData(t, "a,b\n1,2\n3,x\n")}, "line 3, column 2"},
		{[]string{"-surface", "linear_regression", "-data", writeData(t, "1,2\n")}, "one row"},
		{[]string{"-surface", "linear_regression", "-data", writeData(t, "1,2\nNaN,3\n")}, "line 2, column 1"},
	} {
		args := append([]string{"race", "-o", file, "-racer", "sgd lr=0.01"}, c.args...)
		out, err := cli(t, args...)
		if err == nil || ExitStatus(err) != 2 || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), c.says) ||
			out != "" {
			t.Errorf("%q: %q, error %v, want one line with %q", c.args, out, err, c.says)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("something was written: %v, %v", entries, err)
	}
}
