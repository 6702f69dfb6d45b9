package window

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// loadData reads a table of examples in the background, for one of ten million rows takes its time, and puts the
// experiment on it.
func (u *ui) loadData(path string) {
	u.stopReading()
	u.readingText = words.T("Reading %s … (Esc stops)", filepath.Base(path))
	u.notice(u.readingText)
	u.reading.Ask(path, func(ctx context.Context, r *job.Report[*surfaces.Dataset]) error {
		d, err := setup.LoadData(ctx, path)
		if err == nil {
			r.Publish(d)
		}
		return err
	})
}

// read takes in what has come of a file, once it has been read.
func (u *ui) read() {
	path, err := u.reading.Key(), u.reading.Err()
	d, done := u.reading.Result()
	if u.reading.Busy() || !done && err == nil {
		return
	}
	u.reading.Forget() // who has the examples now is the document
	u.withdraw(u.readingText)
	if err != nil {
		u.Say(errors.New(words.T("in %s", strings.Replace(err.Error(), path, filepath.Base(path), 1))))
		return
	}
	u.takeData(d)
}

// stopReading ends the reading of a file, if one is being read.
func (u *ui) stopReading() {
	u.reading.Stop()
	u.withdraw(u.readingText)
}

// takeData puts the experiment on examples of the user's: on the present learning problem if it takes such examples, else
// on one that does.
func (u *ui) takeData(d *surfaces.Dataset) {
	next := u.lab.State().Doc.Clone()
	err := next.PutData(d)
	if err == nil {
		err = u.lab.Edit("", func(e *setup.Experiment) { *e = next })
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
