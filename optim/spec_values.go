package optim

import (
	"slices"
	"strconv"
	"strings"

	"descentlab/internal/say"
)

// known tells whether the class is one of PyTorch's, and not a name of ours that is written as one.
func (c *torchClass) known() bool { return c.name != c.key }

// defaults are the arguments of a class of PyTorch's that were not given; those that must be are an error.
func (r *specReader) defaults(class *torchClass) (list []setting, err error) {
	if class == nil {
		return nil, nil
	}
	for _, arg := range class.takes() {
		if slices.ContainsFunc(r.settings, func(o setting) bool { return o.name == arg.name }) {
			continue
		}
		kind := findSchedule(class.key)
		switch {
		case kind != nil && arg.name == kind.frozen:
			return nil, say.Errorf("%s cycles the momentum, which is not done here: give it %s=False", class.name, arg.name)
		case arg.value == "":
			return nil, class.needed(arg.name)
		case arg.value == "None" || slices.Contains(torchIdle, arg.name) || arg.name == "three_phase":
		default:
			list = append(list, r.beyond(arg)...)
		}
	}
	return list, nil
}

// beyond are the knobs of a default of PyTorch's for which nothing was given and which is another one here.
func (r *specReader) beyond(arg setting) (list []setting) {
	for _, set := range spread(r.spec, []setting{arg}) {
		given := slices.ContainsFunc(r.settings, func(o setting) bool { return o.name == set.name })
		k, err := r.spec.Knob(set.name)
		v, wrong := k.read(set.value)
		same := err == nil && wrong == nil && k.Derived == "" && v.equal(k.def()) && set.name != "lr"
		if !given && !same {
			list = append(list, set)
		}
	}
	return list
}

// spread writes PyTorch's arguments that are tuples as the knobs that they are here: betas as beta1 and beta2; and the decay of
// an optimizer that is told to keep it apart from the gradient as the stage that does so.
func spread(s Spec, settings []setting) (list []setting) {
	apart := slices.ContainsFunc(settings, func(o setting) bool {
		return o.name == "decoupled_weight_decay" && strings.EqualFold(o.value, "true")
	})
	m := findMethod(s.Method)
	for _, set := range settings {
		names := tupled(set.name)
		items := arguments(strings.Trim(strings.TrimSpace(set.value), "()[]"))
		switch {
		case set.name == "decoupled_weight_decay" && (apart || strings.EqualFold(set.value, "false")):
		case set.name == decayKnob.Name && apart && !m.decoupled:
			list = append(list, setting{decoupledKnob.Name, set.value})
		case names != nil && len(items) >= 2 && len(items) <= len(names) && s.has(names[len(items)-1]):
			for i, item := range items {
				if item != "None" { // as it comes
					list = append(list, setting{names[i], item})
				}
			}
		default:
			list = append(list, set)
		}
	}
	return list
}

// elsewhere is what Keras and Optax call by another name, or "".
func elsewhere(name string) string {
	switch name {
	case "learning_rate":
		return "lr"
	case "beta_1", "b1":
		return "beta1"
	case "beta_2", "b2":
		return "beta2"
	case "epsilon":
		return "eps"
	case "rho":
		return "alpha"
	}
	return ""
}

// tupled are the knobs that stand in a tuple of PyTorch's.
func tupled(name string) []string {
	switch name {
	case "betas":
		return []string{"beta1", "beta2", "beta3"}
	case "etas":
		return []string{"etaminus", "etaplus"}
	case "step_sizes":
		return []string{"step_min", "step_max"}
	case "eps":
		return []string{"eps1", "eps2"}
	}
	return nil
}

// has tells whether a knob applies.
func (s Spec) has(name string) bool { return s.find(name) != nil }

// read is Parse of a value as it may also be written in Python: with quotation marks, brackets, underscores, as a quotient.
func (k Knob) read(text string) (Value, error) {
	if k.Kind == Text {
		return k.Parse(text)
	}
	text = unquoted(text)
	if k.Kind != List {
		v, err := k.Parse(number(text))
		if whole, decimals, comma := strings.Cut(text, ","); err != nil && comma && isNumber(whole+"."+decimals) {
			err = say.Errorf("%w; decimals are written %s.%s", err, whole, decimals)
		}
		return v, err
	}
	if inner := strings.Trim(text, "()[]"); inner != text {
		items := arguments(inner)
		for i, item := range items {
			items[i] = number(item)
		}
		text = strings.Join(items, ",")
	}
	return k.Parse(text)
}

// unquoted is a text without the quotation marks around it.
func unquoted(text string) string {
	if n := len(text); n >= 2 && text[0] == text[n-1] && (text[0] == '"' || text[0] == '\'') {
		return text[1 : n-1]
	}
	return text
}

// number is a number of Python's as Go reads it; what is none stays as it is.
func number(text string) string {
	plain := strings.ReplaceAll(text, "\u2212", "-")
	if part := strings.ReplaceAll(plain, "_", ""); isNumber(part) {
		return part
	}
	over, under, found := strings.Cut(plain, "/")
	a, err := strconv.ParseFloat(strings.TrimSpace(over), 64)
	b, err2 := strconv.ParseFloat(strings.TrimSpace(under), 64)
	if found && err == nil && err2 == nil {
		return formatNumber(a / b)
	}
	return text
}

func isNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}

// begins tells whether an argument is the first value that the class takes, and not the parameters or the optimizer before it.
func (c *torchClass) begins(text string) bool {
	switch first, _, _ := strings.Cut(c.signature, ","); first {
	case "lr_lambda":
		return text == "t" || !dotted(text)
	case "schedulers":
		return strings.HasPrefix(text, "[")
	}
	return isValue(text)
}

// isValue tells whether an argument is a value, and no variable of a program.
func isValue(text string) bool {
	if isNumber(number(text)) || text == "True" || text == "False" || text == "None" || unquoted(text) != text {
		return true
	}
	inner := strings.Trim(text, "()[]")
	items := arguments(inner)
	return inner != text && len(items) > 0 && !slices.ContainsFunc(items, func(item string) bool { return !isNumber(number(item)) })
}
