package myth

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/census"
	"descentlab/app/export"
	"descentlab/app/trainings"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot/record"
	"descentlab/widgets/widgettest"
)

// few is a document that is soon counted.
func few() kept {
	k := kept{Version: stateVersion, Document: usual()}
	k.Document.Trainings.Runs = 4
	return k
}

// housed is the room in a window of that size, not entered yet.
func housed(t *testing.T, width, height float32, k kept) (*Room, *desktest.Desk) {
	t.Helper()
	widgettest.Waits(t)
	return desktest.Housed(t, width, height, func(f desk.Frame, _ fyne.CanvasObject) (*Room, error) {
		return New(f, desk.Kept(k), nil)
	})
}

// marks are how many marks of the accent's colour a card's picture has: what was found.
func marks(d *desktest.Desk, c *card) int {
	on := record.New(600, 300)
	c.picture.Draw(on, 1)
	ink := d.Palette().Accent
	return len(on.Marks.Of(record.Circle).In(ink)) + len(on.Marks.Of(record.Fill).In(ink)) + len(on.Marks.Of(record.Box).In(ink))
}

// cells are the texts of a column, top to bottom, that are not blank.
func cells(c census.Census, column int) (list []string) {
	for _, r := range countRows(c) {
		if text := r.Cells[column]; text != "" {
			list = append(list, text)
		}
	}
	return list
}

// TestCensusFillsInWhileOneLooksOn: dimension after dimension, in the picture and in the table; the exact shares stand there from
// the beginning, and lie where the counts say. Only then are networks trained.
func TestCensusFillsInWhileOneLooksOn(t *testing.T) {
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	if d.Busy() || r.census.work.Key() != "" {
		t.Fatal("it is counted before anybody sees it")
	}
	if got := cells(r.census.result(), 4); len(got) != 12 || got[0] != "50 %" || got[1] != "14.6 %" {
		t.Errorf("the exact shares are %q", got)
	}
	r.Enter()
	begun := marks(d, r.census.card)
	var rows, drawn []int
	for r.census.work.Busy() {
		if r.trainings.work.Busy() {
			t.Fatal("both are counted at once")
		}
		d.Step()
		if n := len(r.census.result().Rows); len(rows) == 0 || n > rows[len(rows)-1] {
			rows, drawn = append(rows, n), append(drawn, marks(d, r.census.card))
		}
	}
	if len(rows) < 12 || rows[len(rows)-1] != 12 {
		t.Errorf("one sees so many rows: %v", rows)
	}
	if last := drawn[len(drawn)-1]; last != begun+12 {
		t.Errorf("the picture has %d marks, and had %d", last, begun)
	}
	got := r.census.result()
	if len(cells(got, 1)) != 12 || got.Agreement() != "the exact shares lie in 12 of 12 intervals" {
		t.Errorf("%q, and %s", cells(got, 1), got.Agreement())
	}
	if !r.trainings.work.Busy() {
		t.Error("the trainings do not begin")
	}
	d.Settle()
	if n := done(r.trainings.result()); n != 16 {
		t.Errorf("there are %d trainings", n)
	}
}

// TestTrainingsFillIn: the histogram grows with them, a sentence tells what they show, and another bound judges them anew without
// another training.
func TestTrainingsFillIn(t *testing.T) {
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	if said := r.trainings.told.Text(); !strings.Contains(said, "begins when") {
		t.Errorf("before it begins it says %q", said)
	}
	r.Enter()
	var seen []int
	for d.Busy() {
		d.Step()
		if n := done(r.trainings.result()); len(seen) == 0 || n > seen[len(seen)-1] {
			seen = append(seen, n)
		}
	}
	if len(seen) < 8 || marks(d, r.trainings.card) == 0 {
		t.Errorf("one sees so many trainings: %v, with %d bars", seen, marks(d, r.trainings.card))
	}
	study := r.trainings.result()
	finding := r.trainings.finding.Spans()[0].Text
	if want := "Of 4 trainings with 16 hidden units 4 end within 10\u00a0% of the best loss"; !strings.HasPrefix(finding, want) {
		t.Errorf("it finds: %s", finding)
	}
	r.trainings.within.OnChanged(1, true)
	if d.Busy() {
		t.Error("to judge anew it trains anew")
	}
	if now := r.trainings.result(); now.Setting.Within != 0.01 || now.Nets[0].Near() > study.Nets[0].Near() ||
		!strings.Contains(r.trainings.finding.Spans()[0].Text, "within 1.0\u00a0%") {
		t.Errorf("judged anew it finds: %s", r.trainings.finding.Spans()[0].Text)
	}
}

