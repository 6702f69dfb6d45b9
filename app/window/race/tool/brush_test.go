package tool

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim/sweep"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// painting is a desk with the brush in hand.
func painting(t *testing.T) (*bench, *brush) {
	b := newBench(t, "sphere", 5)
	if err := b.Lab().Paint(); err != nil {
		t.Fatal(err)
	}
	return b, b.tools[lab.ToolPaint].(*brush)
}

func (b *bench) painted() sweep.Region { return b.State().Doc.Painted }

// stroke presses at the first place and drags along the others.
func stroke(tool *brush, button desktop.MouseButton, way ...plot.Point) {
	p := desktest.Ground(way[0])
	p.Button = button
	desktest.Drag(tool, p, way[1:]...)
}

const (
	primary   = desktop.MouseButtonPrimary
	secondary = desktop.MouseButtonSecondary
)

func TestPaint(t *testing.T) {
	b, tool := painting(t)
	if !tool.bar.Visible() || !tool.clear.Disabled() {
		t.Error("painting does not begin with a bar that has nothing to clear")
	}
	start := b.State().Doc.Start
	stroke(tool, primary, plot.Point{X: -1, Y: 1}, plot.Point{X: 0, Y: 1}, plot.Point{X: 1, Y: 1})
	if got := b.painted(); len(got) != 1 || len(got[0].Pts) != 3 || b.State().Doc.Start != start || tool.clear.Disabled() {
		t.Fatalf("painted %+v", got)
	}

	// The right button and Ctrl rub out; undo takes back a stroke at a time.
	stroke(tool, secondary, plot.Point{X: 0, Y: 2}, plot.Point{X: 0, Y: 1}, plot.Point{X: 0, Y: 0})
	stroke(tool, primary, plot.Point{X: 1, Y: -1})
	got := b.painted()
	if len(got) != 3 || !got[1].Erase || got[2].Erase || len(got[2].Pts) != 1 || got.Contains(0, 1) || !got.Contains(1, 1) {
		t.Fatalf("painted %+v", got)
	}
	for _, key := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierAlt} {
		held := desktest.Ground(plot.Point{X: 1, Y: 1})
		held.Keys = key
		desktest.Drag(tool, held)
		if got := b.painted(); len(got) != 4 || !got[3].Erase || got.Contains(1, 1) {
			t.Errorf("with key %v held: painted %+v", key, got)
		}
		b.Lab().Undo()
	}
	for n := 2; n >= 0; n-- {
		if b.Lab().Undo(); len(b.painted()) != n {
			t.Fatalf("%d strokes after undo, want %d", len(b.painted()), n)
		}
	}
	if !b.has(lab.ToolPaint) {
		t.Error("painting has ended when all strokes are undone")
	}
	if b.Lab().Redo(); len(b.painted()) != 1 {
		t.Errorf("after redo %+v", b.painted())
	}

	if !tool.Key(fyne.KeyDelete) || len(b.painted()) != 0 || !tool.clear.Disabled() {
		t.Errorf("after Delete %+v", b.painted())
	}
	b.Lab().Undo()
	if !tool.Key(fyne.KeyEscape) || b.has(lab.ToolPaint) || tool.bar.Visible() || len(b.painted()) != 1 {
		t.Error("Escape does not end painting, or takes the region away")
	}
}

