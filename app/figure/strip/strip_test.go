package strip

import (
	"context"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// TestColoursOfBasins: who ends in a minimum has its colour on the map of basins, who leaves that of leaving, and
// each piece is told in words.
func TestColoursOfBasins(t *testing.T) {
	doc := setup.Default()
	spec, err := optim.ParseSpec("momentum lr=0.008")
	if err != nil {
		t.Fatal(err)
	}
	doc.Racers = []setup.Racer{{Spec: spec}}
	run, err := lab.Prepare(context.Background(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	var made outcome.Ribbon
	q := outcome.Question{Knob: "momentum", Value: func(place float64) float64 { return 0.999 * place }}
	g := outcome.Ground{Doc: doc, Field: run.Field}
	take := func(list []outcome.Ribbon) { made = list[0] }
	if err := g.Ribbons(t.Context(), []outcome.Question{q}, outcome.Limits{}, take); err != nil {
		t.Fatal(err)
	}
	for _, p := range []*plot.Palette{plot.DarkPalette(), plot.LightPalette()} {
		basins := figure.NewPainter(p, run.Field.Searched, doc.Steps)
		want := map[string]any{"leaves the map": p.Away}
		for i, place := range run.Field.Searched {
			want["ends in "+place.Name] = basins.Color(sweep.Outcome{Kind: sweep.Arrived, Target: int32(i)})
		}
		pieces, met := Pieces(p, run.Field.Searched, "momentum", made), map[string]bool{}
		for _, piece := range pieces {
			if at, ends := strings.CutPrefix(piece.Text, "ends in "); ends && piece.Short != at {
				t.Errorf("%q is said briefly as %q", piece.Text, piece.Short)
			}
			if piece.Text == "leaves the map" && piece.Short != "flies off" {
				t.Errorf("of who leaves the map it says %q", piece.Short)
			}
			if c, known := want[piece.Text]; known {
				met[piece.Text] = true
				if piece.Color != c {
					t.Errorf("%s is drawn in %v, want %v", piece.Text, piece.Color, c)
				}
			}
		}
		if !met["ends in A"] || !met["ends in C"] || !met["leaves the map"] {
			t.Errorf("the ends are %v", met)
		}
		if first := pieces[0]; first.Hint != "momentum 0 to 0.8949: ends in C" || pieces[len(pieces)-1].To != 1 {
			t.Errorf("it begins with %q and ends at %v", first.Hint, pieces[len(pieces)-1].To)
		}
	}
}