// TestCancelLeavesWhatIsThere: and it does not begin again by itself.
func TestCancelLeavesWhatIsThere(t *testing.T) {
	k := few()
	k.Document.Census.Matrices = census.MaxCount
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, k)
	r.Enter()
	for len(r.census.result().Rows) == 0 {
		d.Step()
	}
	if !r.Rune('c') {
		t.Fatal("there is no key that stops it")
	}
	there := r.census.result()
	if said := r.census.told.Text(); r.census.work.Busy() || said != "stopped: 1 of 12 dimensions are counted" {
		t.Errorf("stopped it says %q", said)
	}
	r.Leave()
	r.Enter()
	if r.census.work.Busy() || !reflect.DeepEqual(r.census.result(), there) || marks(d, r.census.card) != 3 {
		t.Error("what was there is gone, or it begins again by itself")
	}
	r.edit("", func(d *document) { d.Census.Matrices = 100 })
	d.Settle()
	if got := r.census.result(); len(got.Rows) != 12 || got.Setting.Count != 100 {
		t.Errorf("another census has %d rows of %d", len(got.Rows), got.Setting.Count)
	}
}

// TestSameSeedSameNumbers: another seed gives others, and Undo brings the first ones back, as does counting again.
func TestSameSeedSameNumbers(t *testing.T) {
	lengthy.Test(t)
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	r.Enter()
	d.Settle()
	first, trained := r.census.result(), r.trainings.result()
	r.census.other.OnTapped()
	r.trainings.other.OnTapped()
	d.Settle()
	if now := r.census.result(); now.Setting.Seed != 1 || reflect.DeepEqual(now.Rows, first.Rows) {
		t.Error("another seed gives the same counts")
	}
	if reflect.DeepEqual(r.trainings.result().Nets, trained.Nets) {
		t.Error("another seed gives the same trainings")
	}
	r.Undo()
	r.Undo()
	d.Settle()
	if !reflect.DeepEqual(r.census.result(), first) || !reflect.DeepEqual(r.trainings.result(), trained) || r.CanUndo() {
		t.Error("the first seed does not give the first numbers again")
	}
	r.Rune('c')
	if !r.census.work.Busy() {
		t.Error("it is not counted again")
	}
	d.Settle()
	if !reflect.DeepEqual(r.census.result(), first) {
		t.Error("counted again there are other numbers")
	}
	r.Redo()
	if !r.CanRedo() || r.doc.Census.Seed != 1 {
		t.Error("nothing can be made again")
	}
}

// TestUnseenItDoesNothing: what is chosen there is counted when the room is entered.
func TestUnseenItDoesNothing(t *testing.T) {
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	r.Enter()
	d.Settle()
	r.Leave()
	r.edit("", func(d *document) { d.Census.Seed, d.Trainings.Seed = 5, 6 })
	if d.Busy() {
		t.Error("it counts while nobody looks")
	}
	r.Enter()
	d.Settle()
	if r.census.result().Setting.Seed != 5 || r.trainings.result().Setting.Seed != 6 {
		t.Error("it is not counted when somebody looks again")
	}
}

// TestSliders: a gesture is one undo, and what cannot be is said.
func TestSliders(t *testing.T) {
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	r.census.matrices.OnChanged(300, false)
	r.census.matrices.OnChanged(400, true)
	r.census.matrices.OnChanged(500, true)
	if r.Undo(); r.doc.Census.Matrices != 400 || r.census.matrices.Value() != 400 {
		t.Errorf("after an undo there are %d", r.doc.Census.Matrices)
	}
	if r.Undo(); r.doc != few().Document || r.CanUndo() {
		t.Errorf("after another one there is %+v", r.doc)
	}
	if r.census.seed.OnError("seed must be a whole number; got 1.5"); d.Said == nil {
		t.Error("it does not say what is wrong")
	}
	if r.census.seed.OnError(""); d.Said != nil {
		t.Error("it says it still")
	}
}

// TestKeptForTheNextStart: choices, not results; what cannot be is refused with its place.
func TestKeptForTheNextStart(t *testing.T) {
	r, d := housed(t, 700, 400, few())
	r.edit("", func(d *document) { d.Census.Seed, d.Trainings.Within = 7, 0.2 })
	r.census.view.SetSelected(downhill)
	r.census.view.OnChanged(downhill)
	r.Key(fyne.KeyPageDown)
	if r.scroll.Offset.Y <= 0 || d.Changes == 0 {
		t.Fatal("it is not scrolled")
	}
	state := r.State()
	var k kept
	if err := json.Unmarshal(state, &k); err != nil || len(state) > 400 {
		t.Fatalf("%v, it keeps %s", err, state)
	}
	again, _ := housed(t, 700, 400, k)
	again.Enter()
	if !bytes.Equal(again.State(), state) || again.scroll.Offset != r.scroll.Offset || again.census.view.Selected() != downhill {
		t.Errorf("the next start has %s, want %s", again.State(), state)
	}
	for state, want := range map[string]string{
		`{"version": 2}`:               "version 2",
		`{"version": 1, "scroll": -1}`: "scroll: must not be negative",
		`{"version": 1, "document": {"census": {"matrices": 0}}}`:   "census: count: must be from 1",
		`{"version": 1, "document": {"trainings": {"runs": 9999}}}`: "trainings: runs: must be from 1",
		`{"version": 1, "sene": 1}`:                                 "sene",
	} {
		if err := Check([]byte(state)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("of %s it says %v, want %q", state, err, want)
		}
	}
}

