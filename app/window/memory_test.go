package window

import (
	"math"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/host"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/widgets/kit"
)

const (
	edits   = 2000
	warmUp  = 210      // edits after which everything that is made once is made
	repaint = 70       // edits between two changes of the theme
	growth  = 10 << 20 // bytes
	picture = 100      // edits between two pictures of the window
)

// alone is set in the process that holds nothing but the test of the memory: the windows of other tests are let go meanwhile.
const alone = "DESCENTLAB_TEST_ALONE"

// isAlone tells whether the test has a process of its own; if not it is run in one, with these variables of the environment.
func isAlone(t *testing.T, environment ...string) bool {
	t.Helper()
	if os.Getenv(alone) != "" {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(append(os.Environ(), environment...), alone+"=1")
	out, err := cmd.CombinedOutput()
	if t.Logf("%s", out); err != nil {
		t.Error(err)
	}
	return false
}

// TestMemoryStays: what is done and undone for a while leaves nothing behind.
func TestMemoryStays(t *testing.T) {
	lengthy.Test(t)
	if !isAlone(t) {
		return
	}
	kit.DrawSheets() // as in the real window
	u := newTestUI(t, freshSession())
	before := uint64(0)
	for i := range warmUp + edits {
		if i == warmUp {
			settleDown(t, u)
			before = liveHeap()
		}
		handle(t, u, i)
	}
	settleDown(t, u)
	after := liveHeap()
	t.Logf("%.1f MB, then %.1f MB", float64(before)/1e6, float64(after)/1e6) // make bench reads this
	if after > before+growth {
		t.Errorf("%d edits have left more than %d MB behind", edits, growth>>20)
	}
}

// settleDown takes in all that is on its way, the little pictures of the surfaces too.
func settleDown(t *testing.T, u *testUI) {
	t.Helper()
	for calm(t, u); len(u.posts) > 0; calm(t, u) {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the little pictures do not come")
		}
	}
}

// liveHeap is what the program holds, in bytes.
func liveHeap() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers have let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// handle is what hands do: edit i, and now and then an undo, a fold and a change of the theme.
func handle(t *testing.T, u *testUI, i int) {
	t.Helper()
	fault := u.lab.Edit("", func(e *setup.Experiment) {
		switch i % 4 {
		case 0:
			if i%picture == 0 {
				e.SetTransform(float64(i%90), 0)
			}
			e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.01+0.01*float64(i%100)))
		case 1:
			e.Start.X = math.Sin(float64(i))
		case 2:
			e.Noise = 0.01 * float64(i%10)
		case 3:
			e.Seed = uint64(i)
		}
	})
	if fault != nil {
		t.Fatal(fault)
	}
	if i%3 == 0 {
		u.lab.Undo()
	}
	if i%5 == 0 {
		u.lab.Look(func(v *lab.View) { v.Card, v.More = u.lab.State().Doc.Racers[i%3].Slot, i%2 == 0 })
	}
	if i%repaint == 0 {
		u.look.Choose([]string{"light", "dark"}[i/repaint%2])
		u.restyle()
	}
	rest(t, u)
	if i%picture == 0 {
		calm(t, u)
		u.win.Canvas().Capture()
	}
}

// What the program may hold follows what it needs: otherwise Go would keep what has been let go.
func TestMemoryFollowsNeed(t *testing.T) {
	if !isAlone(t) {
		return
	}
	host.SaveMemory()
	limit := func() int64 { return debug.SetMemoryLimit(-1) }
	settled := func(holds string, is func(int64) bool) {
		t.Helper()
		for range 200 {
			if runtime.GC(); is(limit()) {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Errorf("%s: the limit is %d", holds, limit())
	}
	const big = 100 << 20
	settled("little is held", func(l int64) bool { return l < big })
	held := make([]byte, big)
	settled("much is held", func(l int64) bool { return l > big && l < 2*big })
	runtime.KeepAlive(held)
	settled("it is let go", func(l int64) bool { return l < big })
}
