package window

import "descentlab/app/lab"

// stepsKey is the preference that says how far somebody is with the first steps: which one is shown, or that they are over.
const (
	stepsKey  = "first steps"
	stepsOver = -1
)

// welcome lets the first start play its race once, when that has been drawn, and shows the first steps: to a newcomer, and to
// somebody who has not been through with them.
func (u *ui) welcome(first bool) {
	if u.plays = first && !u.Still(); u.plays {
		u.lab.Seek(0)
	}
	beat := u.app.Preferences().Int(stepsKey)
	if beat == 0 && first {
		beat = 1
	}
	u.beat = max(beat, 0)
	u.lab.Look(func(v *lab.View) { v.Beat = u.beat })
	u.keepSteps(beat)
}

// steps notes how far somebody is with the first steps. Once they are over they do not come back by themselves.
func (u *ui) steps(beat int) {
	if beat == u.beat {
		return
	}
	if u.beat = beat; beat == 0 {
		beat = stepsOver
	}
	u.keepSteps(beat)
}

func (u *ui) keepSteps(beat int) {
	if p := u.app.Preferences(); p.Int(stepsKey) != beat {
		p.SetInt(stepsKey, beat)
	}
}

// showSteps shows the first steps again, and closeSteps ends them; it tells whether they were shown.
func (u *ui) showSteps() { u.lab.Look(func(v *lab.View) { v.Beat = 1 }) }

func (u *ui) closeSteps() bool {
	if u.lab.State().View.Beat == 0 {
		return false
	}
	u.lab.Look(func(v *lab.View) { v.Beat = 0 })
	return true
}
