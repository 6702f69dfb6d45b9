package race_test

import (
	"context"
	"errors"
	"fmt"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Two racers on a built-in surface, from its own start. The tape holds every step of both.
func ExampleRecord() {
	s, err := surfaces.Lookup("ravine")
	p, err2 := s.Probe(nil)
	plain, err3 := optim.ParseSpec("sgd lr=0.03")
	heavy, err4 := optim.ParseSpec("momentum lr=0.03 momentum=0.8")
	if err := errors.Join(err, err2, err3, err4); err != nil {
		fmt.Println(err)
		return
	}
	start := []float64{s.Start.X, s.Start.Y}
	entrants := []race.Entrant{{Spec: plain, Start: start}, {Spec: heavy, Start: start}}
	loss := func() optim.Objective { return p.Fork() } // each goroutine needs one of its own
	tape, err := race.Record(context.Background(), loss, entrants, 100)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, run := range tape.Runs {
		fmt.Printf("%v %v", run.Spec, run.Verdict)
		for t := 0; t <= run.Steps; t += 50 {
			fmt.Printf(", loss %.3g at step %d", run.Loss(t), t)
		}
		fmt.Println()
	}
	// Output:
	// sgd lr=0.03 finished, loss 21.4 at step 0, loss 0.161 at step 50, loss 0.00764 at step 100
	// momentum lr=0.03 momentum=0.8 finished, loss 21.4 at step 0, loss 0.000305 at step 50, loss 3.39e-09 at step 100
}

// A run that does not get through says where it ended and why; its last row is the first that is no longer sound.
func ExampleVerdict() {
	for _, c := range []struct {
		formula, racer string
		x, y           float64
	}{
		{"0.5*(x^2 + 25*y^2)", "sgd lr=0.07", -2.6, 1.2},
		{"0.5*(x^2 + 25*y^2)", "sgd lr=0.1", -2.6, 1.2}, // above 2/25
		{"x - log(x) + y^2", "sgd lr=6", 3, 1},
		{"x^4 + y", "newton", 1, 1},
	} {
		p, err := surfaces.Surface{Formula: c.formula}.Probe(nil)
		spec, err2 := optim.ParseSpec(c.racer)
		if err := errors.Join(err, err2); err != nil {
			fmt.Println(err)
			continue
		}
		loss := func() optim.Objective { return p.Fork() }
		entrant := race.Entrant{Spec: spec, Start: []float64{c.x, c.y}}
		tape, err := race.Record(context.Background(), loss, []race.Entrant{entrant}, 100)
		if err != nil {
			fmt.Println(err)
			continue
		}
		run := tape.Runs[0]
		fmt.Printf("%-11s %v; loss %.2g at step %d\n", spec, run.Verdict, run.Loss(run.LastSound()), run.LastSound())
	}
	// Output:
	// sgd lr=0.07 finished; loss 1.7e-06 at step 100
	// sgd lr=0.1  diverged at step 68; loss 7.1e+24 at step 67
	// sgd lr=6    left the domain at step 1; loss 2.9 at step 0
	// newton      stopped at step 1: the Hessian is singular; loss 2 at step 0
}

// What a racer remembers is on the tape as well: Adam's two averages, as they were after each of its first steps.
func ExampleRun_Row() {
	p, err := surfaces.Surface{Formula: "0.5*(x^2 + 25*y^2)"}.Probe(nil)
	spec, err2 := optim.ParseSpec("adam lr=0.1")
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	loss := func() optim.Objective { return p.Fork() }
	entrant := race.Entrant{Spec: spec, Start: []float64{-2.6, 1.2}}
	tape, err := race.Record(context.Background(), loss, []race.Entrant{entrant}, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	run := tape.Runs[0]
	for _, name := range []string{"x", "adam.exp_avg", "adam.exp_avg_sq"} {
		f, _ := run.Plan.Field(name)
		fmt.Printf("%-15s", name)
		for t := range run.Steps + 1 {
			fmt.Printf("  %6.3f", run.Row(t)[f.At:f.At+f.Len])
		}
		fmt.Println()
	}
	// Output:
	// x                [-2.600  1.200]  [-2.500  1.100]  [-2.400  1.000]  [-2.300  0.901]
	// adam.exp_avg     [ 0.000  0.000]  [-0.260  3.000]  [-0.484  5.450]  [-0.676  7.406]
	// adam.exp_avg_sq  [ 0.000  0.000]  [ 0.007  0.900]  [ 0.013  1.655]  [ 0.019  2.279]
}

// A run can go on from any of its steps: here from its last one, as if the race had been longer from the beginning.
func ExampleResume() {
	p, err := surfaces.Surface{Formula: "(1-x)^2 + 100*(y-x^2)^2"}.Probe(nil)
	spec, err2 := optim.ParseSpec("nesterov lr=0.001")
	if err := errors.Join(err, err2); err != nil {
		fmt.Println(err)
		return
	}
	ctx, loss := context.Background(), func() optim.Objective { return p.Fork() }
	tape, err := race.Record(ctx, loss, []race.Entrant{{Spec: spec, Start: []float64{-1.2, 1}}}, 100)
	if err != nil {
		fmt.Println(err)
		return
	}
	short := tape.Runs[0]
	long, err := race.Resume(ctx, loss, short, short.Steps, 1000)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, run := range []*race.Run{short, long} {
		fmt.Printf("step %4d: loss %.2g at (%.2f, %.2f)\n", run.Steps, run.Loss(run.Steps), run.X(run.Steps)[0], run.X(run.Steps)[1])
	}
	// Output:
	// step  100: loss 0.3 at (0.46, 0.21)
	// step 1000: loss 3.4e-05 at (0.99, 0.99)
}
