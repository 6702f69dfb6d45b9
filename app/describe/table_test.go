package describe

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// What is copied reads back exactly: numbers, what is none, and texts that would break the lines.
func TestTSV(t *testing.T) {
	values := []float64{1.0 / 3, -2, math.NaN(), math.Inf(1), 1e300, math.Copysign(0, -1)}
	table := Table{[]Column{
		Texts("name", []string{"a\tb", "c\nd"}), Numbers("value", "per step", values), Known("rate", "", values),
	}}
	lines := strings.Split(strings.TrimSuffix(table.TSV(), "\n"), "\n")
	if len(lines) != 1+len(values) || lines[0] != "name\tvalue (per step)\trate" ||
		lines[1] != "a b\t0.3333333333333333\t0.3333333333333333" {
		t.Fatalf("%q", lines)
	}
	for i, want := range values {
		cells := strings.Split(lines[i+1], "\t")
		got, err := strconv.ParseFloat(cells[1], 64)
		if err != nil || got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%v reads back as %v, %v", want, got, err)
		}
		if math.IsNaN(want) != (cells[2] == "") {
			t.Errorf("where %v may be missing there is %q", want, cells[2])
		}
	}
	if rows := table.Rows(); rows != len(values) {
		t.Errorf("%d rows", rows)
	}
}

// Sentences say of what is no number that it is none.
func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0.5: "0.5000", math.Inf(-1): "minus infinite", math.Inf(1): "infinite"} {
		if got := Number(v); got != want {
			t.Errorf("%v is %q", v, got)
		}
	}
	if got := Number(math.NaN()); got != "not a number" {
		t.Error(got)
	}
	if got := Point(1, math.NaN()); got != "(1.000, not a number)" {
		t.Error(got)
	}
	if got := Listed([]string{"a", "b", "c", "d"}, 2); got != "a; b; and 2 more, which the table has" {
		t.Error(got)
	}
	if got := Listed([]string{"a", "b", "c"}, 2); got != "a; b; c" { // one more takes no more room than saying so
		t.Error(got)
	}
	if got := Paragraph("A.", "", " B. "); got != "A. B." {
		t.Error(got)
	}
}
