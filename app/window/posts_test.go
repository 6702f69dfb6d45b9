package window

import (
	"slices"
	"testing"
)

// TestPostsDoNotPileUp: however many wait, one call of Fyne's brings them all, in order; what they post comes with the next.
func TestPostsDoNotPileUp(t *testing.T) {
	var calls []func()
	p := posts{do: func(f func()) { calls = append(calls, f) }}
	var ran []int
	for i := range 100 {
		p.post(func() {
			ran = append(ran, i)
			if i == 50 {
				p.post(func() { ran = append(ran, 1000) })
			}
		})
	}
	if len(calls) != 1 || ran != nil {
		t.Fatalf("%d calls, ran %v", len(calls), ran)
	}
	calls[0]()
	if len(ran) != 100 || !slices.IsSorted(ran) || len(calls) != 2 {
		t.Fatalf("ran %v, %d calls", ran, len(calls))
	}
	calls[1]()
	if len(ran) != 101 || ran[100] != 1000 {
		t.Errorf("ran %v", ran)
	}
}

// TestNothingRunsAfterTheLoop: what waits when the window has gone, and what is posted later, is dropped.
func TestNothingRunsAfterTheLoop(t *testing.T) {
	var calls []func()
	p := posts{do: func(f func()) { calls = append(calls, f) }}
	ran := false
	p.post(func() { ran = true })
	p.close()
	p.post(func() { ran = true })
	for _, call := range calls {
		call()
	}
	if ran || len(calls) != 1 {
		t.Errorf("ran %v, asked %d times", ran, len(calls))
	}
}
