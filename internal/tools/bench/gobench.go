package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const defaultTime = 300 * time.Millisecond

// fileSize is the unit in which a benchmark reports how large the file is that it writes.
const fileSize = "bytes/file"

// A sample is what a benchmark says of one operation.
type sample struct {
	Nanoseconds float64
	Allocs      int
	Bytes       float64 // of the file that it writes, if it says so
}

// A runner compiles the benchmarks of a package once and runs them one by one, without a C compiler or a window.
type runner struct {
	dir   string // where the compiled benchmarks go
	time  time.Duration
	count int
}

// fastest runs a benchmark several times and gives the fastest result, with the fewest allocations that were seen: what allocates
// does so in every run, and the runtime in some, where few operations share a goroutine or a pool that a collection has emptied.
func (r *runner) fastest(b benchmark) (sample, error) {
	binary := filepath.Join(r.dir, strings.ReplaceAll(strings.TrimPrefix(b.Package, "./"), "/", "-")+".test")
	build := exec.Command("go", "test", "-c", "-tags", "ci", "-o", binary, b.Package)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return sample{}, fmt.Errorf("%v: %w\n%s", build, err, out)
	}
	if _, err := os.Stat(binary); errors.Is(err, fs.ErrNotExist) {
		return sample{}, fmt.Errorf("%s has no tests", b.Package)
	}

	run := exec.Command(binary, "-test.run=^$", "-test.bench="+pattern(b.Name), "-test.benchmem",
		"-test.benchtime="+r.time.String(), "-test.count="+strconv.Itoa(r.count))
	run.Dir = b.Package
	out, err := run.CombinedOutput()
	if err != nil {
		return sample{}, fmt.Errorf("%v: %w\n%s", run, err, out)
	}
	samples := parse(out)
	if len(samples) == 0 {
		return sample{}, fmt.Errorf("%s has no Benchmark%s", b.Package, b.Name)
	}
	best := samples[0]
	for _, s := range samples[1:] {
		best.Nanoseconds = min(best.Nanoseconds, s.Nanoseconds)
		best.Allocs = min(best.Allocs, s.Allocs)
	}
	return best, nil
}

// pattern is the -bench pattern that matches one benchmark, and no other whose name only begins like it.
func pattern(name string) string {
	return "^Benchmark" + strings.ReplaceAll(name, "/", "$/^") + "$"
}

// parse reads the lines of results in what a test binary printed under -benchmem.
func parse(out []byte) []sample {
	var samples []sample
	for line := range bytes.Lines(out) {
		words := strings.Fields(string(line))
		if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
			continue
		}
		var s sample
		timed := false
		// After the name and the number of operations come pairs of a value and its unit.
		for i := 2; i+1 < len(words); i += 2 {
			value, err := strconv.ParseFloat(words[i], 64)
			if err != nil {
				break
			}
			switch words[i+1] {
			case "ns/op":
				s.Nanoseconds, timed = value, true
			case "allocs/op":
				s.Allocs = int(value)
			case fileSize:
				s.Bytes = value
			}
		}
		if timed {
			samples = append(samples, s)
		}
	}
	return samples
}
