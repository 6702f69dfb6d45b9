package window

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces/table"
)

// loadData reads a table of examples in the background, for one of ten million rows takes its time, and puts the
// experiment on it. Of one with more columns than a problem has these are read; without any, the user is asked.
func (u *ui) loadData(path string, columns ...string) {
	u.stopReading()
	u.readingPath = path
	u.readingText = words.T("Reading %s … (Esc stops)", filepath.Base(path))
	u.notice(u.readingText)
	u.reading.Ask(strings.Join(append(columns, path), "\n"), func(ctx context.Context, r *job.Report[setup.Examples]) error {
		d, err := setup.LoadData(ctx, path, columns...)
		if err == nil {
			r.Publish(d)
		}
		return err
	})
}

// read takes in what has come of a file, once it has been read.
func (u *ui) read() {
	path, err := u.readingPath, u.reading.Err()
	d, done := u.reading.Result()
	if u.reading.Busy() || !done && err == nil {
		return
	}
	u.reading.Forget() // who has the examples now is the document
	u.Withdraw(u.readingText)
	if wide := (*table.WideError)(nil); errors.As(err, &wide) {
		u.askForColumns(path, wide)
		return
	}
	if err != nil {
		u.Say(errors.New(words.T("in %s", strings.Replace(err.Error(), path, filepath.Base(path), 1))))
		return
	}
	u.takeData(d)
}

// stopReading ends the reading of a file, if one is being read.
func (u *ui) stopReading() {
	u.reading.Stop()
	u.Withdraw(u.readingText)
}

// takeData puts the experiment on examples of the user's: on the present learning problem if it takes such examples, else
// on one that does.
func (u *ui) takeData(d setup.Examples) {
	before := u.lab.State().Doc
	next := before.Clone()
	err := next.PutData(d.Dataset)
	if err == nil {
		u.Go(desk.Race)
		next.TakeRates()
		err = u.lab.Edit("", func(e *setup.Experiment) { *e = next })
	}
	if err != nil {
		u.Say(errors.New(words.T("in %s", d.Name+": "+err.Error())))
		return
	}
	u.Say(nil)
	if s, err := next.Landscape(); err == nil {
		told := append([]string{d.Size()}, d.Remarks...)
		u.TellSuited(before, words.T("%s on %s: %s.", figure.SurfaceTitle(&next, s), d.Name, strings.Join(told, "; ")))
	}
}
