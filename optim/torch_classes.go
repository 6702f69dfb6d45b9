package optim

import (
	"fmt"
	"slices"
	"strings"
)

// A torchClass is an optimizer or scheduler of PyTorch's by the name of its class.
type torchClass struct {
	name string
	key  string // of the method or the schedule here; "" if there is none of the same numbers
	// signature is what its constructor takes after its first argument, in PyTorch's order, with PyTorch's defaults (2.8).
	signature string
	why       string // without a key: why there is none, and what comes near
}

// torchOptimizers are the classes of torch.optim.
var torchOptimizers = []torchClass{
	{name: "SGD", key: "sgd", signature: "lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False"},
	{name: "Adam", key: "adam", signature: "lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False"},
	{name: "AdamW", key: "adamw", signature: "lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False"},
	{name: "Adagrad", key: "adagrad", signature: "lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10"},
	{name: "Adadelta", key: "adadelta", signature: "lr=1.0, rho=0.9, eps=1e-6, weight_decay=0"},
	{name: "Adamax", key: "adamax", signature: "lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0"},
	{name: "NAdam", key: "nadam", signature: "lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3"},
	{name: "RAdam", key: "radam", signature: "lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0"},
	{name: "RMSprop", key: "rmsprop", signature: "lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False"},
	{name: "Rprop", key: "rprop", signature: "lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50)"},
	{name: "ASGD", key: "asgd", signature: "lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0"},
	{name: "LBFGS", why: "takes up to 20 steps in one; lbfgs comes near"},
	{name: "SparseAdam", why: "is Adam for sparse gradients; adam comes near"},
	{name: "Adafactor", key: "adafactor", signature: "lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0"},
	{name: "Muon", why: "is for matrices; momentum comes near"},
}

// torchSchedulers are the classes of torch.optim.lr_scheduler.
var torchSchedulers = []torchClass{
	{name: "StepLR", key: "step", signature: "step_size, gamma=0.1"},
	{name: "MultiStepLR", key: "multistep", signature: "milestones, gamma=0.1"},
	{name: "ExponentialLR", key: "exponential", signature: "gamma"},
	{name: "CosineAnnealingLR", key: "cosine", signature: "T_max, eta_min=0.0"},
	{name: "CosineAnnealingWarmRestarts", key: "cosine_restarts", signature: "T_0, T_mult=1, eta_min=0.0"},
	{name: "PolynomialLR", key: "polynomial", signature: "total_iters=5, power=1.0"},
	{name: "LinearLR", key: "linear", signature: "start_factor=1/3, end_factor=1.0, total_iters=5"},
	{name: "ConstantLR", key: "constant", signature: "factor=1/3, total_iters=5"},
	{name: "OneCycleLR", key: "onecycle", signature: "max_lr, total_steps, epochs=None, steps_per_epoch=None, pct_start=0.3, " +
		"anneal_strategy='cos', cycle_momentum=True, base_momentum=None, max_momentum=None, div_factor=25.0, " +
		"final_div_factor=1e4, three_phase=False"},
	{name: "CyclicLR", key: "cyclic", signature: "base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', " +
		"gamma=1.0, scale_fn=None, scale_mode='cycle', cycle_momentum=True, base_momentum=None, max_momentum=None"},
	{name: "SequentialLR", key: sequentialKey, signature: "schedulers, milestones, verbose=False"},
	{name: "ChainedScheduler", why: "multiplies schedules; sequential puts one behind the other, and lambda takes any product"},
	{name: "ReduceLROnPlateau", key: "reduce_on_plateau", signature: "mode='min', factor=0.1, patience=10, threshold=1e-4, " +
		"threshold_mode='rel', cooldown=0, min_lr=0, " + smallestFall + "=1e-8, verbose=False"},
	{name: "LambdaLR", key: "lambda", signature: "lr_lambda, verbose=False"},
	{name: "MultiplicativeLR", why: "is a function in Python; exponential comes near"},
	{name: "SWALR", why: "belongs to an average of weights; ema=0.99 is the average that there is here"},
}

// torchIdle are arguments of PyTorch's that change no number of a race.
var torchIdle = []string{
	"foreach", "fused", "capturable", "differentiable", "last_epoch", "verbose", "base_momentum", "max_momentum", "scale_mode",
}

// findClass finds a class by its name, whatever modules of PyTorch's stand before it; nil if there is none.
func findClass(classes []torchClass, name string) *torchClass {
	modules := strings.Split(name, ".")
	last := len(modules) - 1
	for _, m := range modules[:last] {
		if !slices.Contains([]string{"torch", "optim", "lr_scheduler"}, m) {
			return nil
		}
	}
	for i := range classes {
		if classes[i].name == modules[last] {
			return &classes[i]
		}
	}
	return nil
}

// takes are the arguments of a class in PyTorch's order, with their defaults; one without a default must be given.
func (c *torchClass) takes() []setting {
	var takes []setting
	for _, arg := range arguments(c.signature) {
		s := readSetting(arg)
		if s.name == "" {
			s = setting{name: arg}
		}
		takes = append(takes, s)
	}
	return takes
}

// NamedMethod finds a method by its key or by the name of PyTorch's class; the error suggests the nearest name.
func NamedMethod(name string) (*Method, error) {
	c := findClass(torchOptimizers, name)
	switch {
	case c == nil:
		return LookupMethod(name)
	case c.key == "":
		return nil, fmt.Errorf("%s %s", name, c.why)
	}
	return LookupMethod(c.key)
}

// NamedSchedule finds a kind of schedule by its key or by the name of PyTorch's class; the error suggests the nearest name.
func NamedSchedule(name string) (*ScheduleKind, error) {
	c := findClass(torchSchedulers, name)
	switch {
	case c == nil:
		return LookupSchedule(name)
	case c.key == "":
		return nil, fmt.Errorf("%s %s", name, c.why)
	}
	return LookupSchedule(c.key)
}

// TorchName is the name of PyTorch's class of a schedule.
func (s *ScheduleKind) TorchName() string {
	name, _, _ := strings.Cut(s.Torch, "(")
	return name[strings.LastIndex(name, ".")+1:]
}
