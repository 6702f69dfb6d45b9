package figure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// swarmOf is the swarm of a state's only racer, with the bands of its losses.
func swarmOf(t *testing.T, s lab.State) (*lab.Swarmed, []sweep.Band) {
	t.Helper()
	survey := s.Survey()
	run, err := survey.Swarm(t.Context(), 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &lab.Swarmed{SwarmRun: run, Slot: s.Doc.Racers[0].Slot, Places: survey.Places}, run.Bands()
}

// TestSwarmCharts: the bars count what became of the runs, in the colours of the basins, and words say the rest.
func TestSwarmCharts(t *testing.T) {
	doc := raced(t, "double_well", 100, 0, "sgd lr=0.05").Doc
	doc.Start, doc.Swarm = surfaces.Point{}, setup.Swarming{Runs: 80, Radius: 0.05}
	s := labtest.Raced(t, doc, lab.WantPlaces)
	swarm, bands := swarmOf(t, s)
	palette := plot.DarkPalette()
	show := func(what string) (plot.Chart, string) {
		s.Doc.Look.SwarmShows = what
		return SwarmChart(s, swarm, bands, plot.Style{Palette: palette})
	}
	sum := func(bars plot.Bars) (n int) {
		for _, g := range bars.Groups {
			for _, k := range g.Counts {
				n += k
			}
		}
		return n
	}

	c, text := show(setup.SwarmShowsLosses)
	best, _ := lab.Best(s.Tape, s.Field.Places)
	last := bands[len(bands)-1].Median - best
	if len(c.Series) != 4 || c.Series[3].Name != "half are lower" || c.Series[3].Y[100] != last || !c.Log {
		t.Errorf("bands %+v", c.Series)
	}
	for _, end := range c.Ends {
		if end.Short == "" || len(end.Short) > len("9 of 10") {
			t.Errorf("where there is little room %q is named %q", end.Text, end.Short)
		}
	}
	for _, want := range []string{"minimum A (global) ", " % (by step ", ". 80 leave saddle S1, half of them by step "} {
		if !strings.Contains(text, want) {
			t.Errorf("the losses tell %q, not %q", text, want)
		}
	}

	arrived := 0
	for _, end := range swarm.Ends {
		if end.Kind == sweep.Arrived {
			arrived++
		}
	}
	c, text = show(setup.SwarmShowsArrivals)
	if n := sum(c.Bars); n != arrived || n == 0 || c.Steps != 100 || len(c.Bars.Groups) != 2 {
		t.Errorf("%d arrivals in %d groups, want %d", n, len(c.Bars.Groups), arrived)
	}
	g := c.Bars.Groups
	if g[0].Color != palette.Basin(0, 0) || g[1].Color != palette.Basin(1, 0) {
		t.Errorf("groups %+v are not coloured as the basins", g)
	}
	if g[1].Name != "minimum B" || !strings.HasPrefix(g[1].Short, "B ") {
		t.Errorf("%q, %q", g[1].Name, g[1].Short)
	}
	if !strings.Contains(text, "median step") || !strings.HasPrefix(c.Title, "arrivals, ") {
		t.Errorf("%q tells %q", c.Title, text)
	}

	c, text = show(setup.SwarmShowsEscapes)
	if n := sum(c.Bars); n != swarm.Escape.Left() || len(c.Bars.Groups) != 2 || c.Bars.Groups[0].Color == c.Bars.Groups[1].Color {
		t.Errorf("%d escapes: %+v", n, c.Bars.Groups)
	}
	shorts := []string{c.Bars.Groups[0].Short, c.Bars.Groups[1].Short}
	if slices.Sort(shorts); !strings.HasPrefix(shorts[0], "↑ ") || !strings.HasPrefix(shorts[1], "↓ ") {
		t.Errorf("they leave to %q", shorts)
	}
	if e := swarm.Escape; !strings.HasPrefix(text, fmt.Sprintf("%d of %d leave saddle ", e.Left(), e.Near)) ||
		!strings.Contains(text, fmt.Sprintf("%s %d", SideText(e, 0), len(e.Steps[0]))) {
		t.Errorf("told %q", text)
	}
	const twoLines = 88 // signs, in the right column of a window 1024 wide
	if n := utf8.RuneCountInString(text); n > twoLines {
		t.Errorf("%d signs tell %q", n, text)
	}
}

// TestSwarmWithoutASaddle: where there is nothing to escape from, that is explained.
func TestSwarmWithoutASaddle(t *testing.T) {
	doc := raced(t, "double_well", 10, 0, "sgd lr=0.0001").Doc
	doc.Swarm, doc.Look.SwarmShows = setup.Swarming{Runs: 20, From: setup.FromGrid}, setup.SwarmShowsEscapes
	s := labtest.Raced(t, doc, lab.WantPlaces)
	swarm, bands := swarmOf(t, s)
	c, text := SwarmChart(s, swarm, bands, plot.Style{Palette: plot.DarkPalette()})
	if c.Bars.Groups != nil || !strings.Contains(c.Empty, "saddle") || !strings.Contains(text, "Race from a ring") {
		t.Errorf("from a grid: %+v, told %q", c, text)
	}
	s.Doc.Look.SwarmShows = setup.SwarmShowsArrivals
	c, text = SwarmChart(s, swarm, bands, plot.Style{Palette: plot.DarkPalette()})
	if len(c.Bars.Groups) > 0 || c.Empty != "No run has arrived at a minimum." || !strings.HasPrefix(text, "never: 20 runs (") {
		t.Errorf("slow runs: %+v, told %q", c, text)
	}
}
