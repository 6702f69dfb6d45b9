package census

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"descentlab/app/words"
)

// The usual census, and how far one may go.
const (
	UsualDim, MaxDim     = 12, 24
	UsualCount, MaxCount = 2000, 1_000_000
)

// A Setting says which census is taken.
type Setting struct {
	From, To int // dimensions, from 1 to MaxDim
	Count    int // critical points in each, from 1 to MaxCount
	Seed     uint64
}

// Usual is the census that nobody has changed.
func Usual() Setting { return Setting{From: 1, To: UsualDim, Count: UsualCount} }

// Check says what is wrong with a setting.
func (s Setting) Check() error {
	switch {
	case s.From < 1 || s.To > MaxDim || s.From > s.To:
		return words.Errorf("n: must be from 1 to %d, the smaller one first; got %d..%d", MaxDim, s.From, s.To)
	case s.Count < 1 || s.Count > MaxCount:
		return words.Errorf("count: must be from 1 to %d; got %d", MaxCount, s.Count)
	}
	return nil
}

// A Row is what was found in one number of dimensions.
type Row struct {
	Dim   int
	Index []int     // Index[k] of the points have k downhill directions, k from 0 to Dim
	Exact []float64 // the share of each that is to be expected
}

// Count is how many points were looked at.
func (r Row) Count() int {
	sum := 0
	for _, n := range r.Index {
		sum += n
	}
	return sum
}

// Minima is how many of them have no downhill direction.
func (r Row) Minima() int { return r.Index[0] }

// Saddles is how many have directions of both kinds.
func (r Row) Saddles() int { return r.Count() - r.Index[0] - r.Index[r.Dim] }

// Share is the part of the points that are minima.
func (r Row) Share() float64 { return float64(r.Minima()) / float64(r.Count()) }

// Expected is the share of minima among all such points.
func (r Row) Expected() float64 { return r.Exact[0] }

// A Census is one row for each number of dimensions, from Setting.From on. It has fewer as long as it is being taken.
type Census struct {
	Setting Setting
	Rows    []Row
}

// Done is how much of it is there, from 0 to 1.
func (c Census) Done() float64 { return float64(len(c.Rows)) / float64(c.Setting.To-c.Setting.From+1) }

// Take takes a census. told, unless it is nil, hears of it after every row, from the goroutine that called; reached, unless it is
// nil, hears how much of all is done, from 0 to 1, from any goroutine. The result depends on the setting alone, not on the
// machine. The error is Setting.Check's, or the context's if that ends.
func Take(ctx context.Context, s Setting, told func(Census), reached func(part float64)) (Census, error) {
	c := Census{Setting: s}
	if err := s.Check(); err != nil {
		return c, err
	}
	var done atomic.Int64
	effort := 0
	for n := s.From; n <= s.To; n++ {
		effort += s.Count * cost(n)
	}
	for n := s.From; n <= s.To; n++ {
		row, err := survey(ctx, s, n, func(matrices int) {
			if part := done.Add(int64(matrices * cost(n))); reached != nil {
				reached(float64(part) / float64(effort))
			}
		})
		if err != nil {
			return c, err
		}
		c.Rows = append(c.Rows, row)
		if told != nil {
			told(c)
		}
	}
	return c, nil
}

// cost is about what a matrix takes, in some unit: for small ones what gonum does around the arithmetic, later the arithmetic.
func cost(n int) int { return 100 + n*n*n }

// survey fills one row, with a worker for each processor.
func survey(ctx context.Context, s Setting, n int, drawn func(matrices int)) (Row, error) {
	row := Row{Dim: n, Index: make([]int, n+1), Exact: Exact(n)}
	chunks := (s.Count + chunk - 1) / chunk
	var next, failed atomic.Int64
	var mu sync.Mutex
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), chunks) {
		wait.Go(func() {
			own, sampler := make([]int, n+1), newSampler()
			sampler.resize(n)
			for k := int(next.Add(1)) - 1; k < chunks && ctx.Err() == nil; k = int(next.Add(1)) - 1 {
				matrices := min(chunk, s.Count-k*chunk)
				if !sampler.count(own, s.Seed, k, matrices) {
					failed.Add(1)
				}
				drawn(matrices)
			}
			mu.Lock()
			defer mu.Unlock()
			for k, found := range own {
				row.Index[k] += found
			}
		})
	}
	wait.Wait()
	if failed.Load() > 0 {
		return row, words.Errorf("census: eigenvalues of a matrix in %d dimensions were not found", n)
	}
	return row, ctx.Err()
}
