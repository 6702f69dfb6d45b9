package expr

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestConventionsAreDocumented: the program does what the tables of docs/CONVENTIONS.md say, and where they say that PyTorch
// does otherwise the numbers differ.
func TestConventionsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/CONVENTIONS.md")
	if err != nil {
		t.Fatal(err)
	}
	same, differ := 0, 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, " | ")
		formula := strings.TrimPrefix(cells[0], "| `")
		if len(cells) < 4 || formula == cells[0] {
			continue
		}
		formula = strings.TrimSuffix(formula, "`")
		at, want := pair(t, cells[1]), pair(t, cells[2]+", "+strings.TrimSuffix(strings.TrimSpace(cells[3]), " |"))
		e := bind(t, formula)
		j := e.Jet(at[0], at[1])
		f, fx, fy := e.Grad(at[0], at[1])
		for i, got := range [][3]float64{{j.F, j.X, j.Y}, {f, fx, fy}} {
			if !agree(got[:], want, 1e-15) {
				t.Errorf("%s at %v, way %d: %v, the page says %v", formula, at, i, got, want)
			}
		}
		if len(cells) == 4 {
			same++
			continue
		}
		differ++
		if agree(want[1:], pair(t, cells[4]), 1e-12) {
			t.Errorf("%s: the page says that PyTorch differs, and has the same numbers", formula)
		}
	}
	if same < 15 || differ < 8 {
		t.Errorf("the page has %d and %d rows", same, differ)
	}
	if got := bind(t, "x^y").Jet(0, 1).XY; !math.IsInf(got, -1) {
		t.Errorf("the mixed derivative of x^y at (0, 1) is %v", got)
	}
}

// pair reads numbers with commas between.
func pair(t *testing.T, text string) (list []float64) {
	for _, word := range strings.Split(text, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(word), 64)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		list = append(list, v)
	}
	return list
}

func agree(a, b []float64, tolerance float64) bool {
	for i, v := range a {
		switch w := b[i]; {
		case v == w || v != v && w != w:
		case math.IsInf(w, 0) || !(math.Abs(v-w) <= tolerance*math.Abs(w)):
			return false
		}
	}
	return true
}
