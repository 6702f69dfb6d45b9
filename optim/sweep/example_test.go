package sweep_test

import (
	"context"
	"errors"
	"fmt"
	"math"

	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// What becomes of one racer from four starts. The targets are places where it may end: here the minima of Himmelblau's
// function.
func ExampleWork_FromStarts() {
	p, err := surfaces.Surface{Formula: "(x^2+y-11)^2 + (x+y^2-7)^2"}.Probe(nil)
	spec, err2 := optim.ParseSpec("sgd lr=0.01")
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	w := &sweep.Work{
		Objective: func() optim.Objective { return p.Fork() },
		Steps:     200,
		View:      sweep.Rect{X0: -6, X1: 6, Y0: -6, Y1: 6},
	}
	for _, at := range [][2]float64{{-3.779, -3.283}, {-2.805, 3.131}, {3, 2}, {3.584, -1.848}} {
		w.Targets = append(w.Targets, sweep.Target{X: at[0], Y: at[1], Within: 0.01})
	}
	starts := []sweep.Start{{X: 0, Y: 0}, {X: -1, Y: 1}, {X: -1, Y: -2}, {X: 9, Y: 9}}
	ends := make([]sweep.Outcome, len(starts))
	if err := w.FromStarts(context.Background(), spec, starts, ends, sweep.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	for i, o := range ends {
		fmt.Printf("from (%2g, %2g): %v, target %d, steps %d\n", starts[i].X, starts[i].Y, o.Kind, o.Target, o.Steps)
	}
	// Output:
	// from ( 0,  0): arrived, target 2, steps 20
	// from (-1,  1): arrived, target 1, steps 10
	// from (-1, -2): arrived, target 0, steps 9
	// from ( 9,  9): diverged, target -1, steps 4
}

// A map of the basins of attraction: the middle of each cell is a start, and the letter says at which minimum it ends.
func ExampleWork_Starts() {
	p, err := surfaces.Surface{Formula: "(x^2+y-11)^2 + (x+y^2-7)^2"}.Probe(nil)
	spec, err2 := optim.ParseSpec("sgd lr=0.005")
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	w := &sweep.Work{
		Objective: func() optim.Objective { return p.Fork() },
		Steps:     200,
		View:      sweep.Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
	}
	for _, at := range [][2]float64{{-3.779, -3.283}, {-2.805, 3.131}, {3, 2}, {3.584, -1.848}} {
		w.Targets = append(w.Targets, sweep.Target{X: at[0], Y: at[1], Within: 0.01})
	}
	sheet, err := sweep.Fill(context.Background(), 32, 12, w.Starts(spec, 32, 12, 0, sweep.Options{}), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for j := range sheet.H {
		for i := range sheet.W {
			fmt.Print("-ABCD"[1+sheet.At(i, j).Target:][:1]) // - if it ends elsewhere
		}
		fmt.Println()
	}
	// Output:
	// BBBBBBBBBBBBBBBBBCCCCCCCCCCCCCCC
	// BBBBBBBBBBBBBBBBBCCCCCCCCCCCCCCC
	// BBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCC
	// BBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCC
	// BBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCC
	// BBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCC
	// AAAAAAAAAAAAABBCCCDDDDDDDDDDDDDD
	// AAAAAAAAAAAAAAADDDDDDDDDDDDDDDDD
	// AAAAAAAAAAAAAAAADDDDDDDDDDDDDDDD
	// AAAAAAAAAAAAAAAADDDDDDDDDDDDDDDD
	// AAAAAAAAAAAAAAAADDDDDDDDDDDDDDDD
	// AAAAAAAAAAAAAAAADDDDDDDDDDDDDDDD
}

// A plane of two knobs: how many steps momentum takes to the bottom of a ravine, from small learning rates on the left to large
// ones on the right. In the lower right corner it does not get there.
func ExampleWork_Plane() {
	p, err := surfaces.Surface{Formula: "0.5*(x^2 + 25*y^2)"}.Probe(nil)
	spec, err2 := optim.ParseSpec("momentum")
	across, err3 := sweep.ParseAxis("lr:0.01..0.16:log")
	up, err4 := sweep.ParseAxis("momentum:0..1")
	if err := errors.Join(err, err2, err3, err4); err != nil {
		fmt.Println(err)
		return
	}
	bottom := sweep.Target{X: 0, Y: 0, Within: 0.01}
	w := &sweep.Work{Objective: func() optim.Objective { return p.Fork() }, Steps: 1000, Targets: []sweep.Target{bottom}}
	plane := w.Plane(spec, across, up, 8, 5, sweep.Start{X: -2.6, Y: 1.2}, sweep.Options{})
	sheet, err := sweep.Fill(context.Background(), 8, 5, plane, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for j := range sheet.H {
		fmt.Printf("momentum %.1f:", up.At(1-(float64(j)+0.5)/5))
		for i := range sheet.W {
			steps := "-"
			if o := sheet.At(i, j); o.Kind == sweep.Arrived {
				steps = fmt.Sprint(o.Steps)
			}
			fmt.Printf("%4s", steps)
		}
		fmt.Println()
	}
	// Output:
	// momentum 0.9: 106 108 108 107 104 100 104 112
	// momentum 0.7: 126  84  52  28  31  33  32  43
	// momentum 0.5: 227 158 110  75  50  33  18   -
	// momentum 0.3: 323 227 159 111  77  53  36   -
	// momentum 0.1: 418 295 208 146 102  72   -   -
}

// The best learning rate of plain descent in a ravine. In theory it is 2/(1 + 25), about 0.077, and each step
// then takes 24/26 of the distance to the bottom, about 0.923: the loss is its square.
func ExampleWork_Tune() {
	p, err := surfaces.Surface{Formula: "0.5*(x^2 + 25*y^2)"}.Probe(nil)
	spec, err2 := optim.ParseSpec("sgd lr=0.01")
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	w := &sweep.Work{Objective: func() optim.Objective { return p.Fork() }, Steps: 2000}
	tuned, err := w.Tune(context.Background(), spec, sweep.Tuning{
		Knobs:  []string{"lr"},
		Starts: []sweep.Start{{X: -2.6, Y: 1.2}},
		Budget: 200000,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("lr %.2g, a factor of %.3f a step\n", tuned.Spec.Get("lr").Num, math.Exp(tuned.Rate/2))
	// Output:
	// lr 0.077, a factor of 0.923 a step
}
