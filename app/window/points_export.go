package window

import (
	"errors"

	"descentlab/app/export"
)

// exportPoints writes the list of critical points in the format of the name's ending.
func (u *ui) exportPoints() {
	u.askForFile("Export critical points: "+export.Points.Formats(), "points.csv", u.writePoints)
}

func (u *ui) writePoints(path string) error {
	s := u.lab.State()
	if !s.Surveyable() {
		return errors.New("the critical points of this surface are not known yet")
	}
	return export.Points.Write(path, s)
}
