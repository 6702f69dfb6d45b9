package optim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/python"
)

// A Script is the race that a racer is written for in Python.
type Script struct {
	Title    string    // what the script is, in the comment at its top
	Data     []string  // statements before everything else; they set pick, which picks the examples that count, to all
	Loss     []string  // the body of a function of p, the tensor of the position, that returns the loss
	Start    []float64 // the position before the first update
	Box      Box       // where it is kept
	Steps    int       // updates
	Changes  Changes   // of the racer on its way
	Minimum  *float64  // the least loss known, if one is
	Noise    float64   // sigma of the noise in each component of each gradient
	Examples int       // how many there are
	Batch    int       // how many of them an update sees; 0 for all
	Seed     uint64    // of Python's random numbers; without its highest bit
	Path     bool      // it keeps the positions, from the start on, in a list named path; of SciPy's methods the first and last
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
	race.Start = slices.Clone(race.Start)
	race.Box.project(race.Start)
	knobs, k := s.resolve(race.Steps)
	w := &pythonWriter{spec: s, method: m, knobs: knobs, settings: k, race: race, racer: RacerText(s, race.Changes)}
	if err := w.fits(); err != nil {
		return "", err
	}
	if len(race.Changes) > 0 {
		if err := race.Changes.Check(s); err != nil {
			return "", fmt.Errorf("%s: %w", m.Title, err)
		}
	}
	if m.Python.Torch == "" && m.Python.Step == "" {
		return w.inSciPy()
	}
	legs, err := w.pythonLegs()
	if err != nil {
		return "", err
	}
	if w.table = len(race.Changes) > 0 && w.tabled(legs); w.table {
		legs[0].to = race.Steps
		legs = legs[:1]
	}
	w.alone = len(legs) == 1
	if err := w.legs(legs); err != nil {
		return "", err
	}
	return w.program(), nil
}

// fits says what of a racer does not go together in Python.
func (w *pythonWriter) fits() error {
	m := w.method
	if w.least() && (w.race.Minimum == nil || w.spec.Climbs()) {
		return fmt.Errorf("%s: %v", m.Title, NoMinimum)
	}
	if stage := w.outer(); stage != "" && strings.Contains(m.Python.Step, "p.copy_(") {
		return say.Errorf("%s places the point itself: its Python is not written together with %s", m.Title, stage)
	}
	if _, restarts := m.rules(w.settings)[0].(Gonum); restarts && m.Python.Step != "" && !w.race.Box.Everywhere() {
		return say.Errorf("%s begins anew where a box moves it: its Python is not written together with one", m.Title)
	}
	return nil
}

