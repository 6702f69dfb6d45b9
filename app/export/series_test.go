package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"testing"

	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// written is what a format makes of a race.
func written(t *testing.T, write func(*Output, lab.Run) error, r lab.Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&Output{Writer: &b, ctx: t.Context()}, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The tables of a race have the numbers that its charts draw, behind those that every table has, and no others unless they are
// asked for or shown.
func TestSeries(t *testing.T) {
	doc := setup.Default()
	doc.Steps = 40
	r, err := lab.Prepare(t.Context(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	plain := written(t, raceCSV, r)
	first, _, _ := bytes.Cut(plain, []byte("\n"))
	if string(first) != "racer,step,x,y,loss,grad_norm,lr,evaluations,provenance" {
		t.Errorf("the usual columns are %s", first)
	}
	r.Series = progress.AllColumnKinds(&doc)
	lines, err := csv.NewReader(bytes.NewReader(written(t, raceCSV, r))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if usual := []string{"racer", "step", "x", "y", "loss", "grad_norm", "lr", "evaluations"}; !slices.Equal(lines[0][:8], usual) {
		t.Errorf("the columns begin with %q", lines[0])
	}
	cell := func(racer, step int, column string) string {
		return lines[1+racer*(doc.Steps+1)+step][slices.Index(lines[0], column)]
	}
	s := r.State()
	for _, c := range []struct{ kind, part, column string }{
		{setup.ChartDistance, "", "distance"}, {setup.ChartSharpness, "", "sharpness"},
		{setup.ChartSharpness, "limit", "sharpness_limit"}, {setup.ChartAxisRates, "y", "axis_rate_y"},
		{setup.ChartOfMemory("exp_avg"), "x", "exp_avg_x"},
	} {
		drawn, err := progress.Of(t.Context(), s, c.kind)
		if err != nil {
			t.Fatal(err)
		}
		for racer := range doc.Racers {
			i := slices.IndexFunc(drawn.List, func(one progress.Curve) bool { return one.Racer == racer && one.Part == c.part })
			if i < 0 {
				continue
			}
			for step, want := range drawn.List[i].Y {
				got, err := strconv.ParseFloat(cell(racer, step, c.column), 64)
				if err != nil && !math.IsNaN(want) || got != want && want == want {
					t.Fatalf("%s of racer %d at step %d: %v, drawn %v", c.column, racer, step, cell(racer, step, c.column), want)
				}
			}
		}
	}
	if got := cell(0, 3, "exp_avg_x"); got != "" {
		t.Errorf("SGD remembers %q", got)
	}
	var file struct {
		Racers []struct {
			Points [][]Number         `json:"points"`
			Series map[string][]Known `json:"series"`
		} `json:"racers"`
	}
	if err := json.Unmarshal(written(t, raceJSON, r), &file); err != nil {
		t.Fatal(err)
	}
	adam := file.Racers[3]
	if got, want := adam.Series["exp_avg_sq_x"][7], cell(3, 7, "exp_avg_sq_x"); exact(float64(got)) != want ||
		len(adam.Series["sharpness"]) != len(adam.Points) {
		t.Errorf("JSON has %v, CSV %s", got, want)
	}
	if _, is := file.Racers[0].Series["exp_avg_x"]; is {
		t.Error("JSON has a memory of SGD")
	}
	r.Series, r.Doc.Look.Charts = nil, setup.ChartDistance
	first, _, _ = bytes.Cut(written(t, raceCSV, r), []byte("\n"))
	if !bytes.HasSuffix(first, []byte(",evaluations,distance,provenance")) {
		t.Errorf("of a shown chart the columns are %s", first)
	}
}
