package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab/outcome"
	"descentlab/internal/lengthy"
	"descentlab/widgets"
	"descentlab/widgets/ribbon"
)

// knobs are the sliders with a strip below their track that are seen.
func knobs(u *testUI) (list []*widgets.Knob) {
	for _, o := range test.LaidOutObjects(u.race.Object()) {
		if k, ok := o.(*widgets.Knob); ok && k.Ribbon() != nil {
			list = append(list, k)
		}
	}
	return list
}

// TestRibbonsAgreeWithRealRuns: in the window, with all racers, the strip below each slider of the open card says of ten places
// where the race with what stands there ends.
func TestRibbonsAgreeWithRealRuns(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	for _, surface := range []string{"peaks", "himmelblau"} {
		u.pick(t, surface)
		calm(t, u)
		doc := u.lab.State().Doc
		open := doc.RacerAt(u.view().Card)
		list := knobs(u)
		if len(list) < 2 {
			t.Fatalf("%d sliders", len(list))
		}
		for _, k := range list {
			was, strip, told := k.Value(), k.Ribbon(), map[string]bool{}
			for i := range 10 {
				place := float64(6+19*i) / 192
				said := strip.Says(place)
				told[said] = true
				pickOn(strip, place)
				calm(t, u)
				s := u.lab.State()
				if end := outcome.Ends(s.Run())[open].String(); said == "" || !strings.HasSuffix(said, ": "+end) {
					t.Errorf("%s, %v: the strip says %q, the race %q", surface, k.Value(), said, end)
				}
			}
			if len(told) < 2 {
				t.Errorf("%s: all ends are alike: %v", surface, told)
			}
			k.OnChanged(was, true)
			calm(t, u)
		}
	}
}

// pickOn clicks on a place of a strip.
func pickOn(s *ribbon.Strip, place float64) {
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(place)*s.Size().Width, 2)})
}

// TestSmallChangeIsMade: a click on what is offered makes the change, plays it, and is one undo.
func TestSmallChangeIsMade(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	calm(t, u)
	if !slices.Contains(texts(u.race.Object()), "Momentum 0.9 → 0.8") {
		t.Fatalf("it is not offered: %q", texts(u.race.Object()))
	}
	before := u.racers()
	for _, o := range test.LaidOutObjects(u.race.Object()) {
		if tap, ok := o.(fyne.Tappable); ok && slices.Contains(texts(o), "Momentum 0.9 → 0.8") && len(texts(o)) <= 3 {
			test.Tap(tap)
		}
	}
	if s := u.lab.State(); !s.Playing || s.Head > 5 || slices.Equal(u.racers(), before) {
		t.Errorf("playing %t from %v, %v", s.Playing, s.Head, u.racers())
	}
	u.lab.Pause()
	u.lab.Undo()
	if !slices.Equal(u.racers(), before) {
		t.Errorf("after one undo: %v", u.racers())
	}
}
