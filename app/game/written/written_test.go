package written

import (
	"slices"
	"strings"
	"testing"

	"descentlab/app/game"
	"descentlab/app/game/solve"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

// best is the state of a level that was played well.
func best(t *testing.T, key string) (*game.Level, game.State) {
	t.Helper()
	l, err := game.Lookup(key)
	if err != nil {
		t.Fatal(err)
	}
	var actions []game.Action
	switch key {
	case "by_hand":
		actions = game.CarefulPushes(l, -1)
	case "foggy_map":
		actions = game.CarefulProbes(l, l.Ground.Start)
	default:
		s, _ := solve.Fewest(l)
		actions = s.Actions
	}
	s, err := l.Play(actions)
	if err != nil {
		t.Fatal(err)
	}
	return l, s
}

// TestLeads: what made the difference is computed from the play.
func TestLeads(t *testing.T) {
	lengthy.Test(t)
	for key, want := range map[string]string{
		"by_hand":          "You compared heights: 1 push to the wrong side, 1 past the valley.",
		"follow_slope":     "At one rate, 0.5, gradient descent needs 49 steps: the slope that you met went from 0.1675 to 1.436",
		"till_it_explodes": "by 1 − 0.3·η: 0.01 at 3.3. Beyond η = 2/0.3 = 6.667 it grows; your 6.7 is 0.5 % above.",
		"escape_the_trap":  "With momentum 0.9 the ball kept its speed and was over it after 15 steps.",
		"foggy_map":        "You looked 7 times, gradient descent 35: it takes one short step for every look. 5 of your 6 moves",
		"off_the_saddle":   "1 + 0.1·0.8 = 1.08: a push ten times smaller costs about 30 steps more",
		"the_ravine":       "needs 89 steps, you 20; theory asks for rate 0.07456 and momentum 0.5285.",
		"beat_adam": "was down sooner than Adam from 9 of 10 starts: half of them take it 50 steps at most, Adam 88. " +
			"Adam's rate, 0.5, is the best",
	} {
		l, s := best(t, key)
		p := Of(l, s)
		if !strings.Contains(strings.ReplaceAll(p.Lead, "\u00a0", " "), want) || strings.Contains(p.Lead, "%!") {
			t.Errorf("%s: %q lacks %q", key, p.Lead, want)
		}
		for _, r := range p.Rules {
			if _, err := plot.ParseEquation(r.Markup); err != nil {
				t.Errorf("%s: %v", key, err)
			}
		}
		for i, r := range p.Rows {
			if len(r.Cells) != len(p.Columns) || len(r.Tint) != len(p.Columns) || r.Last != (i == len(p.Rows)-1) {
				t.Errorf("%s: row %d is %+v under %d columns", key, i, r, len(p.Columns))
			}
		}
		if len(p.Rows) == 0 || len(p.Rules) == 0 {
			t.Errorf("%s: the page is empty", key)
		}
	}
}

// TestTable: the player's pushes stand beside the steps of gradient descent, which goes on where the player is done.
func TestTable(t *testing.T) {
	l, s := best(t, "by_hand")
	p := Of(l, s)
	if got, want := p.Rows[1].Cells, []string{"1", "← 1", "0.20", "3.857", "▲ 0.192", "1.51", "3.603"}; !slices.Equal(got, want) {
		t.Errorf("the first push is %q, want %q", got, want)
	}
	if p.Rows[1].Tint[4] != Bad || p.Rows[2].Tint[4] != Good {
		t.Error("up and down look alike")
	}
	if gd := l.Descent(); len(p.Curves[1].Values) != gd.Looks+1 || gd.Looks != 9 {
		t.Errorf("gradient descent needs %d steps", gd.Looks)
	}
}

// TestBars: what the methods need that set out from the player's first probe.
func TestBars(t *testing.T) {
	l, s := best(t, "foggy_map")
	want := []Bar{{Name: "you", Looks: 7, Found: true}, {Name: "Adam", Method: "adam", Looks: 42, Found: true},
		{Name: "GD", Method: "sgd", Looks: 35, Found: true}, {Name: "Momentum", Method: "momentum", Looks: 42, Found: true}}
	if got := Of(l, s).Bars; !slices.Equal(got, want) {
		t.Errorf("the bars are %+v", got)
	}
}

// TestUnfinished: there is a page for every state, be it over or not.
func TestUnfinished(t *testing.T) {
	for _, l := range game.Levels() {
		Of(l, l.Begin())
	}
}

// TestSteps: a try is written down step by step beside gradient descent, and two rates beside one another.
func TestSteps(t *testing.T) {
	lengthy.Test(t)
	for key, want := range map[string][]string{
		"escape_the_trap":  {"1", "1.55", "4.896", "1.27", "5.340"},
		"till_it_explodes": {"1", "3.93", "0.501", "11.07", "7.998"},
		"the_ravine":       {"1", "(−2.44, −0.84)", "17.099", "(−2.48, −0.48)", "7.691"},
	} {
		l, s := best(t, key)
		p := Of(l, s)
		if got := p.Steps.Rows[1].Cells; !slices.Equal(got, want) {
			t.Errorf("%s: after a step it is %q, not %q", key, got, want)
		}
		if !p.Steps.Rows[len(p.Steps.Rows)-1].Last || len(p.Steps.Columns) != len(want) {
			t.Errorf("%s: %+v", key, p.Steps.Columns)
		}
	}
}

// TestText: what is copied are numbers that programs read.
func TestText(t *testing.T) {
	table := Table{Columns: []Column{{Title: "w"}, {Title: "height"}}, Rows: []Row{{Cells: []string{"−0.5", "2"}}}}
	if got := table.Text(); got != "w\theight\n-0.5\t2\n" {
		t.Errorf("it is %q", got)
	}
	for v, want := range map[float64]string{-0.004: "0.00", -0.006: "−0.01", 1.5: "1.50"} {
		if got := fixed(v, 2); got != want {
			t.Errorf("%v is written %q", v, got)
		}
	}
}

// TestProbesOfBoth: a round of two is told as one, without moves that nobody made; so is a probe that found it at once.
func TestProbesOfBoth(t *testing.T) {
	l, _ := best(t, "foggy_map")
	low := l.Ground.Lowest().At
	s, err := l.Play([]game.Action{{Do: game.Probe, X: low.X, Y: low.Y}})
	if err != nil {
		t.Fatal(err)
	}
	if lead := Of(l, s).Lead; strings.Contains(lead, "moves") || !strings.HasPrefix(lead, "You looked once: ") {
		t.Errorf("found at once it says %q", lead)
	}
	two, err := game.ForTwo(l)
	if err != nil {
		t.Fatal(err)
	}
	if s, err = two.Play([]game.Action{{Do: game.Probe, X: 1}, {Do: game.Probe, X: low.X, Y: low.Y, Who: 1}}); err != nil {
		t.Fatal(err)
	}
	p := Of(two, s)
	if p.You != "probes of both" || strings.Contains(p.Lead, "your") || p.Rows[1].Cells[0] != "2: player 2" ||
		p.Bars[0] != (Bar{Name: "player 2", Looks: 1, Found: true}) {
		t.Errorf("%q, %+v", p.Lead, p.Bars)
	}
}
