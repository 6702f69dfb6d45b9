package widgets

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// specs are knobs of every scale, named by what they are like.
var specs = map[string]KnobSpec{
	"linear":      {Label: "x", Min: -5, Max: 5},
	"linear 0..1": {Label: "momentum", Max: 1, High: 1},
	"log":         {Label: "lr", Min: 1e-5, Max: 10, High: math.Inf(1), OpenLow: true, Scale: Log},
	"log off":     {Label: "clip", Min: 0, Max: 100, High: math.Inf(1), Scale: Log},
	"nines":       {Label: "beta", Min: 0, Max: 0.9999, High: 1, OpenHigh: true, Scale: Nines},
	"nines to 1":  {Label: "beta", Min: 0, Max: 1, High: 1, Scale: Nines},
	"integer":     {Label: "steps", Min: 1, Max: 1000, Low: 1, High: 1e5, Integer: true},
	"integer log": {Label: "steps", Min: 10, Max: 1e5, Low: 1, High: 1e6, Integer: true, Scale: Log},
	"integer few": {Label: "window", Min: 1, Max: 5, Low: 1, High: 5, Integer: true},
	"log of -1":   {Label: "odd", Min: -1, Max: 5, Scale: Log},
}

func TestEndsOfTheTrackAreMinAndMax(t *testing.T) {
	for name, s := range specs {
		if v := s.value(0, dragDigits); v != s.Min {
			t.Errorf("%s: value at 0 is %v, want Min %v", name, v, s.Min)
		}
		if v := s.value(1, dragDigits); v != s.Max {
			t.Errorf("%s: value at 1 is %v, want Max %v", name, v, s.Max)
		}
		if p := s.position(s.Min); p != 0 {
			t.Errorf("%s: Min stands at %v, want 0", name, p)
		}
		if p := s.position(s.Max); math.Abs(p-1) > 1e-12 {
			t.Errorf("%s: Max stands at %v, want 1", name, p)
		}
	}
}

// Positions and values are each other's inverses, up to the rounding that keeps dragged values short.
func TestPositionInvertsValue(t *testing.T) {
	for name, s := range specs {
		last := math.Inf(-1)
		for i := 0; i <= 200; i++ {
			want := float64(i) / 200
			v := s.value(want, 9)
			if v < last {
				t.Errorf("%s: values fall at %v: %v after %v", name, want, v, last)
			}
			last = v
			if s.Integer || s.scale() == Log && s.Min == 0 && want < offZone+0.01 {
				continue
			}
			if p := s.position(v); math.Abs(p-want) > 1e-6 {
				t.Errorf("%s: value %v of position %v stands at %v", name, v, want, p)
			}
		}
	}
}

func TestDraggedValuesAreShort(t *testing.T) {
	for name, s := range specs {
		for i := 1; i < 400; i++ {
			v := s.value(float64(i)/400, dragDigits)
			digits := v
			if s.Scale == Nines {
				digits = 1 - v
			}
			mantissa, _, _ := strings.Cut(strconv.FormatFloat(round(math.Abs(digits), 8), 'e', -1, 64), "e")
			if len(mantissa) > len("4.375") {
				t.Errorf("%s: value %v at %d/400 is not short", name, v, i)
			}
			if s.Integer && v != math.Trunc(v) {
				t.Errorf("%s: value %v is not whole", name, v)
			}
		}
	}
}

func TestScalesSpreadAsTheySay(t *testing.T) {
	log := specs["log"] // six decades
	if v := log.value(0.5, dragDigits); v != 0.01 {
		t.Errorf("the middle of 1e-5..10 is %v, want 0.01", v)
	}
	nines := specs["nines"]
	for i, want := range []float64{0, 0.9, 0.99, 0.999, 0.9999} {
		if v := nines.value(float64(i)/4, dragDigits); v != want {
			t.Errorf("%d nines are %v, want %v", i, v, want)
		}
	}
	off := specs["log off"]
	if v := off.value(offZone/2, dragDigits); v != 0 {
		t.Errorf("the off zone is %v, want 0", v)
	}
	if v := off.value(offZone, dragDigits); v != 1e-4 {
		t.Errorf("the end of the off zone is %v, want 1e-4", v)
	}
	if p := off.position(1e-30); p != offZone {
		t.Errorf("a tiny value stands at %v, want %v", p, offZone)
	}
}

