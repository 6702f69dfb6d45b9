package graphic

import (
	"math"
	"slices"
	"testing"
)

func TestColumnWidths(t *testing.T) {
	columns := []Column{{Min: 10, Weight: 1}, {Min: 20}, {Min: 30, Weight: 3}}
	near := func(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-4 }
	for _, test := range []struct {
		width float32
		want  []float32
	}{
		{60, []float32{10, 20, 30}},
		{100, []float32{20, 20, 60}},
		{30, []float32{5, 10, 15}},
		{-5, []float32{0, 0, 0}},
	} {
		if got := columnWidths(columns, test.width); !slices.EqualFunc(got, test.want, near) {
			t.Errorf("a width of %v is shared out as %v, want %v", test.width, got, test.want)
		}
	}
	if got := columnWidths([]Column{{Min: 10}, {Min: 10}}, 50); !slices.Equal(got, []float32{10, 10}) {
		t.Errorf("without weights: %v", got)
	}
}

func TestOptionalColumnsGiveWay(t *testing.T) {
	columns := []Column{{Min: 10}, {Min: 20, Optional: 1}, {Min: 30, Optional: 2}, {Min: 40, Weight: 1}}
	for width, want := range map[float32][]float32{
		100: {10, 20, 30, 40},
		99:  {10, 20, 0, 69},
		70:  {10, 20, 0, 40},
		69:  {10, 0, 0, 59},
		25:  {5, 0, 0, 20},
	} {
		if got := columnWidths(columns, width); !slices.Equal(got, want) {
			t.Errorf("a width of %v is shared out as %v, want %v", width, got, want)
		}
	}
}

// TestColumnsThatWant: what they would like to have comes before optional ones and weights; room before a text after that.
func TestColumnsThatWant(t *testing.T) {
	columns := []Column{{Min: 10, Weight: 1}, {Min: 20, Want: 5}, {Min: 30, Optional: 1}, {Min: 20, Lead: 8}}
	for width, want := range map[float32][]float32{
		50: {10, 20, 0, 20},
		52: {10, 22, 0, 20},
		59: {10, 25, 0, 24},
		84: {31, 25, 0, 28},
		85: {10, 25, 30, 20},
		95: {12, 25, 30, 28},
	} {
		if got := columnWidths(columns, width); !slices.Equal(got, want) {
			t.Errorf("a width of %v is shared out as %v, want %v", width, got, want)
		}
	}
}