// TestExports: both are written as the commands write them, once there is anything; the clipboard gets both tables.
func TestExports(t *testing.T) {
	lengthy.Test(t)
	r, d := housed(t, desktest.UsualWidth, desktest.UsualHeight, few())
	if list, _ := r.Exports(); len(list) > 0 {
		t.Errorf("nothing has been counted, and %d results can be written", len(list))
	}
	r.Enter()
	d.Settle()
	study, err := trainings.Make(t.Context(), r.doc.Trainings.setting(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	counted, err := census.Take(t.Context(), r.doc.Census.setting(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	to := export.Hearers{Context: t.Context()}
	for i, write := range []func(path string) error{
		func(path string) error { return export.Census.Write(to, counted, path) },
		func(path string) error { return export.Trainings.Write(to, study, path) },
	} {
		for _, ending := range []string{".csv", ".png"} {
			list, _ := r.Exports()
			mine, command := filepath.Join(t.TempDir(), "mine"+ending), filepath.Join(t.TempDir(), "command"+ending)
			if err := list[i].Write(to, mine); err != nil {
				t.Fatal(err)
			}
			if err := write(command); err != nil {
				t.Fatal(err)
			}
			if a, b := bytesOf(t, mine), bytesOf(t, command); !bytes.Equal(a, b) {
				t.Errorf("%d%s is not what the command writes", i, ending)
			}
		}
	}
	r.Copy()
	if lines := strings.Split(d.Copied, "\n"); len(lines) != 13+1+5+1 || lines[0] != "n\tminima\tshare\t95 % interval\texact" ||
		!strings.HasPrefix(lines[2], "2\t303\t15.2 %\t") || !strings.HasPrefix(lines[15], "3\t13\t4\t") {
		t.Errorf("the clipboard has %q", d.Copied)
	}
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestLayout: in a large window all is seen without scrolling; in a smaller one the cards are below one another, with their
// tables beside the pictures, and in a small one all is. Nothing overlaps, and nothing moves when the findings come.
func TestLayout(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		width, height float32
		wide, beside  bool
	}{
		{desktest.UsualWidth, desktest.UsualHeight, true, false}, {976, 657, false, true}, {656, 407, false, false},
		{2000, 1100, true, true},
	} {
		r, d := housed(t, c.width, c.height, few())
		r.Enter()
		before := r.page.MinSize().Height
		if c.wide && before > c.height {
			t.Errorf("%v: it is to be scrolled, %v high", c.width, before)
		}
		one, two := r.census.panel, r.trainings.panel
		if wide := one.Position().Y == two.Position().Y; wide != c.wide || one.Size().Width+one.Position().X > c.width {
			t.Errorf("%v: cards at %v and %v, %v wide", c.width, one.Position(), two.Position(), one.Size().Width)
		}
		for _, card := range r.cards() {
			parts := []fyne.CanvasObject{card.title, card.idea, card.knobs, card.line, card.picture, card.finding, card.table}
			for i, a := range parts {
				if a.Position().Y+a.Size().Height > card.panel.Size().Height || a.Size().Height < 15 {
					t.Errorf("%v: part %d is at %v, %v large", c.width, i, a.Position(), a.Size())
				}
				for k, b := range parts[:i] {
					if overlap(a, b) {
						t.Errorf("%v: parts %d and %d overlap", c.width, k, i)
					}
				}
			}
			if beside := card.table.Position().X > card.picture.Position().X; beside != c.beside {
				t.Errorf("%v: the table is at %v", c.width, card.table.Position())
			}
		}
		d.Settle()
		if after := r.page.MinSize().Height; after != before {
			t.Errorf("%v: it was %v high, and is %v", c.width, before, after)
		}
		if r.Reveal(Trainings); !c.wide && r.scroll.Offset.Y == 0 {
			t.Errorf("%v: the trainings are not revealed", c.width)
		}
	}
}

// TestFocusIsSeen: where the page is too low for both cards, the sliders that Tab leads to are scrolled to.
func TestFocusIsSeen(t *testing.T) {
	r, d := housed(t, 976, 500, few())
	r.Enter()
	d.Settle()
	c := d.Window().Canvas()
	seen := map[bool]int{}
	for range 10 {
		c.FocusNext()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.Focused().(fyne.CanvasObject))
		if at.Y < 0 || at.Y+20 > r.scroll.Size().Height {
			t.Errorf("the focus is at %v", at)
		}
		seen[r.scroll.Offset.Y > 0]++
	}
	if seen[false] == 0 || seen[true] == 0 {
		t.Errorf("scrolled or not: %v", seen)
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	x, y := a.Position(), b.Position()
	return x.X < y.X+b.Size().Width && y.X < x.X+a.Size().Width && x.Y < y.Y+b.Size().Height && y.Y < x.Y+a.Size().Height
}
