package setup

import (
	"math"
	"regexp"
	"testing"

	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// foreign speaks a language in which every text stands in quotation marks, until the test ends.
func foreign(t *testing.T) {
	t.Helper()
	words.Translate(func(english string) string { return "«" + english + "»" })
	t.Cleanup(func() { words.Translate(nil) })
}

// unworded finds letters of two or more that stand outside of every quotation mark.
func unworded(text string) string {
	for quoted := regexp.MustCompile("«[^«»]*»"); quoted.MatchString(text); {
		text = quoted.ReplaceAllString(text, "")
	}
	return regexp.MustCompile("[a-z]{2,}").FindString(text)
}

// TestErrorsAreWorded: those of a document, whatever is wrong with it.
func TestErrorsAreWorded(t *testing.T) {
	foreign(t)
	for name, f := range map[string]func(*Experiment){
		"no surface": func(e *Experiment) { e.Surface = "" },
		"start":      func(e *Experiment) { e.Start.X = math.NaN() },
		"noise":      func(e *Experiment) { e.Noise = -1 },
		"steps":      func(e *Experiment) { e.Steps = 0 },
		"levels":     func(e *Experiment) { e.Look.Levels = "" },
		"panel":      func(e *Experiment) { e.Look.Panel = "p" },
		"charts":     func(e *Experiment) { e.Look.Charts = "p" },
		"budget":     func(e *Experiment) { e.Fair.Budget = -1 },
		"knobs":      func(e *Experiment) { e.Fair.Knobs = []string{"k"} },
		"swarm":      func(e *Experiment) { e.Swarm.Runs = -1 },
		"sculpture":  func(e *Experiment) { e.Sculpture = []Bump{{}} },
		"painted":    func(e *Experiment) { e.Painted = sweep.Region{{}} },
		"own":        func(e *Experiment) { e.Own = []surfaces.Param{{}} },
		"identity":   func(e *Experiment) { e.Racers[1].Slot = 0 },
	} {
		e := Default()
		f(&e)
		if err := e.Check(); err == nil || unworded(err.Error()) != "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, err := range []error{
		Fair{Budget: 1}.Enough(100), Fair{Budget: 1, TuneStarts: 3}.Enough(100),
	} {
		if unworded(err.Error()) != "" {
			t.Errorf("%v", err)
		}
	}
}
