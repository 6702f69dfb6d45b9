package poster

import (
	"slices"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.LightPalette(), Font: font, Scale: 1, TextSize: figure.SmallText}
}

// TestPosterHasRoomForItsCharts: a table of many racers ends above the foot, and leaves the charts their least height.
func TestPosterHasRoomForItsCharts(t *testing.T) {
	doc := setup.Default()
	doc.Steps = 2
	for len(doc.Racers) < setup.MaxRacers {
		r := doc.Racers[0]
		r.Slot = len(doc.Racers)
		doc.Racers = append(doc.Racers, r)
	}
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	p := Race(run)
	for _, size := range [][2]float64{{p.W, p.H}, {640, 640}, {400, 900}, {2000, 500}, {130, 90}} {
		on := record.New(size[0], size[1])
		if err := p.Draw(t.Context(), on, style(t)); err != nil {
			t.Fatal(err)
		}
		more := slices.ContainsFunc(on.Marks.Texts(), func(text string) bool { return strings.HasPrefix(text, "and ") })
		if l := newRace(run, on, style(t)).layout; more != (len(l.rows) > 0 && len(l.rows) < len(doc.Racers)) {
			t.Errorf("%v: %d rows for %d racers, told that there are more: %t", size, len(l.rows), len(doc.Racers), more)
		}
	}
}

// TestLayout: nothing lies over anything else or beyond the edge, and no chart is lower than it may be.
func TestLayout(t *testing.T) {
	for w := 16.0; w < 2500; w += 37 {
		for h := 16.0; h < 2500; h += 41 {
			for _, racers := range []int{0, 1, 4, 32} {
				l := newLayout(w, h, racers, 2)
				boxes := append([]plot.Box{l.picture, l.title}, append(l.rows, l.charts...)...)
				for i, a := range boxes {
					if a == (plot.Box{}) {
						continue
					}
					if !(a.X0 >= 0 && a.Y0 >= 0 && a.X1 <= w+1e-9 && a.Y1 <= h+1e-9 && a.X0 < a.X1 && a.Y0 < a.Y1) {
						t.Fatalf("%vx%v: box %d is %v", w, h, i, a)
					}
					for _, b := range boxes[i+1:] {
						if a.X0 < b.X1-1e-9 && b.X0 < a.X1-1e-9 && a.Y0 < b.Y1-1e-9 && b.Y0 < a.Y1-1e-9 && b != (plot.Box{}) {
							t.Fatalf("%vx%v with %d racers: %v lies over %v", w, h, racers, a, b)
						}
					}
				}
				for _, c := range l.charts {
					if c.Y1-c.Y0 < chartHigh-margin {
						t.Fatalf("%vx%v: a chart is %v high", w, h, c.Y1-c.Y0)
					}
				}
				if l.picture.Y1-l.picture.Y0 < 0.4*min(w, h) {
					t.Fatalf("%vx%v: the map is %v", w, h, l.picture)
				}
			}
		}
	}
}
