package optim

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// MaxText is the longest text, in bytes, that ParseSpec reads.
const MaxText = 4096

// ParseSpec reads a racer from text: the method's key, then settings name=value in any order, with spaces between:
//
//	adam lr=0.06 beta1=0.9 amsgrad=true schedule=multistep milestones=10,50,90 clip_norm=1
//
// It also reads them as they are written in Python, with PyTorch's names and then with PyTorch's defaults:
//
//	adam(lr=0.06, clip_norm=1)
//	torch.optim.SGD(params, lr=0.1, momentum=0.9, nesterov=True) StepLR(optimizer, step_size=30, gamma=0.1)
//	opt = Adam(params); a = LinearLR(opt); b = ExponentialLR(opt, 0.9); s = SequentialLR(opt, [a, b], milestones=[5])
//
// schedule=none says that there is none. cycle_momentum=false is accepted where PyTorch's schedules have it and
// changes nothing; true is refused, for momentum is not cycled here. The Spec is checked as by Check.
func ParseSpec(text string) (Spec, error) {
	if len(text) > MaxText {
		return Spec{}, say.Errorf("a racer's text may have %d bytes; got %d", MaxText, len(text))
	}
	words, err := specWords(headed.ReplaceAllString(text, "$1 "))
	if err != nil {
		return Spec{}, fmt.Errorf("%w, in %s", err, quote(text))
	}
	if len(words) == 0 {
		return Spec{}, say.Errorf("a racer needs an optimizer's name first, as in \"adam lr=0.05\"")
	}
	words = inlined(words)
	var r specReader
	if err := r.head(words[0]); err != nil {
		return Spec{}, err
	}
	for _, word := range words[1:] {
		if err := r.word(word); err != nil {
			return Spec{}, err
		}
	}
	return r.finish()
}

// headed is a name with a colon before the settings: "adam: lr=0.1".
var headed = regexp.MustCompile(`^(\s*[\w.]+):`)

// A specReader gathers what a racer's text says.
type specReader struct {
	spec             Spec
	settings         []setting
	method, schedule *torchClass // where PyTorch's names were used
}

// head reads the first word, which names the method.
func (r *specReader) head(word string) error {
	if parts := behind.FindStringSubmatch(word); parts != nil {
		return fmt.Errorf("the step of a change stands by itself, as in \"%s @%s lr=0.01\"; got %s", shorten(parts[1]), parts[3],
			quote(word))
	}
	c, bracketed, ok := readCall(aimless(word))
	if !ok && strings.Contains(word, "=") {
		return say.Errorf("a racer begins with an optimizer's name, as in \"adam %s\"; got %s", shorten(word), quote(word))
	}
	if !ok {
		_, err := LookupMethod(word)
		return err
	}
	if r.method = findClass(torchOptimizers, c.name); r.method != nil {
		if r.method.key == "" {
			return fmt.Errorf("%s %s", c.name, r.method.why)
		}
		r.spec.Method = r.method.key
		return r.take(c, r.method)
	}
	if findClass(torchSchedulers, c.name) != nil {
		return say.Errorf("%s is a schedule; a racer begins with an optimizer's name, as in \"adam %s\"", c.name, shorten(word))
	}
	m, err := LookupMethod(c.name)
	if near := ofOtherLibrary(c); err != nil && near != "" {
		return say.Errorf("%s is another library's, whose defaults and formulas are not all those of here; %q comes near", c.name, near)
	}
	if err != nil {
		return err
	}
	r.spec.Method = m.Key
	if !bracketed {
		return nil
	}
	return r.take(c, &torchClass{name: m.Key, key: m.Key, signature: signature(m.Knobs)})
}

// aimless is a word without the variable that it is given to: that of "optimizer=torch.optim.Adam(...)".
func aimless(word string) string {
	to, value, found := strings.Cut(word, "=")
	c, _, ok := readCall(value)
	known := findClass(torchOptimizers, c.name) != nil || findMethod(c.name) != nil || ofOtherLibrary(c) != ""
	if found && ok && dotted(to) && known {
		return value
	}
	return word
}

// word reads one of the words after the first: a schedule, or a setting.
func (r *specReader) word(word string) error {
	s := readSetting(word)
	if err := glued(word); err != nil {
		return r.spec.blame(err)
	}
	text := word
	if s.name != "" {
		text = s.value
	}
	if c, bracketed, ok := readCall(text); ok {
		class := findClass(torchSchedulers, c.name)
		kind := findSchedule(c.name)
		if class == nil && kind != nil && (bracketed || s.name == "") {
			class = &torchClass{name: kind.Key, key: kind.Key, signature: signature(kind.Knobs)}
			return r.scheduler(c, class, false)
		}
		if class != nil {
			return r.scheduler(c, class, true)
		}
		if s.name == "" && bracketed {
			return r.spec.blame(unknownSchedule(c.name))
		}
	}
	if k, err := r.spec.Knob(word); s.name == "" && err == nil {
		return say.Errorf("%s: %s needs a value, as in %s=%s", r.spec.Method, word, word, k.example())
	}
	if _, err := changeAt(word); word[0] == '@' && err == nil {
		return say.Errorf("only a race changes racers on their way; leave %s and what follows out", word)
	}
	if s.name == "" {
		return say.Errorf("%s: settings are name=value%s; got %s", r.spec.Method, r.asIn(word), quote(word))
	}
	return r.set(s)
}

// asIn is an example of a setting: of a number that stands alone, of a knob that is written as a flag, or of the first knob.
func (r *specReader) asIn(word string) string {
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	k, err := r.spec.Knob(name)
	if err == nil {
		return say.T(", as in %s=%s", name, k.example())
	}
	knobs := r.spec.knobs()
	value := knobs[0].example()
	if isNumber(number(word)) {
		value = number(word)
	}
	return say.T(", as in %s=%s", knobs[0].Name, value)
}

