package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	out := `goos: linux
cpu: a name with BenchmarkNothing in it
BenchmarkJet-2           	31415926	        42.5 ns/op	       0 B/op	       0 allocs/op
BenchmarkSample/512-2    	     100	   9876543 ns/op	 123.4 MB/s	    1024 B/op	       7 allocs/op
BenchmarkWrite-2         	      10	    123456 ns/op	    137000 bytes/file	    1024 B/op	       3 allocs/op
BenchmarkBroken-2        	--- FAIL
PASS
`
	want := []sample{{42.5, 0, 0}, {9876543, 7, 0}, {123456, 3, 137000}}
	if got := parse([]byte(out)); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPattern(t *testing.T) {
	if got, want := pattern("Sample/512"), "^BenchmarkSample$/^512$"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFastest(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"go.mod":      "module small\n",
		"some/doc.go": "package some\n",
		"some/two_test.go": "package some\n\nimport \"testing\"\n\nvar sink []byte\n\n" +
			"func BenchmarkTwo(b *testing.B) { for b.Loop() { sink = make([]byte, 9); sink = make([]byte, 9) } }\n",
		"bare/doc.go": "package bare\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := &runner{dir: t.TempDir(), time: time.Millisecond, count: 2}
	got, err := run.fastest(benchmark{"./some", "Two"})
	if err != nil || got.Nanoseconds <= 0 || got.Allocs != 2 {
		t.Errorf("a benchmark that allocates twice: %v, %v", got, err)
	}
	for _, c := range []struct {
		missing benchmark
		want    string
	}{
		{benchmark{"./some", "Tw"}, "./some has no BenchmarkTw"},
		{benchmark{"./bare", "Two"}, "./bare has no tests"},
		{benchmark{"./gone", "Two"}, "gone"},
	} {
		if _, err := run.fastest(c.missing); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want an error with %q", c.missing, err, c.want)
		}
	}
}

// TestRowsHaveBenchmarks: a benchmark that moves to another package takes its row along.
func TestRowsHaveBenchmarks(t *testing.T) {
	t.Chdir("../../..")
	for _, r := range rows {
		for _, b := range []benchmark{r.Code, r.Base} {
			files, err := filepath.Glob(filepath.Join(b.Package, "*_test.go"))
			if err != nil {
				t.Fatal(err)
			}
			name, _, _ := strings.Cut(b.Name, "/")
			if !slices.ContainsFunc(files, func(path string) bool {
				text, err := os.ReadFile(path)
				return err == nil && strings.Contains(string(text), "\nfunc Benchmark"+name+"(b *testing.B)")
			}) {
				t.Errorf("%s: %s has no Benchmark%s", r.What, b.Package, b.Name)
			}
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		unit  unit
		value float64
		want  string
	}{
		{nanoseconds, 4.256, "4.26 ns"},
		{nanoseconds, 42.56, "42.6 ns"},
		{nanoseconds, 7500, "7.50 µs"},
		{nanoseconds, 16e6, "16.0 ms"},
		{nanoseconds, 1.5e9, "1.50 s"},
		{percent, 2.4, "2.40 %"},
		{frames, 0, "0"},
	} {
		if got := c.unit.format(c.value); got != c.want {
			t.Errorf("%v: got %q, want %q", c.value, got, c.want)
		}
	}
}

func TestTableShowsMissesAndErrors(t *testing.T) {
	var text strings.Builder
	printTable(&text, []result{
		{What: "fast", Target: 60, Measured: 30, Base: 10, BaseName: "by hand", Met: true},
		{What: "slow", Target: 60, Measured: 90, Base: 10, BaseName: "by hand"},
		{What: "gone", Target: 60, Err: errorString("no such benchmark"), Noted: "elsewhere 7 ms"},
	})
	lines := strings.Split(text.String(), "\n")
	for i, words := range []string{"what target measured",
		"fast 60.0 ns 30.0 ns 3 10.0 ns by hand ok", "slow 60.0 ns 90.0 ns 9 10.0 ns by hand miss",
		"gone 60.0 ns - - - not measured", "", "gone: no such benchmark",
		"", "measured once, by other means:", "gone: elsewhere 7 ms"} {
		if got := strings.Join(strings.Fields(lines[i]), " "); !strings.HasPrefix(got, words) {
			t.Errorf("line %d is %q, want %q", i, got, words)
		}
	}
}

type errorString string

func (e errorString) Error() string { return string(e) }

func TestParseStat(t *testing.T) {
	got, err := parseStat("42 (a) b (c) S 1 42 42 0 -1 4194560 900 0 0 0 125 75 9 9 20 0 12 0 100 0 0")
	if err != nil || got != 2*time.Second {
		t.Errorf("got %v, %v, want 2s", got, err)
	}
	for _, bad := range []string{"", "42 (a) S 1", "42 (a) S 1 2 3 4 5 6 7 8 9 10 x 12 13"} {
		if _, err := parseStat(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestFollowCountsFrames(t *testing.T) {
	lines := make(chan string, 4)
	lines <- "frames painted: 12"
	lines <- "something else"
	lines <- "frames painted: 15"
	got, err := follow(lines, paintedPrefix, 10*time.Millisecond)
	if err != nil || !slices.Equal(got, []int{12, 15}) {
		t.Errorf("got %v, %v", got, err)
	}
	lines <- "frames painted: many"
	if _, err := follow(lines, paintedPrefix, time.Second); err == nil {
		t.Error("a count that is no number: no error")
	}
	close(lines)
	if _, err := follow(lines, paintedPrefix, time.Second); err == nil {
		t.Error("a program that ended: no error")
	}
}

func TestResident(t *testing.T) {
	const status = "Name:\tVmRSS: 1 kB\nVmHWM:\t  300 kB\nVmRSS:\t  200 kB\nThreads:\t3\n"
	if got, err := parseResident(status); err != nil || got != 200*1024 {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := parseResident("Name:\tzombie\n"); err == nil {
		t.Error("a process without memory has some")
	}
}
