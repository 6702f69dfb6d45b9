package figure

import (
	"slices"
	"testing"

	"descentlab/app/lab"
	"descentlab/widgets/plot"
)

// atEnd is the state of a race on Peaks, at its end.
func atEnd(t *testing.T, racers ...string) lab.State {
	t.Helper()
	return raced(t, "peaks", 140, lab.WantAll, racers...)
}

var four = []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06"}

// style is how the charts of the tests are drawn.
func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := Font()
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
	loss, slope := Charts(s, style(t))
	want := []string{"SGD, in C", "Momentum, in A", "RMSprop, in B", "Adam, in B"}
	if got := texts(loss.Ends); !slices.Equal(got, want) || !slices.Equal(texts(slope.Ends), want) {
		t.Errorf("few curves end with %q", got)
	}
	if loss.Title != "loss above the lowest minimum, A" {
		t.Errorf("the title is %q", loss.Title)
	}
	s = atEnd(t, append(slices.Clone(four), "sgd lr=0.01", "adam lr=0.05")...)
	loss, _ = Charts(s, style(t))
	if got, want := texts(loss.Ends), []string{"2 in C", "Momentum, in A", "3 in B"}; !slices.Equal(got, want) {
		t.Errorf("many curves end with %q", got)
	}
	s.View.Racer = 3
	loss, _ = Charts(s, style(t))
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
