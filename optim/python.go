package optim

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A Script is the race that a racer is written for in Python.
type Script struct {
	Title   string   // what the script is, in the comment at its top
	Loss    []string // the body of a function of p, the tensor of the position, that returns the loss
	Start   []float64
	Steps   int
	Minimum *float64 // the least loss known, if one is
	Noise   float64  // sigma of the noise in each component of each gradient
	Seed    uint64
}

// Python writes the racer as a program for Python that descends the way it does: with PyTorch's own optimizer where that
// has the method, with the update written out where it has not, and with SciPy's nearest method for those that gonum
// drives. Random numbers are Python's own. It fails as Check does, and where the parts do not go together in Python.
func (s Spec) Python(race Script) (string, error) {
	if err := s.Check(); err != nil {
		return "", err
	}
	m, err := LookupMethod(s.Method)
	if err != nil {
		return "", err
	}
	knobs, k := s.resolve(race.Steps)
	w := &pythonWriter{spec: s, method: m, knobs: knobs, settings: k, race: race}
	switch {
	case m.Python.Torch != "" && w.missing() == "":
		w.torch()
	case m.Python.Step != "":
		w.loop()
	case m.Python.SciPy != "":
		if err := w.scipy(); err != nil {
			return "", err
		}
	case m.Python.Torch != "":
		return "", fmt.Errorf("%s: PyTorch has it without %s", m.Title, w.missing())
	default:
		return "", fmt.Errorf("%s has no Python", m.Title)
	}
	return w.program(), nil
}

// A pythonWriter gathers the parts of a script.
type pythonWriter struct {
	spec     Spec
	method   *Method
	knobs    []Knob
	settings settings
	race     Script

	functions strings.Builder // definitions, two blank lines before each
	body      strings.Builder // what follows them
	scipyToo  bool            // SciPy is imported
}

// missing names a setting of the method that PyTorch's optimizer cannot have: a knob that its construction does not
// mention and that is not at its default. Weight decay is never missing, for it can be a stage.
func (w *pythonWriter) missing() string {
	for _, k := range w.method.Knobs {
		mentioned := strings.Contains(w.method.Python.Torch, "{"+k.Name+"}")
		if !mentioned && k.Name != decayKnob.Name && w.settings.num(k.Name) != k.Default {
			return k.Name + "=" + k.Format(w.settings.values[k.Name])
		}
	}
	return ""
}

// line adds to the body; without arguments the text is taken as it is.
func (w *pythonWriter) line(format string, args ...any) {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	w.body.WriteString(format + "\n")
}

// lines adds to the body with an indent.
func (w *pythonWriter) lines(indent string, lines ...string) {
	for _, line := range lines {
		w.line("%s", strings.TrimRight(indent+line, " "))
	}
}

// define adds a function.
func (w *pythonWriter) define(signature string, body ...string) {
	w.functions.WriteString("\n\ndef " + signature + ":\n")
	for _, line := range body {
		w.functions.WriteString("    " + line + "\n")
	}
}

// program puts the parts together.
func (w *pythonWriter) program() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s, written by Descent Lab.\n# The racer is: %s\n", w.race.Title, w.spec)
	text := w.functions.String() + "\n\n" + w.body.String()
	if strings.Contains(text, "generator=rng") {
		b.WriteString("# Its random numbers are not those of the race in Descent Lab.\n")
	}
	if strings.Contains(text, "math.") {
		b.WriteString("import math\n\n")
	}
	if w.scipyToo {
		b.WriteString("import scipy.optimize\n")
	}
	b.WriteString("import torch\n\ntorch.set_default_dtype(torch.float64)\n")
	b.WriteString(text)
	return b.String()
}