// inSciPy writes a method that SciPy alone has.
func (w *pythonWriter) inSciPy() (string, error) {
	switch {
	case w.method.Python.SciPy == "":
		return "", say.Errorf("%s has no Python", w.method.Title)
	case len(w.race.Changes) > 0:
		return "", say.Errorf("%s: changes on the way are not written for SciPy", w.method.Title)
	}
	if err := w.scipy(); err != nil {
		return "", err
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
	racer    string     // as text
	leg      *pythonLeg // that is written; nil for SciPy
	alone    bool       // it is the only one
	table    bool       // the changes of settings stand in a table

	defined   map[string]string // the definitions in force
	drawn     bool              // there is a source of random numbers
	functions strings.Builder   // definitions, two blank lines before each
	body      strings.Builder   // what follows them
	scipyToo  bool              // SciPy is imported
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

// outer names a stage that moves the point after the method, if one is set.
func (w *pythonWriter) outer() string {
	for _, k := range []Knob{decoupledKnob, lookaheadKnob} {
		if w.settings.num(k.Name) > 0 {
			return k.Name
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

// define adds a function, unless it is there: behind those of the script, or where a later leg needs another one.
func (w *pythonWriter) define(signature string, body ...string) {
	text := "\n\ndef " + signature + ":\n"
	for _, line := range body {
		text += "    " + line + "\n"
	}
	if w.defined[signature] == text {
		return
	}
	if w.defined == nil {
		w.defined = make(map[string]string)
	}
	w.defined[signature] = text
	if w.leg != nil && w.leg.from > 0 {
		w.body.WriteString(text)
		return
	}
	w.functions.WriteString(text)
}

// program puts the parts together.
func (w *pythonWriter) program() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s, written by Descent Lab.\n# The racer is: %s\n", w.race.Title, w.racer)
	text := w.functions.String() + "\n\n" + w.body.String()
	if len(w.race.Data) > 0 {
		text = "\n" + strings.Join(w.race.Data, "\n") + "\n" + text
	}
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

// losses defines the loss and what the code asks of it, and returns the name of the loss without penalties.
func (w *pythonWriter) losses(code string) string {
	l2 := w.l2()
	loss := "f"
	if (l2 > 0 || w.spec.Climbs()) && (mentions(code, "f") || mentions(code, "hessian")) {
		loss = "surface"
		w.define("surface(p)", w.race.Loss...)
		w.define("f(p)", "return "+w.seen(l2))
	} else {
		w.define("f(p)", w.race.Loss...)
	}
	if mentions(code, "g") || mentions(code, "grad") {
		w.gradients(loss)
	}
	if mentions(code, "hessian") {
		w.define("hessian(q)", "return torch.autograd.functional.hessian(f, q.detach())")
	}
	return loss
}

// seen is the loss as the method sees it: with the other sign if it climbs, and with the penalty of a stage before it.
func (w *pythonWriter) seen(l2 float64) string {
	text, why := "surface(p)", ""
	if w.spec.Climbs() {
		text, why = "-surface(p)", "  # maximize"
	}
	if l2 > 0 {
		text += fmt.Sprintf(" + %s * (p @ p)", python.Float(l2/2))
		why += "  # weight_decay as a penalty"
	}
	return text + why
}

// gradients defines the gradient, as the stages before the method hand it on. Where the method comes before the stages, they
// see the gradient at the point at which it looks as if it were that at p, and the gradient at p itself is the bare one.
func (w *pythonWriter) gradients(loss string) {
	body := []string{"q = q.detach().requires_grad_()", loss + "(q).backward()"}
	position := "q"
	if w.ahead() {
		position = "p"
		w.define("slope(q)", append(body[:2:2], w.bare())...)
	}
	w.define("grad(q)", append(append(body, w.gradient("q", position, !w.method.decoupled)...), "return q.grad")...)
}

// bare returns the gradient as it is before the stages, with the sign that the method sees.
func (w *pythonWriter) bare() string {
	if w.spec.Climbs() {
		return "return -q.grad"
	}
	return "return q.grad"
}

// ahead says whether the method comes before stages that change the gradient.
func (w *pythonWriter) ahead() bool {
	return w.method.ahead != nil && len(w.gradient("q", "q", !w.method.decoupled)) > 0
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
		if w.leg.carries && assigns(in, k.Name) {
			continue
		}
		if mentions(before, k.Name) || mentions(in, k.Name) && (k.Name != "lr" || w.spec.Schedule == "") {
			value := pythonValue(k, w.settings.values[k.Name])
			if k.Name == "f_star" && w.least() {
				value = python.Float(*w.race.Minimum)
			}
			w.line("%s = %s", k.Name, value)
		}
	}
}

// least says whether the method takes the least loss from the surface.
func (w *pythonWriter) least() bool {
	return w.method.NeedsMinimum && w.settings.on("known_minimum")
}

// generator makes the source of random numbers, where one is wanted.
func (w *pythonWriter) generator() {
	if w.drawn {
		return
	}
	code := w.functions.String() + w.method.Python.Init + w.method.Python.Step
	if w.race.Noise > 0 || w.race.Batch > 0 || w.settings.num(gradNoiseKnob.Name) > 0 || mentions(code, "rng") {
		w.line("rng = torch.Generator().manual_seed(%d)", w.race.Seed&math.MaxInt64)
		w.drawn = true
	}
}

// batch draws the examples of an update.
func (w *pythonWriter) batch() {
	if w.race.Batch > 0 {
		w.line("    pick = torch.randperm(%d, generator=rng)[:%d]", w.race.Examples, w.race.Batch)
	}
}

// begin keeps the start, if the path is wanted.
func (w *pythonWriter) begin() {
	if w.race.Path {
		w.line("path = [%s]", python.List(w.race.Start))
	}
}

// keep keeps where an update has led, if the path is wanted.
func (w *pythonWriter) keep(indent string) {
	if w.race.Path {
		w.lines(indent, "path.append(p.tolist())")
	}
}

// finish prints where it ended.
func (w *pythonWriter) finish(loss string, after pythonAfter) {
	if w.leg != nil && w.leg.to < w.race.Steps {
		return
	}
	w.line("")
	if w.race.Batch > 0 {
		w.line("pick = slice(None)")
	}
	w.line(`print("x, y =", p.tolist())`)
	w.line(`print("loss =", %s(p).item())`, loss)
	w.lines("", after.finish...)
}
