package sweep

import (
	"math"
	"strings"
	"testing"

	"descentlab/optim"
)

// FuzzAxis: whatever stands for an axis, it is one that can be drawn, from one end of the knob's range to another, or an error of
// one line.
func FuzzAxis(f *testing.F) {
	for _, text := range []string{
		"lr:1e-4..1:log", "momentum:0..0.99", "lr:0.1..0.2:linear", "lr:1..1", "lr:-1..1:log", "lr:nan..1", "lr:0x1p-3..1", "",
		"lr", "lr:1", "lr:1..", "lr:..1", "lr:1..2:3", "lr:1..2:log:log", "noise:0..2", "T_max:1..9", "lr:1e-320..1e-310:log",
		"lr:5e-324..1e-320:log", "lr:1e-300..1e300:log", "l\nr:1..2", "lr : 1 .. 2", "lr:1...2",
	} {
		f.Add(text)
	}
	spec, err := optim.ParseSpec("momentum lr=0.1 schedule=cosine")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseAxis(text)
		if err == nil {
			err = a.Check(spec)
		}
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q is not one line", err)
			}
			return
		}
		if a.At(0) != a.From || !(a.From < a.To) || !(math.Abs(a.At(1)-a.To) <= 1e-9*math.Max(math.Abs(a.From), math.Abs(a.To))) {
			t.Fatalf("%+v goes from %v to %v", a, a.At(0), a.At(1))
		}
		k, err := spec.Knob(a.Knob)
		if err != nil {
			t.Fatal(err)
		}
		for _, share := range []float64{0, 0.25, 0.5, 1} {
			v := a.At(share)
			// A value is as exact as floating point is there: among subnormal numbers its neighbours lie a visible way off.
			below, above := a.Share(math.Nextafter(v, math.Inf(-1))), a.Share(math.Nextafter(v, math.Inf(1)))
			if k.Kind == optim.Real && !(below-1e-3 < share && share < above+1e-3) {
				t.Fatalf("%+v: %v of the way is %v, which is %v of it", a, share, v, a.Share(v))
			}
		}
	})
}
