package window

import (
	"os"
	"runtime/debug"

	_ "descentlab/internal/fynecache" // what is no longer shown is soon forgotten
)

// saveMemory lets the program tidy up more often than Go would by itself: it then holds a fifth more than it needs, not as much
// again. What it holds are pictures above all, which take no time to look through: while it plays that is some percent of a core.
// GOGC, if it is set, decides otherwise.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(20)
	}
	returnPictures()
}
