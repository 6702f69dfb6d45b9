package progress

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// raced is the state of a race on a surface, or by a formula; what is wanted beside that are its places.
func raced(t *testing.T, surface string, steps int, want lab.Want, racers ...string) lab.State {
	t.Helper()
	return labtest.Raced(t, labtest.Experiment(t, surface, steps, racers...), want)
}

// chartOf is a chart of a kind.
func chartOf(t *testing.T, s lab.State, kind string) plot.Chart {
	t.Helper()
	c, err := Of(t.Context(), s, kind)
	if err != nil {
		t.Fatal(err)
	}
	return c.Chart(s, style(t), nil)
}

// charts are those that come first.
func charts(t *testing.T, s lab.State) (loss, slope plot.Chart) {
	t.Helper()
	return chartOf(t, s, setup.ChartLoss), chartOf(t, s, setup.ChartSlope)
}

// atEnd is the state of a race on Peaks, at its end.
func atEnd(t *testing.T, racers ...string) lab.State {
	t.Helper()
	return raced(t, "peaks", 140, lab.WantAll, racers...)
}

var four = []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06"}

// style is how the charts of the tests are drawn.
func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1}
}

func texts(list []plot.EndLabel) (said []string) {
	for _, l := range list {
		said = append(said, l.Text)
	}
	return said
}

// TestEndLabels: few curves say each whose they are and where they end, many together, but for the one that is looked at.
func TestEndLabels(t *testing.T) {
	s := atEnd(t, four...)
	loss, slope := charts(t, s)
	want := []string{"SGD, in C", "Momentum, in A", "RMSprop, in B", "Adam, in B"}
	if got := texts(loss.Ends); !slices.Equal(got, want) || !slices.Equal(texts(slope.Ends), want) {
		t.Errorf("few curves end with %q", got)
	}
	if loss.Title != "loss above the lowest minimum, A" {
		t.Errorf("the title is %q", loss.Title)
	}
	s = atEnd(t, append(slices.Clone(four), "sgd lr=0.01", "adam lr=0.05")...)
	loss, _ = charts(t, s)
	if got, want := texts(loss.Ends), []string{"2 in C", "Momentum, in A", "3 in B"}; !slices.Equal(got, want) {
		t.Errorf("many curves end with %q", got)
	}
	s.View.Racer = 3
	loss, _ = charts(t, s)
	if got, want := texts(loss.Ends), []string{"Adam 1, in B", "2 in C", "Momentum, in A", "2 in B"}; !slices.Equal(got, want) {
		t.Errorf("with one of many looked at they end with %q", got)
	}
	if loss.Series[3].Aside || !loss.Series[0].Aside {
		t.Error("the others do not stand back")
	}
}

// TestFlat: level curves are those of racers in other valleys than the deepest.
func TestFlat(t *testing.T) {
	want := "In another minimum: SGD in C, 6.5 above; RMSprop, Adam in B, 3.5 above"
	if got := Flat(atEnd(t, four...)); got != want {
		t.Errorf("it says %q", got)
	}
	if got := Flat(atEnd(t, "momentum lr=0.008")); got != "" {
		t.Errorf("of the one in the lowest it says %q", got)
	}
}

// TestGroupsAreAlikeInTheirChart: many curves share a label in a chart only where they end beside one another in it, and all of
// them are counted once.
func TestGroupsAreAlikeInTheirChart(t *testing.T) {
	s := atEnd(t, append(slices.Clone(four), "sgd lr=0.01", "adam lr=0.05", "rmsprop lr=0.02", "sgd lr=0.001")...)
	loss, slope := charts(t, s)
	for _, c := range []plot.Chart{loss, slope} {
		height, ends := c.Heights(), finishes(s)
		counted := 0
		for _, label := range c.Ends {
			n, said := 1, ""
			if _, err := fmt.Sscanf(label.Text, "%d", &n); err != nil {
				counted++
				continue
			}
			said = label.Text[len(fmt.Sprint(n))+1:]
			counted += n
			near := 0
			for i, series := range c.Series {
				at := height(series.Y[len(series.Y)-1])
				if ends[i].said == said && math.Abs(at-height(label.At)) <= besides {
					near++
				}
			}
			if near < n {
				t.Errorf("%q: only %d end beside its place in the chart of the %s", label.Text, near, c.Title)
			}
		}
		if counted != len(c.Series) {
			t.Errorf("%q tells of %d curves of %d", texts(c.Ends), counted, len(c.Series))
		}
	}
}

