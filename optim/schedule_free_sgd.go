package optim

// ScheduleFreeSGD keeps three points: z walks down the gradient, x is the mean of all z, and y between them is where
// the gradients are taken (Defazio et al. 2024): z = z - lr*g(y), x = (1-c)*x + c*z, y = (1-Beta)*z +
// Beta*x. The weight c is lr^2 over the sum of all lr^2 so far, which under a constant rate is 1/(t+1), the plain mean.
// (The authors' code has the greatest rate so far in the place of lr, which differs where the rate falls.)
//
// The racer is y; the answer that the method stands for is x, the second position. The rule sets the position itself.
type ScheduleFreeSGD struct{ Beta float64 }

var _ = register(Method{
	Key: "schedule_free_sgd", Title: "Schedule-free SGD", Family: RateFree, Year: 2024,
	Cite: "Defazio, Yang, Mehta, Mishchenko, Khaled & Cutkosky 2024, The Road Less Scheduled, arXiv:2405.15682",
	Idea: "Averages its positions on the way instead of lowering the rate, and asks for gradients near the average.",
	Knobs: []Knob{
		learningRate(3e-3, 1e-5, 1),
		beta("beta", 0.9, freeBetaHelp),
	},
	Math: []string{
		`z_{t+1} = z_t - \eta g_t`,
		freeMeanMath,
		`x_{t+1} = (1-\beta) z_{t+1} + \beta \bar x_{t+1}`,
	},
	Python: Python{
		Init: freeInit,
		Step: `z -= lr * g
` + freeStep + `
p.copy_(z + beta * (x - z))`,
		Follow: freeFollow,
	},
	rules: func(k settings) []Rule { return []Rule{ScheduleFreeSGD{k.num("beta")}} },
})

// What the schedule-free methods share.
const (
	freeBetaHelp = "How near to the average the gradients are taken; 0 is at z, 1 would be at the average."
	freeMeanMath = `\bar x_{t+1} = (1-c_t) \bar x_t + c_t z_{t+1}, \quad c_t = \frac{\eta_t^2}{\sum_{i \le t} \eta_i^2}`
	freeInit     = `z, x, weight_sum = p.clone(), p.clone(), 0.0`
	freeStep     = `weight_sum += lr**2
c = lr**2 / weight_sum if weight_sum > 0 else 0.0
x += c * (z - x)`
	freeFollow = `z += p - landed
x += p - landed`
)

func (ScheduleFreeSGD) Name() string     { return "schedule_free_sgd" }
func (ScheduleFreeSGD) Memory() []string { return []string{"z", "x", "weight_sum"} }
func (ScheduleFreeSGD) Shadow() string   { return "x" }
func (ScheduleFreeSGD) separable()       {}

func (r ScheduleFreeSGD) Apply(s *Step) {
	c := meanWeight(s, s.Mem[2])
	for i, g := range s.Dir {
		s.Dir[i] = scheduleFree(s, i, r.Beta, c, s.LR*g)
	}
}

// meanWeight adds the rate's square to the sum of them all and returns its share.
func meanWeight(s *Step, sum []float64) float64 {
	weight := s.LR * s.LR
	fill(sum, sum[0]+weight)
	if sum[0] == 0 {
		return 0 // before a warm-up's first step
	}
	return weight / sum[0]
}

// scheduleFree moves coordinate i of z, the first memory, down by step and has x, the second, and y follow; it
// returns the step of y. Where a stage after the rule has moved y, z and x first move as far: so they begin at y, too.
func scheduleFree(s *Step, i int, beta, c, step float64) float64 {
	z, x, y := &s.Mem[0][i], &s.Mem[1][i], s.X[i]
	moved := y - (*z + beta*(*x-*z))
	*z += moved - step
	*x += moved
	*x += c * (*z - *x)
	return y - (*z + beta*(*x-*z))
}
