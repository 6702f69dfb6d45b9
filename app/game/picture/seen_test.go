package picture

import (
	"math"
	"slices"
	"testing"
	"time"

	"descentlab/app/game"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestHeightsKeepApart: on a map that is probed step by step no height is written over another one.
func TestHeightsKeepApart(t *testing.T) {
	l := level(t, "foggy_map")
	s := played(t, l, game.CarefulProbes(l, l.Ground.Start)...)
	for _, size := range [][2]float64{{922, 676}, {630, 462}} {
		on := record.New(size[0], size[1])
		Map{Level: l, State: s, Opening: 1, Lit: -1}.DrawOver(on, style(t, plot.LightPalette(), 1), nil)
		var heights []record.Mark
		for _, m := range on.Marks.Of(record.Text) {
			if m.Text.Size == 12.5 {
				heights = append(heights, m)
			}
		}
		if len(heights) != len(s.Spots)-1 {
			t.Fatalf("there are %d heights", len(heights))
		}
		for i, a := range heights {
			for _, b := range heights[:i] {
				x := min(a.Bounds.X1, b.Bounds.X1) - max(a.Bounds.X0, b.Bounds.X0)
				y := min(a.Bounds.Y1, b.Bounds.Y1) - max(a.Bounds.Y0, b.Bounds.Y0)
				if x > 0 && y > 0 && x*y > 12 {
					t.Errorf("%v: %q lies over %q", size, a.Text.Text, b.Text.Text)
				}
			}
		}
	}
}

// TestLanesShowAllSteps: the first step stands in the lane however near to the edge it is, and so does the last one.
func TestLanesShowAllSteps(t *testing.T) {
	l := level(t, "follow_slope")
	s := played(t, l, game.Action{Do: game.Step, By: 2})
	on := record.New(630, 430)
	Curve{Level: l, State: s, Opening: 1, Lit: -1}.DrawOver(on, style(t, plot.LightPalette(), 1), nil)
	for _, want := range []string{"0", "1"} {
		if _, ok := on.Marks.Find(want); !ok {
			t.Errorf("step %s is not in the lane: %q", want, on.Marks.Texts())
		}
	}
	r := l.Descent()
	on = record.New(630, 430)
	Curve{Level: l, State: s, Opening: 1, Lit: -1, Rival: &r}.DrawOver(on, style(t, plot.LightPalette(), 1), nil)
	you, _ := on.Marks.Find("you")
	gd, _ := on.Marks.Find("gradient descent")
	if gd.At.Y-you.At.Y < 16 {
		t.Errorf("the names of the lanes stand %v apart", gd.At.Y-you.At.Y)
	}
}

// TestCardAtTheStart: before the first step the card has no empty line.
func TestCardAtTheStart(t *testing.T) {
	card := func(n int) float64 {
		l := level(t, "follow_slope")
		var steps []game.Action
		for range n {
			steps = append(steps, game.Action{Do: game.Step, By: 2})
		}
		for _, m := range recorded(t, Curve{Level: l, State: played(t, l, steps...), Lit: -1}, nil).Of(record.Box) {
			if m.Bounds.X1-m.Bounds.X0 == cardWidth {
				return m.Bounds.Y1 - m.Bounds.Y0
			}
		}
		t.Fatal("there is no card")
		return 0
	}
	if first, next := card(0), card(1); next-first != cardLine {
		t.Errorf("it is %v high, then %v", first, next)
	}
}

// TestPush: what the knobs are set to is seen before it is run, however short the push.
func TestPush(t *testing.T) {
	l := level(t, "off_the_saddle")
	w := l.Way.(game.Launch)
	to := w.From(l, w.Action("sgd", map[string]float64{game.Angle: 90, game.Length: 0.001}))
	strokes := func(push *surfaces.Point) int {
		return len(recordedMap(t, Map{Level: l, State: l.Begin(), Lit: -1, Push: push}, nil).Of(record.Stroke))
	}
	if strokes(&to) != strokes(nil)+1 {
		t.Error("a short push is not seen")
	}
	if at := l.Ground.Start; strokes(&at) != strokes(nil) {
		t.Error("no push is shown as one")
	}
}

// TestTwoSights: both players see where the other aims at, each in a colour, and whose turn it is.
func TestTwoSights(t *testing.T) {
	l, err := game.ForTwo(level(t, "foggy_map"))
	if err != nil {
		t.Fatal(err)
	}
	s := played(t, l, game.Action{Do: game.Probe, X: 1}, game.Action{Do: game.Probe, X: -2, Who: 1})
	pal := plot.LightPalette()
	m := Map{Level: l, State: s, Opening: 1, Lit: -1, Sights: []Sight{
		{At: surfaces.Point{X: -3, Y: -4.2}, Next: true, Says: "player 1: space"},
		{At: surfaces.Point{X: 5.9}, Who: 1, Says: "player 2"},
	}}
	marks := recordedMap(t, m, nil)
	first, _ := marks.Find("player 1: space")
	second, _ := marks.Find("player 2")
	if !first.Text.Bold || first.Text.Ink != pal.Accent || second.Text.Bold || second.Text.Ink == first.Text.Ink {
		t.Errorf("%+v, %+v", first.Text, second.Text)
	}
	if first.Bounds.Y1 > mapUp || second.Bounds.X1 > width {
		t.Error("what is said of them stands over the edge")
	}
	// Of each player a probe and where he aims at.
	if len(marks.In(pal.Accent).Of(record.Circle)) != 2 || len(marks.In(pal.Racer(0)).Of(record.Circle)) != 2 {
		t.Error("the probes are not told apart")
	}
}

// TestResultCard: two players have their rounds where one has stars, and buttons that are wide push the card down.
func TestResultCard(t *testing.T) {
	on, pal := record.New(630, 400), plot.DarkPalette()
	Card{Title: "Player 1 has won", Tally: "2 : 1", Below: 40}.Draw(on, style(t, pal, 1))
	tally, ok := on.Marks.Find("2 : 1")
	if !ok || tally.At.Y < 56 || len(on.Marks.In(gold(pal)).Of(record.Fill)) != 0 {
		t.Errorf("%+v", on.Marks.Texts())
	}
	low := record.New(480, 310)
	Card{Title: "Valley found", Text: "within 0.02", Stars: 2}.Draw(low, style(t, pal, 1))
	if b := low.Marks.Of(record.Box)[0].Bounds; b.Y1-b.Y0 > 40 || len(low.Marks.In(gold(pal)).Of(record.Fill)) != 2 {
		t.Errorf("in a low picture it covers %v", b)
	}
	if !(Card{}).Meets(480, 630) || (Card{}).Meets(240, 630) {
		t.Error("it is not known what lies under the card")
	}
}

// TestFaintSlopes: on a map of gentle slopes probes have their arrows as well.
func TestFaintSlopes(t *testing.T) {
	l := game.Daily(time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC))
	s := played(t, l, game.CarefulProbes(l, l.Ground.View.Centre())...)
	faint, steep := 0, 0
	for _, spot := range s.Spots {
		switch slope := math.Hypot(spot.Slope.X, spot.Slope.Y); {
		case slope >= 0.6:
			steep++
		case slope >= 0.1:
			faint++
		}
	}
	on := record.New(width, mapUp)
	pal := plot.LightPalette()
	Map{Level: l, State: s, Opening: 1, Lit: -1}.DrawOver(on, style(t, pal, 1), nil)
	if heads := on.Marks.In(red(pal)).Of(record.Fill); faint == 0 || len(heads) != faint+steep {
		t.Errorf("%d arrows of %d steep and %d faint slopes", len(heads), steep, faint)
	}
}

