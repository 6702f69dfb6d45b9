package optim_test

import (
	"strings"
	"testing"

	"descentlab/optim"
)

// TestTemplate: its plans go the way that the racers' own plans go.
func TestTemplate(t *testing.T) {
	everySpec(func(s optim.Spec) {
		m, err := optim.LookupMethod(s.Method)
		if err != nil {
			t.Fatal(err)
		}
		if !m.Rated() {
			return
		}
		template, err := s.Template(20, "lr", "clip_norm")
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range [][2]float64{{0.01, 0}, {0.002, 1.5}, {0.01, 0}} {
			a, err := template.Plan(2, v[0], v[1])
			if err != nil {
				t.Fatal(err)
			}
			b, err := s.With("lr", optim.Num(v[0])).With("clip_norm", optim.Num(v[1])).Plan(2, 20)
			if err != nil {
				t.Fatal(err)
			}
			x, y := make([]float64, a.Width()), make([]float64, b.Width())
			a.Start(x, planes["beale"], []float64{1, 1})
			b.Start(y, planes["beale"], []float64{1, 1})
			for i := range 20 {
				a.Next(x, x, planes["beale"], i)
				b.Next(y, y, planes["beale"], i)
				if !sameBits(x, y) {
					t.Fatalf("%v with %v: row %d is %v, want %v", s, v, i+1, x, y)
				}
			}
		}
	})
}

// TestTemplateStays: plan after plan of the same layout costs little: some rules, and no row laid out anew.
func TestTemplateStays(t *testing.T) {
	template, err := mustParse(t, "adam ema=0.9 schedule=cosine").Template(100, "lr", "beta1")
	if err != nil {
		t.Fatal(err)
	}
	first, err := template.Plan(2, 0.1, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	first.Seed(5)
	v := 0.2
	allocs := testing.AllocsPerRun(100, func() {
		v /= 2
		if p, err := template.Plan(2, v, 0.9-v); err != nil || p != first {
			t.Fatalf("another plan: %v", err)
		}
	})
	if allocs > 12 {
		t.Errorf("%v allocations", allocs)
	}
	if other, err := template.Plan(4, 0.1, 0.5); err != nil || other.Dim() != 4 {
		t.Errorf("points of 4 coordinates: %v, %v", other.Dim(), err)
	}
}

// TestTemplateForgets: what a run draws does not depend on the plans that the template has made before.
func TestTemplateForgets(t *testing.T) {
	row := func(template *optim.Template, seed uint64) []float64 {
		p, err := template.Plan(2, 0.1)
		if err != nil {
			t.Fatal(err)
		}
		if seed > 0 {
			p.Seed(seed)
		}
		row := make([]float64, p.Width())
		p.Start(row, planes["beale"], []float64{1, 1})
		for i := range 5 {
			p.Next(row, row, planes["beale"], i)
		}
		return row
	}
	noisy := func() *optim.Template {
		template, err := mustParse(t, "sgd grad_noise=0.5").Template(20, "lr")
		if err != nil {
			t.Fatal(err)
		}
		return template
	}
	used := noisy()
	if sameBits(row(used, 7), row(noisy(), 0)) {
		t.Error("the seed does not matter")
	}
	if got, want := row(used, 0), row(noisy(), 0); !sameBits(got, want) {
		t.Errorf("a later plan goes to %v, want %v", got, want)
	}
}

func TestTemplateRefuses(t *testing.T) {
	sgd := mustParse(t, "sgd nesterov=true momentum=0.9")
	for _, names := range [][]string{{"beta1"}, {"lr", "nothing"}} {
		if _, err := sgd.Template(10, names...); err == nil || !strings.Contains(err.Error(), "no knob") {
			t.Errorf("%q: %v", names, err)
		}
	}
	template, err := sgd.Template(10, "momentum")
	if err != nil {
		t.Fatal(err)
	}
	for v, want := range map[float64]string{-1: "momentum must be", 0: "nesterov needs"} {
		if _, err := template.Plan(2, v); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("momentum %v: %v", v, err)
		}
	}
	if _, err := (optim.Spec{Method: "nothing"}).Template(10); err == nil {
		t.Error("an unknown method is taken")
	}
}
