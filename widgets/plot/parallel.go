package plot

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inChunks shares the indices 0 to n-1 out over all cores, chunk at a time as
// costs vary. worker is called once by each goroutine and gives the function
// that works on [lo, hi).
func inChunks(n, chunk int, worker func() func(lo, hi int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) {
		all.Go(func() {
			work := worker()
			for {
				hi := int(next.Add(int64(chunk)))
				if hi-chunk >= n {
					return
				}
				work(hi-chunk, min(hi, n))
			}
		})
	}
	all.Wait()
}
