package setup

import (
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"descentlab/surfaces"
)

// gauss is a bump, computed from its numbers.
func gauss(b Bump, x, y float64) float64 {
	along := b.Along()
	dx, dy := x-b.X, y-b.Y
	u, v := dx*along.X+dy*along.Y, dy*along.X-dx*along.Y
	return b.Height * math.Exp(-u*u/(2*b.Length()*b.Length())-v*v/(2*b.Width*b.Width))
}

// The formula is the surface below and its bumps, to the four digits that it is written in.
func TestSculptureIsInTheFormula(t *testing.T) {
	doc := Default()
	doc.SetFormula("x > 0 ? x : -x")
	doc.Sculpture = []Bump{
		{X: 1.25, Y: -0.5, Height: -2, Width: 0.5},
		{Height: 0.75, Width: 1},
		{X: -1, Y: 1, Height: 3, Width: 0.25, Ratio: 4, Angle: 30},
		{X: 0.5, Height: 1, Width: 0.4, Ratio: 2},
		{X: 0.5, Height: 1, Width: 0.4, Ratio: 0.5, Angle: 180},
	}
	s, err := doc.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	want := "(x > 0 ? x : -x) - 2*exp(-((x - 1.25)^2 + (y + 0.5)^2)/0.5) + 0.75*exp(-(x^2 + y^2)/2) + "
	if !strings.HasPrefix(s.Formula, want) {
		t.Errorf("formula %q, want %q", s.Formula, want)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	for x := -2.0; x <= 2; x += 0.37 {
		for y := -2.0; y <= 2; y += 0.41 {
			want := math.Abs(x)
			for _, b := range doc.Sculpture {
				want += gauss(b, x, y)
			}
			if got := probe.Value(x, y); math.Abs(got-want) > 5e-3 {
				t.Errorf("at (%g, %g): %g, want %g", x, y, got, want)
			}
		}
	}

	doc.SetFormula(s.Formula)
	if len(doc.Sculpture) > 0 || doc.Check() != nil {
		t.Errorf("the text taken over: %v, %v", doc.Sculpture, doc.Check())
	}
}

// A sculpture is another surface: it has no minimum of the literature, and turns with the surface below.
func TestSculptureMakesAnotherSurface(t *testing.T) {
	doc := Default()
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		t.Fatal(err)
	}
	doc.SetSurface(s)
	before := doc.Clone()
	bump := Bump{X: 1, Y: 2, Height: -500, Width: 0.3}
	doc.Sculpture = []Bump{bump}
	if Same(OfSurface, &doc, &before) {
		t.Error("the key does not tell")
	}
	doc.SetTransform(90, 0)
	s, err = doc.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, known := s.Known(nil); known {
		t.Error("its least value is taken for known")
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	at := doc.Transform().Seen(surfaces.Point{X: bump.X, Y: bump.Y})
	if v := probe.Value(at.X, at.Y); v > -400 {
		t.Errorf("the well is not where it is seen, at %v: %g", at, v)
	}
	doc.SetSurface(s)
	if doc.Sculpture != nil {
		t.Error("another surface keeps the sculpture")
	}
}

func TestSculptureIsSavedAndChecked(t *testing.T) {
	doc := Default()
	doc.Sculpture = []Bump{{X: 1, Y: 2, Height: -0.5, Width: 0.3}, {X: -1, Height: 2, Width: 0.1, Ratio: 4, Angle: 45}}
	path := filepath.Join(t.TempDir(), "sculpture.json")
	if err := SaveExperiment(path, doc); err != nil {
		t.Fatal(err)
	}
	if read, err := LoadExperiment(path); err != nil || !slices.Equal(read.Sculpture, doc.Sculpture) {
		t.Errorf("read %+v, %v", read.Sculpture, err)
	}
	copied := doc.Clone()
	copied.Sculpture[0].X = 7
	if doc.Sculpture[0].X != 1 {
		t.Error("a clone shares its bumps")
	}
	for _, b := range []Bump{{Width: 0}, {Width: -1}, {Width: 1, Ratio: -1}, {Width: 1, X: math.NaN()},
		{Width: 1, Height: math.Inf(1)}} {
		doc.Sculpture = []Bump{b}
		if err := doc.Check(); err == nil || !strings.Contains(err.Error(), "sculpture: bump 1") {
			t.Errorf("%+v: %v", b, err)
		}
	}
	doc.Sculpture = make([]Bump, MaxBumps+1)
	if err := doc.Check(); err == nil || !strings.Contains(err.Error(), "at most") {
		t.Errorf("too many: %v", err)
	}
}

func TestBumpsHaveFewDigits(t *testing.T) {
	b := Bump{X: 1.23456789, Y: -0.0004, Height: -2.34567, Width: 0.123456, Ratio: 3.98765, Angle: 29.7}.Rounded(6)
	if want := (Bump{X: 1.23, Height: -2.35, Width: 0.123, Ratio: 3.99, Angle: 30}); b != want {
		t.Errorf("%+v, want %+v", b, want)
	}
	doc := Default()
	if r := doc.Relief(); !(r > 0.1 && r < 5) {
		t.Errorf("relief %g", r)
	}
	doc.SetFormula("3 + 0*x*y")
	if r := doc.Relief(); r != 1 {
		t.Errorf("relief of a plain: %g", r)
	}
}
