package contest

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/bench"
)

func specs(t testing.TB, texts ...string) (list []optim.Spec) {
	t.Helper()
	for _, text := range texts {
		s, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

func TestSuites(t *testing.T) {
	b, err := Load(t.Context(), setup.SuiteBBOB, 1, 15)
	if err != nil || len(b.Problems) != 360 || len(b.Left) != 0 {
		t.Fatalf("bbob has %d problems: %v", len(b.Problems), err)
	}
	c, err := Load(t.Context(), setup.SuiteCatalogue, 2, 3)
	if err != nil || len(c.Problems) == 0 || len(c.Problems)%2 != 0 || len(c.Left) == 0 {
		t.Fatalf("the catalogue has %d problems, and leaves out %d: %v", len(c.Problems), len(c.Left), err)
	}
	for _, p := range append(b.Problems, c.Problems...) {
		obj, err := p.Objective()
		if err != nil {
			t.Fatal(err)
		}
		if f := obj.Eval(nil, []float64{p.X, p.Y}, optim.Exact); !(f >= p.Least) {
			t.Errorf("%s, instance %d: %v at the start, less than %v", p.Function, p.Instance, f, p.Least)
		}
	}
	if c.Problems[0].Instance != 2 {
		t.Errorf("the first instance is %d, want 2", c.Problems[0].Instance)
	}
	for name, want := range map[string]string{
		"bob": "did you mean bbob?", "/nowhere": "name bbob, catalogue or a folder", "": "name bbob",
		filepath.Join(t.TempDir(), "none"): "no suite or folder",
	} {
		if _, err := Load(t.Context(), name, 1, 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want it to say %q", name, err, want)
		}
	}
}

// TestShown: a run of the contest is what an experiment that shows it records.
func TestShown(t *testing.T) {
	spec := specs(t, "adam lr=0.1")[0]
	for _, suite := range []string{setup.SuiteBBOB, setup.SuiteCatalogue} {
		s, err := Load(t.Context(), suite, 1, 2)
		if err != nil {
			t.Fatal(err)
		}
		for i := 3; i < len(s.Problems); i += 17 {
			p := s.Problems[i]
			trials, err := bench.Run(t.Context(), []optim.Spec{spec}, []bench.Problem{p.Problem}, bench.Options{Budget: 60})
			if err != nil {
				t.Fatal(err)
			}
			doc := setup.Default()
			p.Show(&doc)
			doc.Racers, doc.Steps = []setup.Racer{{Spec: spec}}, 59
			if err := doc.Check(); err != nil {
				t.Fatalf("%s: %v", p.Function, err)
			}
			run, err := lab.Prepare(t.Context(), doc, lab.WantRace)
			if err != nil {
				t.Fatal(err)
			}
			best := math.Inf(1)
			for step := range run.Tape.Runs[0].Steps + 1 {
				best = min(best, run.Tape.Runs[0].Loss(step)-p.Least)
			}
			if math.Abs(best-trials[0][0].Best) > 1e-12*(1+math.Abs(best)) {
				t.Errorf("%s, instance %d: the experiment comes to %v, the trial to %v", p.Function, p.Instance, best, trials[0][0].Best)
			}
		}
	}
}

// experiment writes a file into a folder.
func experiment(t *testing.T, folder, name string, change func(*setup.Experiment)) {
	t.Helper()
	doc := setup.Default()
	change(&doc)
	data, err := doc.MarshalJSON()
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestFolder: broken files are said, and stop nobody.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	if _, err := Load(t.Context(), dir, 1, 2); err == nil || !strings.Contains(err.Error(), "no experiments") {
		t.Errorf("an empty folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "broken.json"), []byte("{nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), dir, 1, 2); err == nil || !strings.Contains(err.Error(), "broken.json") {
		t.Errorf("a folder of broken files: %v", err)
	}
	broken := filepath.Join(dir, "broken.json")
	if _, err := Load(t.Context(), broken, 1, 2); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("a file: %v", err)
	}
	experiment(t, dir, "peaks.json", func(*setup.Experiment) {})
	exhibit, err := gallery.Find("wider-limit")
	if err != nil {
		t.Fatal(err)
	}
	data, err := exhibit.MarshalJSON()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "wide.json"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	experiment(t, dir, "noisy.json", func(e *setup.Experiment) { e.Noise = 1 })
	experiment(t, dir, "plane.json", func(e *setup.Experiment) { e.SetFormula("x + y") })
	experiment(t, dir, "bowl.JSON", func(e *setup.Experiment) { e.SetFormula("x^2 + 3*y^2") })
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("no experiment"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Load(t.Context(), dir, 1, 3)
	if err != nil || len(s.Problems) != 9 {
		t.Fatalf("%d problems: %v", len(s.Problems), err)
	}
	var left []string
	for _, l := range s.Left {
		left = append(left, l.What)
		if l.Why == "" || strings.Contains(l.Why, dir) {
			t.Errorf("%s is left out because %q", l.What, l.Why)
		}
	}
	if !slices.Equal(left, []string{"broken.json", "noisy.json", "plane.json"}) {
		t.Errorf("left out are %q", left)
	}
	for _, p := range s.Problems {
		if p.Title == "bowl" && math.Abs(p.Least) > 1e-12 {
			t.Errorf("the bowl's least loss is %v", p.Least)
		}
		doc := setup.Default()
		p.Show(&doc)
		if err := doc.Check(); err != nil || doc.Start.X != p.X || len(doc.Racers) != 4 {
			t.Errorf("%s, instance %d is shown with the start %v: %v", p.Title, p.Instance, doc.Start, err)
		}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Load(gone, dir, 1, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestFolderWithoutRights: whoever may not look into a folder is told so.
func TestFolderWithoutRights(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(dir, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadDir(dir); err == nil {
		t.Skip("whoever runs this test may look into every folder")
	}
	for _, name := range []string{dir, filepath.Join(dir, "deep")} {
		if _, err := Load(t.Context(), name, 1, 1); !errors.Is(err, fs.ErrPermission) || !strings.HasPrefix(err.Error(), "suite: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSummary: racers that do equally well are all named, unless they are many.
func TestSummary(t *testing.T) {
	for n, want := range map[int]string{1: "Adam does best", 2: "Adam 1 and Adam 2 do equally well", 5: "5 racers do equally well"} {
		s := Usual()
		s.Budget, s.Instances = 10, 1
		for range n {
			s.Racers = append(s.Racers, specs(t, "adam lr=0.1")...)
		}
		r, err := Make(t.Context(), s, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if said := r.Summary(0); !strings.HasPrefix(said, want) {
			t.Errorf("%d racers: %s", n, said)
		}
	}
}

func TestSettings(t *testing.T) {
	good := Usual()
	good.Racers = specs(t, "adam lr=0.1")
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for _, change := range []func(*Setting){
		func(s *Setting) { s.Racers = nil }, func(s *Setting) { s.Budget = -1 }, func(s *Setting) { s.Budget = 1 << 30 },
		func(s *Setting) { s.Instances = -1 }, func(s *Setting) { s.Instances = setup.MaxInstances + 1 },
		func(s *Setting) { s.Tuning = -1 }, func(s *Setting) { s.Tuning = 5000 }, func(s *Setting) { s.Suite = "a\nb" },
		func(s *Setting) { s.Racers = specs(t, "adam lr=0.1 maximize=true") },
		func(s *Setting) { s.Racers = []optim.Spec{{Method: "nonsense"}} },
	} {
		bad := good
		if change(&bad); bad.Check() == nil {
			t.Errorf("%+v is accepted", bad)
		}
	}
	if got := UpTo(20); !slices.Equal(got, []int{1, 5, 20}) {
		t.Errorf("up to 20: %v", got)
	}
	if got := UpTo(7); !slices.Equal(got, []int{1, 5, 7}) {
		t.Errorf("up to 7: %v", got)
	}
}

func TestContest(t *testing.T) {
	lengthy.Test(t)
	s := Usual()
	s.Racers, s.Budget, s.Instances, s.Tuning = specs(t, "sgd lr=1e-6", "adam lr=0.1", "adam lr=0.5"), 60, 2, 5
	last := 0.0
	r, err := Make(t.Context(), s, []int{4, 2, 9}, func(part float64) { last = part })
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(last-1) > 1e-9 {
		t.Errorf("in the end %v is done", last)
	}
	if !slices.Equal(r.Names, []string{"GD", "Adam 1", "Adam 2"}) && len(r.Names) != 3 || len(r.Stages) != 2 {
		t.Errorf("racers %q, %d stages", r.Names, len(r.Stages))
	}
	if !r.Stages[0].Racers[0].Equal(s.Racers[0]) {
		t.Error("with one trial the racers are not as they are")
	}
	if r.Stages[1].Scores[0] <= r.Stages[0].Scores[0] {
		t.Errorf("a rate of 1e-6 is not made better by tuning: %v", r.Stages[1].Scores)
	}
	for i := range r.Stages {
		rules := strings.Join(r.Rules(i), " ")
		for _, want := range []string{"24 functions", "2 instances", "51 targets", "60 gradient evaluations", "2448 pairs"} {
			if !strings.Contains(rules, want) {
				t.Errorf("the rules do not say %q: %s", want, rules)
			}
		}
		if tuned := strings.Contains(rules, "3 to 4"); tuned != (i == 1) {
			t.Errorf("stage %d: %s", i, rules)
		}
	}
	if said := r.Said(0, 1, 1000); !strings.Contains(said, "restarts are simulated") || !strings.Contains(said, "instance") {
		t.Error(said)
	}
	if r.Summary(1) == "" || r.ProfileSaid(0, 1, 0.3) == r.ProfileSaid(0, 2, 0.3) {
		t.Error("something is not said")
	}
}

// BenchmarkBBOB is the suite with 15 instances, 8 racers and 2,000 evaluations.
func BenchmarkBBOB(b *testing.B) {
	s := Usual()
	s.Racers = specs(b, "sgd lr=0.001", "momentum lr=0.001", "nesterov lr=0.001", "rmsprop lr=0.01", "adam lr=0.05", "adamw lr=0.05",
		"nadam lr=0.05", "adagrad lr=0.5")
	for b.Loop() {
		if _, err := Make(b.Context(), s, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
