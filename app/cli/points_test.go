package cli

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/cli/numerals"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// TestPointsAsPeopleWriteThem: brackets of any kind, spaces, semicolons, names, decimal commas, constants.
func TestPointsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string][2]float64{
		"1,2": {1, 2}, "-1.2,1": {-1.2, 1}, "(1,2)": {1, 2}, "[1, 2]": {1, 2}, "1 2": {1, 2}, "1;2": {1, 2}, "x=1,y=2": {1, 2},
		"x=1 y=2": {1, 2}, "(x = 1, y = 2)": {1, 2}, "y=2,x=1": {1, 2}, "x1=1,x2=2": {1, 2}, "{1,2}": {1, 2}, "<1,2>": {1, 2},
		"((1,2))": {1, 2}, " 1 , 2 ": {1, 2}, "1,5;2,5": {1.5, 2.5}, "1,5 2,5": {1.5, 2.5}, "\u22121,2": {-1, 2}, "1\t2": {1, 2},
		"pi,-pi/2": {math.Pi, -math.Pi / 2}, "1/4,sqrt(4)": {0.25, 2}, "1e-3,1E3": {1e-3, 1e3}, "+1,.5": {1, 0.5},
		"(1)/(2),(3)": {0.5, 3}, "X=1;Y=2": {1, 2},
	} {
		var p pointFlag
		if err := p.Set(text); err != nil || p.X != want[0] || p.Y != want[1] {
			t.Errorf("%q is %v, %v; want %v", text, p.Point, err, want)
		}
	}
}

func TestPointsThatAreNone(t *testing.T) {
	for text, hint := range map[string]string{
		"": "expected 2 numbers", "1": "expected 2 numbers", "1,2,3": "expected 2 numbers", "1,b": `"b" is not a number`,
		"(1,2": "is not a number", "1,2)": "is not a number", "1,Inf": "is not finite", "NaN,1": "is not finite",
		"1/0,1":   "is not finite",
		"1,5,2,5": "expected 2 numbers", "1,,2": "expected 2 numbers", "x=1,x=2": "expected x and y, each once",
		"a=1,b=2": "expected x and y",
		"x,y":     `"x" is not a number`, "a,1": `"a" is not a number`,
	} {
		var p pointFlag
		if err := p.Set(text); err == nil || !strings.Contains(err.Error(), hint) {
			t.Errorf("%q: %v, want %s", text, err, hint)
		}
	}
}

func TestWindowsAsPeopleWriteThem(t *testing.T) {
	for _, text := range []string{"-3,3,-2,2", "[-3, 3, -2, 2]", "-3 3 -2 2", "-3;3;-2;2", "x0=-3,x1=3,y0=-2,y1=2",
		"[-3,3],[-2,2]", "[-3, 3] x [-2, 2]", "[-3,3]×[-2,2]", "((-3, 3), (-2, 2))", "-3:3,-2:2", "-3:3, -2:2"} {
		v, err := numerals.Read(text, 4, "x0", "x1", "y0", "y1")
		if err != nil || !slices.Equal(v, []float64{-3, 3, -2, 2}) {
			t.Errorf("%q is %v, %v", text, v, err)
		}
	}
}

// TestWordsWithoutFlags: a surface, a formula or a file may stand anywhere among the flags.
func TestWordsWithoutFlags(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct{ with, without []string }{
		{[]string{"critical", "-formula", "x^2+y^2"}, []string{"critical", "x^2+y^2"}},
		{[]string{"critical", "-formula", "-x^2-y^2"}, []string{"critical", "-x^2-y^2"}},
		{[]string{"critical", "-formula", "-x-y"}, []string{"critical", "-x-y"}},
		{[]string{"critical", "-surface", "himmelblau", "-turn", "30"}, []string{"critical", "-turn", "30", "himmelblau"}},
		{[]string{"race", "-formula", "x*y", "-steps", "5", "-start", "1,2"},
			[]string{"race", "-start", "[1;2]", "x*y", "-steps", "5"}},
		{[]string{"at", "-formula", "x^2", "1,1"}, []string{"at", "x^2", "1", "1"}},
		{[]string{"at", "-formula", "x^2", "-1,1"}, []string{"at", "x^2", "-1,1"}},
		{[]string{"race", "-surface", "sphere", "-steps", "5", "-racer", "adam lr=0.1"},
			[]string{"race", "sphere", "-steps", "5", "-racer", "adam(lr=0.1)"}},
		{[]string{"swarm", "-surface", "sphere", "-steps", "5", "-runs", "3"},
			[]string{"swarm", "sphere", "-steps", "5", "-runs", "3"}},
	} {
		want, err := cli(t, c.with...)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := cli(t, c.without...); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", c.without, got, err, want)
		}
	}
}

