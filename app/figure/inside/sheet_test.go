package inside_test

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/xray"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

func look(t testing.TB) inside.Look {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return inside.Look{Style: plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 13}}
}

// raced is the state of a race on a surface of the catalogue, with the playhead on a step.
func raced(t testing.TB, surface string, steps, head int, racers ...string) lab.State {
	t.Helper()
	state := labtest.Run(t, labtest.Experiment(t, surface, steps, racers...), lab.WantRace).State()
	state.Head = float64(head)
	return state
}

// TestSheetOfAdam: every stage stands there with its numbers, in the inks of what they are, and bars on one scale a quantity.
func TestSheetOfAdam(t *testing.T) {
	l := look(t)
	sheet := inside.Of(raced(t, "peaks", 140, 23, "sgd", "momentum", "rmsprop", "adam lr=0.06"), 3)
	const width = 417
	on := record.New(width, sheet.Height(l, width))
	sheet.Draw(on, l)
	for _, stage := range sheet.Step.Stages {
		if _, ok := on.Marks.Find(stage.Title); !ok {
			t.Errorf("there is no %s", stage.Title)
		}
		for _, b := range stage.Blocks {
			for _, v := range b.After {
				mark, ok := on.Marks.Find(words.Short(v))
				if !ok || mark.Color != l.Ink(b.Ink, 3) {
					t.Errorf("%s: %s is there: %v, in %v", stage.Title, words.Short(v), ok, mark.Color)
				}
			}
			bars(t, on.Marks, stage.Title, b, l.Ink(b.Ink, 3))
		}
	}
	all := strings.Join(on.Marks.Texts(), " ")
	for _, want := range []string{"position", "loss", "off, g passes unchanged", "one for each axis"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said in %q", want, all)
		}
	}
}

// bars finds the bars of a quantity: as long as its numbers say, to the side that their signs say.
func bars(t *testing.T, marks record.Marks, title string, b xray.Block, ink color.RGBA) {
	t.Helper()
	most := math.Max(math.Abs(b.After[0]), math.Abs(b.After[1]))
	for _, v := range b.Before {
		most = math.Max(most, math.Abs(v))
	}
	for _, v := range b.After {
		want := math.Abs(v) / most * 63
		long := func(m record.Mark) bool { return math.Abs(m.Bounds.X1-m.Bounds.X0-want) < 0.01 }
		if !slices.ContainsFunc(marks.Of(record.Box).In(ink), long) {
			t.Errorf("%s: no bar is %.2f long", title, want)
		}
	}
}

// TestEveryMethodIsDrawn: whatever a method consists of can be set and drawn within its room, wide and slim.
func TestEveryMethodIsDrawn(t *testing.T) {
	l := look(t)
	for _, m := range optim.Methods() {
		s := raced(t, "rosenbrock", 5, 3, m.Key)
		sheet := inside.Of(s, 0)
		for _, stage := range sheet.Step.Stages {
			for _, b := range stage.Blocks {
				for _, markup := range []string{b.Math, b.Note} {
					if _, err := plot.ParseEquation(markup); err != nil {
						t.Errorf("%s: %v", m.Key, err)
					}
				}
			}
		}
		for _, width := range []float64{417, 277} {
			high := sheet.Height(l, width)
			on := record.New(width, high)
			sheet.Draw(on, l)
			for _, mark := range on.Marks.Of(record.Text) {
				if mark.At.Y > high || mark.Text.Align == plot.AlignLeft && mark.At.X+l.Font.Width(mark.Text.Text, mark.Text.Size) > width+1 {
					t.Errorf("%s, %v wide: %q at %v is beyond %v", m.Key, width, mark.Text.Text, mark.At, high)
				}
			}
		}
	}
}

// TestWhatIsPointedAt: each row of a stage that has done something is found where it stands, and is set off.
func TestWhatIsPointedAt(t *testing.T) {
	l := look(t)
	sheet := inside.Of(raced(t, "peaks", 140, 23, "adam lr=0.06"), 0)
	high := sheet.Height(l, 417)
	seen := map[string]bool{}
	for y := 0.0; y < high; y++ {
		seen[sheet.At(l, 417, y)] = true
	}
	for _, stage := range sheet.Step.Stages {
		for k := range max(len(stage.Blocks), 1) {
			if row := stage.Row(k); seen[row] == stage.Idle {
				t.Errorf("%s is found: %v", row, seen[row])
			}
		}
	}
	plain, hot := record.New(417, high), record.New(417, high)
	sheet.Draw(plain, l)
	sheet.Hot = xray.KeySlope
	sheet.Draw(hot, l)
	if len(hot.Marks) != len(plain.Marks)+1 {
		t.Errorf("%d marks with a stage pointed at, %d without", len(hot.Marks), len(plain.Marks))
	}
	for row, ink := range map[string]xray.Ink{"adam.unbiased/0": xray.First, "adam.unbiased/1": xray.Second} {
		sheet.Hot = row
		on := record.New(417, high)
		sheet.Draw(on, l)
		boxes := on.Marks.Of(record.Box).In(l.Ink(ink, 0))
		at := slices.IndexFunc(boxes, func(m record.Mark) bool { return m.Bounds.X1-m.Bounds.X0 > 300 })
		if at < 0 {
			t.Fatalf("%s is not set off", row)
		}
		if middle := (boxes[at].Bounds.Y0 + boxes[at].Bounds.Y1) / 2; sheet.At(l, 417, middle) != row {
			t.Errorf("%s is set off where %s stands", row, sheet.At(l, 417, middle))
		}
	}
}

// TestFaultsAreSaid: what cannot be drawn of a step is said below it, as far as it is asked for.
func TestFaultsAreSaid(t *testing.T) {
	s := raced(t, "rosenbrock", 50, 1, "momentum lr=0.001", "sgd lr=1")
	s.View.Inside = s.View.Inside.Toggled(lab.InsideNewton)
	if said := strings.Join(inside.Of(s, 0).Notes, " "); !strings.Contains(said, "Newton's step leads to") {
		t.Errorf("it says %q", said)
	}
	s.Head = 50
	sheet := inside.Of(s, 1)
	if sheet.Step.Note == "" {
		t.Error("that the run ends is not said")
	}
	l := look(t)
	on := record.New(417, sheet.Height(l, 417))
	sheet.Draw(on, l) // with numbers beyond all bounds
	if sheet := inside.Of(lab.State{}, 0); sheet.Height(l, 417) <= 0 || len(sheet.Marks()) != 0 {
		t.Error("nothing has no height, or marks")
	}
}
