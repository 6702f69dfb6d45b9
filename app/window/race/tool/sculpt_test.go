package tool

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/plot"
)

// sculpting is a desk with the sculpture's tool in hand, and what lists its handles.
func sculpting(t *testing.T) (*bench, *sculpt, func() []plot.Handle) {
	b := newBench(t, "sphere", 5)
	b.take(lab.ToolSculpt)
	var relief figure.Relief
	return b, b.tools[lab.ToolSculpt].(*sculpt), func() []plot.Handle { return relief.Handles(b.State()) }
}

func TestSculpt(t *testing.T) {
	b, tool, handles := sculpting(t)
	start := b.State().Doc.Start
	bumps := func() []setup.Bump { return b.State().Doc.Sculpture }

	// A press places a well, and the drag from there moves it: one undo.
	way := []plot.Point{{X: 1.5, Y: 1}, {X: 2, Y: 1}, {X: 2.5, Y: 1}}
	desktest.Drag(tool, desktest.Ground(plot.Point{X: 1, Y: 1}), way...)
	b.Settle()
	if len(bumps()) != 1 || bumps()[0].X != 2.5 || bumps()[0].Height >= 0 || b.State().Doc.Start != start {
		t.Fatalf("sculpture %+v", bumps())
	}
	doc := b.State().Doc
	if s, err := doc.Landscape(); err != nil || !strings.Contains(s.Formula, "exp(-((x - 2.5)^2 + (y - 1)^2)/") {
		t.Errorf("formula %q, %v", s.Formula, err)
	}
	if f := b.State().Field; f.Probe.Value(2.5, 1) >= 2.5*2.5+1 {
		t.Error("the surface has no well")
	}

	// Its handles: width at the right, height below.
	h := handles()
	if len(h) != 3 || h[1].Kind != plot.SizeHandle || h[2].Kind != plot.HeightHandle || h[2].At.Y >= 1 {
		t.Fatalf("handles %+v", h)
	}
	desktest.Drag(tool, desktest.Handle(1, h[1].At), plot.Point{X: 3.25, Y: 1})
	if w := bumps()[0].Width; w != 0.75 {
		t.Errorf("width %g", w)
	}
	depth := bumps()[0].Height
	up := handles()[2].At
	desktest.Drag(tool, desktest.Handle(2, up), plot.Point{X: 2.5, Y: 1 + 2*(1-up.Y)})
	if h := bumps()[0].Height; math.Abs(h+2*depth) > 0.02*math.Abs(depth) {
		t.Errorf("dragged twice as far up as it was down, height %g after %g", h, depth)
	}

	for n := 2; n >= 0; n-- {
		b.Lab().Undo()
	}
	if len(bumps()) != 0 || b.State().CanUndo {
		t.Errorf("after three undos %+v", bumps())
	}
}

// A ridge is turned and lengthened by its end, made wider by the wheel and higher by a key, and taken away by another.
func TestSculptARidge(t *testing.T) {
	b, tool, handles := sculpting(t)
	ridge := func() setup.Bump { return b.State().Doc.Sculpture[0] }
	tool.kinds.Resize(tool.kinds.MinSize())
	tool.kinds.Tapped(&fyne.PointEvent{Position: fyne.NewPos(tool.kinds.MinSize().Width-5, 5)})
	desktest.Drag(tool, desktest.Ground(plot.Point{X: -1, Y: 0}))
	h := handles()
	if len(h) != 4 || ridge().Ratio != ridgeRatio || ridge().Height <= 0 {
		t.Fatalf("handles %+v of %+v", h, ridge())
	}
	desktest.Drag(tool, desktest.Handle(3, h[3].At), plot.Point{X: 0, Y: 1})
	if r := ridge(); r.Angle != 45 || math.Abs(r.Length()-math.Sqrt2) > 0.01 {
		t.Errorf("ridge %+v", r)
	}
	before := ridge()
	desktest.Drag(tool, desktest.Handle(1, handles()[1].At), plot.Point{X: -1 + 0.3/math.Sqrt2, Y: -0.3 / math.Sqrt2})
	if r := ridge(); math.Abs(r.Width-0.3) > 0.001 || math.Abs(r.Length()-before.Length()) > 0.01 {
		t.Errorf("ridge %+v after %+v", r, before)
	}
	if !tool.Turn(desktest.Handle(0, handles()[0].At), 1) || !tool.Rune('+') {
		t.Error("wheel or key is not taken")
	}
	if r := ridge(); math.Abs(r.Width-0.33) > 0.001 || r.Height <= before.Height || len(b.Sealed) != 2 {
		t.Errorf("after wheel and key %+v", r)
	}
	if !tool.Key(fyne.KeyDelete) || len(b.State().Doc.Sculpture) != 0 || b.State().View.Bump != -1 {
		t.Errorf("after Delete %+v", b.State().Doc.Sculpture)
	}
	b.Lab().Undo()
	b.Lab().Undo() // wheel and key
	b.Lab().Undo()
	b.Lab().Undo()
	if len(b.State().Doc.Sculpture) != 1 || ridge().Angle != 0 {
		t.Errorf("after undo %+v", b.State().Doc.Sculpture)
	}
	b.Lab().Undo() // the placing
	if len(b.State().Doc.Sculpture) != 0 {
		t.Errorf("after all undos %+v", b.State().Doc.Sculpture)
	}
}

