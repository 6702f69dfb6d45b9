package claim

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

// bowl is a race whose numbers are known: x^2 + 50 y^2 from (8, 8) at the rates 0.01, 0.02 and 0.021, and Newton's method.
func bowl(t testing.TB) (setup.Experiment, []string) {
	t.Helper()
	e := setup.Default()
	e.SetFormula("x^2 + 50*y^2")
	e.Home = surfaces.Rect{X0: -10, X1: 10, Y0: -10, Y1: 10}
	e.View, e.Start, e.Steps, e.Racers = e.Home, surfaces.Point{X: 8, Y: 8}, 700, nil
	for i, text := range []string{"sgd lr=0.01", "sgd lr=0.02", "sgd lr=0.021", "newton"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		e.Racers = append(e.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	if err := e.Check(); err != nil {
		t.Fatal(err)
	}
	return e, []string{"GD", "GD 0.02", "fast", "Newton"}
}

// TestClaims: what is true and what is not, and what was found.
func TestClaims(t *testing.T) {
	doc, names := bowl(t)
	for _, c := range []struct {
		text  string
		ok    bool
		found string
	}{
		{"reach of GD below 1e-6 = 445", true, "445"},
		{"reach of GD below 1e-6 = 444", false, "445"},
		{"arrival of GD below 1e-6 = 445", true, "445"},
		{"reach of fast below 1e-6 = 445", false, "fast: it ends at a loss of"},
		{"arrival of GD 0.02 below 1 = 3", false, "never below 1"},
		{"racer fast: diverged", true, "diverged at step 269"},
		{"racer fast: diverged at step 269", true, "269"},
		{"racer fast: diverged before step 269", false, "269"},
		{"racer fast: diverged after step 268", true, "269"},
		{"racer fast at step 100: diverged", false, "left the map at step 3"},
		{"racer fast at step 100: left the map", true, "left the map at step 3"},
		{"racer GD: diverged", false, "settled at A"},
		{"racer GD: settles", true, "settled at A from step 445 on"},
		{"racer GD: settles at A", true, "445"},
		{"racer GD: settles at S1", false, "445"},
		{"racer GD: settles at (0, 0) at step 445", true, "445"},
		{"racer GD: settles at step 445", true, "445"},
		{"racer GD: settles before step 445", false, "445"},
		{"racer GD: never settles", false, "445"},
		{"racer GD at step 300: never settles", true, "it never settles"},
		{"racer GD at step 100: heading for A", true, "heading for A"},
		{"racer GD 0.02: never settles", true, "bouncing across a valley"},
		{"racer GD 0.02: bouncing across a valley", true, "bouncing"},
		{"racer GD 0.02: repeats every 2 steps", true, "every 2 steps"},
		{"racer GD 0.02: repeats every 4 steps", false, "every 2 steps"},
		{"racer GD: repeats every 2 steps", false, "in no cycle"},
		{"racer Newton: repeats every 2 steps", false, "stands still"},
		{"racer GD: crosses x < 0", false, "never x < 0"},
		{"racer GD 0.02: crosses y < 0 at step 1", true, "step 1"},
		{"racer GD 0.02: crosses |y| < 8 before step 9", false, "it ends at"},
		{"racer GD: never crosses x < 0", true, "never x < 0"},
		{"no racer: stopped", true, "Newton: settled at A"},
		{"no racer: settles", false, "GD: settled at A"},
		{"every racer: settles", false, "GD 0.02: it never settles"},
		{"steps of GD / steps of Newton > 400", true, "445 (445, 1)"},
		{"steps of Newton < steps of GD < 446", true, "steps of Newton is 1; steps of GD is 445"},
		{"steps of GD < steps of Newton", false, "445"},
		{"steps of GD 0.02 < 3", false, "GD 0.02: it never settles"},
		{"loss of GD at step 0 = 3264", true, "3264"},
		{"loss of GD at step 1 = 61.5", true, "61.466"},
		{"loss of GD at step 1 = 61.4", false, "61.466"},
		{"loss of GD at step 1 = 60 within 3 %", true, "61.466"},
		{"loss of GD at step 1 = 60 within 2 %", false, "61.466"},
		{"loss of fast at step 300 > 1", false, "fast: diverged at step 269"},
		{"loss of GD at step 701 > 1", false, "the race has only 700 steps"},
		{"highest loss of GD = 3264", true, "3264"},
		{"lowest loss of GD from step 0 to step 1 = 61.5", true, "61.466"},
		{"mean x of GD from step 0 to step 1 = 7.92", true, "7.92"},
		{"x of GD at step 1 = 7.84", true, "7.84"},
		{"y of GD 0.02 at step 1 = -8", true, "−8"},
		{"rises of GD = 0", true, "0"},
		{"rises of fast from step 0 to step 10 = 10", true, "10"},
		{"rate of GD = 0.01", true, "0.01"},
		{"sharpness of GD = 100", true, "100"},
		{"sharpness of GD 0.02 = 2 / rate of GD 0.02", true, "100"},
		{"limit of A = 0.02", true, "0.02"},
		{"limit of (3, 4) = 0.02", true, "0.02"},
		{"height of (3, 4) = 809", true, "809"},
		{"height of B = 0", false, "there is no place B on this map; there are A"},
		{"distance of GD to A at step 0 = 11.314", true, "11.314"},
		{"angle of Newton to A at step 0 < 0.001", true, ""},
		{"stride of Newton at step 0 = 11.314", true, "11.314"},
		{"evaluations of GD = 700", true, "700"},
		{"slope of GD at step 0 = 800", true, "800.16"},
		{"from (8, 0): steps of GD 0.02 = 445", false, "steps of GD 0.02 is 221"},
		{"turned by 90: y of GD at step 0 = 8", true, "8"},
		{"turned by 90, for 10 steps: racer GD: crosses x < -8 at step 1", false, "never"},
		{"noise 1, seed 3: racer GD: never settles", true, "never settles"},
		{"batch 3: loss of GD > 1", false, "cannot be run: batch"},
		{"with a = 3: loss of GD > 1", false, "cannot be run"},
	} {
		parsed, err := Parse(c.text, names)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		results, err := Check(context.Background(), doc, names, []Claim{parsed})
		if err != nil {
			t.Fatal(err)
		}
		if r := results[0]; r.OK != c.ok || !strings.Contains(r.Found, c.found) {
			t.Errorf("%q is %t and finds %q, want %t and %q", c.text, r.OK, r.Found, c.ok, c.found)
		}
	}
}

// TestClaimsShareTheirRaces: a claim that changes the experiment leaves the others' alone.
func TestClaimsShareTheirRaces(t *testing.T) {
	doc, names := bowl(t)
	var claims []Claim
	for _, text := range []string{"x of GD at step 0 = 8", "from (1, 1): x of GD at step 0 = 1", "x of GD at step 0 = 8"} {
		c, err := Parse(text, names)
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	results, err := Check(context.Background(), doc, names, claims)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if !r.OK {
			t.Errorf("%q: %s", r.Claim.Text, r.Found)
		}
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Check(stopped, doc, names, claims); !errors.Is(err, context.Canceled) {
		t.Errorf("a check that is stopped says %v", err)
	}
}

// TestDocumentedClaims: those that docs/CLAIMS.md begins with are claims.
func TestDocumentedClaims(t *testing.T) {
	text, err := os.ReadFile("../../../docs/CLAIMS.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(text), "```\n")
	block, _, _ = strings.Cut(block, "\n```")
	lines := strings.Split(block, "\n")
	for _, line := range lines {
		if _, err := Parse(line, []string{"SGD", "GD", "Adam", "Momentum"}); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	if len(lines) < 5 {
		t.Errorf("there are %d", len(lines))
	}
}

// TestFaults: each is told with its place and what would be right.
func TestFaults(t *testing.T) {
	names := []string{"SGD", "SGD 2", "Adam"}
	for _, c := range []struct {
		text   string
		column int
		says   string
	}{
		{"", 1, "is needed here; got the end"},
		{"stebs of SGD = 3", 1, `"stebs" is not known; did you mean steps?`},
		{"loss SGD = 3", 6, `"of" is needed here; got "SGD"`},
		{"loss of Adm = 3", 9, `no racer is called "Adm"; did you mean Adam?`},
		{"loss of Newton = 3", 9, `no racer is called "Newton"; there are SGD, SGD 2, Adam`},
		{"loss of SGD 3", 13, `one of <=, >=, <, >, = is needed here; got "3"`},
		{"loss of SGD = three", 15, `"three"`},
		{"loss of SGD = ", 15, "got the end"},
		{"loss of SGD = 3 or 4", 17, `the claim should end here; got "or"`},
		{"loss of SGD at step 1.5 = 3", 21, "a whole number from 0"},
		{"loss of SGD at step -1 = 3", 21, "a whole number from 0"},
		{"loss of SGD from step 3 = 3", 13, "over many steps it is the highest, lowest or mean loss"},
		{"mean loss of SGD at step 3 = 3", 18, "over many steps it is from step"},
		{"mean loss of SGD from step 5 to step 3 = 3", 38, "a whole number from 5"},
		{"reach of SGD = 3", 14, `"below" is needed here`},
		{"distance of SGD = 3", 17, `"to" is needed here`},
		{"height of a = 3", 11, "a place is needed here, as A, S1 or (1, 2)"},
		{"height of (1; 2) = 3", 13, `"," is needed here; got ";"`},
		{"3 = 4", 3, "both sides are numbers"},
		{"loss of SGD < 3 within 1 %", 24, "a percentage from 0 goes with ="},
		{"loss of SGD = 3 within 1", 25, `"%" is needed here`},
		{"loss of SGD = 1e999", 15, "a number is needed here"},
		{"racer SGD diverged", 11, `":" is needed here; got "diverged"`},
		{"racer SGD: divrged", 12, `did you mean diverged?`},
		{"racer SGD: diverged at 12", 21, `the claim should end here; got "at"`},
		{"racer SGD: repeats every steps", 26, "a number is needed"},
		{"racer SGD: crosses z > 1", 20, "one of x, y, |x|, |y|"},
		{"racer: diverged", 6, `no racer is called ":"`},
		{"every racers: diverged", 1, "is needed here"},
		{"from 1, 2: loss of SGD = 3", 6, `"(" is needed here`},
		{"from (1, 2) loss of SGD = 3", 13, `":" is needed here`},
		{"from (1, 2), lr 3: loss of SGD = 3", 14, "one of from, turned by"},
		{"noise -1: loss of SGD = 3", 7, "noise is 0 or more"},
		{"für 3 steps: loss of SGD = 3", 1, "is needed here"},
		{"loss of SGD ≥ 3", 13, `got "≥"`},
		{"loss of SGD 2 at step x = 3", 23, "a number is needed"},
	} {
		_, err := Parse(c.text, names)
		fault := (*Error)(nil)
		if !errors.As(err, &fault) {
			t.Errorf("%q is read: %v", c.text, err)
			continue
		}
		if fault.Column != c.column || !strings.Contains(fault.Msg, c.says) {
			t.Errorf("%q: character %d: %s; want character %d: %s", c.text, fault.Column, fault.Msg, c.column, c.says)
		}
	}
	if _, err := Parse("loss of SGD = 3", nil); err == nil || !strings.Contains(err.Error(), "the experiment has no racers") {
		t.Errorf("without racers it says %v", err)
	}
}

// FuzzParse: whatever is written, it is a claim or there is a place in it where it is wrong. A claim stays one with other blanks,
// and can be checked.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"racer GD: diverged at step 12", "racer fast: settles at A before step 120", "no racer: settles", "every racer: at (1, 2)",
		"racer GD: crosses |y| > 1 at step 352", "steps of GD / steps of fast > 5", "reach of GD 0.02 below 1e-6 = 445",
		"loss of GD at step 100 < loss of fast at step 100 <= 3 * 4", "sharpness of GD = 2 / rate of GD within 1 %",
		"turned by 45, from (4, 1e-6), noise 1, seed 3, for 10 steps: racer Newton: repeats every 3 steps",
		"highest stride of GD from step 3 to step 5 = 2", "with a = 1, batch 3: angle of GD to S1 > 3", "height of A >= limit of (1,1)",
		"racer GD: stopped: gradient 0", "racer \xff", "loss of GD = 1e", "+.5 = x of GD",
	} {
		f.Add(text)
	}
	doc, names := bowl(f)
	doc.Steps = 8
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(text, names)
		fault := (*Error)(nil)
		if err != nil {
			if !errors.As(err, &fault) || fault.Column < 1 || fault.Column > utf8.RuneCountInString(text)+1 || fault.Msg == "" {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		if again, err := Parse("\t"+text+"  ", names); err != nil || len(again.changes) != len(c.changes) {
			t.Fatalf("%q is no claim with blanks around it: %v", text, err)
		}
		if len(c.changes) > 0 {
			return // a race of any length
		}
		results, err := Check(t.Context(), doc, names, []Claim{c})
		if err != nil || results[0].Found == "" {
			t.Fatalf("%q: %v, %v", text, err, results)
		}
	})
}