// TestBrushKeys: E changes between painting and rubbing out, brackets and wheel the size within limits.
func TestBrushKeys(t *testing.T) {
	b, tool := painting(t)
	tool.Rune(']')
	tool.Turn(desktest.Ground(plot.Point{}), 1)
	if want := lab.BrushUsual * brushStep * brushStep; math.Abs(b.State().View.Brush-want) > 1e-9 {
		t.Errorf("size %v, want %v", b.State().View.Brush, want)
	}
	for range 100 {
		tool.Rune('[')
	}
	if got := b.State().View.Brush; got != lab.BrushLeast {
		t.Errorf("the least size is %v", got)
	}
	for range 100 {
		tool.Turn(desktest.Ground(plot.Point{}), 1)
	}
	if got := b.State().View.Brush; got != lab.BrushMost {
		t.Errorf("the largest size is %v", got)
	}
	tool.Rune('e')
	stroke(tool, primary, plot.Point{X: 1, Y: 1}) // there is nothing to rub out
	if !b.State().View.Erase || tool.tool.Selected() != toolErase || len(b.painted()) > 0 {
		t.Errorf("E: painted %+v", b.painted())
	}
	tool.Rune('e')
	stroke(tool, primary, plot.Point{X: 1, Y: 1})
	tool.Rune('e')
	stroke(tool, primary, plot.Point{X: 1, Y: 1})
	if got := b.painted(); len(got) != 2 || got[0].Erase || !got[1].Erase || len(got.Starts(10, 1)) > 0 {
		t.Errorf("rubbed out: %+v", got)
	}
}

// TestBrushSaysWhatFits: the help of the bar has as many words as there is room for, and other ones while it rubs out.
func TestBrushSaysWhatFits(t *testing.T) {
	b, tool := painting(t)
	last := ""
	for _, erase := range []bool{false, true} {
		b.Look(func(v *lab.View) { v.Erase = erase })
		for i, want := range []string{"wheel, [ ]: size", "[ ]: size", "[ ]: size"} {
			room := []float32{2000, 200, 0}[i]
			if tool.word(room); tool.help.Text == "" || tool.help.Text == last || room > 0 && tool.help.MinSize().Width > room {
				t.Errorf("in %v units, erasing %t: %q, which is like that before or too long", room, erase, tool.help.Text)
			}
			if i == 0 && !strings.Contains(tool.help.Text, want) || i == 2 && tool.help.Text != want {
				t.Errorf("in %v units, erasing %t: %q, want %q in it", room, erase, tool.help.Text, want)
			}
			last = tool.help.Text
		}
	}
}

// TestUndoInTheMiddleOfAStroke: the stroke goes on where it was begun, and no other one is lost.
func TestUndoInTheMiddleOfAStroke(t *testing.T) {
	b, tool := painting(t)
	stroke(tool, primary, plot.Point{X: 1, Y: 1})
	drag := tool.Press(desktest.Ground(plot.Point{X: -1, Y: -1}))
	b.Lab().Undo()
	last := graphic.Motion{At: plot.Point{X: -1, Y: 1}}
	drag.Move(last)
	drag.End(last)
	if got := b.painted(); len(got) != 2 || got[0].Pts[0] != (sweep.Spot{X: 1, Y: 1}) || len(got[1].Pts) != 1 {
		t.Errorf("painted %+v", got)
	}
}

// TestTooMuchPainted: when a region is full, that is said and nothing is lost.
func TestTooMuchPainted(t *testing.T) {
	b, tool := painting(t)
	full := sweep.Stroke{Radius: 0.1, Pts: make([]sweep.Spot, setup.MaxSpots)}
	b.Edit("", func(e *setup.Experiment) { e.Painted = sweep.Region{full} })
	drag := tool.Press(desktest.Ground(plot.Point{X: 1, Y: 1}))
	if b.Said == nil {
		t.Error("nothing is said of a region that is full")
	}
	drag.End(graphic.Motion{At: plot.Point{X: 1, Y: 1}})
	if got := b.painted(); len(got) != 1 || len(got[0].Pts) != setup.MaxSpots {
		t.Errorf("%d strokes", len(got))
	}
}

// TestBrushIsRoundOnTheMap: also in a window that is stretched to fill it.
func TestBrushIsRoundOnTheMap(t *testing.T) {
	b, tool := painting(t)
	b.Lab().See(lab.Shown{Window: b.State().Doc.View, UnitX: 0.5, UnitY: 0.01})
	stroke(tool, primary, plot.Point{X: 1, Y: 0.5})
	if s := b.painted()[0]; math.Abs(s.Ratio-0.02) > 1e-3 || s.Radius != lab.BrushUsual*0.5 {
		t.Errorf("brush %+v", s)
	}
}
