package outcome_test

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// TestForksAreTold as on the picture: momentum 0.9 to 0.5 at step 12 takes the run to C instead of A.
func TestForksAreTold(t *testing.T) {
	doc := setup.Default()
	m := &doc.Racers[1]
	m.Fork(12, m.SpecAt(12).With("momentum", optim.Num(0.5)))
	a := &doc.Racers[3]
	a.Fork(20, a.SpecAt(20)) // nothing has been changed yet
	doc.Racers[0].Fork(139, doc.Racers[0].Spec.With("lr", optim.Num(0.01)))
	doc.Racers[0].Fork(500, optim.Spec{Method: "adam"}) // after the end
	r, err := lab.Prepare(t.Context(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	forks, names := outcome.Forks(r), doc.Names()
	want := []string{
		"SGD → Adam, forked at step 139, SGD → Adam: ",
		"SGD → Adam, forked at step 500, SGD → Adam: the race ends before",
		"Momentum, forked at step 12, momentum 0.9 → 0.5: ends in C instead of A",
		"Adam, forked at step 20, nothing changed: ends in B either way",
	}
	if len(forks) != len(want) {
		t.Fatalf("%d forks", len(forks))
	}
	for i, f := range forks {
		if got := f.Sentence(names[f.Racer]); !strings.HasPrefix(got, want[i]) {
			t.Errorf("%q, want %q", got, want[i])
		}
	}
	if f := forks[2]; f.From != "0.9" || f.To != "0.5" || f.Old.Brief() != "to A" || f.Now.Brief() != "to C" {
		t.Errorf("%q %q, from %q %q", f.To, f.Now.Brief(), f.From, f.Old.Brief())
	}
}

func TestUnlike(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"adam lr=0.1", "adam lr=0.1", ""},
		{"adam lr=0.1", "adam lr=0.05", "lr 0.1 → 0.05"},
		{"adam", "adam lr=0.06 beta1=0.5 amsgrad=true", "beta1 0.9 → 0.5, amsgrad false → true"},
		{"adam lr=0.1", "sgd lr=0.1", "Adam → SGD"},
		{"adam lr=0.1", "adam lr=0.1 schedule=cosine", "schedule none → cosine"},
		{"sgd schedule=multistep milestones=1,2", "sgd schedule=multistep milestones=3", "milestones 1,2 → 3"},
	} {
		before, err := optim.ParseSpec(c.before)
		if err != nil {
			t.Fatal(err)
		}
		after, err := optim.ParseSpec(c.after)
		if err != nil {
			t.Fatal(err)
		}
		got := outcome.Unlike(before, after, 140)
		if c.before == "adam" { // its default rate is whatever it is
			if _, rest, cut := strings.Cut(got, ", beta1"); cut {
				got = "beta1" + rest
			}
		}
		if got != c.want {
			t.Errorf("%s, then %s: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

// TestTurnsAreTold one by one, and those of a hand that has moved a slider as one.
func TestTurnsAreTold(t *testing.T) {
	for text, want := range map[string][]outcome.Turn{
		"adam": nil,
		"momentum lr=0.008 momentum=0.9 @12 momentum=0.5": {{At: 12, To: 12, Changed: "momentum 0.9 → 0.5"}},
		"adam lr=0.1 @1 lr=0.2 @2 sgd": {
			{At: 1, To: 1, Changed: "lr 0.1 → 0.2"}, {At: 2, To: 2, Changed: "Adam → SGD"},
		},
		"adam lr=0.1 @1 lr=0.2 @2 lr=0.3 @3 lr=0.4 @9 lr=0.5": {{At: 1, To: 9, Changed: "lr 0.1 → 0.5"}},
	} {
		first, changes, err := optim.ParseRacer(text)
		if err != nil {
			t.Fatal(err)
		}
		got := outcome.Turns(&setup.Racer{Spec: first, Changes: changes}, 140)
		if len(got) != len(want) {
			t.Fatalf("%s: %v, want %v", text, got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %v, want %v", text, got[i], want[i])
			}
		}
	}
}
