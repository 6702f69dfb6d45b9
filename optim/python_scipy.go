package optim

import (
	"math"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/python"
)

// scipy hands the loss to SciPy.
func (w *pythonWriter) scipy() error {
	stage := w.outer()
	if w.settings.num(emaKnob.Name) > 0 {
		stage = emaKnob.Name
	}
	if w.race.Batch > 0 {
		stage = "batches"
	}
	name := w.method.Python.SciPy
	bounds := w.scipyBounds()
	if bounds != "" && name != "L-BFGS-B" && name != "Nelder-Mead" {
		stage = "a box: SciPy's " + name + " keeps to none"
	}
	if stage != "" {
		return say.Errorf("%s is SciPy's in Python, which does not go together with %s", w.method.Title, stage)
	}
	if w.race.Steps < 1 {
		return say.Errorf("SciPy makes at least one step")
	}
	w.scipyToo = true
	jac, hess, code := "", "", "f "
	switch name {
	case "Nelder-Mead", "Powell", "COBYLA":
	case "Newton-CG", "dogleg", "trust-ncg", "trust-exact", "trust-krylov":
		hess = "    hess=lambda x: hessian(torch.tensor(x)).numpy(),"
		code += "hessian "
		fallthrough
	default:
		jac = "    jac=lambda x: grad(torch.tensor(x)).numpy(),"
		code += "grad"
	}
	loss := w.losses(code)
	w.generator()
	w.line("# SciPy's method is a near relative: it takes another path than the race in Descent Lab.")
	if mentions(w.functions.String(), "t") {
		w.line("t = 0")
	}
	w.line("result = scipy.optimize.minimize(")
	w.line("    lambda x: f(torch.tensor(x)).item(),")
	w.line("    %s,", python.List(w.race.Start))
	for _, argument := range []string{jac, hess} {
		if argument != "" {
			w.line("%s", argument)
		}
	}
	w.line("    method=%q,", name)
	if bounds != "" {
		w.line("    bounds=%s,  # SciPy's own way to keep to them: it does not project after the step", bounds)
	}
	w.line(`    options={"maxiter": %d},`, w.race.Steps)
	w.line(")")
	w.line("p = torch.tensor(result.x)")
	w.begin()
	w.keep("")
	w.finish(loss, pythonAfter{})
	return nil
}

// scipyBounds is the box as SciPy takes it, or "".
func (w *pythonWriter) scipyBounds() string {
	box := w.race.Box
	if box.Everywhere() {
		return ""
	}
	side := func(v float64) string {
		if math.IsInf(v, 0) {
			return "None"
		}
		return python.Float(v)
	}
	var pairs []string
	for i := range box.Lo {
		pairs = append(pairs, "("+side(box.Lo[i])+", "+side(box.Hi[i])+")")
	}
	return "[" + strings.Join(pairs, ", ") + "]"
}
