package setup

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"descentlab/optim"
)

func racerOf(t *testing.T, text string) Racer {
	t.Helper()
	spec, changes, err := optim.ParseRacer(text)
	if err != nil {
		t.Fatal(err)
	}
	return Racer{Spec: spec, Changes: changes}
}

// courses are all that a racer is or would have become, as text: its own, and those of its futures.
func courses(r *Racer) (own string, others []string) {
	for i := -1; i < len(r.Futures); i++ {
		first, changes := r.Course(i)
		others = append(others, optim.RacerText(first, changes))
	}
	return others[0], others[1:]
}

// TestForkKeepsTheOldFuture with the words of the picture.
func TestForkKeepsTheOldFuture(t *testing.T) {
	r := racerOf(t, "momentum lr=0.008 momentum=0.9")
	r.Fork(12, r.SpecAt(12).With("momentum", optim.Num(0.5)))
	const old, now = "momentum lr=0.008 momentum=0.9 @12", "momentum lr=0.008 momentum=0.9 @12 momentum=0.5"
	own, others := courses(&r)
	if own != now || !slices.Equal(others, []string{old}) {
		t.Fatalf("%q, beside %q", own, others)
	}
	r.Swap(0)
	own, others = courses(&r)
	if own != old || !slices.Equal(others, []string{now}) {
		t.Fatalf("swapped: %q, beside %q", own, others)
	}
}

// TestFuturesAreKept: whatever is forked, swapped and dropped in whatever order, what a racer is and would have become stays the
// same but for what was asked for, and the tree is one.
func TestFuturesAreKept(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	canon := func(text string) string { // a fork that changes nothing is none
		first, changes, err := optim.ParseRacer(text)
		if err != nil {
			t.Fatal(err)
		}
		before, kept := first, optim.Changes(nil)
		for _, c := range changes {
			if !c.Spec.Equal(before) {
				kept = append(kept, c)
			}
			before = c.Spec
		}
		return optim.RacerText(first, kept)
	}
	all := func(r *Racer) (list []string) {
		own, others := courses(r)
		for _, one := range append(others, own) {
			list = append(list, canon(one))
		}
		slices.Sort(list)
		return list
	}
	for range 12 {
		r := racerOf(t, "sgd lr=1")
		for step := range 25 {
			before := r.Clone()
			want := all(&r)
			own, others := courses(&r)
			var did string
			switch n := len(r.Futures); {
			case n > 0 && random.IntN(3) == 0:
				i := random.IntN(n)
				did = fmt.Sprint("swap ", i)
				r.Swap(i)
				if now, _ := courses(&r); canon(now) != canon(others[i]) {
					t.Fatalf("%s of %+v goes %q, want %q", did, before, now, others[i])
				}
			case n > 0 && random.IntN(4) == 0:
				i := random.IntN(n)
				did = fmt.Sprint("drop ", i)
				r.Drop(i)
				at := slices.Index(want, canon(others[i]))
				want = slices.Delete(want, at, at+1)
			case n < MaxFutures:
				at := 1 + random.IntN(9)
				did = fmt.Sprint("fork ", at)
				r.Fork(at, r.SpecAt(at).With("lr", optim.Num(float64(step+2))))
				now, _ := courses(&r)
				want = append(want, canon(now))
				slices.Sort(want)
				if slices.Index(want, canon(own)) < 0 {
					t.Fatalf("%s loses the old future", did)
				}
			}
			if got := all(&r); !slices.Equal(got, want) {
				t.Fatalf("%s of %+v gives\n%q, want\n%q", did, before, got, want)
			}
			if err := r.checkCourse(); err != nil {
				t.Fatalf("%s of %+v: %v", did, before, err)
			}
			seen := 0
			for i, depth := range r.Tree() {
				if seen++; depth == 1 != (r.Futures[i].Of == 0) {
					t.Fatalf("future %d is %d deep", i, depth)
				}
			}
			if seen != len(r.Futures) {
				t.Fatalf("the tree has %d of %d futures", seen, len(r.Futures))
			}
		}
	}
}

func TestFuturesAreOnlySoMany(t *testing.T) {
	r := racerOf(t, "sgd lr=1")
	for i := range 3 * MaxFutures {
		r.Fork(i+1, r.Spec)
	}
	if len(r.Futures) != MaxFutures {
		t.Errorf("%d futures", len(r.Futures))
	}
}