// torch writes the loop around an optimizer of PyTorch's.
func (w *pythonWriter) torch() {
	w.define("f(p)", w.race.Loss...)
	w.line("p = torch.tensor(%s, requires_grad=True)", pythonList(w.race.Start))
	own := strings.Contains(w.method.Python.Torch, "{"+decayKnob.Name+"}")
	gradient, after := w.gradient("p", !own), w.after("p.detach()", `optimizer.param_groups[0]["lr"]`)
	w.generator()
	w.line("optimizer = %s", w.fill(w.method.Python.Torch))
	w.scheduler("optimizer")
	w.lines("", after.init...)
	w.line("\nfor t in range(%d):", w.race.Steps)
	w.lines("    ", "optimizer.zero_grad()", "f(p).backward()")
	w.lines("    ", gradient...)
	w.lines("    ", after.before...)
	w.lines("    ", "optimizer.step()")
	if len(after.after) > 0 {
		w.lines("    ", "with torch.no_grad():")
		w.lines("        ", after.after...)
	}
	w.tick("")
	w.finish("f", after)
}

// loop writes the update out.
func (w *pythonWriter) loop() {
	init, step := split(w.method.Python.Init), split(w.method.Python.Step)
	code := strings.Join(append(init, step...), "\n")
	after := w.after("p", "lr")
	loss := w.losses(code)
	w.line("p = torch.tensor(%s)", pythonList(w.race.Start))
	w.generator()
	w.variables(w.method.Python.Init, w.method.Python.Step)
	if w.spec.Schedule != "" {
		w.line("pacer = torch.optim.SGD([torch.zeros(1)], lr=%s)  # moves nothing: it holds the rate", pythonFloat(w.settings.num("lr")))
		w.scheduler("pacer")
	}
	w.lines("", init...)
	w.lines("", after.init...)
	w.line("\nfor t in range(%d):", w.race.Steps)
	if w.spec.Schedule != "" {
		w.lines("    ", "lr = scheduler.get_last_lr()[0]")
	}
	if mentions(code, "g") {
		w.lines("    ", "g = grad(p)")
	}
	w.lines("    ", after.before...)
	w.lines("    ", step...)
	w.lines("    ", after.after...)
	w.tick("pacer")
	w.finish(loss, after)
}

// losses defines the loss and what the code asks of it, and returns the name of the loss without penalties.
func (w *pythonWriter) losses(code string) string {
	l2 := w.l2()
	loss := "f"
	if l2 > 0 && (mentions(code, "f") || mentions(code, "hessian")) {
		loss = "surface"
		w.define("surface(p)", w.race.Loss...)
		w.define("f(p)", fmt.Sprintf("return surface(p) + %s * (p @ p)  # weight_decay as a penalty", pythonFloat(l2/2)))
	} else {
		w.define("f(p)", w.race.Loss...)
	}
	if mentions(code, "g") || mentions(code, "grad") {
		body := []string{"q = q.detach().requires_grad_()", loss + "(q).backward()"}
		w.define("grad(q)", append(append(body, w.gradient("q", !w.method.decoupled)...), "return q.grad")...)
	}
	if mentions(code, "hessian") {
		w.define("hessian(q)", "return torch.autograd.functional.hessian(f, q.detach())")
	}
	return loss
}

// l2 is the weight of the penalty that a stage before the method adds.
func (w *pythonWriter) l2() float64 {
	if w.method.decoupled {
		return 0
	}
	return w.settings.num(decayKnob.Name)
}

// variables sets the knobs that the code before the loop and in it mentions, by their own names. In the loop a scheduled
// lr has the value of the update.
func (w *pythonWriter) variables(before, in string) {
	for _, k := range w.knobs {
		if mentions(before, k.Name) || mentions(in, k.Name) && (k.Name != "lr" || w.spec.Schedule == "") {
			w.line("%s = %s", k.Name, pythonValue(k, w.settings.values[k.Name]))
		}
	}
	if _, set := w.spec.Set["f_star"]; !set && w.method.NeedsMinimum && w.race.Minimum != nil {
		w.line("f_star = %s", pythonFloat(*w.race.Minimum))
	}
}

// generator makes the source of random numbers, where one is wanted.
func (w *pythonWriter) generator() {
	code := w.functions.String() + w.method.Python.Init + w.method.Python.Step
	if w.race.Noise > 0 || w.settings.num(gradNoiseKnob.Name) > 0 || mentions(code, "rng") {
		w.line("rng = torch.Generator().manual_seed(%d)", w.race.Seed&math.MaxInt64)
	}
}

