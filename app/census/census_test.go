package census

import (
	"context"
	"errors"
	"math"
	"reflect"
	"runtime"
	"sync"
	"testing"
)

// TestFound: what is found lies about what is to be expected, index by index, by Pearson's test.
func TestFound(t *testing.T) {
	c, err := Take(t.Context(), Setting{From: 1, To: 6, Count: 20_000, Seed: 7}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Rows {
		if r.Count() != 20_000 {
			t.Errorf("n = %d: %d points", r.Dim, r.Count())
		}
		if !r.Fits() {
			low, high := r.Interval()
			t.Errorf("n = %d: %v minima, %v to %v, expected %v", r.Dim, r.Share(), low, high, r.Expected())
		}
		chi2, cells := 0.0, -1
		for k, n := range r.Index {
			if want := r.Exact[k] * 20_000; want >= 5 {
				chi2 += (float64(n) - want) * (float64(n) - want) / want
				cells++
			}
		}
		if far := float64(cells) + 4*math.Sqrt(2*float64(cells)); chi2 > far {
			t.Errorf("n = %d: chi square %v of %d degrees of freedom: %v", r.Dim, chi2, cells, r.Index)
		}
	}
}

// TestUsual: of the twelve intervals of the usual census, one may miss by chance.
func TestUsual(t *testing.T) {
	var told []int
	part := 0.0
	var mu sync.Mutex
	c, err := Take(t.Context(), Usual(), func(c Census) { told = append(told, len(c.Rows)) },
		func(p float64) {
			mu.Lock()
			defer mu.Unlock()
			part = max(part, p)
		})
	if err != nil {
		t.Fatal(err)
	}
	miss := 0
	for _, r := range c.Rows {
		if !r.Fits() {
			miss++
		}
	}
	if miss > 1 {
		t.Errorf("%d of 12 intervals miss", miss)
	}
	if len(told) != 12 || told[0] != 1 || told[11] != 12 || c.Done() != 1 || part != 1 {
		t.Errorf("told of %v, %v is done", told, part)
	}
}

// TestDrawAllocatesNothing: of memory there is only what gonum takes.
func TestDrawAllocatesNothing(t *testing.T) {
	s := newSampler()
	s.resize(8)
	if n := testing.AllocsPerRun(100, s.draw); n != 0 {
		t.Errorf("a matrix allocates %v times", n)
	}
}

// TestSameEverywhere: neither the number of processors nor a longer census changes what is found.
func TestSameEverywhere(t *testing.T) {
	s := Setting{From: 2, To: 4, Count: 330, Seed: 3}
	take := func(processors int) Census {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		c, err := Take(t.Context(), s, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	one := take(1)
	for _, processors := range []int{2, 5} {
		if got := take(processors); !reflect.DeepEqual(got, one) {
			t.Errorf("%d processors find %v, one %v", processors, got.Rows, one.Rows)
		}
	}
	s.Seed++
	if other := take(2); reflect.DeepEqual(other.Rows, one.Rows) {
		t.Error("another seed finds the same")
	}
	s = Setting{From: 3, To: 3, Count: 330, Seed: 3}
	if got := take(2); !reflect.DeepEqual(got.Rows[0], one.Rows[1]) {
		t.Error("a row depends on the rows before it")
	}
}

// TestCancelled: it ends as soon as it is told to, with the rows that are there.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := Setting{From: 1, To: MaxDim, Count: MaxCount}
	c, err := Take(ctx, s, nil, func(part float64) {
		if part > 1e-5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(c.Rows) > 1 {
		t.Errorf("%d rows, error %v", len(c.Rows), err)
	}
}

func TestSettingCheck(t *testing.T) {
	for _, c := range []struct {
		s    Setting
		want string
	}{
		{Setting{From: 0, To: 3, Count: 1}, "n: must be from 1 to 24, the smaller one first; got 0..3"},
		{Setting{From: 5, To: 3, Count: 1}, "n: must be from 1 to 24, the smaller one first; got 5..3"},
		{Setting{From: 1, To: 25, Count: 1}, "n: must be from 1 to 24, the smaller one first; got 1..25"},
		{Setting{From: 1, To: 3, Count: 0}, "count: must be from 1 to 1000000; got 0"},
		{Setting{From: 1, To: 3, Count: 1e7}, "count: must be from 1 to 1000000; got 10000000"},
	} {
		if _, err := Take(t.Context(), c.s, nil, nil); err == nil || err.Error() != c.want {
			t.Errorf("%+v: %v, want %s", c.s, err, c.want)
		}
	}
	if err := Usual().Check(); err != nil {
		t.Error(err)
	}
}

func BenchmarkCensusOneCore(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	BenchmarkCensus(b)
}

func BenchmarkCensus(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Take(b.Context(), Usual(), nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFirstRow is how long one waits for the first point.
func BenchmarkFirstRow(b *testing.B) {
	for b.Loop() {
		if _, err := Take(b.Context(), Setting{From: 1, To: 1, Count: UsualCount}, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
