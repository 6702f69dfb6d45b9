package window

import (
	"errors"

	"descentlab/app/export"
	"descentlab/app/words"
)

// exportPoints writes the list of critical points in the format of the name's ending.
func (u *ui) exportPoints() {
	u.askForFile(words.T("Export critical points: %s", export.Points.Formats()), "points.csv", u.writePoints)
}

func (u *ui) writePoints(path string) error {
	s := u.lab.State()
	if !s.Surveyable() {
		return errors.New(words.T("the critical points of this surface are not known yet"))
	}
	return export.Points.Write(path, s)
}
