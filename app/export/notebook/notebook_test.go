package notebook_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"descentlab/app/export/notebook"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/internal/tools/pytorch"
	"descentlab/widgets/plot"
)

// A book is what a reader of nbformat 4.5 looks for.
type book struct {
	Cells []struct {
		CellType       string           `json:"cell_type"`
		ID             string           `json:"id"`
		Metadata       *map[string]any  `json:"metadata"`
		Source         []string         `json:"source"`
		Outputs        *[]any           `json:"outputs"`
		ExecutionCount *json.RawMessage `json:"execution_count"`
	} `json:"cells"`
	Metadata struct {
		Kernel struct{ Name, Language string } `json:"kernelspec"`
	} `json:"metadata"`
	Format int `json:"nbformat"`
	Minor  int `json:"nbformat_minor"`
}

// experiments are of all kinds.
func experiments(t *testing.T) map[string]setup.Experiment {
	t.Helper()
	with := func(surface string, steps int, racers ...string) setup.Experiment {
		return labtest.Experiment(t, surface, steps, racers...)
	}
	noisy, formula := with("peaks", 20, "sgd lr=0.01"), with("peaks", 5, "adam lr=0.1", "adam lr=0.2")
	noisy.Noise = 0.2
	formula.SetFormula("x < y || x > 3 ? x^2 : y^2 + abs(x)")
	return map[string]setup.Experiment{
		"usual": setup.Default(), "one step": with("peaks", 1, "momentum lr=0.01"), "nobody": with("peaks", 5),
		"diverged": with("rosenbrock", 30, "sgd lr=0.01", "adam lr=0.05"), "noise": noisy, "a formula": formula,
		"stopped and SciPy": with("peaks", 20, "gauss_newton", "bfgs", "sgd lr=0.01 schedule=cosine @5 momentum lr=0.01"),
		"data":              with("logistic", 15, "sgd lr=0.1", "adam lr=0.1"),
	}
}

func written(t *testing.T, doc setup.Experiment) []byte {
	t.Helper()
	r, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	facts := []notebook.Fact{{Name: "seed", Value: "`7`"}}
	if err := notebook.Write(t.Context(), &b, r, "Peaks", plot.UsualColours, facts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// programs are the cells of code of a notebook, once it is seen to be one.
func programs(t *testing.T, data []byte) (list []string) {
	t.Helper()
	var b book
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	if b.Format != 4 || b.Minor != 5 || b.Metadata.Kernel.Name != "python3" {
		t.Errorf("format %d.%d for %v", b.Format, b.Minor, b.Metadata.Kernel)
	}
	ids := map[string]bool{}
	for i, c := range b.Cells {
		code := c.CellType == "code"
		if !code && c.CellType != "markdown" || c.Metadata == nil || c.ID == "" || ids[c.ID] || len(c.Source) == 0 ||
			code != (c.Outputs != nil) || i == 0 && code {
			t.Errorf("cell %d is no cell: %+v", i, c)
		}
		ids[c.ID] = true
		for k, line := range c.Source {
			text, ends := strings.CutSuffix(line, "\n")
			if ends == (k == len(c.Source)-1) || strings.Contains(text, "\n") {
				t.Errorf("cell %d, line %d: %q", i, k, line)
			}
		}
		if code {
			list = append(list, strings.Join(c.Source, ""))
		}
	}
	return list
}

// TestCellsCompile: every cell of code is a program of Python, and the last one knows each racer that has an end to compare.
func TestCellsCompile(t *testing.T) {
	cells := map[string][]string{}
	for name, doc := range experiments(t) {
		cells[name] = programs(t, written(t, doc))
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here to compile the cells")
	}
	all, err := json.Marshal(cells)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", compileCells)
	cmd.Stdin = bytes.NewReader(all)
	if said, err := cmd.CombinedOutput(); err != nil || string(said) != "compiled\n" {
		t.Errorf("%v\n%s", err, said)
	}
}

const compileCells = `
import json, sys
for name, cells in json.load(sys.stdin).items():
    for i, text in enumerate(cells):
        try:
            compile(text, f"{name}, cell {i}", "exec")
        except SyntaxError as e:
            print(f"{e}\n{text}")
print("compiled")
`

// TestWhatItSays: a racer without a program, or without an end to compare, is told of.
func TestWhatItSays(t *testing.T) {
	text := string(written(t, experiments(t)["stopped and SciPy"]))
	for _, want := range []string{
		"It has no program: stopped at step 1: the loss is not written as a sum of squares.",
		"Its end is not compared. SciPy's method takes another path.", "It needs PyTorch, SciPy and Matplotlib.",
		`recorded = {  # the step, and where the racer was then\n`, `\"SGD → Momentum\": (20, [`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	text = string(written(t, experiments(t)["diverged"]))
	if !strings.Contains(text, "Its run has ended early: diverged at step 5.") {
		t.Error("it does not say that SGD has diverged")
	}
}

const runCells = `
import json, sys, unittest.mock
sys.modules["matplotlib.pyplot"] = plot = unittest.mock.MagicMock()
sys.modules["matplotlib"] = unittest.mock.MagicMock(pyplot=plot)
plot.subplots.return_value = (unittest.mock.MagicMock(), unittest.mock.MagicMock())
answers = {}
for name, cells in json.load(sys.stdin).items():
    scope = {"__name__": name, "print": lambda *values: None}
    answers[name] = ""
    try:
        for i, text in enumerate(cells):
            if "scipy" in text:  # which need not be here
                text = "paths['BFGS'] = [[0, 0]]"
            exec(compile(text, f"{name} {i}", "exec"), scope)
    except BaseException as e:
        answers[name] = f"cell {i}: {e!r}"
print(json.dumps(answers))
`

// TestNotebooksRun: in PyTorch all cells run, and the last one finds every racer where the race was.
func TestNotebooksRun(t *testing.T) {
	cells := map[string][]string{}
	for name, doc := range experiments(t) {
		cells[name] = programs(t, written(t, doc))
	}
	var answers map[string]string
	pytorch.Run(t, runCells, cells, &answers)
	for name, wrong := range answers {
		if wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// TestWriteEnds with the context.
func TestWriteEnds(t *testing.T) {
	r, err := lab.Prepare(t.Context(), setup.Default(), lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	end()
	if err := notebook.Write(ctx, &bytes.Buffer{}, r, "Peaks", plot.UsualColours, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
