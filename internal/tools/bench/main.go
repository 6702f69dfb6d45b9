// Command bench measures what Descent Lab promises to do in time and prints a table: what was measured, its target, the
// result, a baseline measured in the same run, the ratio of the two, and whether the target was met.
//
// The times are those of the benchmarks beside the code: the fastest of several runs, since whatever else the machine does
// can only make a run slower. Below the table stands what was measured once by other means, with where and how; nothing of
// that is needed to run this command. The window is measured from outside: `make bench` gives this command a display, the
// program, and a program with an empty window to hold against it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	var (
		dir    = flag.String("dir", "build", "the folder of descentlab and emptywindow, and of the benchmarks' binaries")
		run    = flag.Duration("time", defaultTime, "how long one run of a benchmark takes")
		count  = flag.Int("count", 5, "how many runs there are of each benchmark; the fastest counts")
		only   = flag.String("only", "", "measure only the rows that contain this text")
		length = flag.Duration("use", 15*time.Minute, "how long the window is used before its memory is looked at; 0: not at all")
		window = flag.Bool("window", true, "measure the window, too")
	)
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "bench: unexpected argument %q; see -help\n", flag.Arg(0))
		os.Exit(2)
	}

	folder, err := filepath.Abs(*dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	wanted := func(what string) bool { return strings.Contains(strings.ToLower(what), strings.ToLower(*only)) }
	results := measureCode(&runner{dir: folder, time: *run, count: *count}, wanted)
	if *window && (wanted(shownRow) || wanted(idleRow) || wanted(framesRow)) {
		results = append(results, measureWindows(folder)...)
	}
	if *window && wanted(chooserRow) {
		results = append(results, measureChooser(folder))
	}
	if *window && wanted(holdRow) {
		results = append(results, measureHold(folder))
	}
	if *window && *length > 0 && wanted(flatRow) {
		results = append(results, measureFlat(folder, *length))
	}
	if *window && (wanted(playRow) || wanted(eventsRow) || wanted(coresRow) || wanted(dragRow) || wanted(dragFrameRow)) {
		results = append(results, measurePlay(folder)...)
	}
	if wanted(heapRow) {
		results = append(results, measureHeap())
	}
	if *window && *length > 0 && (wanted(memoryRow) || wanted(keptRow)) {
		results = append(results, measureUse(folder, *length)...)
	}
	printTable(os.Stdout, results)
	for _, r := range results {
		if r.Err != nil {
			os.Exit(1)
		}
	}
}
