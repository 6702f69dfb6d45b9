package surfaces

import (
	"math"
	"strings"
	"testing"
)

// A slider that moves a little moves the critical points a little, and Follow finds them all.
func TestFollow(t *testing.T) {
	for _, name := range []string{"peaks", "himmelblau", "muller_brown", "rastrigin"} {
		s, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		old, err := probe(t, s).Critical(t.Context(), s.View)
		if err != nil {
			t.Fatal(err)
		}
		turned := probe(t, s.Transformed(0.5, 0.01))
		want, err := turned.Critical(t.Context(), s.View)
		if err != nil {
			t.Fatal(err)
		}
		got := turned.Follow(old, s.View)
		inner := 0
		for _, c := range want {
			if c.Kind == Degenerate {
				continue
			}
			inner++
			near := math.Inf(1)
			for _, g := range got {
				if g.Kind == c.Kind {
					near = math.Min(near, math.Hypot(g.At.X-c.At.X, g.At.Y-c.At.Y))
				}
			}
			if near > 1e-8 && len(old) <= mostFollowed && onlyNear(old, c.At, s.View) {
				t.Errorf("%s: %v at %v is lost", name, c.Kind, c.At)
			}
		}
		if len(old) > mostFollowed && got != nil {
			t.Errorf("%s: %d of %d points followed", name, len(got), len(old))
		}
		t.Logf("%s: %d of %d", name, len(got), inner)
	}
}

// onlyNear reports whether a point was already in the window, and near, before.
func onlyNear(old []Critical, at Point, view Rect) bool {
	f := newFrame(view)
	for _, c := range old {
		if f.distance(c.At, at) < 2 {
			return true
		}
	}
	return false
}

func TestRemarksOnAWindow(t *testing.T) {
	for formula, want := range map[string]string{
		"3":                "neither x nor y",
		"x^2":              "does not contain y",
		"log(-1-x^2-y^2)":  "no finite value",
		"x^2+y^2":          "",
		"x*0 + y*0 + 2":    "the same value",
		"sqrt(x^2+y^2)-12": "",
	} {
		got := strings.Join(probe(t, Surface{Formula: formula}).Remarks(Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}), " ")
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", formula, got, want)
		}
	}
}
