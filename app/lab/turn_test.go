package lab

import (
	"math"
	"testing"
)

// TestPlainDescentNoticesNoTurn: coordinate-wise methods do.
func TestPlainDescentNoticesNoTurn(t *testing.T) {
	e := onSurface(t, "ravine")
	_, before := raced(t, e)
	turned := e.Clone()
	turned.SetTransform(37, 0)
	_, after := raced(t, turned)
	for i, r := range e.Racers {
		a, b := before.Runs[i].Loss(100), after.Runs[i].Loss(100)
		alike := math.Abs(a-b) <= 1e-6*math.Abs(a)+1e-12
		if plain := r.Spec.Method == "sgd" || r.Spec.Method == "momentum"; plain != alike {
			t.Errorf("%s: loss %g, turned %g", r.Spec.Method, a, b)
		}
	}
}
