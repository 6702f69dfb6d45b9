package story

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// told is the race that the program begins with, and what is told of it: four racers that overshoot and settle.
func told(t *testing.T) lab.State {
	t.Helper()
	r, err := lab.Prepare(t.Context(), setup.Default(), lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	var moments []chronicle.Moment
	for i := range r.Doc.Racers {
		moments = append(moments,
			chronicle.Moment{Kind: chronicle.InBasin, Racer: i, When: "Step 0", Brief: "begins"},
			chronicle.Moment{Kind: chronicle.Overshoot, Racer: i, From: 3 + i, To: 9, Brief: "overshoots"},
			chronicle.Moment{Kind: chronicle.Settled, Racer: i, From: 50 + i, To: 50 + i, Brief: "settles"})
	}
	s := r.State()
	s.View.Told = &lab.Told{Chronicle: chronicle.New(moments, make([]string, 4)), Tape: r.Tape, Field: r.Field, Names: r.Doc.Names()}
	return s
}

// The commentary tells the latest moment of who is listened to, with its neighbours, and where it begins at first.
func TestCommentary(t *testing.T) {
	s := told(t)
	for step, want := range map[int]string{
		0: "Next: step 3, overshoots.", 4: "Next: step 5, overshoots. Before: step 3, overshoots.", 60: "Before: step 52, settles.",
	} {
		l := At(s, s.Chronicle(), step)
		if l.Moment == nil || l.From > step || l.Around != want {
			t.Errorf("at step %d: %+v, want around %q", step, l, want)
		}
	}
	if l := At(s, s.Chronicle(), 4); l.Nearer != "Next: step 5, overshoots." {
		t.Errorf("in less room %q", l.Nearer)
	}
	s.View.Pinned = s.Doc.Racers[1].Slot
	if l := At(s, s.Chronicle(), 60); l.Racer != 1 || !strings.HasPrefix(l.Around, "Before: step 4,") {
		t.Errorf("of the pinned racer: %+v", l)
	}
}

// Of many racers the map has the signs of the one that is looked at, and those that matter most come first; with lanes it has
// those of four. A chart has them on that racer's curve.
func TestSigns(t *testing.T) {
	s, p := told(t), plot.DarkPalette()
	if got := OnMap(s, -1, p); got != nil {
		t.Errorf("nobody is looked at, and there are %d signs", len(got))
	}
	if got := OnMap(s, 2, p); len(got) != 2 || got[0].Sign != plot.ArrivedSign || got[1].Step != 5 {
		t.Errorf("the map of a racer has %+v", got)
	}
	s.View.Story = lab.StoryLanes
	if got := OnMap(s, -1, p); len(got) != 8 {
		t.Errorf("with lanes there are %d signs", len(got))
	}
	s.View.Racer = s.Doc.Racers[3].Slot
	chart := plot.Chart{Series: []plot.Series{{Name: "SGD"}, {Name: s.Doc.Names()[3]}}}
	OnChart(s, &chart)
	if len(chart.Events) != 2 || chart.Events[0] != (plot.ChartEvent{Series: 1, Step: 53, Sign: plot.ArrivedSign}) {
		t.Errorf("the chart has %+v", chart.Events)
	}
	s.View.Told = nil
	if OnMap(s, -1, p) != nil {
		t.Error("there are signs though nothing is told")
	}
}

// The key has every kind of event once, with a name and a meaning of its own.
func TestKey(t *testing.T) {
	seen, names, meanings := map[chronicle.Kind]bool{}, map[string]bool{}, map[string]bool{}
	for y := 0.5; y < KeyHeight; y++ {
		for _, x := range []float64{1, 150, 299} {
			if kind, is := KeyAt(x, y, 300); is {
				seen[kind], names[Name(kind)], meanings[Meaning(kind)] = true, true, true
			}
		}
	}
	if len(seen) != chronicle.Kinds || len(names) != chronicle.Kinds || len(meanings) != chronicle.Kinds {
		t.Errorf("%d kinds, %d names, %d meanings", len(seen), len(names), len(meanings))
	}
	if _, is := KeyAt(301, 5, 300); is {
		t.Error("there is a sign beside the key")
	}
}