// Who takes hold of a handle beside its middle carries it along without a jump, and a click leaves it where it is.
func TestSculptHoldsBesideTheMiddle(t *testing.T) {
	b, tool, handles := sculpting(t)
	well := func() setup.Bump { return b.State().Doc.Sculpture[0] }
	desktest.Drag(tool, desktest.Ground(plot.Point{X: 1, Y: 1}))
	tool.choose(-1)
	press := desktest.Handle(0, handles()[0].At)
	press.At = plot.Point{X: 1.1, Y: 1}
	if desktest.Drag(tool, press); well().X != 1 || b.State().View.Bump != 0 {
		t.Errorf("clicked: %+v, chosen %d", well(), b.State().View.Bump)
	}
	if desktest.Drag(tool, press, plot.Point{X: 2.1, Y: 0}); well().X != 2 || well().Y != 0 {
		t.Errorf("dragged: %+v", well())
	}
}

// Escape lets the chosen bump go, and then ends sculpting, in the middle of a drag too: what follows is an undo of its own.
func TestSculptEndsByEscape(t *testing.T) {
	b, tool, _ := sculpting(t)
	drag := tool.Press(desktest.Ground(plot.Point{X: 1, Y: 1}))
	if !tool.Key(fyne.KeyEscape) || b.State().View.Bump != -1 || !b.has(lab.ToolSculpt) {
		t.Errorf("the first: chosen %d, tool %q", b.State().View.Bump, b.State().View.Tool)
	}
	if !tool.Key(fyne.KeyEscape) || !b.has(lab.ToolStart) || tool.bar.Visible() {
		t.Errorf("the second: tool %q", b.State().View.Tool)
	}
	_ = drag // the map drops it
	b.take(lab.ToolSculpt)
	desktest.Drag(tool, desktest.Ground(plot.Point{X: -1, Y: 1}))
	if b.Lab().Undo(); len(b.State().Doc.Sculpture) != 1 {
		t.Errorf("after one undo %+v", b.State().Doc.Sculpture)
	}
}

// Where there are too many bumps, another one is refused and nothing is dragged.
func TestSculptureHasALimit(t *testing.T) {
	b, tool, _ := sculpting(t)
	full := make([]setup.Bump, setup.MaxBumps)
	for i := range full {
		full[i] = setup.Bump{Height: 1, Width: 1}
	}
	b.Edit("", func(e *setup.Experiment) { e.Sculpture = full })
	used, _ := desktest.Drag(tool, desktest.Ground(plot.Point{X: 1}), plot.Point{X: 2})
	s, got := b.State(), b.State().Doc.Sculpture
	if !used || b.Said == nil || s.View.Bump != -1 || len(got) != setup.MaxBumps || got[0].X != 0 {
		t.Errorf("said %v, chosen %d, %d bumps", b.Said, s.View.Bump, len(got))
	}
}