// TestSettingAtAStep changes the piece in force there; from a step on, all that comes.
func TestSettingAtAStep(t *testing.T) {
	for _, c := range []struct {
		at        int
		set, from string
	}{
		{0, "sgd lr=9 @5 lr=2 @8 lr=3", "sgd lr=9"},
		{4, "sgd lr=9 @5 lr=2 @8 lr=3", "sgd lr=1 @4 lr=9"},
		{5, "sgd lr=1 @5 lr=9 @8 lr=3", "sgd lr=1 @5 lr=9"},
		{7, "sgd lr=1 @5 lr=9 @8 lr=3", "sgd lr=1 @5 lr=2 @7 lr=9"},
		{99, "sgd lr=1 @5 lr=2 @8 lr=9", "sgd lr=1 @5 lr=2 @8 lr=3 @99 lr=9"},
	} {
		set, from := racerOf(t, "sgd lr=1 @5 lr=2 @8 lr=3"), racerOf(t, "sgd lr=1 @5 lr=2 @8 lr=3")
		set.SetAt(c.at, set.Spec.With("lr", optim.Num(9)))
		from.SetFrom(c.at, from.Spec.With("lr", optim.Num(9)))
		if own, _ := courses(&set); own != c.set {
			t.Errorf("set at %d: %q, want %q", c.at, own, c.set)
		}
		if own, _ := courses(&from); own != c.from {
			t.Errorf("set from %d: %q, want %q", c.at, own, c.from)
		}
	}
	r := racerOf(t, "sgd lr=1 @5 lr=2")
	r.Fork(7, r.SpecAt(7))
	r.SetAt(6, r.SpecAt(6).With("maximize", optim.On(true)))
	if err := r.checkCourse(); err != nil || !r.Spec.Climbs() {
		t.Errorf("one piece climbs, the others do not: %v", err)
	}
}

// TestFuturesAreSaved, and read again; a racer without any is written as ever.
func TestFuturesAreSaved(t *testing.T) {
	e := Default()
	plain, err := json.Marshal(e)
	if err != nil || strings.Contains(string(plain), "futures") || strings.Contains(string(plain), "@") {
		t.Fatalf("%s, %v", plain, err)
	}
	r := &e.Racers[1]
	r.Fork(12, r.SpecAt(12).With("momentum", optim.Num(0.5)))
	r.Fork(30, optim.Spec{Method: "adam"})
	r.Swap(0)
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var back Experiment
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, e) {
		t.Fatalf("%s\ncame back as %+v, %v", data, back.Racers, err)
	}
}

func TestFuturesThatCannotBe(t *testing.T) {
	const adam = `"racer":"adam lr=0.1"`
	for futures, want := range map[string]string{
		`[{"at":0,` + adam + `}]`:                                     "begins at step 1",
		`[{"at":-5,` + adam + `}]`:                                    "begins at step 1",
		`[{"at":99999999,` + adam + `}]`:                              "begins at step 1",
		`[{"of":2,"at":5,` + adam + `}]`:                              "no future 2",
		`[{"of":-1,"at":5,` + adam + `}]`:                             "no future -1",
		`[{"of":1,"at":5,` + adam + `}]`:                              "circle",
		`[{"of":2,"at":5,` + adam + `},{"of":1,"at":9,` + adam + `}]`: "circle",
		`[{"at":5,` + adam + `},{"of":3,"at":9,` + adam + `},{"of":2,"at":9,` + adam + `}]`: "circle",
		`[{"at":5,` + adam + `},{"of":1,"at":5,` + adam + `}]`:                              "after step 5",
		`[{"at":5,"racer":"adam lr=0.1 @4 lr=0.2"}]`:                                        "in their order",
		`[{"at":5,"racer":"adam lr=0.1 @5 lr=0.2"}]`:                                        "two changes at step 5",
		`[{"at":5,"racer":"adam maximize=true"}]`:                                           "maximize",
		`[{"at":5,"racer":"adm"}]`:                                                          "adm",
		`[{"at":5}]`:                                                                        "optimizer",
		`[{"at":5,` + adam + `,"slot":3}]`:                                                  "slot",
		`[` + strings.Repeat(`{"at":5,`+adam+`},`, 16) + `{"at":5,` + adam + `}]`:           "at most 16",
	} {
		text := fmt.Sprintf(`{"format":"descentlab experiment","version":1,"surface":"peaks","home":[-3,3,-3,3],"view":[-3,3,-3,3],
			"start":[0,0],"seed":1,"noise":0,"steps":20,"racers":[{"racer":"sgd lr=0.1","slot":0,"futures":%s}],
			"look":{"levels":"log","side_by_side":false,"linear_loss":false}}`, futures)
		var e Experiment
		if err := json.Unmarshal([]byte(text), &e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.90s: %v, want %q", futures, err, want)
		}
	}
}
