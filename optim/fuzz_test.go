package optim_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"descentlab/optim"
)

// FuzzParseSpec: no text panics, errors are one line, and what is read comes back from its own text, from JSON and as
// a plan.
func FuzzParseSpec(f *testing.F) {
	for _, seed := range []string{
		"adam", "sgd lr=0.1 momentum=0.9 nesterov=true", "adam lr=1e-3 schedule=cosine T_max=10 clip_norm=1",
		"rprop step_min=1e-9 weight_decay=0.1", "asgd schedule=multistep milestones=1,2,3 gamma=0.5",
		"adamw schedule=cyclic mode=exp_range cycle_momentum=false", "adam =1", "adam lr==1", "\xff\xfe lr=1",
		"adam lr=0x1p-3", "nadam schedule=onecycle anneal_strategy=linear pct_start=0", "adam schedule=", "adam \u00a0lr=1",
		"sgd schedule=multistep milestones=-0", "sgd dampening=-0",
		"adam(lr=0.1, betas=(0.9, 0.99))", "torch.optim.SGD(params, 0.1, momentum=0.9, nesterov=True) StepLR(opt, 30)", "Adam(",
		"opt = AdamW(p, lr=1/3); CosineAnnealingLR(opt, T_max=1_0)", "sgd MultiStepLR([1,2],)",

		"adam schedule=sequential schedulers=[linear,cosine] milestones=3",
		"adam SequentialLR(o, [LinearLR(o, 0.1), StepLR(o, 3)], [5])", `sgd sequential("[lambda(t), step]", [4])`,
		"adam a = StepLR(o, 3); b=StepLR(o,4); SequentialLR(o, [a, b], [4])", "adam a=SequentialLR(o, [a, a], [4])",
		"adam LambdaLR(o, lambda t: .9**t)", "adam schedule=lambda lr_lambda='t < 3 ? 1 : 2'",
		"adam lambda(0.5)", `sgd schedule=lambda lr_lambda="r = t; r"`,
		"sgd ReduceLROnPlateau(o, 'min', 0.5, patience=3, eps=1e-9)", "adam schedule=reduce_on_plateau threshold=1 threshold_mode=abs",
		"adam(=)", "adam()()", "a('",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := optim.ParseSpec(text)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q: error of several lines: %v", text, err)
			}
			return
		}
		if back, err := optim.ParseSpec(s.String()); err != nil || !reflect.DeepEqual(back, s) {
			t.Fatalf("%q: %v came back as %v, %v", text, s, back, err)
		}
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		var back optim.Spec
		if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, s) {
			t.Fatalf("%q: %s came back as %v, %v", text, data, back, err)
		}
		plan, err := s.Plan(2, 20)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		row := make([]float64, plan.Width())
		plan.Start(row, planes["beale"], []float64{1, 1})
		for i := range 20 {
			plan.Next(row, row, planes["beale"], i)
		}
	})
}

// FuzzSpecJSON: no JSON panics, and what is read is written again.
func FuzzSpecJSON(f *testing.F) {
	for _, seed := range []string{
		`{"optimizer":"adam","schedule":"multistep","params":{"lr":0.06,"amsgrad":true,"milestones":[10,50]}}`,
		`{"optimizer":"sgd","params":{"nesterov":1,"momentum":0.9}}`, `{"optimizer":"adam","params":{"lr":{}}}`,
		`{"optimizer":"adam","schedule":"cyclic","params":{"mode":"triangular"}}`, `null`, `{}`, `{"optimizer":"adam"} 1`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s optim.Spec
		if s.UnmarshalJSON(data) != nil {
			return
		}
		if err := s.Check(); err != nil {
			t.Fatalf("%s: read unchecked: %v", data, err)
		}
		if _, err := json.Marshal(s); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
	})
}
