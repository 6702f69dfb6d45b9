package export

import (
	"path/filepath"
	"reflect"
	"testing"

	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/internal/lengthy"
)

// TestPicturesCarryTheirExperiment: the default one and some of the gallery, raced and drawn, are read from the picture as they
// were.
func TestPicturesCarryTheirExperiment(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	list := []setup.Experiment{setup.Default()}
	for i, e := range gallery.All() {
		if i%9 == 0 {
			list = append(list, e.Doc)
		}
	}
	for i, doc := range list {
		r, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, ending := range Race.Endings() {
			if share.Carries(ending) {
				names = append(names, filepath.Join(dir, "race"+ending))
			}
		}
		if len(names) < 7 {
			t.Fatalf("only %v carry it", names)
		}
		if err := Race.Write(Hearers{Context: t.Context(), Look: picture.Look{W: 200, H: 200, Frames: 3}}, r, names...); err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			carried, err := share.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			if got, _, err := carried.Experiment(); err != nil || !reflect.DeepEqual(got, doc) {
				t.Errorf("experiment %d in %s: %v\n%+v\n%+v", i, name, err, got, doc)
			}
		}
	}
}

// TestPicturesOfCurvesCarryThem in the room that they are of.
func TestPicturesOfCurvesCarryThem(t *testing.T) {
	l, err := curve.NewLab(curve.Default())
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "curve.svg")
	if err := Curve.Write(Hearers{Context: t.Context()}, CurveTable{State: l.State(), Steps: 12}, name); err != nil {
		t.Fatal(err)
	}
	carried, err := share.Open(name)
	if err != nil || carried.Format() != curve.Format {
		t.Fatal(carried.Format(), err)
	}
	if got, err := curve.Parse(carried.Name, carried.Text); err != nil || !reflect.DeepEqual(got, curve.Default()) {
		t.Errorf("%+v, %v", got, err)
	}
}
