package optim

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"descentlab/internal/say"
)

// specJSON is a Spec as it stands in files: {"optimizer":"adam","schedule":"cosine","params":{"lr":0.06}}.
type specJSON[T any] struct {
	Optimizer string       `json:"optimizer"`
	Schedule  string       `json:"schedule,omitempty"`
	Params    map[string]T `json:"params,omitempty"`
}

// MarshalJSON writes {"optimizer":"adam","schedule":"cosine","params":{"lr":0.06,"amsgrad":true,"milestones":[10,50]}}:
// what is set, switches as booleans, choices by name. It fails as Check does.
func (s Spec) MarshalJSON() ([]byte, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	params := make(map[string]any, len(s.Set))
	for _, k := range s.knobs() {
		if v, set := s.Set[k.Name]; set {
			params[k.Name] = k.plain(v)
		}
	}
	return json.Marshal(specJSON[any]{s.Method, s.Schedule, params})
}

// plain is a value as JSON has it.
func (k Knob) plain(v Value) any {
	switch k.Kind {
	case Switch:
		return v.Num != 0
	case Choice:
		return k.Choices[int(v.Num)]
	case List:
		return v.List
	case Text:
		return v.Text
	}
	return v.Num
}

// UnmarshalJSON reads what MarshalJSON writes, checked as by Check. Unknown names are errors.
func (s *Spec) UnmarshalJSON(data []byte) error {
	var raw specJSON[json.RawMessage]
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&raw); err != nil {
		return fmt.Errorf("racer: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return say.Errorf("racer: more than one JSON value")
	}
	read := Spec{Method: raw.Optimizer}
	if _, err := LookupMethod(read.Method); err != nil {
		return err
	}
	if err := read.setSchedule(raw.Schedule); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(raw.Params)) {
		parse := func(k Knob) (Value, error) { return k.fromJSON(raw.Params[name]) }
		if err := read.assign(name, parse); err != nil {
			return err
		}
	}
	if err := read.Check(); err != nil {
		return err
	}
	*s = read
	return nil
}

// fromJSON reads a value that plain wrote; a switch may also be 0 or 1.
func (k Knob) fromJSON(raw json.RawMessage) (Value, error) {
	var plain any
	if err := json.Unmarshal(raw, &plain); err != nil {
		return Value{}, fmt.Errorf("%s: %w", k.Name, err)
	}
	var v Value
	switch plain := plain.(type) {
	case bool:
		if k.Kind != Switch {
			return Value{}, k.refuse(string(raw))
		}
		v = On(plain)
	case float64:
		if k.Kind == Choice || k.Kind == Text {
			return Value{}, k.refuse(string(raw))
		}
		v = Num(plain)
	case string:
		if k.Kind != Choice && k.Kind != Text {
			return Value{}, k.refuse(quote(plain))
		}
		return k.Parse(plain)
	case []any:
		for _, item := range plain {
			n, ok := item.(float64)
			if !ok || k.Kind != List {
				return Value{}, k.refuse(shorten(string(raw)))
			}
			v.List = append(v.List, n)
		}
	default:
		return Value{}, k.refuse(shorten(string(raw)))
	}
	return v, k.Check(v)
}
