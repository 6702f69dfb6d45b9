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

// table are the racers, as they are written on the command line, by surface and method.
var table = sync.OnceValue(func() (all map[string]map[string]string) {
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err) // the file is part of the program
	}
	return all
})

// Stored is a method with the settings that go well on a surface of the catalogue from its own start, and whether there are such.
func Stored(surface, method string) (optim.Spec, bool) {
	racer, known := table()[surface][method]
	if !known {
		return optim.Spec{}, false
	}
	spec, err := optim.ParseSpec(racer)
	if err != nil {
		panic(err) // the same
	}
	return spec, true
}
