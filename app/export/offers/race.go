// Package offers has what can be written of the state of a room: every picture and table that the command line makes of the same
// document, made in the background when it is asked for.
package offers

import (
	"context"
	"slices"

	"descentlab/app/export"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// The keys of offers: those of panels have the panel's name.
const (
	Map    = "map"
	Relief = "relief"
	Side   = "side"
)

// Race are the results of the room Race, and the key of the one that is seen most. Own are those that panes have themselves; they
// take the place of those with the same key.
func Race(s lab.State, own ...export.Offer) (list []export.Offer, seen string) {
	if s.Tape != nil {
		list = append(list, ofTape(s)...)
	}
	if s.Surveyable() {
		list = append(list, ofSurvey(s)...)
	}
	for _, o := range own {
		if i := slices.IndexFunc(list, func(other export.Offer) bool { return other.Key == o.Key }); i >= 0 {
			list[i] = o
		} else {
			list = append(list, o)
		}
	}
	return list, seenOf(s, list)
}

// seenOf is the key of what has the middle of the window.
func seenOf(s lab.State, list []export.Offer) string {
	has := func(key string) bool {
		return slices.ContainsFunc(list, func(o export.Offer) bool { return o.Key == key })
	}
	look := s.Doc.Look
	switch {
	case s.Large() && has(s.Panel()):
		return s.Panel()
	case look.Relief && has(Relief):
		return Relief
	case look.Aside() && has(Side):
		return Side
	case look.Ground == setup.GroundBasins && has(setup.PanelBasins):
		return setup.PanelBasins
	}
	return Map
}

// ofTape are those of the recorded race.
func ofTape(s lab.State) []export.Offer {
	run := s.Run()
	flat, raised := run, run
	flat.Doc.Look.Relief, raised.Doc.Look.Relief = false, true
	list := []export.Offer{
		export.Race.Made(Map, words.T("Map"), "race", flat),
		export.Race.Made(Relief, words.T("Relief"), "relief", raised),
	}
	if len(run.Doc.Racers) > 1 {
		list = append(list, export.Sides.Made(Side, words.T("Side by side"), "side-by-side", run))
	}
	if len(run.Doc.Look.Charts.Shown()) > 0 {
		list = append(list, export.Charts.Made(setup.PanelCharts, words.T("Charts"), "charts", run))
	}
	if slot := xray.Subject(s); slot >= 0 && run.Doc.RacerAt(slot) >= 0 && run.Doc.Steps > 0 {
		step := min(s.Step(), run.Doc.Steps-1)
		list = append(list, export.Steps.Made(setup.PanelStep, words.T("This step (X-ray)"), "step",
			export.Step{Run: run, Slot: slot, Step: step}))
	}
	return list
}

// ofSurvey are those that other runs of the same racers are made for.
func ofSurvey(s lab.State) []export.Offer {
	var list []export.Offer
	racer := s.Doc.Subject()
	if racer >= 0 {
		survey := s.Survey()
		run := s.Run()
		run.Doc = s.Doc
		list = append(list, export.Rates.Made(setup.PanelRates, words.T("Learning rates"), "rates", run), basins(s, survey, racer),
			swarm(s, survey, racer))
		if knobs, why := figure.PlaneKnobs(s); why == "" {
			list = append(list, Plane(s, figure.PlaneAxes(s.Doc.Look, knobs)))
		}
	}
	return append(list, export.Points.Made(setup.PanelPoints, words.T("Critical points"), "points", s))
}

// mapSide is for how large a map there are cells enough, in units.
const mapSide = 512

// cells is how many a map has along its sides.
func cells(s lab.State) (w, h int) {
	return figure.Fineness(mapSide, mapSide, 1, s.Doc.Steps, s.Examples())
}

// basins is the map of where the racer that is looked at ends.
func basins(s lab.State, survey lab.Survey, racer int) export.Offer {
	survey = survey.In(s.Doc.View)
	w, h := cells(s)
	return export.Maps.Offer(setup.PanelBasins, words.T("Where they end"), "basins",
		func(ctx context.Context, part func(float64)) (*export.Map, error) {
			sheet, err := survey.Basins(ctx, racer, w, h, told(part), nil)
			return &export.Map{Survey: &survey, Racer: racer, Sheet: sheet}, err
		})
}

// Plane is the map of how it ends for two settings.
func Plane(s lab.State, axes [2]sweep.Axis) export.Offer {
	survey, racer := s.Survey(), s.Doc.Subject()
	w, h := cells(s)
	return export.Maps.Offer(setup.PanelPlane, words.T("Two settings"), "plane",
		func(ctx context.Context, part func(float64)) (*export.Map, error) {
			sheet, err := survey.Plane(ctx, racer, axes[0], axes[1], w, h, told(part), nil)
			return &export.Map{Survey: &survey, Racer: racer, Sheet: sheet, X: &axes[0], Y: &axes[1]}, err
		})
}

// swarm is its swarm.
func swarm(s lab.State, survey lab.Survey, racer int) export.Offer {
	return swarmOf(s, racer, func(ctx context.Context, part func(float64)) (*lab.SwarmRun, error) {
		return survey.Swarm(ctx, racer, told(part))
	})
}

// Swarm is its swarm, which has been made.
func Swarm(s lab.State, made *lab.SwarmRun) export.Offer {
	return swarmOf(s, s.Doc.Subject(), func(context.Context, func(float64)) (*lab.SwarmRun, error) { return made, nil })
}

// swarmOf is the swarm of a racer, and how it is had.
func swarmOf(s lab.State, racer int, had func(context.Context, func(float64)) (*lab.SwarmRun, error)) export.Offer {
	run := s.Run()
	run.Doc = s.Doc
	return export.Swarms.Offer(setup.PanelSwarm, words.T("Cloud of runs"), "swarm",
		func(ctx context.Context, part func(float64)) (export.Swarm, error) {
			made, err := had(ctx, part)
			one := export.SwarmRacer{Racer: s.Doc.Racers[racer], Name: s.Doc.Names()[racer], Run: made}
			return export.Swarm{Doc: s.Doc, Run: run, Racers: []export.SwarmRacer{one}}, err
		})
}

// told are the options of a sweep that tells which part of it is done.
func told(part func(float64)) sweep.Options {
	return sweep.Options{Progress: func(done, all int) { part(float64(done) / float64(all)) }}
}
