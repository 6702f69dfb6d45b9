package settings

import (
	"sync/atomic"

	"descentlab/app/lab/session"
)

// A Motion decides whether things glide, pulse and fade, or are at once where they go: for all of the program.
type Motion struct {
	Choice string      // one of session.Motions
	system atomic.Bool // what the system asks for
}

// Ask asks the system what it wishes, which may take a moment.
func (m *Motion) Ask(system func() bool) { m.system.Store(system()) }

// Still tells whether nothing is to glide, pulse or fade.
func (m *Motion) Still() bool {
	return m.Choice == session.MotionReduced || m.Choice == "" && m.system.Load()
}
