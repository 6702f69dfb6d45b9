package lab

import (
	"strings"
	"testing"

	"descentlab/app/lab/setup"
)

// TestStumblingWorker: a document that makes a race panic is told as an error, and the next one is raced.
func TestStumblingWorker(t *testing.T) {
	results := make(chan result, 10)
	w := startWorker(t.Context(), func(r result) { results <- r })
	doc := setup.Default()
	doc.Batch = 3 // of a surface without examples: Check lets no such document through
	w.ask(job{doc, doc.View})
	if r := <-results; r.err == nil || !r.final || !strings.Contains(r.err.Error(), "the program stumbles over this experiment: ") {
		t.Errorf("%+v", r)
	}
	w.ask(job{setup.Default(), doc.View})
	if r := <-results; r.err != nil || r.tape == nil {
		t.Errorf("afterwards: %v", r.err)
	}
}
