package export

import (
	"encoding/json"
	"math"
	"testing"
)

// TestNumbersInJSON: what is not finite has a name, minus zero has no sign, and null says that there is nothing.
func TestNumbersInJSON(t *testing.T) {
	for v, want := range map[float64]string{
		math.Inf(1): `"Infinity"`, math.Inf(-1): `"-Infinity"`, 0: "0", 0.1: "0.1", -2: "-2", 5e-324: "5e-324", 1e300: "1e+300",
		math.MaxFloat64: "1.7976931348623157e+308",
	} {
		for _, n := range []any{Number(v), Known(v)} {
			if got, err := json.Marshal(n); err != nil || string(got) != want {
				t.Errorf("%T %v: %s, %v", n, v, got, err)
			}
		}
		var back Number
		if err := json.Unmarshal([]byte(want), &back); err != nil || float64(back) != v {
			t.Errorf("%s reads back as %v, %v", want, back, err)
		}
	}
	for text, want := range map[string]float64{"null": math.NaN(), `"Infinity"`: math.Inf(1), "-2": -2} {
		var back Known
		err := json.Unmarshal([]byte(text), &back)
		if v := float64(back); err != nil || v != want && !(math.IsNaN(v) && math.IsNaN(want)) {
			t.Errorf("%s reads back as %v, %v", text, back, err)
		}
	}
	got, err := json.Marshal([]any{
		Number(math.NaN()), Known(math.NaN()), Number(math.Copysign(0, -1)), allKnown(1, math.NaN()), Numbers(),
	})
	if want := `["NaN",null,0,[1,null],[]]`; err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}

// TestExactInCSV: numbers read back, and minus zero has no sign.
func TestExactInCSV(t *testing.T) {
	for v, want := range map[float64]string{math.Copysign(0, -1): "0", 0.1: "0.1", -1e-320: "-1e-320", math.Inf(-1): "-Inf"} {
		if got := exact(v); got != want {
			t.Errorf("%v: %s", v, got)
		}
	}
}
