package host

import (
	"slices"
	"testing"
	"time"
)

// TestPostsDoNotPileUp: however many wait, one call of Fyne's brings them all, in order; what they post comes with the next.
func TestPostsDoNotPileUp(t *testing.T) {
	var calls []func()
	p := NewPosts(func(f func()) { calls = append(calls, f) })
	var ran []int
	for i := range 100 {
		p.Post(func() {
			ran = append(ran, i)
			if i == 50 {
				p.Post(func() { ran = append(ran, 1000) })
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
	p := NewPosts(func(f func()) { calls = append(calls, f) })
	ran := false
	p.Post(func() { ran = true })
	p.Close()
	p.Post(func() { ran = true })
	for _, call := range calls {
		call()
	}
	if ran || len(calls) != 1 {
		t.Errorf("ran %v, asked %d times", ran, len(calls))
	}
}

// TestSoonBringsWhatComes: what is posted from elsewhere is done at once, and not again when Fyne calls; a second time in one
// frame nobody waits.
func TestSoonBringsWhatComes(t *testing.T) {
	calls := make(chan func(), 10)
	p := NewPosts(func(f func()) { calls <- f })
	var ran []int
	go p.Post(func() { ran = append(ran, 1) })
	for began := time.Now(); len(ran) == 0 && time.Since(began) < time.Minute; p.waited = (time.Time{}) {
		p.Soon()
	}
	(<-calls)()
	p.waited = time.Now().Add(time.Hour) // as if it had just waited
	p.Post(func() { ran = append(ran, 2) })
	p.Soon()
	if !slices.Equal(ran, []int{1}) {
		t.Errorf("ran %v, want only the first", ran)
	}
	(<-calls)()
	if !slices.Equal(ran, []int{1, 2}) {
		t.Errorf("ran %v, want both once", ran)
	}
}
