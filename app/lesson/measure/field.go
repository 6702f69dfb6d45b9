package measure

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/near"
	"descentlab/optim"
)

// A Field is a setting of an experiment by its name: "steps", "start.x", "param.a", or a racer's knob, "racer2.lr". A racer is
// called by its place, racer being the first one, or by its method's key.
type Field struct {
	Of   string // a racer, or "param"; empty if the experiment has the setting itself
	Name string
}

var fieldLike = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)?$`)

// ParseField reads the name of a field.
func ParseField(text string) (Field, error) {
	text = strings.TrimSpace(text)
	if !fieldLike.MatchString(text) {
		return Field{}, words.Errorf("%q is not the name of a setting, as steps, start.x and racer.lr are", brief(text))
	}
	of, name, parted := strings.Cut(text, ".")
	if !parted || of == "start" {
		names := []string{}
		for _, f := range ownFields {
			if f.knob.Name == text {
				return Field{Name: text}, nil
			}
			names = append(names, f.knob.Name)
		}
		return Field{}, words.Errorf("there is no setting %q%s", text, orNear(text, names))
	}
	return Field{Of: of, Name: name}, nil
}

// String is the name.
func (f Field) String() string {
	if f.Of == "" {
		return f.Name
	}
	return f.Of + "." + f.Name
}

var racerLike = regexp.MustCompile(`^racer([1-9][0-9]?)?$`)

// Racer is the place of the racer that a name calls.
func Racer(e *setup.Experiment, name string) (int, error) {
	i := slices.IndexFunc(e.Racers, func(r setup.Racer) bool { return r.Spec.Method == name })
	if m := racerLike.FindStringSubmatch(name); m != nil {
		i = 0
		if m[1] != "" {
			i, _ = strconv.Atoi(m[1])
			i--
		}
	}
	if i < 0 || i >= len(e.Racers) {
		return 0, words.Errorf("there is no racer %q among %d; the first one is racer, the next racer2", name, len(e.Racers))
	}
	return i, nil
}

// Knob is what is known of a field: its range, its kind and how fine it is.
func (f Field) Knob(e *setup.Experiment) (optim.Knob, error) {
	switch f.Of {
	case "":
		return ownFields[f.own()].knob, nil
	case "param":
		s, err := e.Landscape()
		if err != nil {
			return optim.Knob{}, err
		}
		var names []string
		for _, p := range s.Params {
			if p.Name == f.Name {
				return real(f.Name, p.Min, p.Max, p.Min, p.Max), nil
			}
			names = append(names, p.Name)
		}
		return optim.Knob{}, words.Errorf("the surface has no parameter %q%s", f.Name, orNear(f.Name, names))
	}
	i, err := Racer(e, f.Of)
	if err != nil {
		return optim.Knob{}, err
	}
	return e.Racers[i].Spec.Knob(f.Name)
}

func (f Field) own() int {
	for i, own := range ownFields {
		if own.knob.Name == f.Name {
			return i
		}
	}
	panic("measure: a Field is made by ParseField")
}

// Get is the value that the field has.
func (f Field) Get(e *setup.Experiment) (float64, error) {
	if _, err := f.Knob(e); err != nil {
		return 0, err
	}
	switch f.Of {
	case "":
		return ownFields[f.own()].get(e), nil
	case "param":
		s, err := e.Landscape()
		if err != nil {
			return 0, err
		}
		for _, p := range s.Params {
			if p.Name == f.Name {
				return e.Param(p), nil
			}
		}
	}
	i, err := Racer(e, f.Of)
	if err != nil {
		return 0, err
	}
	return e.Racers[i].Spec.GetFor(f.Name, e.Steps).Num, nil
}

// Set gives the field a value. The experiment is as it was if that cannot be.
func (f Field) Set(e *setup.Experiment, v float64) error {
	k, err := f.Knob(e)
	if err != nil {
		return err
	}
	if k.Kind == optim.Integer {
		v = math.Round(v)
	}
	if f.Of != "param" {
		if err := k.Check(optim.Num(v)); err != nil {
			return err
		}
	}
	next := e.Clone()
	switch f.Of {
	case "":
		ownFields[f.own()].set(&next, v)
	case "param":
		if next.Params == nil {
			next.Params = map[string]float64{}
		}
		next.Params[f.Name] = v
	default:
		i, err := Racer(e, f.Of)
		if err != nil {
			return err
		}
		next.Racers[i].Spec = next.Racers[i].Spec.With(f.Name, optim.Num(v))
	}
	if err := next.CheckAfter(e); err != nil {
		return err
	}
	*e = next
	return nil
}

// orNear is what an error says after a name that is none of the names.
func orNear(word string, names []string) string {
	if n := near.Word(word, names); n != "" {
		return words.T("; did you mean %s?", n)
	}
	return words.T("; there are %s", strings.Join(names, ", "))
}

// brief is a text that somebody has written, short enough for an error.
func brief(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return text
}
