package setup

import (
	"fmt"
	"math"
	"strconv"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// RandomLandscape is the key of the surface that a seed makes.
const RandomLandscape = "random_waves"

// Waves is which of the random landscapes the experiment is on; without any it is that of the catalogue.
type Waves struct {
	Seed  uint64
	Count int // 1 to surfaces.MaxWaves; 0: the catalogue's
}

// Filled is w with its defaults filled in.
func (w Waves) Filled() Waves {
	if w.Count == 0 {
		return Waves{Seed: 2, Count: 16} // TestWavesOfTheCatalogue
	}
	return w
}

func (w Waves) check(surface string) error {
	switch {
	case w == Waves{}:
		return nil
	case surface != RandomLandscape:
		return words.Errorf("waves: only the surface %s has any; this is %q", RandomLandscape, surface)
	case w.Count < 1 || w.Count > surfaces.MaxWaves:
		return words.Errorf("waves: must be 1 to %d; got %d", surfaces.MaxWaves, w.Count)
	}
	return nil
}

// Landscape is the surface that the experiment is on.
func (e *Experiment) Landscape() (surfaces.Surface, error) {
	s, err := e.level()
	if len(e.Sculpture) > 0 {
		s.Formula, s.Minima = sculpted(s.Formula, e.Sculpture), nil
	}
	if err == nil && (e.Turn != 0 || e.Stretch != 0) {
		s.Transform = e.Transform()
	}
	return s, err
}

// level is the surface as it lies without the experiment's turn and stretch, and without its sculpture.
func (e *Experiment) level() (surfaces.Surface, error) {
	if e.Surface == "" {
		return surfaces.Surface{Title: "f(x, y)", Formula: e.Formula, Params: e.Own, Data: e.Data, View: e.Home, Start: e.Start}, nil
	}
	s, err := surfaces.Lookup(e.Surface)
	if err == nil && e.Waves.Count > 0 {
		s = surfaces.RandomWaves(e.Waves.Seed, e.Waves.Count)
	}
	if err == nil {
		s, err = s.At(e.Params)
	}
	if err == nil && e.Data != nil {
		s, err = s.On(e.Data)
	}
	if err == nil && e.Weights != "" {
		s, err = s.Weigh(e.Weights)
	}
	return s, err
}

// Transform says how the surface lies in the plane.
func (e *Experiment) Transform() surfaces.Transform {
	return surfaces.Transform{Turn: e.Turn, Stretch: e.Stretch, Centre: e.Home.Centre()}
}

// SetTransform turns and stretches the surface about the middle of the home window. The start goes along, so that the race
// begins at the same point of the landscape and at the same loss: what a method does otherwise than before, it does for
// the sake of the coordinates.
func (e *Experiment) SetTransform(turn, stretch float64) {
	own := e.Transform().Formula(e.Start)
	e.Turn, e.Stretch = turn, stretch
	to := e.Transform()
	if to.Check() != nil {
		return // Check will tell
	}
	e.Start = to.Seen(own)
	if turn == 0 && stretch == 0 {
		e.Start = surfaces.Point{X: tidy(e.Start.X, e.Home.X1-e.Home.X0), Y: tidy(e.Start.Y, e.Home.Y1-e.Home.Y0)}
	}
}

// tidy drops the digits of a coordinate that come of computing there and back: those beyond the tenth of the window's width.
func tidy(v, width float64) float64 {
	places := max(10-int(math.Ceil(math.Log10(width))), 0)
	if r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', places, 64), 64); err == nil {
		return r + 0 // never -0
	}
	return v
}

// SetFormula puts the experiment on the user's own formula. Window, turn and start stay as they are, and so do the examples
// and the parameters of the surface that it takes the place of, as far as the formula speaks of them: who edits the formula
// of a surface keeps its sliders.
func (e *Experiment) SetFormula(text string) {
	s, err := e.level()
	if err != nil {
		s.Params = nil
	}
	e.setFormula(text, s.Params)
}

