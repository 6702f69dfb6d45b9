package widgets

import (
	"math"
	"testing"
)

func TestIntervalTakesWhatIsTyped(t *testing.T) {
	inf := math.Inf(1)
	v := NewInterval("x", "help")
	v.SetEnds([2]float64{-1, 2})
	var told, refuse = "", false
	v.OnError = func(message string) { told = message }
	v.OnChanged = func([2]float64) bool { return !refuse }
	for _, c := range []struct {
		field int
		text  string
		want  [2]float64
	}{
		{0, "-0.5", [2]float64{-0.5, 2}}, {1, " inf ", [2]float64{-0.5, inf}}, {0, "−∞", [2]float64{-inf, inf}},
		{1, "1e3", [2]float64{-inf, 1000}}, {0, "-Infinity", [2]float64{-inf, 1000}}, {0, "−2", [2]float64{-2, 1000}},
	} {
		if !v.fields[c.field].onCommit(c.text) || v.Ends() != c.want || told != "" {
			t.Errorf("%q: %v, %q; want %v", c.text, v.Ends(), told, c.want)
		}
	}
	for _, text := range []string{"", "wide", "nan", "1,5", "infinite"} {
		if v.fields[0].onCommit(text) || v.Ends() != [2]float64{-2, 1000} || told == "" {
			t.Errorf("%q is taken: %v, %q", text, v.Ends(), told)
		}
	}
	if refuse = true; v.fields[0].onCommit("5") || v.Ends()[0] != -2 {
		t.Errorf("a refused end is shown: %v", v.Ends())
	}
	refuse = false
	if v.fields[1].onStep(1); v.Ends()[1] <= 1000 {
		t.Errorf("a step up leads to %v", v.Ends()[1])
	}
	v.SetEnds([2]float64{-inf, 3})
	if v.fields[0].onStep(1); v.Ends()[0] != -inf || v.fields[0].short != "−∞" || v.fields[0].full != "-inf" {
		t.Errorf("an open end steps to %v, shown %q, edited %q", v.Ends()[0], v.fields[0].short, v.fields[0].full)
	}
}
