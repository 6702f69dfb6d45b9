package optim

import (
	"slices"
	"strings"
)

// otherLibraries are what stands before the names of optimizers in Python beside PyTorch's.
var otherLibraries = strings.Fields("tf keras tensorflow optax jaxopt flax scipy sklearn mxnet paddle")

// ofOtherLibrary is a racer near what is written as another library's, with its settings as far as they are known here; "" if
// there is none.
func ofOtherLibrary(c call) string {
	parts := strings.Split(c.name, ".")
	library := false
	for _, name := range otherLibraries {
		library = library || parts[0] == name
	}
	if !library {
		return ""
	}
	key := parts[len(parts)-1]
	for _, arg := range c.args {
		if arg.name == "method" {
			key = unquoted(arg.value) // scipy.optimize.minimize
		}
	}
	bare := func(key string) string { return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(key)) }
	key = bare(key)
	if key == "lbfgsb" { // SciPy's, without bounds
		key = "lbfgs"
	}
	i := slices.IndexFunc(catalogue, func(m Method) bool { return bare(m.Key) == key })
	if i < 0 {
		return ""
	}
	s := Spec{Method: catalogue[i].Key}
	for i, arg := range c.args {
		name := arg.name
		if ours := elsewhere(name); ours != "" && !s.has(name) {
			name = ours
		}
		if i == 0 && name == "" {
			name = "lr"
		}
		if k, err := s.Knob(name); err == nil {
			if v, err := k.read(strings.ToLower(arg.value)); err == nil {
				s = s.With(k.Name, v)
			}
		}
	}
	return s.String()
}
