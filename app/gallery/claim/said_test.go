package claim

import (
	"strings"
	"testing"

	"descentlab/internal/say"
)

// written are claims as they are said in English, in which what is said is what is written.
var written = []string{
	"racer fast: diverged", "racer fast: diverged at step 269", "racer fast: diverged before step 269",
	"racer fast: diverged after step 268", "racer fast at step 100: left the map", "racer GD: left the domain",
	"racer GD: settles", "racer GD: settles at A", "racer GD: settles at (0, 0) at step 445", "racer GD: never settles",
	"racer GD at step 100: heading for A", "racer GD: circling (1, 2)", "racer GD: at S1", "racer GD: stopped",
	"racer GD 0.02: bouncing across a valley", "racer GD: on a line of maxima", "racer GD: stopped: gradient 0",
	"racer GD 0.02: repeats every 2 steps", "racer GD: crosses |y| < 8 before step 9", "racer GD: never crosses x > −0.5",
	"no racer: settles", "every racer: settles", "no racer at step 3: settles", "every racer at step 3: climbing",
	"steps of GD / steps of Newton > 400", "steps of Newton < steps of GD < 446", "evaluations of GD = 700",
	"reach of GD below 1e-6 = 445", "arrival of GD 0.02 below 1 = 3", "loss of GD = 1", "loss of GD at step 0 = 3264",
	"loss of GD at step 1 = 60 within 3 %", "highest loss of GD = 3264", "lowest loss of GD from step 3 to step 5 = 61.5",
	"mean x of GD from step 500 = −7.92", "rises of fast from step 0 to step 10 = 10", "rises of GD = 0",
	"sharpness of GD 0.02 = 2 / rate of GD 0.02", "height of (3, 4) = 809", "limit of A = 0.02 * 1",
	"distance of GD to A at step 0 = 11.314", "highest angle of Newton to (1, 2) < 0.001", "stride of Newton at step 0 >= 11.314",
	"slope of GD at step 0 <= 800", "y of GD = 0", "from (4, 1e-6), turned by 45: loss of GD > 1",
	"with a = −3, seed 1, noise 0.5, batch 8, for 10 steps: loss of GD > 1",
}

// TestSaid: in English a claim is said as it is written, and of racers by other names with those.
func TestSaid(t *testing.T) {
	_, names := bowl(t)
	for _, want := range written {
		c, err := Parse(strings.ReplaceAll(want, "−", "-"), names)
		if err != nil {
			t.Errorf("%s: %v", want, err)
			continue
		}
		if got := c.Said(names); got != strings.ReplaceAll(want, "a = −3", "a = -3") {
			t.Errorf("%q is said as %q", want, got)
		}
	}
	c, err := Parse("racer GD 0.02: settles at A", names)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Said([]string{"SGD", "SGD 2", "SGD 3", "Newton"}); got != "racer SGD 2: settles at A" {
		t.Errorf("by the lab's names it is %q", got)
	}
	q, err := ParseQuantity("1 - 100 * rate of GD + loss of GD at step 3", names)
	if err != nil || q.Said(names) != q.Text {
		t.Errorf("%q is said as %q, %v", q.Text, q.Said(names), err)
	}
}

// TestSaidInAnotherLanguage: every word of it goes through the door, and numbers are written as its readers do.
func TestSaidInAnotherLanguage(t *testing.T) {
	_, names := bowl(t)
	say.Translate(func(string) string { return "" })
	say.DecimalComma(true)
	t.Cleanup(func() { say.Translate(nil); say.DecimalComma(false) })
	for _, text := range written {
		c, err := Parse(strings.ReplaceAll(text, "−", "-"), names)
		if err != nil {
			t.Fatal(err)
		}
		got := c.Said(names)
		got, _, _ = strings.Cut(got, "%!(EXTRA") // arguments for which no verb is left
		if strings.ContainsAny(got, "abcdefghijklmnopqrstuvwxyz.") {
			t.Errorf("%q is said as %q", text, got)
		}
	}
	if c, err := Parse("loss of GD = 0.5", names); err != nil || !strings.HasSuffix(c.Said(names), " = 0,5") {
		t.Errorf("0.5 is said in %q, %v", c.Said(names), err)
	}
}