// TestStartsOfAContest: a row of the table is a start: its run stands out among those of the try that won most, whichever was
// tried last.
func TestStartsOfAContest(t *testing.T) {
	l := level(t, "beat_adam")
	w := l.Way.(game.Contest)
	s := played(t, l, w.Action("nesterov", map[string]float64{"lr": 0.005, "momentum": 0.9}), w.Action("adam", nil))
	m := Map{Level: l, State: s, Lit: -1}
	if m.trial() != 1 {
		t.Errorf("the last try is not shown, but %d", m.trial())
	}
	m.Lit = 3
	if m.trial() != 0 || m.start() != 3 {
		t.Errorf("of the row of start 4 is shown try %d, start %d", m.trial()+1, m.start()+1)
	}
	m.Lit, m.Shown = -1, 1
	if m.trial() != 0 {
		t.Error("a try that was made again is not shown")
	}
}

// TestNumbersOfLanes: steps that lie on one another share a numeral, and many of them are told by the first and the last.
func TestNumbersOfLanes(t *testing.T) {
	var told []string
	for _, n := range numbered([]float64{1, 2, 1, 2, 1, 2, 1, 2, 5, 5.01}, 0.1) {
		told = append(told, n.text())
	}
	if want := []string{"0…6", "1…7", "8, 9"}; !slices.Equal(told, want) {
		t.Errorf("they are %q, not %q", told, want)
	}
}

// TestCardsAreWhole: what the card of the end says is not cut, be the level won or lost.
func TestCardsAreWhole(t *testing.T) {
	st := style(t, plot.LightPalette(), 1)
	for _, text := range []string{"lift the fog and see why", "within 0.02 of the lowest point", "height 0.008770 at (−3.58, −1.86)",
		"height −0.008770 with 13 probes"} {
		on := record.New(630, 500)
		Card{Title: "Not found with 40", Text: text}.Draw(on, st)
		if _, ok := on.Marks.Find(text); !ok {
			t.Errorf("%q is cut: %q", text, on.Marks.Texts())
		}
	}
}
