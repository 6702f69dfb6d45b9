package figure

import "descentlab/app/lab"

// SideText names a side of a saddle, and where its way down leads, in the fewest signs: "↑ B".
func SideText(e *lab.Escape, side int) string {
	text := map[string]string{"upwards": "↑", "downwards": "↓", "to the left": "←", "to the right": "→"}[e.Direction(side)]
	if to := e.To[side]; to != nil {
		text += " " + to.Name
	}
	return text
}
