package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/pace"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/kit"
)

// pick chooses a surface in the header's list.
func (u *testUI) pick(t *testing.T, name string) {
	t.Helper()
	if _, err := surfaces.Lookup(name); err != nil {
		t.Fatal(err)
	}
	u.surfaces().OnPicked(name)
	rest(t, u)
}

// racers are the settings of all, as text.
func (u *testUI) racers() (list []string) {
	for _, r := range u.lab.State().Doc.Racers {
		list = append(list, r.Spec.String())
	}
	return list
}

// offered is the button below what is said; nil if there is none.
func (u *testUI) offered() *kit.Button {
	if !u.toast.box.Visible() || len(u.toast.way.Objects) == 0 {
		return nil
	}
	return u.toast.way.Objects[0].(*kit.Button)
}

// TestSurfaceBringsItsRates: the racers take Rosenbrock's settings with the surface, one Ctrl+Z brings surface and settings back,
// and takes the offer away; "Keep my settings" puts them on the new surface, which is an undo of its own.
func TestSurfaceBringsItsRates(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	before := u.racers()
	u.pick(t, "rosenbrock")
	taken := u.racers()
	for i, method := range pace.Methods() {
		if spec, _ := pace.Stored("rosenbrock", method); taken[i] != spec.String() {
			t.Errorf("%s has %s on Rosenbrock, want %v", method, taken[i], spec)
		}
	}
	if b := u.offered(); b == nil {
		t.Fatal("no way back is offered")
	}
	for _, s := range u.shortcuts() {
		if _, undo := s.keys.(*fyne.ShortcutUndo); undo {
			s.run()
		}
	}
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Surface != "peaks" || !slices.Equal(u.racers(), before) || u.lab.State().CanUndo {
		t.Errorf("after one undo: %s, %q", doc.Surface, u.racers())
	}
	if u.offered() != nil {
		t.Error("the offer outlives what it is about")
	}

	u.pick(t, "rosenbrock")
	u.offered().OnTapped()
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Surface != "rosenbrock" || !slices.Equal(u.racers(), before) || u.toast.box.Visible() {
		t.Errorf("with their own settings kept: %s, %q", doc.Surface, u.racers())
	}
	u.lab.Undo()
	if !slices.Equal(u.racers(), taken) {
		t.Errorf("the undo of keeping them leaves %q", u.racers())
	}
}

// TestSameSurfaceLeavesRacers: who picks the surface that is there wants its start and parameters back, not other rates.
func TestSameSurfaceLeavesRacers(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	before := u.racers()
	u.pick(t, "peaks")
	if !slices.Equal(u.racers(), before) || u.offered() != nil {
		t.Errorf("picked once more, Peaks changes the racers to %q", u.racers())
	}
}

// TestFormulaBringsItsRates: a formula that is typed has rates by its own curvature, in the same undo; a slider that is moved
// afterwards takes the offer away.
func TestFormulaBringsItsRates(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	before := u.racers()
	u.formula().OnCommit("x^2 + 400*y^2")
	rest(t, u)
	if rate := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; !(rate <= 1./800) || rate < 1./1600 {
		t.Errorf("plain descent has the rate %v, want at most 1/800 and no less than half of that", rate)
	}
	if u.offered() == nil {
		t.Fatal("no way back is offered")
	}
	u.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.Without("lr") })
	rest(t, u)
	if u.offered() != nil {
		t.Error("another setting leaves the offer")
	}
	u.lab.Undo()
	u.lab.Undo()
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Surface != "peaks" || !slices.Equal(u.racers(), before) {
		t.Errorf("after the undo: %s, %q", doc.Surface, u.racers())
	}
}

// TestTableBringsItsRates: on examples of one's own nobody diverges whose numbers are far from those of the catalogue's, and what
// is told of the table and of the rates is one notice.
func TestTableBringsItsRates(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	drop(t, u, "rents.csv", "metres,rent\n40,520\n55,690\n72,910\n90,1150\n120,1480\n")
	s := u.lab.State()
	for i := range s.Doc.Racers {
		if v := s.Tape.Runs[i].Verdict; v.Kind != race.Finished || !(s.Tape.Runs[i].Loss(v.Step) < s.Tape.Runs[i].Loss(0)) {
			t.Errorf("%v: %v", s.Doc.Racers[i].Spec, v)
		}
	}
	if said := u.toast.label.Text; u.offered() == nil || !strings.Contains(said, "5 examples") || !strings.Contains(said, "suit") {
		t.Errorf("it says %q", said)
	}
}
