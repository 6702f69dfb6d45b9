package surfaces

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"descentlab/surfaces/expr"
)

func TestBenchmarks(t *testing.T) {
	key := regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)*$`)
	titles := map[string]bool{}
	list := Benchmarks()
	if len(list) != 24 {
		t.Errorf("%d functions, want 24", len(list))
	}
	for _, s := range list {
		if !key.MatchString(s.Name) || titles[s.Title] || s.Group != Suite || len(s.Cite) < 20 || len(s.Formula) > expr.MaxLength {
			t.Errorf("%s %q, %q, %q: malformed", s.Name, s.Title, s.Group, s.Cite)
		}
		titles[s.Title] = true
		if !strings.HasSuffix(s.Note, ".") || strings.Count(s.Note, ". ") > 0 {
			t.Errorf("%s: the note is not one sentence: %q", s.Name, s.Note)
		}
		again, err := Lookup(s.Name)
		if err != nil || again.Formula != s.Formula {
			t.Errorf("%s is not found: %v", s.Name, err)
		}
		for instance := 1; instance <= Instances; instance++ {
			params := map[string]float64{InstanceParam: float64(instance)}
			p, err := s.Probe(params)
			if err != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
			least, at, known := s.Known(params)
			if f := p.Value(at[0].X, at[0].Y); !known || len(at) != 1 || math.Abs(f-least) > 1e-9 || !s.View.Contains(at[0]) {
				t.Errorf("%s instance %d: least %v at %v, where the value is %v", s.Name, instance, least, at, f)
			}
			chosen, err := s.At(params)
			if err != nil || !chosen.View.Contains(chosen.Start) {
				t.Errorf("%s instance %d: start %v: %v", s.Name, instance, chosen.Start, err)
			}
			j := p.Jet(chosen.Start.X, chosen.Start.Y)
			steep := math.Hypot(j.X, j.Y) > 1e-6 // not on the steps of f7, and where the slopes of f23 cancel
			if math.IsNaN(j.X+j.Y+j.XX+j.XY+j.YY) || !steep && s.Name != suiteName+"7" && s.Name != suiteName+"23" {
				t.Errorf("%s instance %d: a race cannot start at %v: %+v", s.Name, instance, chosen.Start, j)
			}
		}
	}
}

func TestFamily(t *testing.T) {
	for name, want := range map[string]string{
		"bbob_f25": "did you mean bbob_f2", "bbob_f": "bbob_f1", "bbob_f08": "did you mean bbob_f", "bbob": "bbob_f1",
	} {
		if _, err := Lookup(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Lookup(%q): %v, want it to say %q", name, err, want)
		}
	}
	s, err := Lookup("bbob_f8")
	if err != nil {
		t.Fatal(err)
	}
	for v, want := range map[float64]string{
		0: "from 1 to 1000", 1001: "from 1 to 1000", -1: "from 1 to 1000", 2.5: "whole number", math.NaN(): "whole number",
		1e300: "whole number", math.Inf(1): "whole number",
	} {
		if _, err := s.Probe(map[string]float64{InstanceParam: v}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("instance %v: error %v, want it to say %q", v, err, want)
		}
	}
	third, err := s.At(map[string]float64{InstanceParam: 3})
	if err != nil || third.Formula == s.Formula || third.Least == s.Least || third.Start == s.Start {
		t.Errorf("the third instance is the first one: %v", err)
	}
	// What has been made of a member is not taken for the member.
	third.Formula = "(" + third.Formula + ") + 1"
	p, err := third.Probe(map[string]float64{InstanceParam: 3})
	if err != nil {
		t.Fatal(err)
	}
	if f := p.Value(third.Minima[0].X, third.Minima[0].Y); math.Abs(f-third.Least-1) > 1e-9 {
		t.Errorf("the formula with 1 added has the value %v, want %v", f, third.Least+1)
	}
	code, err := third.Python(map[string]float64{InstanceParam: 3})
	if err != nil || len(code.Body) == 0 {
		t.Errorf("no Python: %v", err)
	}
}
