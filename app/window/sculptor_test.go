package window

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/widgets/plot"
)

func TestSculpt(t *testing.T) {
	u := mapped(t, "sphere", 50, "sgd lr=0.01")
	m := func() (s plot.Scene) { return u.mapAt(0).Scene() }
	cell := u.mapAt(0)
	if cell.OnPlace != nil || len(m().Handles) > 0 {
		t.Fatal("sculpting from the first")
	}
	u.take(lab.ToolSculpt)
	if cell.OnPlace == nil || u.captioned(counted) || !u.sculptor.bar.Visible() {
		t.Fatal("no sculpting")
	}
	start := u.lab.State().Doc.Start

	// A press places a well, and the drag from there moves it: one undo.
	i := cell.OnPlace(plot.Point{X: 1, Y: 1})
	for _, x := range []float64{1.5, 2, 2.5} {
		cell.OnHandle(i, plot.Point{X: x, Y: 1}, x == 2.5)
	}
	rest(t, u)
	bumps := func() []lab.Bump { return u.lab.State().Doc.Sculpture }
	if len(bumps()) != 1 || bumps()[0].X != 2.5 || bumps()[0].Height >= 0 || u.lab.State().Doc.Start != start {
		t.Fatalf("sculpture %+v", bumps())
	}
	if !strings.Contains(u.header.formula.Text(), "exp(-((x - 2.5)^2 + (y - 1)^2)/") {
		t.Errorf("formula %q", u.header.formula.Text())
	}
	if f := u.lab.State().Field; f.Probe.Value(2.5, 1) >= 2.5*2.5+1 {
		t.Error("the surface has no well")
	}

	// Its handles: width at the right, height below.
	if h := m().Handles; len(h) != 3 || h[1].Kind != plot.SizeHandle || h[2].Kind != plot.HeightHandle || h[2].At.Y >= 1 {
		t.Fatalf("handles %+v", h)
	}
	cell.OnHandle(1, plot.Point{X: 3.25, Y: 1}, true)
	if w := bumps()[0].Width; w != 0.75 {
		t.Errorf("width %g", w)
	}
	depth := bumps()[0].Height
	up := m().Handles[2].At
	cell.OnHandle(2, plot.Point{X: 2.5, Y: 1 + 2*(1-up.Y)}, true)
	if h := bumps()[0].Height; math.Abs(h+2*depth) > 0.02*math.Abs(depth) {
		t.Errorf("dragged twice as far up as it was down, height %g after %g", h, depth)
	}

	// A ridge is turned and lengthened by its end.
	u.sculptor.kinds.Tapped(&fyne.PointEvent{Position: fyne.NewPos(u.sculptor.kinds.MinSize().Width-5, 5)})
	i = cell.OnPlace(plot.Point{X: -1, Y: 0})
	cell.OnHandle(i, plot.Point{X: -1, Y: 0}, true)
	if h := m().Handles; len(h) != 5 || bumps()[1].Ratio != ridgeRatio {
		t.Fatalf("handles %+v of %+v", h, bumps())
	}
	cell.OnHandle(4, plot.Point{X: 0, Y: 1}, true)
	if b := bumps()[1]; b.Angle != 45 || math.Abs(b.Length()-math.Sqrt2) > 0.01 {
		t.Errorf("ridge %+v", b)
	}
	before := bumps()[1]
	cell.OnHandle(2, plot.Point{X: -1 + 0.3/math.Sqrt2, Y: -0.3 / math.Sqrt2}, true)
	if b := bumps()[1]; math.Abs(b.Width-0.3) > 0.001 || math.Abs(b.Length()-before.Length()) > 0.01 {
		t.Errorf("ridge %+v after %+v", b, before)
	}
	cell.OnTurn(1, 1)
	u.rune('+')
	if b := bumps()[1]; math.Abs(b.Width-0.33) > 0.001 || b.Height <= before.Height {
		t.Errorf("after wheel and key %+v", b)
	}

	u.key(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(bumps()) != 1 || u.view().Bump != -1 {
		t.Errorf("after Delete %+v", bumps())
	}
	u.lab.Undo()
	u.lab.Undo() // wheel and key
	u.lab.Undo()
	u.lab.Undo()
	u.lab.Undo() // the placing
	if len(bumps()) != 1 {
		t.Errorf("after undo %+v", bumps())
	}
	u.lab.Undo()
	u.lab.Undo()
	u.lab.Undo()
	if len(bumps()) != 0 {
		t.Errorf("after all undos %+v", bumps())
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.has(lab.ToolSculpt) || cell.OnPlace != nil || cell.OnPick == nil || !u.captioned(counted) {
		t.Error("Escape does not end sculpting")
	}
}

// Where there are too many bumps, another one is refused and nothing is dragged.
func TestSculptureHasALimit(t *testing.T) {
	u := mapped(t, "sphere", 5, "sgd lr=0.01")
	u.take(lab.ToolSculpt)
	u.Edit("", func(e *lab.Experiment) {
		for range lab.MaxBumps {
			e.Sculpture = append(e.Sculpture, lab.Bump{Height: 1, Width: 1})
		}
	})
	if i := u.sculptor.place(plot.Point{}); i != -1 || !u.view().Said.Fault || u.view().Bump != -1 {
		t.Errorf("placed %d", i)
	}
}
