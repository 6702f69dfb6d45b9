package window

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// loadData reads a table of examples in the background, for one of ten million rows takes its time, and puts the
// experiment on it.
func (u *ui) loadData(path string) {
	u.stopReading()
	name := filepath.Base(path)
	u.readingText = words.T("Reading %s … (Esc stops)", name)
	u.notice(u.readingText)
	u.reading.ask(path, func(ctx context.Context, say func(func())) {
		d, err := lab.LoadData(ctx, path)
		say(func() {
			u.withdraw(u.readingText)
			if err != nil {
				u.Say(errors.New(words.T("in %s", strings.Replace(err.Error(), path, name, 1))))
				return
			}
			u.takeData(d)
		})
	})
}

// stopReading ends the reading of a file, if one is being read.
func (u *ui) stopReading() {
	u.reading.stop()
	u.withdraw(u.readingText)
}

// takeData puts the experiment on examples of the user's: on the present learning problem if it takes such examples, else
// on one that does.
func (u *ui) takeData(d *surfaces.Dataset) {
	next := u.lab.State().Doc.Clone()
	err := next.PutData(d)
	if err == nil {
		err = u.lab.Edit("", func(e *lab.Experiment) { *e = next })
	}
	if err != nil {
		u.Say(errors.New(words.T("in %s", d.Name+": "+err.Error())))
		return
	}
	u.Say(nil)
	if s, err := next.Landscape(); err == nil {
		u.notice(words.T("%s on %s: %s.", figure.SurfaceTitle(&next, s), d.Name, d.Size()))
	}
}
