package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/app/contest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// TestBench: all formats hold the benchmark, and equal ones are equal.
func TestBench(t *testing.T) {
	lengthy.Test(t)
	s := contest.Usual()
	s.Budget, s.Instances, s.Tuning = 40, 1, 3
	for _, text := range []string{"sgd lr=1e-6", "adam lr=0.2"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		s.Racers = append(s.Racers, spec)
	}
	r, err := contest.Make(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, ending := range Bench.Endings() {
		for range 2 {
			name := filepath.Join(t.TempDir(), "b"+ending)
			if err := Bench.Write(Hearers{Context: context.Background(), Stdout: io.Discard}, r, name); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(name)
			if err != nil || len(data) == 0 || files[ending] != nil && !bytes.Equal(files[ending], data) {
				t.Fatalf("%s: %d bytes, not as before: %v", ending, len(data), err)
			}
			files[ending] = data
		}
	}
	var told struct {
		Problems int
		Stages   []struct {
			Trials int `json:"tuning_trials"`
			Rules  []string
			Racers []struct {
				Name      string
				Curve     [][2]float64
				Functions []struct {
					ART []*float64 `json:"average_runtime"`
				}
			}
		}
	}
	if err := json.Unmarshal(files[".json"], &told); err != nil || told.Problems != 24 || len(told.Stages) != 2 ||
		len(told.Stages[1].Racers) != 2 || len(told.Stages[0].Rules) < 4 || len(told.Stages[0].Racers[1].Functions) != 24 {
		t.Errorf("%v: %s", err, files[".json"][:300])
	}
	curve := told.Stages[1].Racers[1].Curve
	for i := 1; i < len(curve); i++ {
		if curve[i][0] <= curve[i-1][0] || curve[i][1] < curve[i-1][1] {
			t.Errorf("the curve goes from %v to %v", curve[i-1], curve[i])
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(files[".csv"])).ReadAll()
	if err != nil || len(rows) < 24*2*2 {
		t.Errorf("%d rows: %v", len(rows), err)
	}
	if p, err := png.Decode(bytes.NewReader(files[".png"])); err != nil || p.Bounds().Dx() != benchWide*3/2 {
		t.Errorf("no picture: %v", err)
	}
	d := xml.NewDecoder(bytes.NewReader(files[".svg"]))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if text := string(files[".svg"]); !strings.Contains(text, ">Adam</text>") || !strings.Contains(text, "bootstrap samples") {
		t.Error("the texts are no texts")
	}
}
