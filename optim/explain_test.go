package optim_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

// gorge is a curved valley with its second derivatives and its least value, far enough from any method's taste.
type gorge struct{}

func (gorge) Dim() int { return 2 }

func (gorge) Eval(grad, x []float64, _ int) float64 {
	a, b := 1-x[0], x[1]-x[0]*x[0]
	if grad != nil {
		grad[0], grad[1] = -2*a-40*x[0]*b, 20*b
	}
	return a*a + 10*b*b
}

func (gorge) Hessian(h, x []float64, _ int) bool {
	h[0], h[1], h[2], h[3] = 2-40*(x[1]-3*x[0]*x[0]), -40*x[0], -40*x[0], 20
	return true
}

func (gorge) GaussNewton(h, x []float64, _ int) bool {
	h[0], h[1], h[2], h[3] = 2+80*x[0]*x[0], -40*x[0], -40*x[0], 20
	return true
}

func (gorge) Minimum() (float64, bool) { return 0, true }

// explained are the settings under which every method of the catalogue is taken apart.
var explained = []string{
	"", "clip_norm=0.5", "clip_value=0.3 lookahead_k=3", "decoupled_decay=0.1 ema=0.9", "maximize=true",
	"lookahead_k=2 lookahead_momentum=0.5", "grad_noise=0.1 clip_adaptive=0.5",
}

// ownSettings are further ones, of single methods.
var ownSettings = []string{
	"sgd momentum=0.9 dampening=0.1", "sgd momentum=0.9 nesterov=true", "adam amsgrad=true", "adam bias_correction=false",
	"rmsprop centered=true", "rmsprop momentum=0.9 centered=true", "adagrad lr_decay=0.1", "adam weight_decay=0.1",
	"adamw schedule=cosine", "adam schedule=reduce_on_plateau patience=1",
	"extragradient schedule=reduce_on_plateau patience=0 maximize=true",
}

// rowsOf makes the rows of a racer in the gorge.
func rowsOf(t *testing.T, text string, box optim.Box, steps int) (*optim.Plan, [][]float64) {
	t.Helper()
	spec, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(text, err)
	}
	plan, err := spec.Plan(2, steps)
	if err != nil {
		t.Fatal(text, err)
	}
	plan.Within(box).Seed(3)
	rows := [][]float64{make([]float64, plan.Width())}
	plan.Start(rows[0], gorge{}, []float64{-0.7, 0.9})
	for k := range steps {
		next := make([]float64, plan.Width())
		plan.Next(next, rows[k], gorge{}, k)
		rows = append(rows, next)
	}
	return plan, rows
}

// TestPartsRecombine: what the parts of an update say gives, with one rounding, the recorded step bit for bit: for every method
// of the catalogue, with every stage around it, in a box and without; and whatever explains itself names all its memories.
func TestPartsRecombine(t *testing.T) {
	var texts []string
	for _, m := range optim.Methods() {
		for _, more := range explained {
			texts = append(texts, m.Key+" "+more)
		}
	}
	made := 0
	for _, text := range append(texts, ownSettings...) {
		for _, box := range []optim.Box{{}, {Lo: []float64{-0.8, math.Inf(-1)}, Hi: []float64{-0.5, 0.95}}} {
			plan, rows := rowsOf(t, text, box, 7)
			for k := 0; k+1 < len(rows); k++ {
				before, after := rows[k], rows[k+1]
				parts := plan.Parts(before, after, k)
				made++
				recombined(t, fmt.Sprintf("%s, update %d", text, k), plan, parts, before, after, k)
				for _, u := range parts {
					namesAll(t, text, u)
				}
			}
		}
	}
	if made < 5000 {
		t.Errorf("%d updates", made)
	}
}

// recombined compares the position after an update with what its parts say.
func recombined(t *testing.T, name string, plan *optim.Plan, parts []optim.Part, before, after []float64, k int) {
	t.Helper()
	if plan.Failure(after) != optim.Sound {
		if !slices.Equal(plan.X(after), plan.X(before)) {
			t.Errorf("%s has failed and moved", name)
		}
		return
	}
	last, box := parts[len(parts)-1].Out, plan.Box()
	for i, x := range plan.X(before) {
		want := math.FMA(-plan.Factor(after, k), last[i], x)
		if box.Lo != nil && want < box.Lo[i] {
			want = box.Lo[i]
		} else if box.Lo != nil && want > box.Hi[i] {
			want = box.Hi[i]
		}
		if got := plan.X(after)[i]; math.Float64bits(got) != math.Float64bits(want) && !(got != got && want != want) {
			t.Errorf("%s leads to %v; its parts to %v", name, got, want)
		}
	}
	for i, u := range parts {
		if i > 0 && &u.In[0] != &parts[i-1].Out[0] {
			t.Errorf("%s: stage %s was not handed what the one before handed on", name, u.Name)
		}
	}
}

