package board

import (
	"slices"
	"strings"
	"testing"
	"time"

	"descentlab/app/figure"
	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

func style(t *testing.T) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 13}
}

// at is a course at a level, with those before it won.
func at(t *testing.T, number int) course.Course {
	t.Helper()
	l := game.Levels()[number-1]
	c := course.New(game.Results{l.Key: {Stars: 1, Count: 7}}, time.Now())
	if err := c.Enter(l); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestGoal: it says what is asked for, and what came of every try.
func TestGoal(t *testing.T) {
	c := at(t, 3)
	for _, rate := range []float64{1, 7} {
		if err := c.Set("lr", rate); err != nil {
			t.Fatal(err)
		}
		if err := c.Try(); err != nil {
			t.Fatal(err)
		}
	}
	on := record.New(370, 500)
	Goal{c}.Draw(on, style(t))
	texts := on.Marks.Texts()
	if !slices.Contains(texts, "Level 3: Till it explodes") || !strings.Contains(strings.Join(texts, " "), c.Level.Goal.String()) {
		t.Errorf("the texts are %q", texts)
	}
	for _, want := range []string{"learning rate 1", "19 steps", "learning rate 7", "explodes"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not in %q", want, texts)
		}
	}
}

// TestGoalIsCut: of more tries than there is room for the last ones are seen, inside of the picture.
func TestGoalIsCut(t *testing.T) {
	c := at(t, 3)
	for range 30 {
		if _, err := c.Key("Right"); err != nil {
			t.Fatal(err)
		}
		if err := c.Try(); err != nil {
			t.Fatal(err)
		}
	}
	on := record.New(300, 260)
	Goal{c}.Draw(on, style(t))
	if texts := on.Marks.Texts(); !slices.Contains(texts, "learning rate 4") || slices.Contains(texts, "learning rate 1.1") {
		t.Errorf("it is not the last ones that are seen: %q", texts)
	}
	for _, m := range on.Marks.Of(record.Text) {
		if m.At.Y > 260 {
			t.Errorf("%q stands at %v", m.Text.Text, m.At)
		}
	}
}

// TestGoalTellsHow: every level says by which keys it is played and what counts, on one panel of a small window.
func TestGoalTellsHow(t *testing.T) {
	for _, l := range game.Levels() {
		c := at(t, l.Number)
		for _, size := range [][2]float64{{404, 600}, {294, 440}} {
			on := record.New(size[0], size[1])
			Goal{c}.Draw(on, style(t))
			texts := on.Marks.Texts()
			for _, hint := range c.Hints() {
				if !slices.Contains(texts, hint.Does) {
					t.Errorf("%s, %v: %q is not in %q", l.Key, size, hint.Does, texts)
				}
			}
			whole := strings.Join(texts, " ")
			for _, want := range []string{c.Counts(), c.ParSays(), l.Goal.String()} {
				if !strings.Contains(whole, want) || strings.Contains(want, "%!") {
					t.Errorf("%s, %v: %q is not in %q", l.Key, size, want, whole)
				}
			}
			for _, m := range on.Marks.Of(record.Text) {
				if m.Bounds.X1 > size[0] || m.Bounds.Y1 > size[1] {
					t.Errorf("%s, %v: %q stands over the edge", l.Key, size, m.Text.Text)
				}
			}
		}
	}
}

// TestProgress: who has found one of two rates is told that the other one is still asked for.
func TestProgress(t *testing.T) {
	c := at(t, 3)
	says := func(rate float64) string {
		if err := c.Set("lr", rate); err != nil {
			t.Fatal(err)
		}
		if err := c.Try(); err != nil {
			t.Fatal(err)
		}
		on := record.New(370, 500)
		Goal{c}.Draw(on, style(t))
		return strings.Join(on.Marks.Texts(), " ")
	}
	if got := says(1); !strings.Contains(got, "Your fastest run takes 19 steps. What is the smallest rate that explodes?") {
		t.Errorf("after a slow run it says %q", got)
	}
	c = at(t, 3)
	if got := says(7); !strings.Contains(got, "The rate 7 explodes. Which one comes down in the fewest steps?") {
		t.Errorf("after an explosion it says %q", got)
	}
	if says(1); c.Progress() != "" || at(t, 4).Progress() != "" {
		t.Error("nothing more is asked for, and it is told all the same")
	}
}

// TestGoalShowsTheTry: what was tried before stands out when it is tried again.
func TestGoalShowsTheTry(t *testing.T) {
	c := at(t, 3)
	for _, key := range []string{"Space", "Right", "Space", "Left", "Space"} {
		if _, err := c.Key(key); err != nil {
			t.Fatal(err)
		}
	}
	boxes := func() int {
		on := record.New(370, 500)
		Goal{c}.Draw(on, style(t))
		return len(on.Marks.Of(record.Box))
	}
	again := boxes()
	c.Shown = 0
	if again != boxes()+1 {
		t.Error("it does not stand out")
	}
}

// TestNumbers: no name and no limit is written over another one, in both sizes of the panel.
func TestNumbers(t *testing.T) {
	for _, l := range game.Levels() {
		for _, size := range [][2]float64{{270, 148}, {228, 104}, {196, 104}, {168, 104}, {410, 112}, {300, 112}} {
			on, st := record.New(size[0], size[1]), style(t)
			Numbers{at(t, l.Number)}.Draw(on, st)
			for _, m := range on.Marks.Of(record.Text) {
				if m.Bounds.X1 > size[0]+1 {
					t.Errorf("%s, %v: %q stands over the edge", l.Key, size, m.Text.Text)
				}
			}
			texts := on.Marks.Of(record.Text)
			if len(texts) != 9 {
				t.Fatalf("%s: %d texts", l.Key, len(texts))
			}
			if cut := on.Marks.Texts(); strings.Contains(strings.Join(cut, " "), "…") {
				t.Errorf("%s, %v: a text is cut: %q", l.Key, size, cut)
			}
			for i, a := range texts {
				for _, b := range texts[i+1:] {
					apart := b.At.X > a.At.X+st.Font.TabularWidth(a.Text.Text, a.Text.Size)
					if a.At.Y == b.At.Y && a.At.X <= b.At.X && !apart {
						t.Errorf("%s, %v: %q is written over %q", l.Key, size, b.Text.Text, a.Text.Text)
					}
				}
			}
		}
	}
}

// TestKey: it shows the key that does the same, unless there is no room.
func TestKey(t *testing.T) {
	k := Key{Button: course.Button{Do: "Left", Label: "Left", Hint: "←", Enabled: true}}
	for width, want := range map[float64]int{160: 2, 40: 1} {
		on := record.New(width, 140)
		k.Draw(on, style(t))
		if texts := on.Marks.Texts(); len(texts) != want {
			t.Errorf("%v wide: %q", width, texts)
		}
		if angle := len(on.Marks.Of(record.Stroke)) > 0; angle != (width > 100) {
			t.Errorf("%v wide: an angle is %t", width, angle)
		}
		if corner := on.Marks.Of(record.Box)[0]; corner.Color != style(t).Palette.Panel {
			t.Errorf("its corners have the colour %v, not the panel's", corner.Color)
		}
	}
}
