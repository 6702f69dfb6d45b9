package page_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"descentlab/app/export/page"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// usual is the race that the program begins with.
func usual() setup.Experiment { return setup.Default() }

// crowd is the usual race with so many racers.
func crowd(n int) setup.Experiment {
	doc := usual()
	doc.Racers = nil
	for i := range n {
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec(fmt.Sprintf("adam lr=%g", 0.002*float64(i+1))), Slot: i})
	}
	return doc
}

func spec(text string) optim.Spec {
	s, _, err := optim.ParseRacer(text)
	if err != nil {
		panic(err)
	}
	return s
}

// raced is an experiment with its paths and places.
func raced(t testing.TB, doc setup.Experiment) lab.Run {
	t.Helper()
	r, err := lab.Prepare(context.Background(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func unheard(float64) {}

// written is the page of a race.
func written(t testing.TB, r lab.Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(t.Context(), &b, r, plot.UsualColours, []page.Fact{{Name: "seed", Value: "7"}}, unheard); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// value is that of a race's surface.
func value(r lab.Run, x, y float64) float64 {
	var v [1]float64
	r.Field.Probe.Row(v[:], []float64{x}, y)
	return v[0]
}

const evil = `</script><script>document.title="taken"</script>"'&<!--`

// odd are experiments of all kinds.
func odd(t testing.TB) map[string]setup.Experiment {
	t.Helper()
	list := map[string]setup.Experiment{"64 racers": crowd(64), "one racer": crowd(1), "nobody": crowd(0)}
	one := usual()
	one.Steps = 1
	list["one step"] = one
	with := func(name, formula string, at surfaces.Point, steps int, racers ...string) {
		doc := usual()
		doc.SetFormula(formula)
		doc.Start, doc.Steps, doc.Racers = at, steps, nil
		for i, text := range racers {
			doc.Racers = append(doc.Racers, setup.Racer{Spec: spec(text), Slot: i})
		}
		list[name] = doc
	}
	with("diverged", "x^4 + y^4", surfaces.Point{X: 2, Y: 2}, 50, "sgd lr=50", "adam lr=0.1")
	with("out of the domain", "sqrt(x) + log(y)", surfaces.Point{X: 2, Y: 2}, 30, "sgd lr=3", "sgd lr=0.001")
	with("begins nowhere", "sqrt(x) + y^2", surfaces.Point{X: -1, Y: 1}, 5, "sgd lr=0.1")
	with("level ground", "0*x + 0*y + 3", surfaces.Point{X: 1, Y: 1}, 5, "sgd lr=0.1")
	with("quotes", `x < y && x > -9 ? x^2 : y^2 + x`, surfaces.Point{X: 1, Y: 1}, 5, "sgd lr=0.1")
	huge := usual()
	huge.Home = surfaces.Rect{X0: -3e5, X1: 3e5, Y0: -2, Y1: 2}
	huge.View = huge.Home
	list["a flat window"] = huge
	learning := usual()
	s, err := surfaces.Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	learning.SetSurface(s)
	if learning.Data != nil {
		titled := *learning.Data
		titled.Title = evil
		learning.Data = &titled
	}
	list["data"] = learning
	hidden := usual()
	hidden.Racers[1].Hidden = true
	list["a hidden racer"] = hidden
	for name, doc := range list {
		if err := doc.Check(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return list
}

var blocks = regexp.MustCompile(`(?s)<script type="application/json" id="([a-z-]+)">(.*?)</script>`)

var links = regexp.MustCompile(`(src|href)="([^"]*)"`)

// TestTheExperimentIsThere: its element reads back as the document, whatever is in it, and no text leaves its place.
func TestTheExperimentIsThere(t *testing.T) {
	lengthy.Test(t)
	for name, doc := range odd(t) {
		html := string(written(t, raced(t, doc)))
		found := blocks.FindAllStringSubmatch(html, -1)
		if len(found) != 2 || found[0][1] != share.PageID || strings.Count(html, "<script") != 3 ||
			strings.Count(html, "</script") != 3 {
			t.Fatalf("%s: %d blocks of data, %d scripts", name, len(found), strings.Count(html, "<script"))
		}
		var back setup.Experiment
		if err := json.Unmarshal([]byte(found[0][2]), &back); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(back)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %v; %s, want %s", name, err, got, want)
		}
		file := filepath.Join(t.TempDir(), "race.html")
		if err := os.WriteFile(file, []byte(html), 0o666); err != nil {
			t.Fatal(err)
		}
		d, err := share.Open(file)
		if err == nil {
			back, _, err = d.Experiment()
		}
		if got, _ := json.Marshal(back); err != nil || string(got) != string(want) {
			t.Errorf("%s: opened it is %s; %v", name, got, err)
		}
		if strings.Contains(html, "ZgotmplZ") {
			t.Errorf("%s: the template has left something out", name)
		}
		if found := links.FindAllStringSubmatch(html, -1); len(found) != 1 || found[0][2] != "data:," {
			t.Errorf("%s: links %q", name, found)
		}
	}
}

// TestTextsAreEscaped: a title that looks like a script is shown as it is.
func TestTextsAreEscaped(t *testing.T) {
	var b bytes.Buffer
	facts := []page.Fact{{Name: evil, Value: evil}}
	if err := page.Write(t.Context(), &b, raced(t, usual()), plot.UsualColours, facts, unheard); err != nil {
		t.Fatal(err)
	}
	html := b.String()
	if strings.Contains(html, `document.title="taken"`) || strings.Count(html, "document.title=&#34;taken&#34;") != 2 {
		t.Error("a fact is not escaped")
	}
}

// TestItIsSmall: eight racers of 2,000 steps, also with noise, when hardly a number repeats.
func TestItIsSmall(t *testing.T) {
	lengthy.Test(t)
	for _, noise := range []float64{0, 0.5} {
		doc := eight()
		doc.Noise = noise
		if n := len(written(t, raced(t, doc))); n > 300e3 && noise == 0 || n > 450e3 {
			t.Errorf("with noise %g it has %d bytes", noise, n)
		}
	}
}

// eight is the usual race with eight racers and 2,000 steps.
func eight() setup.Experiment {
	doc := usual()
	doc.Steps, doc.Racers = 2000, nil
	for i, text := range []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06", "nesterov lr=0.008",
		"adagrad lr=0.3", "nadam lr=0.05", "lion lr=0.01"} {
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec(text), Slot: i})
	}
	return doc
}

// TestLongPages tell how far they are, and can be given up within one racer's run.
func TestLongPages(t *testing.T) {
	doc := crowd(1)
	doc.Steps = 1000
	r := raced(t, doc)
	ctx, end := context.WithCancel(context.Background())
	defer end()
	var told []float64
	err := page.Write(ctx, &bytes.Buffer{}, r, plot.UsualColours, nil, func(part float64) {
		if told = append(told, part); part > 0.3 {
			end()
		}
	})
	if last := len(told) - 1; !errors.Is(err, context.Canceled) || last < 1 || told[last] > 0.5 || told[0] != 0 {
		t.Errorf("%v, told %v", err, told)
	}
}

// TestWriteEnds: a context that has ended, and a place that takes nothing.
func TestWriteEnds(t *testing.T) {
	r := raced(t, usual())
	ctx, end := context.WithCancel(context.Background())
	end()
	if err := page.Write(ctx, &bytes.Buffer{}, r, plot.UsualColours, nil, unheard); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	if err := page.Write(t.Context(), full{}, r, plot.UsualColours, nil, unheard); !errors.Is(err, errFull) {
		t.Errorf("on a full disk: %v", err)
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

// BenchmarkWrite writes the page of eight racers and 2,000 steps.
func BenchmarkWrite(b *testing.B) { benchmarkWrite(b, eight()) }

// BenchmarkWriteUsual is the same of the race that the program begins with.
func BenchmarkWriteUsual(b *testing.B) { benchmarkWrite(b, usual()) }

func benchmarkWrite(b *testing.B, doc setup.Experiment) {
	r := raced(b, doc)
	var html bytes.Buffer
	for b.Loop() {
		html.Reset()
		if err := page.Write(context.Background(), &html, r, plot.UsualColours, nil, unheard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(html.Len()), "bytes/file")
}