// TestGroupsOnAnAxis: curves that end twelve decades apart share no label because another one leaves far beyond what the axis
// shows.
func TestGroupsOnAnAxis(t *testing.T) {
	c, ends := plot.Chart{Log: true, Steps: 2, Floor: 1e-16}, make([]labelled, 7)
	for i := range ends {
		c.Series = append(c.Series, plot.Series{Name: fmt.Sprint(i), Y: []float64{1, 0.1, 0.01}})
		ends[i] = labelled{name: fmt.Sprint(i), racer: i, of: []int{i}, said: "in B"}
	}
	c.Series[0].Y[2] = 1e-14
	c.Series[1].Y, ends[1].said = []float64{1, 1e200}, "left the map"
	want := []string{"0, in B", "5 in B", "1, left the map"}
	if got := texts(endLabels(c, ends, plot.DarkPalette().Muted)); !slices.Equal(got, want) {
		t.Errorf("they are told as %q, want %q", got, want)
	}
}

// TestGroupsAreSaidBriefly: where several have gone a narrow chart has fewer words for it.
func TestGroupsAreSaidBriefly(t *testing.T) {
	c, ends := plot.Chart{Steps: 1}, make([]labelled, 6)
	for i := range ends {
		c.Series = append(c.Series, plot.Series{Name: fmt.Sprint(i), Y: []float64{1, 1}})
		ends[i] = labelled{name: fmt.Sprint(i), racer: i, of: []int{i}, said: []string{"left the map", "left the domain", "in B"}[i%3]}
	}
	got := map[string]string{}
	for _, e := range endLabels(c, ends, plot.DarkPalette().Muted) {
		got[e.Text] = e.Short
	}
	want := map[string]string{"2 left the map": "2 gone", "2 left the domain": "2 gone", "2 in B": ""}
	if !maps.Equal(got, want) {
		t.Errorf("they are told as %q, want %q", got, want)
	}
}

// TestChartAndMapTellWhoHasGone: the curve of a racer that has left ends where it left, the map names the same step and word as
// the table, and the chart says so of whatever ends a run before its time.
func TestChartAndMapTellWhoHasGone(t *testing.T) {
	s := atEnd(t, "rmsprop lr=0.5", "momentum lr=0.1", "sgd lr=0.5", "adam lr=0.06")
	loss, slope := charts(t, s)
	traces, gone := figure.Traces(s, style(t).Palette), 0
	for i, standing := range s.Run().Standings(s.TapeDoc.Steps) {
		w, label := standing.Where, loss.Ends[i].Text
		switch {
		case w.Kind == lab.LeftMap:
			gone++
			if len(loss.Series[i].Y) != w.Step+1 || len(slope.Series[i].Y) != w.Step+1 || traces[i].Left != w.Step || traces[i].Diverged {
				t.Errorf("%s left at step %d: %d rows, on the map %d", label, w.Step, len(loss.Series[i].Y), traces[i].Left)
			}
			if !strings.HasSuffix(label, ", left the map") {
				t.Errorf("the chart says %q", label)
			}
		case w.Kind == lab.EndedOtherwise:
			gone++
			if traces[i].Fate != w.String() || !strings.HasSuffix(label, ", diverged") {
				t.Errorf("the table says %q, the map %q, the chart %q", w, traces[i].Fate, label)
			}
		case traces[i].Left != 0 || traces[i].Fate != "":
			t.Errorf("%s is still there: %q", label, w)
		}
	}
	if gone < 2 {
		t.Errorf("only %d have gone", gone)
	}
	if want := "In another minimum: Adam in B, 3.5 above"; Flat(s) != want {
		t.Errorf("of who is still there it says %q", Flat(s))
	}
}

// TestLongNamesAreSaidBriefly: where a name has no room beside a chart it is the first word of it, as long as that tells whose it
// is.
func TestLongNamesAreSaidBriefly(t *testing.T) {
	loss, _ := charts(t, atEnd(t, "lookahead_adam", "schedule_free_adamw", "schedule_free_sgd", "adam"))
	got := map[string]string{}
	for _, e := range loss.Ends {
		got[e.Short] = e.Least
	}
	want := map[string]string{"Lookahead Adam": "Lookahead", "Schedule-free AdamW": "", "Schedule-free SGD": "", "Adam": ""}
	if !maps.Equal(got, want) {
		t.Errorf("they are called %q, want %q", got, want)
	}
}
