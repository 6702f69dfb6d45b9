// Package session is what the window restores at its next start, and what the command line says over it.
package session

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// A Session is what the window restores at its next start: the experiment, where the user was in it and what was looked at.
type Session struct {
	Experiment setup.Experiment
	View       lab.View // without what passes, see Kept
	Head       float64  // step under the playhead
	Speed      float64  // of playback, 1 = 25 steps a second
	Loop       bool
	Theme      string  // "system", "dark" or "light"
	Colours    string  // the set of them, one of ColourSets
	Motion     string  // "", MotionFull or MotionReduced; "" as the system
	Language   string  // the key of the one that was chosen; "" as the system
	Numbers    string  // NumbersPoint or NumbersComma; "" as the language
	Width      float32 // of the window, in Fyne's units; 0 if unknown
	Height     float32
	Rooms      setup.Rooms // but for the race, which is what stands above
}

// New is the session of somebody who opens an experiment, at its end.
func New(e setup.Experiment) Session {
	return Session{Experiment: e, View: lab.NewView(), Head: float64(e.Steps), Speed: 1, Theme: "system"}
}

// Themes are the choices of one.
var Themes = []string{"system", "dark", "light"}

// ColourSets are the choices of a set of colours, as package plot has them; the first is the usual one.
var ColourSets = []string{"", "deutan", "protan", "tritan", "grey"}

// How much moves, if that is chosen.
const (
	MotionFull    = "full"
	MotionReduced = "reduced"
)

// Motions are the choices of that, the first as the system.
var Motions = []string{"", MotionReduced, MotionFull}

// How numbers are written, if that is chosen: 1.5 or 1,5.
const (
	NumbersPoint = "point"
	NumbersComma = "comma"
)

// format is the name of what stands in a session's file.
const format = "descentlab session"

type file struct {
	Format     string       `json:"format"`
	Version    int          `json:"version"`
	Experiment experimentIn `json:"experiment"`
	View       *viewFile    `json:"view,omitempty"`
	Head       float64      `json:"head"`
	Speed      float64      `json:"speed"`
	Loop       bool         `json:"loop"`
	Theme      string       `json:"theme"`
	Colours    string       `json:"colours,omitempty"`
	Motion     string       `json:"motion,omitempty"`
	Language   string       `json:"language,omitempty"`
	Numbers    string       `json:"numbers,omitempty"`
	Width      float32      `json:"width"`
	Height     float32      `json:"height"`
	Rooms      setup.Rooms  `json:"rooms,omitzero"`
}

// experimentIn is the experiment in a session's file, which says of its faults where they stand there.
type experimentIn struct{ setup.Experiment }

// UnmarshalJSON reads it.
func (e *experimentIn) UnmarshalJSON(data []byte) error {
	return setup.At("experiment", e.Experiment.UnmarshalJSON(data))
}

// Save writes the session so that at every moment either the old or the new file is whole on the disk.
func Save(path string, s Session) error {
	return setup.Save(path, s.file())
}

func (s Session) file() file {
	return file{
		format, setup.FileVersion, experimentIn{s.Experiment}, fileOf(s.View), s.Head, s.Speed, s.Loop, s.Theme,
		s.Colours, s.Motion, s.Language, s.Numbers, s.Width, s.Height, s.Rooms,
	}
}

// maxSize is that of the largest session that is read, in bytes. Lessons that are being recorded and what is to be handed in have
// their examples in it, so that it may be larger than any other file.
const maxSize = 256 << 20

// Load reads a session. The error of a file that is not there satisfies errors.Is(err, fs.ErrNotExist).
func Load(path string) (Session, error) {
	data, err := setup.ReadUpTo(path, maxSize)
	if err != nil {
		return Session{}, err
	}
	return read(path, data)
}

// Bounds of a window, in Fyne's units: one that is wider or higher no screen shows, and the display may refuse it.
const (
	LeastWidth, LeastHeight = 400, 300
	MostWidth, MostHeight   = 10000, 10000
	LeastScale, MostScale   = 0.5, 4.0 // pixels for a unit
)

// CheckFile says what of the session cannot be. What the first start can take from nowhere but a default is not worth a lost
// session: a step beyond the end is the end.
func (f *file) CheckFile() error {
	switch {
	case len(f.Experiment.Racers) == 0 && f.Experiment.Steps == 0:
		return words.Errorf("the session holds no experiment")
	case f.Theme != "" && !slices.Contains(Themes, f.Theme):
		return setup.At("theme", words.Errorf("must be system, dark or light; got %q", f.Theme))
	case !slices.Contains(ColourSets, f.Colours):
		return setup.At("colours", words.Errorf("must be deutan, protan, tritan or grey; got %q", f.Colours))
	case !slices.Contains(Motions, f.Motion):
		return setup.At("motion", words.Errorf("must be full or reduced; got %q", f.Motion))
	case !slices.Contains([]string{"", NumbersPoint, NumbersComma}, f.Numbers):
		return setup.At("numbers", words.Errorf("must be point or comma; got %q", f.Numbers))
	case !(f.Width >= 0 && f.Width <= MostWidth):
		return setup.At("width", words.Errorf("must be from 0, which is unknown, to %d; got %g", MostWidth, f.Width))
	case !(f.Height >= 0 && f.Height <= MostHeight):
		return setup.At("height", words.Errorf("must be from 0, which is unknown, to %d; got %g", MostHeight, f.Height))
	}
	return nil
}

// read reads what stands in a session's file.
func read(path string, data []byte) (Session, error) {
	var f file
	if err := setup.Decode(path, data, format, &f); err != nil {
		return Session{}, err
	}
	e := f.Experiment.Experiment
	if !(f.Head >= 0) || f.Head > float64(e.Steps) {
		f.Head = float64(e.Steps)
	}
	v := f.View.view()
	v.Fit(&e)
	v.Erase = v.Erase && v.Tool == lab.ToolPaint // it may have been put down, for there is nothing to paint
	return Session{e, v, f.Head, lab.ClampSpeed(f.Speed), f.Loop, f.Theme, f.Colours, f.Motion,
		f.Language, f.Numbers, f.Width, f.Height, f.Rooms}, nil
}
