package notation

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// readTable returns the lines of a table in testdata, in columns that → parts. Empty lines and comments are left out; ⏎ stands
// for the end of a line.
func readTable(t testing.TB, name string) (rows [][]string) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "# ") {
			row := strings.Split(strings.ReplaceAll(line, "⏎", "\n"), " ⟶ ")
			if len(row) != 2 {
				t.Fatalf("%s: %q", name, line)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// said is what a text is read as, in one line: the formula and its parameters, the readings of an ambiguous one, or the
// faults.
func said(text string) string {
	reading, err := Read(text)
	var ambiguous *Ambiguous
	switch {
	case errors.As(err, &ambiguous):
		all := make([]string, len(ambiguous.Readings))
		for i, r := range ambiguous.Readings {
			all[i] = line(r)
		}
		return "? " + strings.Join(all, "  |  ")
	case err != nil:
		return "! " + err.Error()
	}
	return line(reading)
}

func line(r Reading) string {
	s := r.Formula
	for _, p := range r.Params {
		s += fmt.Sprintf("; %s=%v", p.Name, p.Value)
	}
	return s
}

// TestReadings reads the tables, one for each kind of notation.
func TestReadings(t *testing.T) {
	for _, row := range readTable(t, "readings.txt") {
		if got := said(row[0]); got != row[1] {
			t.Errorf("%s\n got %s\nwant %s", row[0], got, row[1])
		}
	}
}
