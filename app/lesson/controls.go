package lesson

import (
	"strings"

	"descentlab/app/lesson/measure"
	"descentlab/app/words"
	"descentlab/internal/near"
)

// Controls are the parts of the room at which a lesson can point, beside the settings that measure.Field names. The census and
// the trainings are in the room's third view, which is shown then.
var Controls = []string{"census", "chart", "map", "play", "step", "time", "trainings", "undo"}

// checkControl says why a lesson cannot point there.
func checkControl(name string, about *Scene) error {
	for _, c := range Controls {
		if c == name {
			return nil
		}
	}
	if f, err := measure.ParseField(name); err == nil && about != nil {
		_, err = f.Knob(&about.Doc)
		return err
	}
	if meant := near.Word(name, Controls); meant != "" {
		return words.Errorf("there is no control %q; did you mean %s?", name, meant)
	}
	return words.Errorf("there is no control %q; there are %s, and settings such as racer.lr", name, strings.Join(Controls, ", "))
}
