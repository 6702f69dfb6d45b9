package host

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"

	_ "descentlab/internal/fynecache" // what is no longer shown is soon forgotten
)

// What more than it needs the program holds: so many percent of that, but room for some frames' worth in any case. While a slider
// is dragged a frame takes half a megabyte, and where little is needed tidying up every other frame took an eighth of all time.
const (
	spare      = 12
	leastSpare = 7 << 20 // bytes
)

// SaveMemory lets the program tidy up more often than Go would by itself: it then holds a little more than it needs, not as much
// again. What it holds are pictures above all, which take no time to look through: while it plays that is some percent of a core.
// GOGC and GOMEMLIMIT, if they are set, decide otherwise.
func SaveMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(spare)
		followNeed()
	}
	returnPictures()
}

// cPause is how long the memory of the C library is left alone after it has been tidied up.
const cPause = 20 * time.Second

// followNeed gives back to the system at once what the program has ceased to need. By itself Go does so at leisure, and falls
// behind where pictures come and go all the time: some 15 MB. It hurries only where it would exceed a limit, so after each time
// of tidying up the limit is set to what is left, and what is spared.
func followNeed() {
	var last int64
	tidied := time.Now()
	samples := []metrics.Sample{
		{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/objects:bytes"},
		{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/released:bytes"},
	}
	afterEachTidying(func() {
		metrics.Read(samples)
		of := func(i int) int64 { return int64(samples[i].Value.Uint64()) }
		live, around := of(0), of(1)-of(2)-of(3)-of(4) // around: stacks, lists, gaps between objects
		more := max(live*spare/100, leastSpare)
		const worth = 1 << 20
		if limit := live + more + around; limit > last+worth || limit < last-worth {
			debug.SetGCPercent(int(100 * more / max(live, 1)))
			debug.SetMemoryLimit(limit)
			last = limit
		}
		if time.Since(tidied) > cPause {
			giveBack()
			tidied = time.Now()
		}
	})
}

// afterEachTidying calls f whenever the garbage collector has gone through the memory.
func afterEachTidying(f func()) {
	type token struct{ _ *int } // a pointer: what has none may share its place with others
	var again func(*token)
	again = func(*token) {
		f()
		runtime.SetFinalizer(new(token), again)
	}
	runtime.SetFinalizer(new(token), again)
}
