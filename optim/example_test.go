package optim_test

import (
	"fmt"
	"strings"

	"descentlab/optim"
)

// A ravine is a loss of one's own: 0.5*(x^2 + 25*y^2), 25 times as steep along y as along x.
type ravine struct{}

func (ravine) Dim() int { return 2 }

func (ravine) Eval(grad, x []float64, _ int) float64 {
	if grad != nil {
		grad[0], grad[1] = x[0], 25*x[1]
	}
	return 0.5 * (x[0]*x[0] + 25*x[1]*x[1])
}

// A racer is read from text, planned for points of two coordinates and a race of 200 steps, and then goes down.
func ExampleParseSpec() {
	spec, err := optim.ParseSpec("adam lr=0.06 schedule=cosine")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := spec.Plan(2, 200)
	if err != nil {
		fmt.Println(err)
		return
	}
	row := make([]float64, plan.Width())
	plan.Start(row, ravine{}, []float64{-2.6, 1.2})
	for t := range 200 {
		if t%50 == 0 {
			fmt.Printf("step %3d: lr %.4f, loss %.3g\n", t, plan.Rate(t), plan.Loss(row))
		}
		plan.Next(row, row, ravine{}, t)
	}
	fmt.Printf("step 200: loss %.3g at %.1g\n", plan.Loss(row), plan.X(row))
	// Output:
	// step   0: lr 0.0600, loss 21.4
	// step  50: lr 0.0512, loss 0.0955
	// step 100: lr 0.0300, loss 0.000194
	// step 150: lr 0.0088, loss 9.18e-06
	// step 200: loss 5.99e-06 at [0.003 0.0001]
}

// What cannot be a racer is refused, with what would be right.
func ExampleParseSpec_mistakes() {
	for _, text := range []string{"adma lr=0.06", "adam weight_decy=0.1", "adam beta1=1", "adam T_max=50", "rprop lr=-1"} {
		_, err := optim.ParseSpec(text)
		fmt.Println(err)
	}
	// Output:
	// unknown optimizer "adma"; did you mean "adam"?
	// adam has no knob "weight_decy"; did you mean "weight_decay"?
	// adam: beta1 must be in [0, 1); got 1
	// T_max needs schedule=cosine or schedule=warmup_cosine
	// rprop: lr must be a number above 0; got -1
}

// One step by hand: the row holds all that the racer is and remembers, before the step and after it.
func ExamplePlan_Next() {
	spec, err := optim.ParseSpec("momentum lr=0.01 momentum=0.9")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := spec.Plan(2, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	before, after := make([]float64, plan.Width()), make([]float64, plan.Width())
	plan.Start(before, ravine{}, []float64{-2.6, 1.2})
	plan.Next(after, before, ravine{}, 0)
	for _, f := range plan.Fields() {
		fmt.Printf("%-28s %.4g -> %.4g\n", f.Name, before[f.At:f.At+f.Len], after[f.At:f.At+f.Len])
	}
	// Output:
	// loss                         [21.38] -> [13.44]
	// evaluations                  [0] -> [1]
	// lr                           [0.01] -> [0.01]
	// failure                      [0] -> [0]
	// x                            [-2.6 1.2] -> [-2.574 0.9]
	// grad                         [-2.6 30] -> [-2.574 22.5]
	// sgd.momentum_buffer          [0 0] -> [-2.6 30]
	// sgd.direction                [0 0] -> [-2.6 30]
	// rate.direction               [0 0] -> [-2.6 30]
}

// Everything that can be set is a knob with a name, a default and a domain. Settings make a new racer; the old one stays.
func ExampleSpec_With() {
	spec, err := optim.ParseSpec("momentum schedule=step")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range spec.Knobs() {
		if !optim.IsStage(k.Name) {
			fmt.Printf("%-12s %5g, %s\n", k.Name, k.Default, k.Domain())
		}
	}
	fmt.Println(spec.With("momentum", optim.Num(0.95)).With("nesterov", optim.On(true)))
	fmt.Println(spec)
	// Output:
	// lr           0.001, a number above 0
	// momentum       0.9, a number of at least 0
	// dampening        0, in [0, 1]
	// nesterov         0, true or false
	// step_size      333, a whole number from 1 to 1e+09
	// gamma          0.1, a number above 0
	// momentum schedule=step momentum=0.95 nesterov=true
	// momentum schedule=step
}

// The same descent as a program for Python.
func ExampleSpec_Python() {
	spec, err := optim.ParseSpec("adam lr=0.06 schedule=cosine")
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := spec.Python(optim.Script{
		Title: "A ravine",
		Loss:  []string{"x, y = p", "return 0.5 * (x**2 + 25 * y**2)"},
		Start: []float64{-2.6, 1.2},
		Steps: 200,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(strings.ReplaceAll(text, "\n\n\n", "\n\n")) // the expected output below cannot hold two blank lines
	// Output:
	// # A ravine, written by Descent Lab.
	// # The racer is: adam schedule=cosine lr=0.06
	// import torch
	//
	// torch.set_default_dtype(torch.float64)
	//
	// def f(p):
	//     x, y = p
	//     return 0.5 * (x**2 + 25 * y**2)
	//
	// p = torch.tensor([-2.6, 1.2], requires_grad=True)
	// optimizer = torch.optim.Adam([p], lr=0.06, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.0, amsgrad=False)
	// scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200, eta_min=0.0)
	//
	// for t in range(200):
	//     optimizer.zero_grad()
	//     f(p).backward()
	//     optimizer.step()
	//     scheduler.step()
	//
	// print("x, y =", p.tolist())
	// print("loss =", f(p).item())
}
