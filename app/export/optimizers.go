package export

import "descentlab/optim"

// knobJSON is a setting of an optimizer, a schedule or a stage.
type knobJSON struct {
	Name    string   `json:"name"`
	Help    string   `json:"help"`
	Kind    string   `json:"kind"`
	Default any      `json:"default"` // null: follows from Derived
	Derived string   `json:"derived_from,omitempty"`
	Min     Number   `json:"min"`
	Max     Number   `json:"max"`
	Scale   string   `json:"scale"`
	Domain  string   `json:"domain"`
	Choices []string `json:"choices,omitempty"`
}

// A MethodJSON is an optimizer of the catalogue.
type MethodJSON struct {
	Name     string     `json:"name"`
	Title    string     `json:"title"`
	Family   string     `json:"family"`
	Year     int        `json:"year"`
	Idea     string     `json:"idea"`
	Cite     string     `json:"cite"`
	Math     []string   `json:"math"`     // in the markup of TeX
	Memories []string   `json:"memories"` // names of the vectors that it keeps with its defaults
	Knobs    []knobJSON `json:"knobs"`
	Python   pythonJSON `json:"python"`
}

// pythonJSON is how a method is written in Python; {name} stands for a knob's value.
type pythonJSON struct {
	Torch  string `json:"torch,omitempty"`  // construction of PyTorch's optimizer
	Init   string `json:"init,omitempty"`   // statements before the loop
	Step   string `json:"step,omitempty"`   // statements of an update
	Follow string `json:"follow,omitempty"` // statements for when a box has moved the point
	SciPy  string `json:"scipy,omitempty"`  // method of scipy.optimize.minimize
}

// scheduleJSON is a schedule of the catalogue.
type scheduleJSON struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Idea  string     `json:"idea"`
	Cite  string     `json:"cite"`
	Knobs []knobJSON `json:"knobs"`
	Torch string     `json:"torch"` // PyTorch's scheduler; {optimizer} stands for the optimizer, {name} for a knob's value
}

func knobEntries(knobs []optim.Knob) []knobJSON {
	list := []knobJSON{}
	for _, k := range knobs {
		e := knobJSON{
			Name: k.Name, Help: k.Help, Kind: k.Kind.String(), Derived: k.Derived, Min: Number(k.Min), Max: Number(k.Max),
			Scale: k.Scale.String(), Domain: k.Domain().English(), Choices: k.Choices,
		}
		if k.Derived == "" {
			e.Default = DefaultOf(k)
		}
		list = append(list, e)
	}
	return list
}

// DefaultOf is a knob's default in JSON's own kinds.
func DefaultOf(k optim.Knob) any {
	switch k.Kind {
	case optim.Switch:
		return k.Default != 0
	case optim.Choice:
		return k.Choices[int(k.Default)]
	case optim.Text:
		return k.Written
	default:
		return Known(k.Default)
	}
}

// MethodEntry is all that the catalogue says of a method.
func MethodEntry(m optim.Method) MethodJSON {
	e := MethodJSON{
		Name: m.Key, Title: m.Title, Family: m.Family.String(), Year: m.Year, Idea: m.Idea, Cite: m.Cite,
		Math: m.Math, Memories: []string{}, Knobs: knobEntries(m.Knobs), Python: pythonJSON(m.Python),
	}
	if plan, err := (optim.Spec{Method: m.Key}).Plan(2, optim.NominalSteps); err == nil {
		for _, f := range plan.Memories() {
			e.Memories = append(e.Memories, f.Name)
		}
	}
	return e
}

// Catalogue is methods, and what goes with any of them, for JSON.
func Catalogue(methods []optim.Method) any {
	list := []MethodJSON{}
	for _, m := range methods {
		list = append(list, MethodEntry(m))
	}
	return map[string]any{
		"optimizers": list, "schedules": ScheduleEntries(optim.Schedules()), "stages": knobEntries(optim.StageKnobs()),
	}
}

// ScheduleEntries is all that the catalogue says of schedules, for JSON.
func ScheduleEntries(kinds []optim.ScheduleKind) any {
	list := []scheduleJSON{}
	for _, s := range kinds {
		list = append(list, scheduleJSON{s.Key, s.Title, s.Idea, s.Cite, knobEntries(s.Knobs), s.Torch})
	}
	return list
}
