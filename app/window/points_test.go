package window

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/surfaces"
)

func TestPointsAreListed(t *testing.T) {
	u := mapped(t, "peaks", 50, "sgd lr=0.01")
	p := u.charts.points
	setLook(u, func(l *lab.Look) { l.Panel = "points" })
	if len(p.rows) != 9 || p.rows[3].Key != "S1" || p.rows[3].Cells[1] != "saddle" || p.rows[0].Cells[0] != "★ A" {
		t.Fatalf("rows %+v", p.rows)
	}
	if want := "Complete: the gradient turns +3 times round the window, as 3 minima + 3 maxima − 3 saddles ask."; p.census.Text != want {
		t.Errorf("says %q, want %q", p.census.Text, want)
	}
	strong := func() (names []string) {
		for _, m := range u.mapAt(0).Scene().Marks {
			if m.Strong {
				names = append(names, m.Label)
			}
		}
		return names
	}
	p.table.OnHoverRow("S2")
	if got := strong(); len(got) != 1 || got[0] != "S2" {
		t.Errorf("%v stand out, want S2", got)
	}
	p.table.OnHoverRow("")
	before := u.lab.State().Doc.View
	p.table.OnTapRow("M1")
	place := u.lab.State().Field.Named("M1")
	v := u.lab.State().Doc.View
	if math.Abs((v.X0+v.X1)/2-place.At.X) > 1e-12 || math.Abs((v.Y0+v.Y1)/2-place.At.Y) > 1e-12 || u.view().SelectedName() != "M1" {
		t.Errorf("centred on %v, selected %q", v, u.view().SelectedName())
	}
	u.lab.Undo()
	if u.lab.State().Doc.View != before {
		t.Error("undo does not take the centring back")
	}
}

// However many points there are, the table holds those in view.
func TestLongListsScroll(t *testing.T) {
	u := mapped(t, "rastrigin", 50, "sgd lr=0.01")
	p := u.charts.points
	setLook(u, func(l *lab.Look) { l.Panel = "points" })
	rest(t, u)
	u.Edit("", func(e *lab.Experiment) { e.View = surfaces.Rect{X0: -5.12, X1: 5.12, Y0: -5.12, Y1: 5.12} })
	rest(t, u)
	p.box.Resize(fyne.NewSize(430, 400))
	fit := p.table.RowsIn(p.scroll.Size().Height)
	if len(p.rows) < 300 || fit > 20 || p.table.Size().Height > 400 {
		t.Fatalf("%d rows, %d fit, table of %v", len(p.rows), fit, p.table.Size())
	}
	p.box.Resize(fyne.NewSize(430, 350))
	if n := p.table.RowsIn(p.scroll.Size().Height); n >= fit || p.table.MinSize().Height > p.scroll.Size().Height {
		t.Errorf("in less height %d rows of %v in %v", n, p.table.MinSize(), p.scroll.Size())
	}
	p.scroll.ScrollToBottom()
	if y := p.table.Position().Y; y != p.scroll.Offset.Y || y < 5000 {
		t.Errorf("the table is at %v, scrolled to %v", y, p.scroll.Offset.Y)
	}
}

