package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"descentlab/app/census"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
)

// A gauge takes what is written, and looks now and then at what the program holds.
type gauge struct {
	written, looked int
	most            uint64 // of the heap, in bytes
	full            error  // what a disk says that is full
}

// Write takes it.
func (g *gauge) Write(data []byte) (int, error) {
	if g.written += len(data); g.written-g.looked > 1<<20 {
		g.looked = g.written
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		g.most = max(g.most, m.HeapAlloc)
	}
	return len(data), g.full
}

// crowd is a race of so many racers of 5,000 steps.
func crowd(t *testing.T, racers int) lab.Run {
	t.Helper()
	doc := setup.Default()
	doc.Steps = 5000
	one := doc.Racers[0]
	doc.Racers = nil
	for range racers {
		doc.Racers = append(doc.Racers, one)
	}
	r, err := lab.Prepare(context.Background(), doc, RaceWants([]string{"race.csv"}, &doc, nil))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestLongRacesAreWrittenBitByBit: what the program holds while it writes does not grow with the number of racers.
func TestLongRacesAreWrittenBitByBit(t *testing.T) {
	lengthy.Test(t)
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	for name, write := range map[string]func(*Output, lab.Run) error{"csv": raceCSV, "json": raceJSON} {
		var few, many gauge
		for g, racers := range map[*gauge]int{&few: 4, &many: 32} {
			runtime.GC()
			if err := write(&Output{Writer: g, ctx: context.Background()}, crowd(t, racers)); err != nil {
				t.Fatal(err)
			}
		}
		if many.written < 7*few.written || few.most == 0 {
			t.Errorf("%s: %d bytes of 4 racers, %d of 32", name, few.written, many.written)
		}
		if many.most > few.most+8<<20 {
			t.Errorf("%s: holds %d MB for 4 racers, %d MB for 32", name, few.most>>20, many.most>>20)
		}
	}
}

// TestNothingHalfWrittenStays: a second file that cannot be made, a full disk or an end on the way leave the first as it was.
func TestNothingHalfWrittenStays(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "race.csv")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := crowd(t, 4)
	ended, end := context.WithCancel(context.Background())
	late := errors.New("no space left")
	for name, c := range map[string]struct {
		h     Hearers
		names []string
	}{
		"ended": {Hearers{Context: ended, Done: func(part float64) {
			if part > 0.4 {
				end()
			}
		}}, []string{path}},
		"full":   {Hearers{Context: context.Background(), Stdout: &gauge{full: late}}, []string{path, Stdout}},
		"folder": {Hearers{Context: context.Background(), Stdout: io.Discard}, []string{path, filepath.Join(dir, "none", "race.json")}},
		"format": {Hearers{Context: context.Background(), Stdout: io.Discard}, []string{path, filepath.Join(dir, "race.bmp")}},
	} {
		if err := Race.Write(c.h, r, c.names...); err == nil {
			t.Errorf("%s: no error", name)
		}
		data, err := os.ReadFile(path)
		entries, dirErr := os.ReadDir(dir)
		if err != nil || dirErr != nil || string(data) != "old" || len(entries) != 1 {
			t.Errorf("%s: %q, %v; %v, %v", name, data, err, entries, dirErr)
		}
	}
}

// TestNoneOnAFullDisk: files so small that the disk is asked for room only when they are whole get their names all or none.
func TestNoneOnAFullDisk(t *testing.T) {
	const full = "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip("no " + full)
	}
	dir := t.TempDir()
	other := filepath.Join(t.TempDir(), "b.csv")
	if err := os.Symlink(full, other); err != nil {
		t.Fatal(err)
	}
	c, err := census.Take(context.Background(), census.Setting{From: 1, To: 2, Count: 5}, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	err = Census.Write(Hearers{Context: context.Background()}, c, filepath.Join(dir, "a.csv"), other)
	if err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("%v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// TestProgressOfFiles: parts of files come in order, from all of them.
func TestProgressOfFiles(t *testing.T) {
	dir := t.TempDir()
	var parts []float64
	h := Hearers{Context: context.Background(), Done: func(part float64) { parts = append(parts, part) }}
	if err := Race.Write(h, crowd(t, 3), filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.json")); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(parts); i++ {
		if parts[i] < parts[i-1] || parts[i] > 1 {
			t.Fatalf("%v", parts)
		}
	}
	if len(parts) < 10 || parts[0] > 0.1 || parts[len(parts)-1] < 0.9 {
		t.Errorf("%v", parts)
	}
}

// TestWhatIsMadeInOneGoEnds, though nothing asks it to, and leaves nothing.
func TestWhatIsMadeInOneGoEnds(t *testing.T) {
	dir := t.TempDir()
	for name, write := range map[string]func(o Offer, h Hearers) error{
		"file":   func(o Offer, h Hearers) error { return o.Write(h, filepath.Join(dir, "a.bin")) },
		"stream": func(o Offer, h Hearers) error { return o.Stream(h, ".bin", io.Discard) },
	} {
		ctx, end := context.WithCancel(context.Background())
		written := 0
		k := kind[int]("pieces").With(".bin", func(out *Output, n int) error {
			for written < n {
				if written == 2 {
					end()
				}
				if _, err := out.Write([]byte("piece")); err != nil {
					return err
				}
				written++
			}
			return nil
		})
		err := write(k.Made("pieces", "Pieces", "pieces", 1000), Hearers{Context: ctx})
		if left, dirErr := os.ReadDir(dir); !errors.Is(err, context.Canceled) || written != 2 || dirErr != nil || len(left) > 0 {
			t.Errorf("%s: %v after %d pieces; %v is left, %v", name, err, written, left, dirErr)
		}
	}
}
