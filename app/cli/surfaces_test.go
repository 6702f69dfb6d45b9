package cli

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/internal/lengthy"
)

func TestAt(t *testing.T) {
	out, err := cli(t, "at", "-formula", "x^2 - 3*y^2 + x*y", "-1,2", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var at struct {
		Value       float64
		Gradient    [2]float64
		Hessian     [2][2]float64
		Eigenvalues [2]float64
		Kind        string
	}
	if err := json.Unmarshal([]byte(out), &at); err != nil {
		t.Fatal(err)
	}
	if at.Value != -13 || at.Gradient != [2]float64{0, -13} || at.Hessian != [2][2]float64{{2, 1}, {1, -6}} {
		t.Errorf("%+v", at)
	}
	sum, det := at.Eigenvalues[0]+at.Eigenvalues[1], at.Eigenvalues[0]*at.Eigenvalues[1]
	if math.Abs(sum+4) > 1e-12 || math.Abs(det+13) > 1e-12 {
		t.Errorf("eigenvalues %v", at.Eigenvalues)
	}
}

func TestAtAPoleIsHonest(t *testing.T) {
	out, err := cli(t, "at", "-formula", "log(x)", "-1,0", "-json")
	if err != nil || !strings.Contains(out, `"value": "NaN"`) {
		t.Errorf("%s, %v", out, err)
	}
}

func TestCritical(t *testing.T) {
	out, err := cli(t, "critical", "-formula", "x^2 - y^2 + y^4/4", "-view", "-2.5,2.5,-2.5,2.5", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Points []struct {
			Kind        string
			At          [2]float64
			Value       float64
			Eigenvalues [2]float64
		} `json:"critical_points"`
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, p := range list.Points {
		count[p.Kind]++
	}
	if fmt.Sprint(count) != "map[minimum:2 saddle:1]" {
		t.Errorf("%v", count)
	}
}

func TestCriticalSaysWhetherItIsComplete(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		args []string
		says []string
	}{
		{
			[]string{"critical", "-surface", "himmelblau"},
			[]string{"Complete in x from −6 to 6, y from −6 to 6, which is proven: the gradient turns +1 time"},
		},
		{[]string{"surfaces", "ackley"}, []string{"lowest, kink\n", "which is proven",
			"least    0 at (0, 0)"}},
		{[]string{"surfaces", "two_wells", "-param", "ridge=3"}, []string{"ridge = 3, slider from 0.05 to 5", "0.6  3 "}},
		{[]string{"critical", "-formula", "7"}, []string{"no single critical points", "neither x nor y"}},
		{[]string{"critical", "-formula", "log(-1-x^2-y^2)"}, []string{"no finite value"}},
		{
			[]string{"critical", "-formula", "(1-x*y)^2"},
			[]string{"which is proven: 1 saddle and 2 curves", "form curves", "of a line\n"},
		},
		{[]string{"critical", "-formula", "x*y*0"}, []string{"the same value"}},
	} {
		out, err := cli(t, c.args...)
		for _, want := range c.says {
			if err != nil || !strings.Contains(out, want) {
				t.Errorf("%v: %q, %v, want %q", c.args, out, err, want)
			}
		}
	}
	out, err := cli(t, "critical", "-surface", "ackley", "-turn", "20", "-json")
	var got struct {
		Points []struct {
			Kind                 string
			Kink, Lowest, Proven bool
			Eigenvalues          []float64
		} `json:"critical_points"`
		Found int
		Index struct {
			Verdict    string
			Turns, Sum int
			Proof      struct {
				Done bool
				Near [][2]float64 `json:"nothing_proven_near"`
			}
		}
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || got.Index.Verdict != "complete" ||
		got.Index.Turns != got.Index.Sum ||
		!got.Index.Proof.Done || len(got.Index.Proof.Near) != 1 || len(got.Points) != got.Found {
		t.Errorf("%+v, %v", got, err)
	}
	kinks := 0
	for _, p := range got.Points {
		if p.Kink {
			kinks++
		}
		if p.Kink != p.Lowest || p.Kink && p.Eigenvalues != nil || !p.Kink && (len(p.Eigenvalues) != 2 || !p.Proven) {
			t.Errorf("%+v", p)
		}
	}
	if kinks != 1 {
		t.Errorf("%d kinks, want the one at the bottom", kinks)
	}
}

func TestSaddles(t *testing.T) {
	out, err := cli(t, "saddles", "-surface", "double_well")
	if err != nil || !strings.Contains(out, "minimum (0, 1.4142)") || !strings.Contains(out, "stable lr") {
		t.Errorf("%q, %v", out, err)
	}
	if out, err := cli(t, "saddles", "-surface", "sphere"); err != nil ||
		!strings.HasPrefix(out, "no saddles in the window\n\nComplete in x from −2 to 2, y from −2 to 2, which is proven") {
		t.Errorf("%q, %v", out, err)
	}
	out, err = cli(t, "saddles", "-surface", "double_well", "-json")
	type branch struct {
		End     string
		At      struct{ Kind string }
		Barrier *float64
		Path    [][2]float64
	}
	var got struct {
		Saddles []struct {
			At    [2]float64
			Rate  float64  `json:"stable_rate"`
			Ways  []branch `json:"ways_down"`
			Ridge []branch
		}
	}
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got.Saddles) != 1 {
		t.Fatalf("%s, %v", out, err)
	}
	s := got.Saddles[0]
	if s.Rate != 1 || len(s.Ways) != 2 || *s.Ways[0].Barrier != 1 || s.Ways[1].At.Kind != "minimum" ||
		s.Ridge[0].End != "left" || len(s.Ridge[0].Path) < 20 {
		t.Errorf("%+v", s)
	}
}

func TestSurfacesGiveGroupsParametersAndMinima(t *testing.T) {
	out, err := cli(t, "surfaces", "-json")
	var got struct{ Surfaces []export.SurfaceJSON }
	if err != nil || json.Unmarshal([]byte(out), &got) != nil || len(got.Surfaces) < 55 {
		t.Fatalf("%.200s, %v", out, err)
	}
	for _, s := range got.Surfaces {
		if s.Group == "" {
			t.Errorf("%s has no group", s.Name)
		}
		if s.Name == "two_wells" && (len(s.Params) != 2 || len(s.Minima) != 2 || *s.Least != 0) {
			t.Errorf("%+v", s)
		}
	}
}
