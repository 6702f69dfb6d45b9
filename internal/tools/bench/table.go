package main

import (
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"
)

// A unit is what a result's numbers count.
type unit int

const (
	nanoseconds unit = iota
	percent          // of one core
	frames           // repaints of the window
	megabytes        // of memory, given in bytes
)

// format writes a value with three digits, in a unit of time that suits it.
func (u unit) format(v float64) string {
	short := func(v float64) string {
		switch {
		case v >= 100:
			return strconv.FormatFloat(v, 'f', 0, 64)
		case v >= 10:
			return strconv.FormatFloat(v, 'f', 1, 64)
		}
		return strconv.FormatFloat(v, 'f', 2, 64)
	}
	switch {
	case u == percent:
		return short(v) + " %"
	case u == megabytes:
		return short(v/1e6) + " MB"
	case u == frames:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case v >= 1e9:
		return short(v/1e9) + " s"
	case v >= 1e6:
		return short(v/1e6) + " ms"
	case v >= 1e3:
		return short(v/1e3) + " µs"
	}
	return short(v) + " ns"
}

// A result is one line of the table.
type result struct {
	What             string
	Unit             unit
	Target, Measured float64
	Ratio            float64 // of Measured to Base, at most; 0: any
	Note             string  // more about what was measured
	Base             float64
	BaseName         string // "" if nothing stands beside it
	Met              bool
	Noted            string // see row
	Err              error  // it could not be measured
}

// allocations says how often an operation allocates.
func allocations(n int) string {
	switch n {
	case 0:
		return "0 allocs"
	case 1:
		return "1 alloc"
	}
	return fmt.Sprint(n, " allocs")
}

// target is what is promised: a value, a ratio to the baseline, or both.
func (r result) target() string {
	most := fmt.Sprintf("ratio %.3g", r.Ratio)
	switch {
	case r.Ratio == 0:
		return r.Unit.format(r.Target)
	case r.Target == 0:
		return most
	}
	return r.Unit.format(r.Target) + ", " + most
}

// printTable writes the results in aligned columns, and below them why some could not be measured, and what was noted once.
func printTable(w io.Writer, results []result) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "what\ttarget\tmeasured\t\tratio\tbaseline\t\t")
	for _, r := range results {
		fmt.Fprintf(t, "%s\t%s\t", r.What, r.target())
		if r.Err != nil {
			fmt.Fprintln(t, "-\t\t-\t-\t\tnot measured")
			continue
		}
		ratio, base := "-", "-"
		if r.BaseName != "" {
			base = r.Unit.format(r.Base)
			if r.Base > 0 {
				ratio = fmt.Sprintf("%.3g", r.Measured/r.Base)
			}
		}
		verdict := "miss"
		if r.Met {
			verdict = "ok"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", r.Unit.format(r.Measured), r.Note, ratio, base, r.BaseName, verdict)
	}
	t.Flush()
	for _, r := range results {
		if r.Err != nil {
			fmt.Fprintf(w, "\n%s: %v\n", r.What, r.Err)
		}
	}
	printNoted(w, results)
}

// printNoted writes what was not measured now.
func printNoted(w io.Writer, results []result) {
	head := "\nmeasured once, by other means:\n"
	for _, r := range results {
		if r.Noted != "" {
			fmt.Fprintf(w, "%s  %s: %s\n", head, r.What, r.Noted)
			head = ""
		}
	}
}
