package optim_test

import (
	"strings"
	"testing"

	"descentlab/optim"
)

// TestSpecAsACall: a racer may be written as a call, with commas, semicolons or spaces between.
func TestSpecAsACall(t *testing.T) {
	for text, want := range map[string]string{
		"adam(lr=0.1)":                              "adam lr=0.1",
		"adam(0.1)":                                 "adam lr=0.1",
		"adam( lr = 0.1 , beta1 = 0.8 )":            "adam lr=0.1 beta1=0.8",
		"adam(lr=0.1, betas=(0.9, 0.99))":           "adam lr=0.1 beta1=0.9 beta2=0.99",
		"adan(betas=(0.9, 0.8, 0.7))":               "adan beta1=0.9 beta2=0.8 beta3=0.7",
		"adam()":                                    "adam",
		"adam lr = 0.1":                             "adam lr=0.1",
		"adam, lr=0.1, clip_norm=1":                 "adam lr=0.1 clip_norm=1",
		"adam lr=0.1; schedule=cosine; T_max=1_000": "adam schedule=cosine lr=0.1 T_max=1000",
		"adam(lr=0.1), cosine(T_max=50)":            "adam schedule=cosine lr=0.1 T_max=50",
		"adam(lr=0.1) cosine":                       "adam schedule=cosine lr=0.1",
		"adam lr=1/8 schedule=step(step_size=5)":    "adam schedule=step lr=0.125 step_size=5",
		"sgd schedule=multistep milestones=10, 50":  "sgd schedule=multistep milestones=10,50",
		"sgd multistep(milestones=[10, 50])":        "sgd schedule=multistep milestones=10,50",
		"sgd cyclic(mode='triangular2')":            "sgd schedule=cyclic mode=triangular2",
		"newton()":                                  "newton",
		"adam:lr=0.1":                               "adam lr=0.1",
		"adam: lr=0.1, beta1=0.8":                   "adam lr=0.1 beta1=0.8",
		"rmsprop rho=0.9":                           "rmsprop alpha=0.9",
	} {
		reads(t, text, want)
	}
}

// TestSpecByTorchsNames: PyTorch's classes stand for PyTorch's numbers, its defaults included, as its documentation has them.
func TestSpecByTorchsNames(t *testing.T) {
	for text, want := range map[string]string{
		"torch.optim.Adam(lr=0.1, betas=(0.9,0.999))": "adam lr=0.1",
		"torch.optim.Adam(params)":                    "adam lr=0.001",
		"Adam":                                        "adam lr=0.001",
		"AdamW":                                       "adamw lr=0.001",
		"AdamW lr=0.1":                                "adamw lr=0.1",
		"optim.AdamW(model.parameters(), lr=1e-2, weight_decay=0)":     "adamw lr=0.01 weight_decay=0",
		"optimizer = torch.optim.SGD(model.parameters(), lr=0.1)":      "sgd lr=0.1",
		"torch.optim.SGD(params, lr=0.1, momentum=0.9, nesterov=True)": "sgd lr=0.1 momentum=0.9 nesterov=true",
		"torch.optim.SGD([x, y], 0.1, 0.9)":                            "sgd lr=0.1 momentum=0.9",
		"Rprop([p], etas=(0.4, 1.3), step_sizes=(1e-5, 10))": "rprop lr=0.01 etaminus=0.4 etaplus=1.3 " +
			"step_min=1e-05 step_max=10",
		"torch.optim.RMSprop(params, centered=True, foreach=None)":            "rmsprop lr=0.01 centered=true",
		"torch.optim.NAdam(p, weight_decay=0.1, decoupled_weight_decay=True)": "nadam lr=0.002 decoupled_decay=0.1",
		"torch.optim.Adam(p, amsgrad=True, fused=False, capturable=False)":    "adam lr=0.001 amsgrad=true",
		"Adadelta":                                                                "adadelta lr=1",
		"ASGD(p, lr=0.1, t0=1e5)":                                                 "asgd lr=0.1 t0=100000",
		"SGD(p, lr=0.1, clip_norm=1)":                                             "sgd lr=0.1 clip_norm=1",
		"sgd lr=0.1 StepLR(step_size=30, gamma=0.1)":                              "sgd schedule=step lr=0.1 step_size=30",
		"sgd lr=0.1 schedule=StepLR(step_size=30)":                                "sgd schedule=step lr=0.1 step_size=30",
		"sgd lr=0.1 schedule=StepLR step_size=30 gamma=0.2":                       "sgd schedule=step lr=0.1 step_size=30 gamma=0.2",
		"adam(lr=0.1) CosineAnnealingLR(T_max=50)":                                "adam schedule=cosine lr=0.1 T_max=50",
		"adam(0.1); scheduler = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)": "adam schedule=exponential lr=0.1 gamma=0.9",
		"sgd MultiStepLR(optimizer, [30, 80], 0.5)":                               "sgd schedule=multistep milestones=30,80 gamma=0.5",
		"sgd MultiStepLR([30, 80])":                                               "sgd schedule=multistep milestones=30,80",
		"sgd lr_scheduler.LinearLR()":                                             "sgd schedule=linear total_iters=5",
		"sgd PolynomialLR(optimizer, power=2)":                                    "sgd schedule=polynomial total_iters=5 power=2",
		"sgd CosineAnnealingWarmRestarts(opt, T_0=10, T_mult=2)":                  "sgd schedule=cosine_restarts T_0=10 T_mult=2",
		"sgd OneCycleLR(opt, 0.5, 100, cycle_momentum=False)":                     "sgd schedule=onecycle max_lr=0.5 total_steps=100",
		"sgd CyclicLR(opt, 0.01, 0.1, cycle_momentum=False)": "sgd schedule=cyclic base_lr=0.01 max_lr=0.1 " +
			"step_size_up=2000",
	} {
		reads(t, text, want)
	}
}

