package scenes

import (
	"descentlab/app/lab/chronicle"
	"descentlab/app/words"
)

// lately says what has happened last by a step, or what is under way at it.
func lately(m *chronicle.Moment, step int) string {
	switch {
	case m.To > step:
		return words.T("Under way, in steps %d to %d: %s", m.From, m.To, m.Says)
	case m.To > m.From:
		return words.T("Latest event, in steps %d to %d: %s", m.From, m.To, m.Says)
	}
	return words.T("Latest event, at step %d: %s", m.From, m.Says)
}
