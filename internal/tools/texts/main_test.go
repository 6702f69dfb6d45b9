package main

import "testing"

func TestTextsAreFound(t *testing.T) {
	texts, err := collect("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Side by side",   // of the frame
		"step %d / %d",   // of a widget
		"%s, %s left",    // of package words
		"Rosenbrock",     // of the catalogue of surfaces
		"Adam", "Cosine", // of those of methods and schedules
		"petal width (cm)",                                       // of their examples
		"the file is empty", "%s must be a whole number; got %s", // errors
		"expected %s here", "unexpected %s; %s", "write its value",
		"the cell is empty; remove the row or fill it", "JSON", "%d columns", // of tables
		"a lowered digit follows a name only, as in x₁", "column %d: %s", // of formulas
		"[1] may mean the first variable or the second",
	} {
		if texts[want] != want {
			t.Errorf("%q is not among the %d texts", want, len(texts))
		}
	}
	if len(texts) < 500 {
		t.Errorf("%d texts", len(texts))
	}
}