// namesAll tells whether a part's lines name each memory and the direction once.
func namesAll(t *testing.T, text string, u optim.Part) {
	t.Helper()
	var memories []string
	directions := 0
	for _, l := range u.Explain() {
		if l.Name != "" {
			memories = append(memories, l.Name)
			if len(l.Before) != 2 {
				t.Errorf("%s: %s has no value before", text, l.Name)
			}
		}
		if l.Of == optim.Direction {
			directions++
		}
		if len(l.After) != 2 {
			t.Errorf("%s: a line of %s has no value", text, u.Name)
		}
	}
	slices.Sort(memories)
	want := slices.Sorted(slices.Values(u.Memories))
	if !slices.Equal(memories, want) || directions != 1 {
		t.Errorf("%s: %s explains %q and %d directions, want %q and one", text, u.Name, memories, directions, want)
	}
}

// TestExplainedNumbersAreThoseOfTheRule: what is shown between memory and direction gives the direction.
func TestExplainedNumbersAreThoseOfTheRule(t *testing.T) {
	for text, over := range map[string]string{
		"adam": `\hat m`, "adam amsgrad=true": `\hat m`, "amsgrad": `\hat m`, "adam bias_correction=false": `m`,
		"adamax": `\hat m`, "adabelief": `\hat m`, "yogi": `\hat m`, "rmsprop": "g", "rmsprop centered=true": "g",
		"adagrad": "g", "adadelta": "g", "adagrad lr_decay=0.5": "g",
	} {
		exact := text != "adadelta" && text != "adagrad lr_decay=0.5" // these divide in another order
		plan, rows := rowsOf(t, text, optim.Box{}, 12)
		for k := 0; k+1 < len(rows); k++ {
			u := plan.Parts(rows[k], rows[k+1], k)[0]
			values := map[string][]float64{"g": u.In}
			var divisor, direction []float64
			for _, l := range u.Explain() {
				switch l.Of {
				case optim.Divisor:
					divisor = l.After
				case optim.Direction:
					direction = l.After
				default:
					values[l.Letter] = l.After
				}
			}
			for i, v := range values[over] {
				got := v / divisor[i]
				if exact && got != direction[i] || math.Abs(got-direction[i]) > 1e-14*math.Abs(direction[i]) {
					t.Errorf("%s, update %d: %v over the divisor is %v, the direction %v", text, k, over, got, direction[i])
				}
			}
		}
	}
}

// TestExplainedWholes: what rules of the whole point show of an update gives their direction, by the formula that is written.
func TestExplainedWholes(t *testing.T) {
	type shown struct{ g, x, m, n, q, z, alpha, divisor []float64 }
	for text, direction := range map[string]func(s shown, i int) float64{
		"novograd":                     func(s shown, i int) float64 { return s.m[i] },
		"adafactor":                    func(s shown, i int) float64 { return s.alpha[i] * s.g[i] / s.divisor[i] },
		"adafactor weight_decay=0.1":   func(s shown, i int) float64 { return s.alpha[i]*s.g[i]/s.divisor[i] + 0.01*s.x[i] },
		"lamb":                         func(s shown, i int) float64 { return s.m[i] / s.divisor[i] },
		"ftrl":                         func(s shown, i int) float64 { return s.x[i] + s.z[i]/s.q[i] },
		"ftrl l1=0.5 l2=0.1 beta=0":    func(s shown, i int) float64 { return s.x[i] + shrunk(s.z[i], 0.5)/(s.q[i]+0.1) },
		"ranger k=20":                  nil,
		"novograd weight_decay=0.1":    func(s shown, i int) float64 { return s.m[i] },
		"adafactor eps2=1 d=0.1":       func(s shown, i int) float64 { return s.alpha[i] * s.g[i] / s.divisor[i] },
		"ftrl schedule=linear":         nil,
		"lamb weight_decay=0.1 lr=0.1": nil,
	} {
		plan, rows := rowsOf(t, text, optim.Box{}, 12)
		for k := 0; k+1 < len(rows); k++ {
			u := plan.Parts(rows[k], rows[k+1], k)[0]
			s := shown{g: u.In, x: plan.X(rows[k])}
			for _, l := range u.Explain() {
				if l.Math == "" && l.Of != optim.Divisor {
					t.Errorf("%s: nothing is written of %s", text, l.Name)
				}
				if l.Of == optim.Divisor {
					s.divisor = l.After
					continue
				}
				switch l.Letter {
				case "m", `\hat m`:
					s.m = l.After
				case "n":
					s.n = l.After
				case "q":
					s.q = l.After
				case "z":
					s.z = l.After
				case `\alpha`:
					s.alpha = l.After
				}
			}
			for i := range u.Out {
				if direction == nil {
					continue
				}
				if got := direction(s, i); math.Abs(got-u.Out[i]) > 1e-12*(1+math.Abs(s.x[i])) {
					t.Errorf("%s, update %d: %v is shown, the direction %v", text, k, got, u.Out[i])
				}
			}
		}
	}
}

// shrunk is z as far as it is beyond a threshold.
func shrunk(z, by float64) float64 { return math.Copysign(max(math.Abs(z)-by, 0), z) }
