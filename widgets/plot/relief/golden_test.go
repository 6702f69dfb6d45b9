package relief

import (
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestMarks compares what is drawn, mark by mark, with what was once looked at.
func TestMarks(t *testing.T) {
	st := style(t, plot.LightPalette())
	f := field(64, plot.LogSpacing, peaks)
	for name, s := range map[string]Scene{
		"usual": race(f, st.Palette), "from-above": race(f, st.Palette), "from-behind": race(f, st.Palette),
		"looked-into": lookedInto(f, st.Palette), "looked-into-from-behind": lookedInto(f, st.Palette),
	} {
		switch {
		case name == "from-above":
			s.Camera = Usual().Along(HeightPart)
		case strings.HasSuffix(name, "from-behind"):
			s.Camera = Usual().Turned(180, -20)
		}
		on := record.New(560, 560)
		s.Draw(on, st)
		record.Golden(t, name, on.Marks)
	}
}

// TestBallsAndHiddenParts: the racers' balls are in the picture, that behind the hill at 40 % and its way at 18 % without a halo.
func TestBallsAndHiddenParts(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := race(field(128, plot.LogSpacing, peaks), st.Palette)
	s.Map.Curves, s.Map.Cross, s.Map.Clouds, s.Map.Within = nil, nil, nil, nil
	s.Bare = true // it has the racers' colours
	on := record.New(560, 560)
	s.Draw(on, st)
	for i := range s.Map.Traces {
		ink, faint, balls := st.Palette.Racer(i), 0, 0
		for _, m := range on.Marks.In(ink) {
			alpha := float64(m.Color.A) / 255
			if m.Kind == record.Stroke && alpha < 0.2 {
				if faint++; m.Pen.Reach > 0 {
					t.Errorf("racer %d: what is hidden has a halo", i)
				}
			}
			if m.Kind == record.Circle && m.Radius > 7 && m.Radius <= 9 {
				if balls++; i == 2 && (alpha < 0.39 || alpha > 0.41) || i < 2 && alpha != 1 {
					t.Errorf("racer %d has a ball of %v", i, alpha)
				}
			}
		}
		if balls != 1 || i == 2 && faint == 0 {
			t.Errorf("racer %d has %d balls and %d faint lines", i, balls, faint)
		}
	}
	if _, told := on.Marks.Find("left at step 31"); !told {
		t.Error("nothing is said of who left")
	}
}

// TestBallsBesideThePicture: who is beside what is seen of the zoomed block has no ball at its edge.
func TestBallsBesideThePicture(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := race(field(64, plot.LogSpacing, peaks), st.Palette)
	s.Bare = true
	balls := func() (n int) {
		on := record.New(560, 560)
		s.Draw(on, st)
		for _, m := range on.Marks.Of(record.Circle) {
			if m.Radius == ballRadius {
				n++
			}
		}
		return n
	}
	if n := balls(); n != 4 {
		t.Errorf("%d balls of 4 racers", n)
	}
	var p Painter
	at, _ := p.Spot(s, plot.Point{X: -2.5, Y: -2.5}, 560, 560)
	if s.Camera = s.Camera.Zoomed(8, at, 560, 560); balls() != 0 {
		t.Error("there are balls in the corner")
	}
}

// TestGizmo: its tips look along their axes, and its disc is where it is drawn.
func TestGizmo(t *testing.T) {
	s := Scene{Camera: Camera{Yaw: 40, Tilt: 30, Zoom: 1, Height: 1}}
	middle, _ := gizmoMiddle(560, 560, 1)
	tips, _ := gizmoTips(s.Camera)
	for i, want := range []Part{XPart, YPart, HeightPart} {
		if got := s.PartAt(middle.Add(tips[i].Mul(1.1)), 560, 560, 1); got != want {
			t.Errorf("tip %d is part %d", i, got)
		}
	}
	for down, want := range map[float64]Part{35: DiscPart, 45: NoPart} {
		if s.PartAt(middle.Add(plot.Vec{Y: down}), 560, 560, 1) == want {
			continue
		}
		t.Error("the disc is elsewhere")
	}
	if s.Bare = true; s.PartAt(middle, 560, 560, 1) != NoPart {
		t.Error("there is a part of what is not drawn")
	}
	if c := Usual().Along(XPart); c.Yaw != 90 || c.Tilt != LeastTilt {
		t.Errorf("along x it is %+v", c)
	}
	if s.Bare, s.Camera = false, Usual(); s.PartAt(plot.Vec{X: 200, Y: 60}, 260, 260, 1) != NoPart {
		t.Error("a small picture has one")
	}
}