// reads checks that a racer's text means what another one means, knob by knob.
func reads(t *testing.T, text, want string) {
	t.Helper()
	got, err := optim.ParseSpec(text)
	if err != nil {
		t.Errorf("%s: %v", text, err)
		return
	}
	plain, err := optim.ParseSpec(want)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := got.Resolve(500).String(), plain.Resolve(500).String(); a != b {
		t.Errorf("%s\nis   %s\nwant %s", text, a, b)
	}
}

// TestTorchsNamesAreRefused where the numbers would be others, and what is wrong in a call is told in a line.
func TestTorchsNamesAreRefused(t *testing.T) {
	for text, hint := range map[string]string{
		"torch.optim.LBFGS(params)":               "takes up to 20 steps in one; lbfgs comes near",
		"torch.optim.Adma(lr=0.1)":                `unknown optimizer "torch.optim.Adma"`,
		"Adamm":                                   "did you mean \"adam\"?",
		"adam StepLr(step_size=3)":                `unknown schedule "StepLr"; did you mean "StepLR"?`,
		"adam StepLR()":                           "StepLR needs step_size, as in StepLR(optimizer, step_size=10)",
		"adam StepLR(banana=3)":                   "StepLR has no banana; it takes step_size and gamma",
		"adam step(banana=3)":                     "step has no banana; it takes step_size and gamma",
		"adam StepLR(o, step_size=3, banana=3)":   "StepLR has no banana; it takes step_size and gamma",
		"adam MultiStepLR(gamma=0.1)":             "as in MultiStepLR(optimizer, milestones=[10, 50])",
		"adam ReduceLROnPlateau(o, epps=1)":       `has no epps; did you mean "eps"?`,
		"adam LambdaLR([f, g])":                   "lr_lambda: one formula in t is needed, as 0.95^t, for there is one group",
		"adam LambdaLR(o, [lambda e: 1, f])":      "got a list of 2",
		"adam LambdaLR(f)":                        "as in LambdaLR(optimizer, lr_lambda=0.95^t)",
		"adam lr=0.1 lr=0.2@12":                   `stands behind its step, as in "@12 lr=0.2"; got "lr=0.2@12"`,
		"adam lr=0.1@12":                          `stands behind its step, as in "@12 lr=0.1"; got "lr=0.1@12"`,
		"adam lr=0.1 lr@12=0.2":                   `stands behind its step, as in "@12 lr=0.2"; got "lr@12=0.2"`,
		"adam(lr=0.1, lr=0.2@12)":                 `stands behind its step, as in "@12 lr=0.2"; got "lr=0.2@12"`,
		"adam@12 lr=0.1":                          `as in "adam @12 lr=0.01"; got "adam@12"`,
		"adam lr=0.1 lr=0.2":                      `"lr" is set twice, to 0.1 and to 0.2: leave one out; what changes`,
		"adam CosineAnnealingLR":                  "CosineAnnealingLR needs T_max",
		"adam ReduceLROnPlateau(factor=1.5)":      "factor must be in [0, 1); got 1.5",
		"adam MultiplicativeLR(opt, f)":           "is a function in Python; exponential comes near",
		"adam OneCycleLR(max_lr=1,total_steps=9)": "cycles the momentum, which is not done here: give it cycle_momentum=False",
		"StepLR(step_size=3)":                     "is a schedule; a racer begins with an optimizer's name",
		"adam(lr=0.1":                             "a bracket is not closed: ')' is missing",
		"adam lr=0.1)":                            "nothing was opened that ')' closes",
		"adam(lr='0.1)":                           "a quotation mark is not closed",
		"adam(lr=0.1, 0.9)":                       `its arguments are name=value; got "0.9"`,
		"adam(lr=0.1, lr=0.2)":                    `"lr" is set twice`,
		"adam(beta=0.9)":                          `did you mean "beta1"?`,
		"Adam(beta=0.9)":                          `did you mean "beta1"?`,
		"adam(betas=0.9)":                         `adam has no knob "betas"`,
		"adam(betas=(1, 2))":                      "beta1 must be in [0, 1); got 1",
		"adam StepLR(3) CosineAnnealingLR(5)":     `"schedule" is set twice, to step and to cosine: schedule=sequential has several`,
		"adam(lr=1/0)":                            "lr must be a number above 0",
		"adam(lr=x)":                              `lr must be a number above 0; got "x"`,
		"SGD([{'params': p, 'lr': 0.1}], lr=0.2)": "groups of parameters",
		"SGD(p, nesterov=True)":                   "nesterov needs momentum > 0",
		"adam 0.1":                                `settings are name=value, as in lr=0.1; got "0.1"`,
		"adam --eps 0.1":                          `settings are name=value, as in eps=`,
		"adam lr=0.1 @12 lr=0.01":                 "only a race changes racers on their way; leave @12 and what follows out",
		"adam lr=0,1":                             `got "0,1"; decimals are written 0.1`,
	} {
		_, err := optim.ParseSpec(text)
		if err == nil || !strings.Contains(err.Error(), hint) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want %s", text, err, hint)
		}
	}
}