// A step always leads to another value in its direction, down to the finest steps of the wheel, until the end.
func TestStepsNeverStick(t *testing.T) {
	for name, s := range specs {
		for _, d := range []float64{0.002, 0.01, 0.1} {
			v := s.Min
			for n := 0; v < s.Max; n++ {
				next := s.step(v, d)
				if next <= v || next > s.Max || n > 200000 {
					t.Fatalf("%s: step %v from %v leads to %v", name, d, v, next)
				}
				v = next
			}
			for n := 0; v > s.Min; n++ {
				next := s.step(v, -d)
				if next >= v || next < s.Min || n > 200000 {
					t.Fatalf("%s: step %v from %v leads to %v", name, -d, v, next)
				}
				v = next
			}
		}
	}
}

func TestStepBeyondTheTrack(t *testing.T) {
	s := specs["linear"]
	if v := s.step(12, 0.01); v != 12 {
		t.Errorf("a step outwards from 12 leads to %v, want 12", v)
	}
	if v := s.step(12, -0.01); v != 4.9 {
		t.Errorf("a step inwards from 12 leads to %v, want 4.9", v)
	}
}

func TestParse(t *testing.T) {
	lr, momentum, steps := specs["log"], specs["linear 0..1"], specs["integer"]
	lr.Default = 0.01
	for _, c := range []struct {
		spec KnobSpec
		text string
		want float64
		err  string
	}{
		{spec: lr, text: "0.06", want: 0.06},
		{spec: lr, text: " 1e-3 ", want: 0.001},
		{spec: lr, text: "1e3", want: 1000},
		{spec: lr, text: "-1", err: "lr must be above 0; got -1"},
		{spec: lr, text: "−1", err: "lr must be above 0; got -1"},
		{spec: lr, text: "0", err: "lr must be above 0; got 0"},
		{spec: lr, text: "fast", err: `lr must be a number such as 0.01; got "fast"`},
		{spec: lr, text: "", err: `lr must be a number such as 0.01; got ""`},
		{spec: lr, text: "NaN", err: "lr must be a finite number; got NaN"},
		{spec: lr, text: "1e999", err: "lr must be a finite number; got +Inf"},
		{spec: momentum, text: "1", want: 1},
		{spec: momentum, text: "-0.1", err: "momentum must be at least 0; got -0.1"},
		{spec: momentum, text: "1.5", err: "momentum must be at most 1; got 1.5"},
		{spec: specs["nines"], text: "1", err: "beta must be below 1; got 1"},
		{spec: steps, text: "2.5", err: "steps must be a whole number; got 2.5"},
		{spec: steps, text: "2000", want: 2000},
	} {
		v, err := c.spec.parse(c.text)
		switch {
		case err == nil && c.err != "":
			t.Errorf("%q gives %v, want the error %q", c.text, v, c.err)
		case err != nil && err.Error() != c.err:
			t.Errorf("%q gives the error %q, want %q", c.text, err, c.err)
		case err == nil && v != c.want:
			t.Errorf("%q gives %v, want %v", c.text, v, c.want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		spec KnobSpec
		v    float64
		want string
	}{
		{specs["log"], 0.06, "0.06"},
		{specs["log"], 0.0123456, "0.01235"},
		{specs["log"], 1.2e-05, "1.2e-5"},
		{specs["linear"], 0, "0"},
		{specs["nines"], 0.9, "0.9"},
		{specs["nines"], 0.999, "0.999"},
		{specs["nines"], 0.99997, "0.99997"},
		{specs["nines"], 1, "1"},
		{specs["integer log"], 123456, "123456"},
		{specs["linear"], math.NaN(), "NaN"},
	} {
		if got := c.spec.short(c.v); got != c.want {
			t.Errorf("%v is written %q, want %q", c.v, got, c.want)
		}
	}
}
