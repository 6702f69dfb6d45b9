package pace

import (
	_ "embed"
	"encoding/json"
	"sync"

	"descentlab/optim"
)

// Methods are those whose settings are stored.
func Methods() []string { return []string{"sgd", "momentum", "rmsprop", "adam"} }

// text is written by internal/tools/rates.
//
//go:embed stored.json
var text []byte

// table are the settings by surface and method.
var table = sync.OnceValue(func() map[string]map[string]optim.Spec {
	var written map[string]map[string]string
	if err := json.Unmarshal(text, &written); err != nil {
		panic(err) // the file is part of the program
	}
	all := map[string]map[string]optim.Spec{}
	for surface, racers := range written {
		all[surface] = map[string]optim.Spec{}
		for method, racer := range racers {
			spec, err := optim.ParseSpec(racer)
			if err != nil {
				panic(err)
			}
			all[surface][method] = spec
		}
	}
	return all
})

// Stored is a method with the settings that go well on a surface of the catalogue from its own start, and whether there are such.
func Stored(surface, method string) (optim.Spec, bool) {
	spec, known := table()[surface][method]
	return spec.Clone(), known
}
