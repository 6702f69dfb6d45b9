package window

import (
	"errors"

	"descentlab/app/export"
	"descentlab/app/words"
)

// exportPoints writes the list of critical points in the format of the name's ending.
func (u *ui) exportPoints() {
	u.askForFile(words.T("Export critical points: %s", export.Points.Formats()), "points.csv", u.planPoints)
}

func (u *ui) planPoints(path string) (func(export.Hearers) error, error) {
	s := u.lab.State()
	if !s.Surveyable() {
		return nil, errors.New(words.T("the critical points of this surface are not known yet"))
	}
	return func(h export.Hearers) error { return export.Points.Write(h, s, path) }, export.Points.Check(path)
}
