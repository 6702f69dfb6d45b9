package figure

import "descentlab/app/lab"

// SideText names a side of a saddle, and where its way down leads, in the fewest signs: "↑ B".
func SideText(e *lab.Escape, side int) string {
	text := e.Direction(side).Arrow()
	if to := e.To[side]; to != nil {
		text += " " + to.Name
	}
	return text
}
