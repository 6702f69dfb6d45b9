package optim_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"descentlab/optim"
)

func TestParseRacer(t *testing.T) {
	for _, c := range []struct {
		text, back string
		specs      []string // of the first piece and after each change
		at         []int
	}{
		{"adam lr=0.1", "", []string{"adam lr=0.1"}, nil},
		{"momentum lr=0.008 momentum=0.9 @12 momentum=0.5", "",
			[]string{"momentum lr=0.008 momentum=0.9", "momentum lr=0.008 momentum=0.5"}, []int{12}},
		{"sgd lr=0.01 @50 adam lr=0.06 beta1=0.8 @80 lr=0.02", "",
			[]string{"sgd lr=0.01", "adam lr=0.06 beta1=0.8", "adam lr=0.02 beta1=0.8"}, []int{50, 80}},
		{"adam lr=0.1 @3 @4 @5 lr=0.2", "", []string{"adam lr=0.1", "adam lr=0.1", "adam lr=0.1", "adam lr=0.2"}, []int{3, 4, 5}},
		{"adam(lr=0.1) @3 SGD(params, lr=0.2)", "adam lr=0.1 @3 sgd lr=0.2", []string{"adam lr=0.1", "sgd lr=0.2"}, []int{3}},
		{"adam lr=0.1, @3, betas=(0.8, 0.99)", "adam lr=0.1 @3 beta1=0.8 beta2=0.99",
			[]string{"adam lr=0.1", "adam lr=0.1 beta1=0.8 beta2=0.99"}, []int{3}},
		{"adam lr=0.1 beta1=0.7 @3 betas=(0.8, 0.99)", "adam lr=0.1 beta1=0.7 @3 beta1=0.8 beta2=0.99",
			[]string{"adam lr=0.1 beta1=0.7", "adam lr=0.1 beta1=0.8 beta2=0.99"}, []int{3}},
		{"adam lr=0.1 schedule=cosine T_max=50 @9 schedule=none", "adam schedule=cosine lr=0.1 T_max=50 @9 adam lr=0.1",
			[]string{"adam schedule=cosine lr=0.1 T_max=50", "adam lr=0.1"}, []int{9}},
		{"adam lr=0.1 @9 StepLR(opt, step_size=5, gamma=0.5)", "adam lr=0.1 @9 adam schedule=step lr=0.1 step_size=5 gamma=0.5",
			[]string{"adam lr=0.1", "adam schedule=step lr=0.1 step_size=5 gamma=0.5"}, []int{9}},
		{"sgd schedule=multistep milestones=10, 20 @15 lr=0.5", "sgd schedule=multistep milestones=10,20 @15 lr=0.5",
			[]string{"sgd schedule=multistep milestones=10,20", "sgd schedule=multistep lr=0.5 milestones=10,20"}, []int{15}},
	} {
		first, changes, err := optim.ParseRacer(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if c.back == "" {
			c.back = c.text
		}
		if got := optim.RacerText(first, changes); got != c.back {
			t.Errorf("%s is written %q, want %q", c.text, got, c.back)
		}
		got := []string{first.String()}
		var at []int
		for _, change := range changes {
			got, at = append(got, change.Spec.String()), append(at, change.At)
		}
		if !reflect.DeepEqual(got, c.specs) || !reflect.DeepEqual(at, c.at) {
			t.Errorf("%s is %q at %v, want %q at %v", c.text, got, at, c.specs, c.at)
		}
	}
}

func TestParseRacerSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"@12 adam":                  "begins with an optimizer's name",
		"@":                         "begins with an optimizer's name",
		"adam @":                    "whole number",
		"adam @x lr=1":              "whole number",
		"adam @1.5 lr=1":            "whole number",
		"adam @ 5 lr=1":             "whole number",
		"adam @0 lr=0.1":            "from step 1 on",
		"adam @-4 lr=0.1":           "from step 1 on",
		"adam @99999999 lr=0.1":     "up to step",
		"adam @9999999999999999999": "up to step",
		"adam @9 lr=0.1 @5 lr=0.2":  "in their order",
		"adam @9 lr=0.1 @9 lr=0.2":  "two changes at step 9",
		"adam @9 momentum=0.5":      "momentum",
		"adam @9 lr=-1":             "@9",
		"adam @9 lr=1 lr=2":         "twice",
		"adam @9 no_method lr=1":    "no_method",
		"adam @9 maximize=true":     "maximize",
		"adam @9 lr":                "lr",
		"adam lr=0.1@9":             "lr",
		"adam" + strings.Repeat(" @1 lr=1", 20000): "bytes",
		manyChanges(optim.MaxChanges + 1):          "at most",
	} {
		if _, _, err := optim.ParseRacer(text); err == nil || !strings.Contains(err.Error(), want) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60s: %v, want %q", text, err, want)
		}
	}
	if _, c, err := optim.ParseRacer(manyChanges(optim.MaxChanges)); err != nil || len(c) != optim.MaxChanges {
		t.Error(err)
	}
}

func manyChanges(n int) string {
	var b strings.Builder
	b.WriteString("adam")
	for i := range n {
		fmt.Fprintf(&b, " @%d", i+1)
	}
	return b.String()
}

func TestSpecsAtSteps(t *testing.T) {
	first, c, err := optim.ParseRacer("adam lr=0.1 @5 lr=0.2 @9 lr=0.3")
	if err != nil {
		t.Fatal(err)
	}
	for step, want := range map[int]string{0: "0.1", 4: "0.1", 5: "0.2", 8: "0.2", 9: "0.3", 1000: "0.3"} {
		if got := c.SpecAt(first, step).String(); got != "adam lr="+want {
			t.Errorf("at step %d: %s", step, got)
		}
	}
	if n := len(c.Before(5)); n != 0 {
		t.Error(n)
	}
	if n := len(c.Before(9)); n != 1 {
		t.Error(n)
	}
	before := optim.RacerText(first, c)
	longer := c.With(7, first).With(9, first).With(1, c[0].Spec)
	if got, want := optim.RacerText(first, longer), "adam lr=0.1 @1 lr=0.2 @5 @7 lr=0.1 @9"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if optim.RacerText(first, c) != before {
		t.Error("the list has been changed in place")
	}
}

// FuzzParseRacer: no text panics, errors are one line, and what is read comes back from its own text.
func FuzzParseRacer(f *testing.F) {
	for _, seed := range []string{
		"momentum lr=0.008 momentum=0.9 @12 momentum=0.5", "sgd @50 adam lr=0.06 @80 lr=0.02", "adam @3 @4", "adam @", "@5",
		"adam @1 schedule=cosine @2 schedule=none", "adam(lr=0.1) @7 SGD(p, lr=1, momentum=0.9, nesterov=True)", "adam @-1",
		"sgd schedule=multistep milestones=1,2 @5 milestones=3", "adam @4 StepLR(opt, 30)", "sgd @3 dampening=-0 @4 dampening=0",
		"adam @1e3", "a @\xff", "adam @2 decoupled_weight_decay=true weight_decay=0.1",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, c, err := optim.ParseRacer(text)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q: error of several lines: %v", text, err)
			}
			return
		}
		if err := c.Check(s); err != nil {
			t.Fatalf("%q is read unchecked: %v", text, err)
		}
		written := optim.RacerText(s, c)
		back, changes, err := optim.ParseRacer(written)
		if len(written) > optim.MaxRacerText {
			return
		}
		if err != nil || !back.Equal(s) || !changes.Equal(c) || optim.RacerText(back, changes) != written {
			t.Fatalf("%q: %q came back as %v %v, %v", text, written, back, changes, err)
		}
	})
}