// TestStartOfAFormulaIsTold: it is no critical point, and what is printed gives the same race again.
func TestStartOfAFormulaIsTold(t *testing.T) {
	lengthy.Test(t)
	for _, formula := range []string{"x^2+y^2", "x*y", "cos(x)+cos(y)"} {
		own, err := cli(t, "race", formula, "-steps", "9")
		line, _, _ := strings.Cut(own, ",  ")
		if err != nil || !strings.HasPrefix(line, "start (") {
			t.Fatalf("%s: %q, %v", formula, own, err)
		}
		start := own[len("start ") : strings.Index(own, ")")+1]
		if again, err := cli(t, "race", formula, "-steps", "9", "-start", start); err != nil || again != own {
			t.Errorf("%s from %s: %q, %v; want %q", formula, start, again, err, own)
		}
		if strings.Contains(own, "      0     ") {
			t.Errorf("%s has a gradient of 0: %q", formula, own)
		}
	}
}

// TestTuningFromACriticalPoint is refused at once; what leaves the start may be tuned.
func TestTuningFromACriticalPoint(t *testing.T) {
	lengthy.Test(t)
	for _, formula := range []string{"x^2+y^2", "x^2-y^2+y^4", "2*x^2+3*y^2+1"} {
		_, err := cli(t, "tune", formula, "-start", "0,0", "-racer", "sgd", "-budget", "1000000")
		if err == nil || ExitStatus(err) != 2 || !strings.Contains(err.Error(), "is a critical point, and SGD would stay there") {
			t.Errorf("%s: %v", formula, err)
		}
	}
	for _, more := range [][]string{
		{"-racer", "perturbed_gd"}, {"-racer", "sgd", "-tune-starts", "2"}, {"-racer", "sgd", "-noise", "1"},
	} {
		args := append([]string{"tune", "x^2-y^2+y^4", "-start", "0,0", "-steps", "20", "-budget", "200", "-starts", "2"}, more...)
		if _, err := cli(t, args...); err != nil && strings.Contains(err.Error(), "critical point") {
			t.Errorf("%q: %v", more, err)
		}
	}
}

// TestLongRaces: more steps than a tape has rows are raced, it is said which rows are kept, and files name them.
func TestLongRaces(t *testing.T) {
	lengthy.Test(t)
	out, err := cli(t, "race", "x^2+3*y^2", "-steps", "250000", "-racer", "sgd lr=1e-4")
	if err != nil || !strings.Contains(out, "rows kept: 1 in 3, and of each racer the last two") ||
		!strings.Contains(out, "250000 ") {
		t.Errorf("%q, %v", out, err)
	}
	out, err = cli(t, "race", "x^2+3*y^2", "-steps", "250000", "-racer", "sgd lr=1e-4", "-o", "-")
	var file struct {
		Racers []struct {
			Kept   []int `json:"kept_steps"`
			Points [][2]float64
			Loss   []float64
			LR     []float64
		}
	}
	if err != nil || json.Unmarshal([]byte(out), &file) != nil {
		t.Fatal(err)
	}
	r := file.Racers[0]
	last := len(r.Kept) - 1
	if r.Kept[1] != 3 || r.Kept[last-1] != 249999 || r.Kept[last] != 250000 ||
		len(r.Points) != last+1 || len(r.Loss) != last+1 || len(r.LR) != last {
		t.Errorf("kept are %v ... %v, %d points, %d rates", r.Kept[:2], r.Kept[last-1:], len(r.Points), len(r.LR))
	}
	for _, args := range [][]string{
		{"race", "sphere", "-steps", "250000", "-o", "x.png"}, {"swarm", "sphere", "-steps", "250000"},
		{"race", "sphere", "-steps", "10000001"},
	} {
		if _, err := cli(t, args...); err == nil || ExitStatus(err) != 2 || !strings.Contains(err.Error(), "steps") {
			t.Errorf("%q: %v", args, err)
		}
	}
}

// TestBoxesAsPeopleWriteThem: with infinite sides in anybody's words; one without sides is none.
func TestBoxesAsPeopleWriteThem(t *testing.T) {
	inf := math.Inf(1)
	for text, want := range map[string]*surfaces.Rect{
		"0,1,-2,2": {X0: 0, X1: 1, Y0: -2, Y1: 2}, "(0, inf, -inf, +Inf)": {X0: 0, X1: inf, Y0: -inf, Y1: inf},
		"-np.inf 3 0,5 math.inf":       {X0: -inf, X1: 3, Y0: 0.5, Y1: inf},
		"x0=-∞, x1=pi/2, y0=−1, y1=oo": {X0: -inf, X1: math.Pi / 2, Y0: -1, Y1: inf},
		"-Infinity;0,5;0;infinity":     {X0: -inf, X1: 0.5, Y0: 0, Y1: inf},
		"none":                         nil, "-inf,inf,-inf,inf": nil,
	} {
		var got boxFlag
		if err := got.Set(text); err != nil || (got.box == nil) != (want == nil) || want != nil && *got.box != *want {
			t.Errorf("%q is %v, %v; want %v", text, got.box, err, want)
		}
	}
	for text, says := range map[string]string{
		"1,1,0,1": "the first bound must be less", "0,1,inf,inf": "the first bound must be less", "0,1,0": "expected 4 numbers",
		"nan,1,0,1": "not finite", "0,1,0,infinite": "not a number", "0,1,0,1e999": "not a number",
	} {
		if err := (&boxFlag{}).Set(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", text, err, says)
		}
	}
}
