package rooms

import (
	"strings"
	"testing"
	"time"

	"descentlab/app/census"
	"descentlab/app/curve"
	"descentlab/app/describe"
	"descentlab/app/gallery"
	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/trainings"
)

// sound complains of what somebody who hears it could not follow.
func sound(t *testing.T, what string, d describe.Description) {
	t.Helper()
	if d.Title == "" || d.Text == "" || !strings.HasSuffix(d.Text, ".") {
		t.Errorf("%s: %q: %q", what, d.Title, d.Text)
	}
	for _, wrong := range []string{"%!", "  ", "..", "\n"} {
		if strings.Contains(d.Text, wrong) {
			t.Errorf("%s says %q: %s", what, wrong, d.Text)
		}
	}
}

// The curve is told with its racers, and the table has the steps that were made.
func TestCurve(t *testing.T) {
	l, err := curve.NewLab(curve.Default())
	if err != nil {
		t.Fatal(err)
	}
	l.Seek(5)
	l.Seek(3)
	s := l.State()
	d := Curve(s)
	sound(t, "curve", d)
	row := s.Runs[0].At(3)
	if got := d.Table.Columns[2].Numbers[3]; got != row.W || d.Table.Rows() != 6 {
		t.Errorf("w is %v in %d rows, want %v", got, d.Table.Rows(), row.W)
	}
	if !strings.Contains(d.Text, "At step 3 of the 5 that were made: ") || !strings.Contains(d.Text, "with the loss ") {
		t.Error(d.Text)
	}
	if err := l.Edit("", func(d *curve.Document) { d.SetEta(0, 4) }); err != nil {
		t.Fatal(err)
	}
	l.Seek(900)
	sound(t, "a run beyond all numbers", Curve(l.State()))
}

// Of every level as much is told as the player knows: of one under fog nothing but what was probed.
func TestGame(t *testing.T) {
	c := course.New(game.Results{}, time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC))
	for _, l := range game.Levels() {
		c.Level, c.State = l, l.Begin() // which is not unlocked yet
		d := Game(c)
		sound(t, l.Key, d)
		if d.Title != l.Name() {
			t.Error(d.Title)
		}
		w, probing := l.Way.(game.Probing)
		if !probing || w.Two {
			continue
		}
		if d.Table.Rows() != 0 {
			t.Errorf("%s: before the first probe %d places are known", l.Key, d.Table.Rows())
		}
		at := l.Ground.View.Centre()
		if err := c.Probe(at); err != nil {
			t.Fatal(err)
		}
		height, _ := l.Ground.At(at)
		if d := Game(c); d.Table.Rows() != 1 || d.Table.Columns[4].Numbers[0] != height {
			t.Errorf("%s: %s", l.Key, d.Table.TSV())
		}
	}
}

// The census and the trainings are told as far as they are.
func TestCensusAndTrainings(t *testing.T) {
	sound(t, "no census", Census(census.Census{}))
	c, err := census.Take(t.Context(), census.Setting{From: 1, To: 4, Count: 200}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := Census(c)
	sound(t, "census", d)
	if d.Table.Rows() != 2+3+4+5 || d.Table.Columns[2].Numbers[0] != float64(c.Rows[0].Minima()) {
		t.Error(d.Table.TSV())
	}
	sound(t, "no trainings", Trainings(trainings.Study{}))
	ends := []trainings.End{{Loss: 0.5}, {Loss: 0.25, Mistakes: 2}}
	s := trainings.Study{Nets: []trainings.Net{{Hidden: 3, Within: 0.1, Ends: ends}}}
	d = Trainings(s)
	sound(t, "trainings", d)
	if d.Table.Columns[2].Numbers[1] != 0.25 {
		t.Error(d.Table.TSV())
	}
}

// The wall of experiments is a list.
func TestGallery(t *testing.T) {
	sound(t, "nothing found", Gallery(nil))
	list := gallery.All()
	d := Gallery(list)
	sound(t, "experiments", d)
	if d.Table.Rows() != len(list) {
		t.Errorf("%d of %d", d.Table.Rows(), len(list))
	}
}
