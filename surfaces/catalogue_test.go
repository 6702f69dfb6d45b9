package surfaces

import (
	"math"
	"regexp"
	"strings"
	"testing"
)

func TestCatalogueMeetsReference(t *testing.T) {
	for _, ref := range references(t) {
		s, err := Lookup(ref.Surface)
		if err != nil {
			t.Errorf("%s: %v", ref.Surface, err)
			continue
		}
		if s.Formula != ref.Formula {
			t.Errorf("%s: formula %q, want %q", s.Name, s.Formula, ref.Formula)
		}
		if want := (Rect{X0: ref.X[0], X1: ref.X[1], Y0: ref.Y[0], Y1: ref.Y[1]}); s.View != want {
			t.Errorf("%s: window %v, want %v", s.Name, s.View, want)
		}
	}
}

func TestCatalogueEntries(t *testing.T) {
	key := regexp.MustCompile(`^[a-z]+(_[a-z0-9]+)*$`)
	names, titles := map[string]bool{}, map[string]bool{}
	for _, s := range Catalogue() {
		if !key.MatchString(s.Name) || names[s.Name] || titles[s.Title] {
			t.Errorf("%q, %q: name or title is malformed or taken", s.Name, s.Title)
		}
		names[s.Name], titles[s.Title] = true, true
		if s.Title == "" || len(s.Cite) < 20 {
			t.Errorf("%s: title %q or citation %q is missing", s.Name, s.Title, s.Cite)
		}
		if !strings.HasSuffix(s.Note, ".") || strings.Count(s.Note, ". ") > 0 || strings.Contains(s.Note, "\n") {
			t.Errorf("%s: the note is not one sentence: %q", s.Name, s.Note)
		}
		if err := s.View.Check(); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		if !s.View.Contains(s.Start) {
			t.Errorf("%s: start %v is outside the window %v", s.Name, s.Start, s.View)
		}
		j := probe(t, s).Jet(s.Start.X, s.Start.Y)
		if kind := Classify(j); kind != Slope || math.Hypot(j.X, j.Y) < 1e-3 {
			t.Errorf("%s: a race cannot start at %v: %v, gradient (%g, %g)", s.Name, s.Start, kind, j.X, j.Y)
		}
	}
}

func TestCatalogueGroups(t *testing.T) {
	seen, last := map[Group]bool{}, Group("")
	for _, s := range Catalogue() {
		if s.Group == "" || s.Group != last && seen[s.Group] {
			t.Errorf("%s: group %q is missing or stands in two places", s.Name, s.Group)
		}
		seen[s.Group], last = true, s.Group
	}
	if n := len(Catalogue()); n < 55 || len(seen) != 9 {
		t.Errorf("%d surfaces in %d groups", n, len(seen))
	}
}

func TestCatalogueIsACopy(t *testing.T) {
	name := Catalogue()[0].Name
	Catalogue()[0].Name = "scribble"
	if got := Catalogue()[0].Name; got != name {
		t.Errorf("writing to the catalogue renamed %s to %s", name, got)
	}
}

func TestLookupSuggests(t *testing.T) {
	for name, want := range map[string]string{
		"rosenbrok":  "did you mean rosenbrock?",
		"himelblau":  "did you mean himmelblau?",
		"Peaks":      "did you mean peaks?",
		"qqqqqqqqqq": "known are peaks, sphere, ravine",
	} {
		_, err := Lookup(name)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), name) {
			t.Errorf("Lookup(%q): error %v, want it to name %q and say %q", name, err, name, want)
		}
	}
}