// finish prints where it ended.
func (w *pythonWriter) finish(loss string, after pythonAfter) {
	w.line("")
	w.line(`print("x, y =", p.tolist())`)
	w.line(`print("loss =", %s(p).item())`, loss)
	w.lines("", after.finish...)
}

// scipy hands the loss to SciPy.
func (w *pythonWriter) scipy() error {
	for _, k := range []Knob{decoupledKnob, lookaheadKnob, emaKnob} {
		if w.settings.num(k.Name) > 0 {
			return fmt.Errorf("%s is SciPy's in Python, which does not go together with %s", w.method.Title, k.Name)
		}
	}
	if w.race.Steps < 1 {
		return errors.New("SciPy makes at least one step")
	}
	w.scipyToo = true
	name := w.method.Python.SciPy
	jac, hess := "", ""
	switch name {
	case "Nelder-Mead", "Powell", "COBYLA":
	case "Newton-CG", "dogleg", "trust-ncg", "trust-exact", "trust-krylov":
		hess = "    hess=lambda x: hessian(torch.tensor(x)).numpy(),"
		fallthrough
	default:
		jac = "    jac=lambda x: grad(torch.tensor(x)).numpy(),"
	}
	w.losses("f " + map[bool]string{true: "grad "}[jac != ""] + map[bool]string{true: "hessian"}[hess != ""])
	w.generator()
	w.line("# SciPy's method is a near relative: it takes another path than the race in Descent Lab.")
	w.line("t = 0")
	w.line("result = scipy.optimize.minimize(")
	w.line("    lambda x: f(torch.tensor(x)).item(),")
	w.line("    %s,", pythonList(w.race.Start))
	for _, argument := range []string{jac, hess} {
		if argument != "" {
			w.line("%s", argument)
		}
	}
	w.line("    method=%q,", name)
	w.line(`    options={"maxiter": %d},`, w.race.Steps)
	w.line(")")
	w.line("p = torch.tensor(result.x)")
	w.finish("f", pythonAfter{})
	return nil
}

var pythonPlace = regexp.MustCompile(`\{\w+\}`)

// fill puts the knobs' values in their places.
func (w *pythonWriter) fill(text string) string {
	return pythonPlace.ReplaceAllStringFunc(text, func(place string) string {
		name := place[1 : len(place)-1]
		for _, k := range w.knobs {
			if k.Name == name {
				return pythonValue(k, w.settings.values[name])
			}
		}
		return place
	})
}

// mentions says whether code uses a name.
func mentions(code, name string) bool {
	for i := 0; ; {
		at := strings.Index(code[i:], name)
		if at < 0 {
			return false
		}
		at += i
		end := at + len(name)
		if (at == 0 || !inWord(code[at-1])) && (end == len(code) || !inWord(code[end])) {
			return true
		}
		i = at + 1
	}
}

func inWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// split returns the lines of a piece of code; none of an empty one.
func split(code string) []string {
	code = strings.Trim(code, "\n")
	if code == "" {
		return nil
	}
	return strings.Split(code, "\n")
}

// pythonValue writes a knob's value.
func pythonValue(k Knob, v Value) string {
	switch {
	case k.Kind == Switch && v.Num != 0:
		return "True"
	case k.Kind == Switch:
		return "False"
	case k.Kind == Choice:
		return strconv.Quote(k.Choices[int(v.Num)])
	case k.Kind == List:
		items := make([]string, len(v.List))
		for i, item := range v.List {
			items[i] = strconv.Itoa(int(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case k.Kind == Integer:
		return strconv.Itoa(int(v.Num))
	}
	return pythonFloat(v.Num)
}

// pythonFloat writes a number that Python reads as the very same float.
func pythonFloat(v float64) string {
	text := formatNumber(v)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

func pythonList(vs []float64) string {
	items := make([]string, len(vs))
	for i, v := range vs {
		items[i] = pythonFloat(v)
	}
	return "[" + strings.Join(items, ", ") + "]"
}
