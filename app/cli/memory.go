package cli

import (
	"os"
	"runtime/debug"
)

// saveMemory lets the program tidy up more often where it would else hold more than this; what holds less is not slowed. A race
// holds what it has to of every step, and Go would take as much again. GOMEMLIMIT, if it is set, decides otherwise.
func saveMemory() {
	const limit = 350 << 20
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
}