// TestOtherLibrariesNamesAreRefused with the racer that comes near, since their defaults and formulas are not all PyTorch's.
func TestOtherLibrariesNamesAreRefused(t *testing.T) {
	for text, near := range map[string]string{
		"tf.keras.optimizers.Adam(learning_rate=0.01)":                                  "adam lr=0.01",
		"keras.optimizers.SGD(learning_rate=0.01, momentum=0.9, nesterov=True)":         "sgd lr=0.01 momentum=0.9 nesterov=true",
		"tf.keras.optimizers.RMSprop(rho=0.9)":                                          "rmsprop alpha=0.9",
		"opt = optax.adamw(1e-2, b1=0.8, weight_decay=1e-4, mask=None)":                 "adamw lr=0.01 beta1=0.8 weight_decay=0.0001",
		`scipy.optimize.minimize(fun, x0, method="L-BFGS-B", bounds=[(0, 1), (0, 1)])`:  "lbfgs",
		"scipy.optimize.minimize(f, [1, 2], method='Nelder-Mead', options={'disp': 1})": "nelder_mead",
	} {
		_, err := optim.ParseSpec(text)
		if err == nil || !strings.Contains(err.Error(), `is another library's`) || !strings.Contains(err.Error(), `"`+near+`"`) {
			t.Errorf("%s: error %v, want %s", text, err, near)
			continue
		}
		if _, err := optim.ParseSpec(near); err != nil {
			t.Error(err)
		}
	}
	if _, err := optim.ParseSpec("optax.nonsense(0.1)"); err == nil || !strings.Contains(err.Error(), "unknown optimizer") {
		t.Error(err)
	}
}

// TestTorchClasses: every class of PyTorch's can be named, has what it takes, and is in the catalogue.
func TestTorchClasses(t *testing.T) {
	for _, m := range optim.Methods() {
		name, _, found := strings.Cut(strings.TrimPrefix(m.Python.Torch, "torch.optim."), "(")
		if !found {
			continue
		}
		if _, err := optim.ParseSpec(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, s := range optim.Schedules() {
		name, _, _ := strings.Cut(strings.TrimPrefix(s.Torch, "torch.optim.lr_scheduler."), "(")
		_, err := optim.ParseSpec("adam " + name + "(nonsense=1)")
		if err == nil || strings.Contains(err.Error(), "unknown schedule") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
