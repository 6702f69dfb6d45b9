package optim

import (
	"errors"
	"fmt"
	"strings"
)

// MaxText is the longest text, in bytes, that ParseSpec reads.
const MaxText = 4096

// ParseSpec reads a racer from text: the method's key, then settings name=value in any order, with spaces between:
//
//	adam lr=0.06 beta1=0.9 amsgrad=true schedule=multistep milestones=10,50,90 clip_norm=1
//
// schedule=none says that there is none. cycle_momentum=false is accepted where PyTorch's schedules have it and
// changes nothing; true is refused, for momentum is not cycled here. The Spec is checked as by Check.
func ParseSpec(text string) (Spec, error) {
	if len(text) > MaxText {
		return Spec{}, fmt.Errorf("a racer's text may have %d bytes; got %d", MaxText, len(text))
	}
	words := strings.Fields(text)
	if len(words) == 0 {
		return Spec{}, errors.New("a racer needs an optimizer's name first, as in \"adam lr=0.05\"")
	}
	if strings.Contains(words[0], "=") {
		return Spec{}, fmt.Errorf("a racer begins with an optimizer's name, as in \"adam %s\"; got %s",
			shorten(words[0]), quote(words[0]))
	}
	s := Spec{Method: words[0]}
	if _, err := LookupMethod(s.Method); err != nil {
		return Spec{}, err
	}
	texts, names := make(map[string]string), make([]string, 0, len(words))
	for _, word := range words[1:] {
		name, value, found := strings.Cut(word, "=")
		if !found || name == "" {
			return Spec{}, fmt.Errorf("%s: settings are name=value without spaces; got %s", s.Method, quote(word))
		}
		if _, twice := texts[name]; twice {
			return Spec{}, fmt.Errorf("%s: %s is set twice", s.Method, quote(name))
		}
		texts[name] = value
		names = append(names, name)
	}
	if key, given := texts["schedule"]; given {
		if err := s.setSchedule(key); err != nil {
			return Spec{}, err
		}
	}
	for _, name := range names {
		if name == "schedule" {
			continue
		}
		parse := func(k Knob) (Value, error) { return k.Parse(texts[name]) }
		if err := s.assign(name, parse); err != nil {
			return Spec{}, err
		}
	}
	return s, s.Check()
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
			err = fmt.Errorf("%s must be false: momentum is not cycled here", name)
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