func TestPointsExport(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	path := filepath.Join(t.TempDir(), "points.csv")
	if err := u.writePoints(path); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 10 || rows[5][0] != "S1" || rows[5][1] != "saddle" {
		t.Errorf("%v, %v", rows, err)
	}
	path = filepath.Join(t.TempDir(), "points.json")
	if err := u.writePoints(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	var file export.PlacesJSON
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil || len(file.Points) != 9 || file.Points[0].Name != "A" || file.Index.Verdict != "complete" || *file.Index.Turns != 1 {
		t.Errorf("%+v, %v", file, err)
	}
	if err := u.writePoints("points.png"); err == nil || !strings.Contains(err.Error(), ".csv") {
		t.Errorf("another format: %v", err)
	}
}

// pickMark clicks a place on the map.
func pickMark(u *testUI, name string) {
	for _, m := range u.mapAt(0).Scene().Marks {
		if m.Label == name {
			press := desktest.Ground(m.At)
			press.Mark, press.Near = &m, &m
			desktest.Drag(u.mapAt(0).Tool, press)
		}
	}
}

func TestClickedSaddleExplainsItself(t *testing.T) {
	u := mapped(t, "peaks", 50, "sgd lr=0.01")
	start := u.lab.State().Doc.Start
	pickMark(u, "S1")
	finishJob(t, u, u.tracer.work)
	curves := u.mapAt(0).Scene().Curves
	dashed := 0
	for _, c := range curves {
		if c.Dashed {
			dashed++
		}
	}
	if dashed != 2 || len(curves) < 8 {
		t.Errorf("%d curves, %d of them dashed", len(curves), dashed)
	}
	for _, want := range []string{"minimum C, which is 0.4735 below", "minimum A (global), which is 6.960 below", "2/λmax = 0.09574", "8.171 times"} {
		if !strings.Contains(u.pointer.long.Text, want) {
			t.Errorf("%q does not say %q", u.pointer.long.Text, want)
		}
	}
	if u.lab.State().Doc.Start != start {
		t.Error("the click has moved the start")
	}

	// An edit that leaves the surface keeps it, and so does one that moves the place a little.
	u.Edit("", func(e *lab.Experiment) { e.Steps = 60 })
	rest(t, u)
	if u.view().SelectedName() != "S1" || len(u.mapAt(0).Scene().Curves) != len(curves) {
		t.Error("an edit of the race ends the selection")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.view().SelectedName() != "" || len(u.mapAt(0).Scene().Curves) > 0 || u.pointer.long.Text != "" {
		t.Error("Escape does not end the selection")
	}
	pickMark(u, "A")
	if !strings.Contains(u.pointer.long.Text, "lr < 2/λmax = 0.06626") {
		t.Errorf("the minimum says %q", u.pointer.long.Text)
	}
	u.Edit("", func(e *lab.Experiment) { s, _ := surfaces.Lookup("ravine"); e.SetSurface(s) })
	finishJob(t, u, u.tracer.work)
	desktest.Drag(u.mapAt(0).Tool, desktest.Ground(start))
	if u.view().SelectedName() != "" {
		t.Error("a click elsewhere does not end the selection")
	}
}

func TestSelectionFollowsItsPlace(t *testing.T) {
	u := mapped(t, "two_wells", 50, "sgd lr=0.01")
	pickMark(u, "S1")
	finishJob(t, u, u.tracer.work)
	before := *u.view().Selected
	u.Edit("", func(e *lab.Experiment) { e.Params = map[string]float64{"ridge": 2} })
	finishJob(t, u, u.tracer.work)
	if u.view().SelectedName() == "" || u.view().Selected.Value == before.Value || u.view().Traced == nil {
		t.Errorf("after another height of the ridge the selection is %+v", u.view().Selected)
	}
}

func TestRaceFromARing(t *testing.T) {
	u := mapped(t, "double_well", 100, "sgd lr=0.05")
	pickMark(u, "S1")
	u.pointer.race()
	calm(t, u)
	doc := u.lab.State().Doc
	if doc.Look.Panel != "swarm" || doc.Swarm.From != lab.FromRing || doc.Swarm.Around != u.view().Selected.At {
		t.Fatalf("swarm %+v in panel %q", doc.Swarm, doc.Look.Panel)
	}
	u.lab.Seek(0)
	for _, at := range u.mapAt(0).Scene().Clouds[0].Pts {
		if math.Abs(math.Hypot(at.X, at.Y)-doc.Swarm.Radius) > 1e-6 {
			t.Fatalf("a run begins at %v", at)
		}
	}
	for _, want := range []string{"300 leave it", "150 downwards", "150 upwards", "the way down to minimum A"} {
		if told := u.view().Swarm.Escape.String(); !strings.Contains(told, want) {
			t.Errorf("%q does not say %q", told, want)
		}
	}
	u.lab.Undo()
	if u.lab.State().Doc.Swarm.From != lab.FromDisc {
		t.Error("undo keeps the ring")
	}
	u.Edit("", func(e *lab.Experiment) { e.Swarm.Around = surfaces.Point{X: math.NaN()} })
	if !u.view().Said.Fault {
		t.Error("a ring around no point is taken")
	}
}
