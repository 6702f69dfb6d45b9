package trainings

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"sync/atomic"

	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
)

// patience is the number of steps between two looks at the context.
const patience = 64

// A trainer makes trainings of one network, one after another, for one worker.
type trainer struct {
	setting Setting
	net     *net
	plan    *optim.Plan
	row     []float64
	start   []float64
}

func newTrainer(s Setting, hidden int) (*trainer, error) {
	t := &trainer{setting: s, net: newNet(hidden)}
	var err error
	if t.plan, err = s.Racer.Plan(t.net.Dim(), s.Steps); err != nil {
		return nil, err
	}
	t.row, t.start = make([]float64, t.plan.Width()), make([]float64, t.net.Dim())
	return t, nil
}

// begin puts the network at the start of training number run: weights and biases are even between plus and minus the root of one
// over the number of what comes into a unit, as in PyTorch's Linear.
func (t *trainer) begin(run int) {
	random := rand.New(rand.NewPCG(t.setting.Seed, uint64(run)))
	last := len(t.start) - 1
	for i := range t.start {
		reach := 1 / math.Sqrt2
		if i == last || i%perUnit == perUnit-1 {
			reach = 1 / math.Sqrt(float64(t.net.hidden))
		}
		t.start[i] = reach * (2*random.Float64() - 1)
	}
	t.plan.Seed(t.setting.Seed + uint64(run))
	t.plan.Start(t.row, t.net, t.start)
}

// able says why the racer cannot take even one step of a training.
func (t *trainer) able() error {
	t.begin(0)
	t.plan.Next(t.row, t.row, t.net, 0)
	if why := t.plan.Failure(t.row); why != optim.Sound {
		return words.Errorf("racer: %s cannot train a network: %v", t.setting.Racer.Method, why)
	}
	return nil
}

// run is training number run; what it gives is of no use once the context has ended.
func (t *trainer) run(ctx context.Context, run int) End {
	t.begin(run)
	for step := range t.setting.Steps {
		t.plan.Next(t.row, t.row, t.net, step)
		why := race.Judge(t.plan.X(t.row), t.plan.Grad(t.row), t.plan.Loss(t.row))
		if why != race.Finished {
			return End{Loss: math.Inf(1), Slope: math.Inf(1), Mistakes: len(examples)}
		}
		if t.plan.Failure(t.row) != optim.Sound || step%patience == 0 && ctx.Err() != nil {
			break // it stays where it is
		}
	}
	squares := 0.0
	for _, g := range t.plan.Grad(t.row) {
		squares += g * g
	}
	return End{Loss: t.plan.Loss(t.row), Slope: math.Sqrt(squares), Mistakes: t.net.mistakes(t.plan.X(t.row))}
}

// train makes all trainings of a network, with a worker for each processor. grown hears of the first so many, each time there is
// one more, from the goroutine that called.
func (s Setting) train(ctx context.Context, hidden int, grown func(ends []End)) error {
	first, err := newTrainer(s, hidden)
	if err != nil {
		return err
	}
	if err := first.able(); err != nil {
		return err
	}
	var next atomic.Int64
	ends, there := make([]End, s.Runs), make([]bool, s.Runs)
	ended := make(chan int) // where grown is held up, nobody runs on
	workers := min(runtime.GOMAXPROCS(0), s.Runs)
	for range workers {
		go func() {
			t, _ := newTrainer(s, hidden) // as the first one, which was made
			for run := int(next.Add(1)) - 1; run < s.Runs && ctx.Err() == nil; run = int(next.Add(1)) - 1 {
				ends[run] = t.run(ctx, run)
				ended <- run
			}
			ended <- -1
		}()
	}
	for k := 0; workers > 0; {
		run := <-ended
		if run < 0 {
			workers--
			continue
		}
		for there[run] = true; k < s.Runs && there[k] && ctx.Err() == nil; {
			k++
			grown(ends[:k:k])
		}
	}
	return ctx.Err()
}
