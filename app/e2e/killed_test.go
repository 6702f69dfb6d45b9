//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"descentlab/internal/nameless"
)

// killsVariable is how often TestKilled kills the program; five times without it.
const killsVariable = "DESCENTLAB_KILLS"

// mayBeLost is how much of what the user did a sudden end may cost.
const mayBeLost = time.Second

// TestKilled ends the program at moments that nobody chose, while starts are set by clicks, and in every third round while a
// race is exported: the session is whole each time, has all that is older than a second, and is what the next window begins
// with. What was exported is whole, or not there.
func TestKilled(t *testing.T) {
	t.Parallel()
	rounds := 5
	if text := os.Getenv(killsVariable); text != "" {
		rounds = atoi(t, text)
	}
	seed := rand.Uint64()
	t.Logf("%d rounds, seed %d", rounds, seed)
	random := rand.New(rand.NewPCG(seed, 0))
	d := startDisplay(t)
	session := filepath.Join(t.TempDir(), "session.json")
	p := start(t, d, session)
	worst, exports := time.Duration(0), 0
	for round := range rounds {
		if round > 0 {
			kept := p.saved(t).Experiment
			p = launch(t, d, session, nil)
			p.do(t, "key", "Home")
			until(t, "a session that goes on", func() bool { return p.saved(t).Head == 0 })
			if left, err := filepath.Glob(filepath.Join(filepath.Dir(session), ".session.json.*")); err != nil || len(left) > 1 {
				t.Errorf("round %d: %v is left, %v", round, left, err) // one may be what is being written now
			}
			if now := p.saved(t).Experiment; now.Start != kept.Start {
				t.Fatalf("round %d: the window begins at %v, and was at %v", round, now.Start, kept.Start)
			}
		}
		lost := p.clickUntilKilled(t, random, round%3 == 2)
		worst = max(worst, lost)
		if lost > mayBeLost {
			t.Errorf("round %d: the session lacks what was done in the last %v", round, lost)
		}
		exports += wholeFiles(t, session)
		if t.Failed() {
			return
		}
	}
	t.Logf("at most the last %v were lost; %d exports came to their end", worst.Round(time.Millisecond), exports)
}

// A click is a start that was set on the map.
type click struct {
	x, y float64
	when time.Time // it was made
}

// clickUntilKilled sets one start after another, exports the race beside it if it is told to, and is killed. It tells how old the
// oldest of the starts is that were lost.
func (p *program) clickUntilKilled(t *testing.T, random *rand.Rand, exporting bool) (lost time.Duration) {
	t.Helper()
	m, view := p.place(t, "map"), p.saved(t).Experiment.View
	made := []click{{x: p.saved(t).Experiment.Start[0], y: p.saved(t).Experiment.Start[1]}}
	life := 200*time.Millisecond + time.Duration(random.Float64()*float64(2500*time.Millisecond))
	end := time.Now().Add(life)
	killed := make(chan time.Time, 1)
	time.AfterFunc(life, func() {
		killed <- time.Now()
		p.cmd.Process.Kill()
	})
	for i := 0; time.Until(end) > 0; i++ {
		// By turns in the left half and in the right one: no two are a double click.
		x := m.Min.X + m.Dx()*(1+4*(i%2))/8 + random.IntN(m.Dx()/4)
		y := m.Min.Y + m.Dy()/8 + random.IntN(m.Dy()*3/4)
		wx, wy := worldAt(view, m, x, y)
		p.do(t, "mousemove", x, y, "click", 1, "sleep", 0.1)
		made = append(made, click{wx, wy, time.Now().Add(-100 * time.Millisecond)})
		if exporting && i == 1 {
			p.do(t, "key", "ctrl+e", "sleep", 0.4, "key", "Return")
			break
		}
	}
	at := <-killed
	p.done <- <-p.done
	start := p.saved(t).Experiment.Start
	near := 2 * (view[1] - view[0]) / float64(m.Dx())
	for i := len(made) - 1; i >= 0; i-- {
		if math.Hypot(made[i].x-start[0], made[i].y-start[1]) > near {
			continue
		}
		if i == len(made)-1 {
			return 0
		}
		return at.Sub(made[i+1].when)
	}
	t.Fatalf("the session has a start %v that nobody has set; the last one was %+v", start, made[len(made)-1])
	return 0
}

// wholeFiles makes sure that all files beside a session are whole, and none was given up, and counts the exports among them. A
// file gets its hidden name only when it is whole, for an instant, so far as the file system has files without a name.
func wholeFiles(t *testing.T, session string) (exports int) {
	t.Helper()
	folder := filepath.Dir(session)
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	unnamed, named := nameless.Open(folder)
	if named == nil {
		unnamed.Close()
	}
	for _, f := range files {
		name := f.Name()
		data, unread := os.ReadFile(filepath.Join(folder, name))
		switch {
		case f.IsDir(), strings.HasPrefix(name, ".session.json."), strings.HasSuffix(name, ".lock"):
			continue // nobody sees them
		case strings.HasPrefix(name, "."):
			if _, broken := png.Decode(bytes.NewReader(data)); broken != nil && named == nil {
				t.Errorf("%s is left: %v", name, broken)
			}
		case unread != nil:
			t.Error(unread)
		case strings.Contains(name, "unreadable"), strings.Contains(name, "foreign"):
			t.Errorf("%s was set aside", name)
		case filepath.Ext(name) == ".json":
			if !json.Valid(data) {
				t.Errorf("%s is broken: %s", name, strconv.Quote(string(data)))
			}
		case filepath.Ext(name) == ".png":
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			exports++
			if err := os.Remove(filepath.Join(folder, name)); err != nil {
				t.Error(err)
			}
		}
	}
	return exports
}