// setFormula is SetFormula with the parameters that the formula may have.
func (e *Experiment) setFormula(text string, params []surfaces.Param) {
	s, err := e.level()
	if err == nil {
		e.Data = s.Data
	}
	if e.Data != nil && !e.Data.UsedBy(text) {
		e.Data, e.Batch = nil, 0
	}
	e.Surface, e.Formula, e.Waves, e.Weights = "", text, Waves{}, ""
	e.Sculpture = nil // what is left of it stands in the text
	e.Own = params
	if used, err := (surfaces.Surface{Formula: text, Params: params, Data: e.Data}).Used(); err == nil {
		e.Own = used
	}
	set := e.Params
	e.Params = nil
	for _, p := range e.Own {
		if v, is := set[p.Name]; is {
			e.SetParam(p, v)
		}
	}
}

// maxOwn is how many parameters a formula of the user's may have.
const maxOwn = 32

func (e *Experiment) checkOwn() error {
	if len(e.Own) > 0 && e.Surface != "" || len(e.Own) > maxOwn {
		return words.Errorf("own parameters: at most %d, and only of a formula; got %d", maxOwn, len(e.Own))
	}
	for i, p := range e.Own {
		if !geom.Finite(p.Default) || !geom.Finite(p.Min) || !geom.Finite(p.Max) || p.Min >= p.Max {
			return At(fmt.Sprintf("[%d]", i), words.Errorf(
				"own parameter %s: default, min and max must be finite, and min below max; got %g, %g, %g",
				p.Name, p.Default, p.Min, p.Max))
		}
	}
	return nil
}

// SetData puts the experiment on the user's examples, in a window that suits them; the surface stays.
func (e *Experiment) SetData(d *surfaces.Dataset) error {
	s, err := e.level()
	if err != nil {
		return err
	}
	if e.Surface == "" {
		s.Data = d
	} else if s, err = s.On(d); err != nil {
		return err
	}
	if s, err = s.Framed(e.Params); err != nil {
		return err
	}
	e.Data = d
	e.settle(s)
	return nil
}

// SetWeights shows other two of the three weights of a learning problem, in a window that suits them. A value that the third
// one was given is forgotten. The error is that of Surface.Weigh.
func (e *Experiment) SetWeights(w surfaces.Weighing) error {
	if e.Surface == "" {
		return words.Errorf("weights: a formula has two, x and y; logistic, for example, has a third one")
	}
	now := *e
	if now.Weights = w; w == surfaces.Inputs {
		now.Weights = ""
	}
	now.Params = nil
	s, err := now.level()
	if err != nil {
		return err
	}
	if w == surfaces.Inputs {
		_, err = s.Weigh(w)
	}
	if err == nil && (now.Weights != "" || now.Data != nil) {
		s, err = s.Framed(nil)
	}
	if err != nil {
		return err
	}
	*e = now
	e.settle(s)
	return nil
}

// OwnData puts a surface of the catalogue back on the examples that it has of its own, in its own window.
func (e *Experiment) OwnData() {
	e.Data = nil
	if s, err := e.level(); err == nil && e.Surface != "" {
		e.settle(s)
	}
}

// settle takes over the window of a surface, its start as it lies there, and a batch that its examples allow.
func (e *Experiment) settle(s surfaces.Surface) {
	e.Home, e.View = s.View, s.View
	e.Start = s.Start
	if turned := e.Transform(); turned.Check() == nil {
		e.Start = turned.Seen(s.Start)
	}
	if s.Data != nil {
		e.Batch = min(e.Batch, s.Data.Len())
	}
}

// SetParam sets a parameter of the surface; one at its default is not noted.
func (e *Experiment) SetParam(p surfaces.Param, v float64) {
	delete(e.Params, p.Name)
	if v != p.Default {
		if e.Params == nil {
			e.Params = map[string]float64{}
		}
		e.Params[p.Name] = v
	}
	if len(e.Params) == 0 {
		e.Params = nil
	}
}

// Param is the value that a parameter of the surface has.
func (e *Experiment) Param(p surfaces.Param) float64 {
	if v, set := e.Params[p.Name]; set {
		return v
	}
	return p.Default
}
