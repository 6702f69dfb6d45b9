package lab

import (
	"fmt"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// A Session is what the window restores at its next start: the experiment, where the user was in it and what was looked at.
type Session struct {
	Experiment setup.Experiment
	View       View    // without what passes, see Kept
	Head       float64 // step under the playhead
	Speed      float64 // of playback, 1 = 25 steps a second
	Loop       bool
	Theme      string  // "system", "dark" or "light"
	Width      float32 // of the window, in Fyne's units; 0 if unknown
	Height     float32
}

// NewSession is the session of somebody who opens an experiment, at its end.
func NewSession(e setup.Experiment) Session {
	return Session{Experiment: e, View: NewView(), Head: float64(e.Steps), Speed: 1, Theme: "system"}
}

// sessionFormat is the name of what stands in a session's file.
const sessionFormat = "descentlab session"

type sessionFile struct {
	Format     string           `json:"format"`
	Version    int              `json:"version"`
	Experiment setup.Experiment `json:"experiment"`
	View       *viewFile        `json:"view,omitempty"`
	Head       float64          `json:"head"`
	Speed      float64          `json:"speed"`
	Loop       bool             `json:"loop"`
	Theme      string           `json:"theme"`
	Width      float32          `json:"width"`
	Height     float32          `json:"height"`
}

// SaveSession writes the session so that at every moment either the old or the new file is whole on the disk.
func SaveSession(path string, s Session) error {
	return setup.Save(path, s.file())
}

func (s Session) file() sessionFile {
	return sessionFile{
		sessionFormat, setup.FileVersion, s.Experiment, s.View.file(), s.Head, s.Speed, s.Loop, s.Theme, s.Width, s.Height,
	}
}

// LoadSession reads a session. The error of a file that is not there satisfies errors.Is(err, fs.ErrNotExist).
func LoadSession(path string) (Session, error) {
	data, err := setup.ReadFile(path)
	if err != nil {
		return Session{}, err
	}
	return readSession(path, data)
}

// readSession reads what stands in a session's file.
func readSession(path string, data []byte) (Session, error) {
	var f sessionFile
	if err := setup.Decode(path, data, &f); err != nil {
		return Session{}, err
	}
	if err := setup.CheckHeader(f.Format, sessionFormat, f.Version); err != nil {
		return Session{}, fmt.Errorf("%s: %w", path, err)
	}
	if len(f.Experiment.Racers) == 0 && f.Experiment.Steps == 0 {
		return Session{}, words.Errorf("%s: the session holds no experiment", path)
	}
	if !(f.Head >= 0) || f.Head > float64(f.Experiment.Steps) {
		f.Head = float64(f.Experiment.Steps)
	}
	v := f.View.view()
	v.fit(&f.Experiment)
	return Session{f.Experiment, v, f.Head, ClampSpeed(f.Speed), f.Loop, f.Theme, f.Width, f.Height}, nil
}