// scheduler reads a schedule that is written as a call.
func (r *specReader) scheduler(c call, class *torchClass, torch bool) error {
	if class.key == "" {
		return fmt.Errorf("%s: %s %s", r.spec.Method, c.name, class.why)
	}
	if err := r.set(setting{"schedule", class.key}); err != nil {
		return err
	}
	if torch {
		r.schedule = class
	}
	return r.take(c, class)
}

// signature are knobs as that of a constructor in which all of them must be named or given in their order.
func signature(knobs []Knob) string { return strings.Join(knobNames(knobs), ", ") }

func knobNames(knobs []Knob) []string {
	names := make([]string, len(knobs))
	for i, k := range knobs {
		names[i] = k.Name
	}
	return names
}

// take takes the arguments of a call. What is first and no value stands for the parameters or the optimizer, and is dropped.
func (r *specReader) take(c call, class *torchClass) error {
	args, takes := c.args, class.takes()
	if len(args) > 0 && (args[0].name == "" && !class.begins(args[0].value) ||
		args[0].name == "params" || args[0].name == "optimizer") {
		if strings.Contains(args[0].value, "{") {
			return say.Errorf("%s: groups of parameters with settings of their own cannot be raced: both coordinates have the same",
				c.name)
		}
		args = args[1:]
	}
	named := false
	for i, arg := range args {
		if named = named || arg.name != ""; arg.name == "" {
			if !named && i >= len(takes) && len(takes) > 0 {
				return fmt.Errorf("%s takes %s, in this order; got %s beyond them", c.name, listed(class.names()), quote(arg.value))
			}
			if named || i >= len(takes) {
				return say.Errorf("%s: its arguments are name=value; got %s", c.name, quote(arg.value))
			}
			arg.name = takes[i].name
		}
		if r.idle(class, arg) {
			continue
		}
		if arg.name == "eps" && findSchedule(class.key) != nil {
			arg.name = smallestFall
		}
		if err := class.strange(arg); err != nil {
			return r.spec.blame(err)
		}
		if err := r.set(arg); err != nil {
			return err
		}
	}
	return nil
}

// idle tells whether an argument changes nothing: None stands for what there is without it.
func (r *specReader) idle(class *torchClass, arg setting) bool {
	return arg.value == "None" || class.known() && (slices.Contains(torchIdle, arg.name) ||
		arg.name == "three_phase" && arg.value == "False")
}

// set notes a setting; none may be set twice.
func (r *specReader) set(s setting) error {
	if ours := elsewhere(s.name); ours != "" && !r.spec.has(s.name) && r.spec.has(ours) {
		s.name = ours
	}
	if err := glued(s.name + "=" + s.value); err != nil {
		return r.spec.blame(err)
	}
	if i := slices.IndexFunc(r.settings, func(o setting) bool { return o.name == s.name }); i >= 0 {
		return r.spec.blame(r.twice(r.settings[i], s))
	}
	r.settings = append(r.settings, s)
	return nil
}

// finish makes the Spec: the schedule first, for its knobs apply then, and last what PyTorch has by default.
func (r *specReader) finish() (Spec, error) {
	s := &r.spec
	for _, set := range r.settings {
		if set.name == "schedule" {
			if err := s.setSchedule(unquoted(set.value)); err != nil {
				return Spec{}, err
			}
		}
	}
	all := slices.DeleteFunc(slices.Clone(r.settings), func(o setting) bool { return o.name == "schedule" })
	for _, class := range []*torchClass{r.method, r.schedule} {
		defaults, err := r.defaults(class)
		if err != nil {
			return Spec{}, s.blame(err)
		}
		all = append(all, defaults...)
	}
	for _, set := range spread(*s, all) {
		if err := s.assign(set.name, func(k Knob) (Value, error) { return k.read(set.value) }); err != nil {
			return Spec{}, err
		}
	}
	return *s, s.Check()
}

// setSchedule takes a schedule's key, "none" or "".
func (s *Spec) setSchedule(key string) error {
	if key == noSchedule || key == "" {
		s.Schedule = ""
		return nil
	}
	if _, err := LookupSchedule(key); err != nil {
		return fmt.Errorf("%s: %w", s.Method, err)
	}
	s.Schedule = key
	return nil
}

// assign sets one knob in place, reading its value with parse. A frozen switch is read and dropped.
func (s *Spec) assign(name string, parse func(Knob) (Value, error)) error {
	if kind := findSchedule(s.Schedule); kind != nil && name == kind.frozen {
		v, err := parse(toggle(name, false, ""))
		if err == nil && v.Num != 0 {
			err = say.Errorf("%s must be false: momentum is not cycled here", name)
		}
		return s.blame(err)
	}
	k, err := s.Knob(name)
	if err != nil {
		return err
	}
	v, err := parse(k)
	if err != nil {
		return s.blame(err)
	}
	if s.Set == nil {
		s.Set = make(map[string]Value)
	}
	s.Set[name] = v
	return nil
}

// blame puts the method's name before an error.
func (s *Spec) blame(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.Method, err)
}

// String writes the Spec so that ParseSpec reads an equal one back: what is set, in the order of Knobs.
func (s Spec) String() string {
	var b strings.Builder
	b.WriteString(s.Method)
	if s.Schedule != "" {
		b.WriteString(" schedule=" + s.Schedule)
	}
	for _, k := range s.knobs() {
		if v, set := s.Set[k.Name]; set {
			b.WriteString(" " + k.Name + "=" + k.Format(v))
		}
	}
	return b.String()
}
