package graphic

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A sayingTool says what a map tells it.
type sayingTool struct {
	say    func(string)
	takes  func(Press) bool // a press; nil: every one
	wheel  bool             // it has a use for the wheel
	double bool             // a release restores
	hand   func(p Press, dragging bool) bool
}

func (s *sayingTool) Press(p Press) Drag {
	what := "ground"
	switch {
	case p.Handle >= 0:
		what = fmt.Sprintf("handle %d", p.Handle)
	case p.Start:
		what = "start"
	}
	if p.Mark != nil {
		what += " mark " + p.Mark.Label
	}
	if p.Near != nil {
		what += " near " + p.Near.Label
	}
	if p.Snaps() {
		what += " snaps"
	}
	if p.Double {
		what += " double"
	}
	if !p.Primary() {
		what += " right"
	}
	s.say(fmt.Sprintf("press %.3g,%.3g on %s at %.3g,%.3g", p.At.X, p.At.Y, what, p.Held.X, p.Held.Y))
	if s.takes != nil && !s.takes(p) {
		return nil
	}
	return sayingDrag{s}
}

func (s *sayingTool) Turn(p Press, notches float64) bool {
	s.say(fmt.Sprintf("turn %d %g", p.Handle, notches))
	return s.wheel && p.Keys&fyne.KeyModifierShortcutDefault == 0
}

func (s *sayingTool) Hand(p Press, dragging bool) bool { return s.hand != nil && s.hand(p, dragging) }

// A sayingDrag is a drag of a sayingTool.
type sayingDrag struct{ *sayingTool }

func (s sayingDrag) tell(what string, m Motion) {
	s.say(fmt.Sprintf("%s %.3g,%.3g holding %.3g,%.3g %t", what, m.At.X, m.At.Y, m.Held.X, m.Held.Y, m.Click))
}

func (s sayingDrag) Move(m Motion) { s.tell("move", m) }

func (s sayingDrag) End(m Motion) bool {
	s.tell("end", m)
	return s.double
}

// toolMap is markedMap with a tool that says everything, and two handles at (-1, 0), the second one chosen.
func toolMap(t *testing.T) (*Map, *sayingTool, *[]string) {
	m, said := markedMap(t)
	s := m.Scene()
	s.Handles = []plot.Handle{{At: plot.Point{X: -1}}, {At: plot.Point{X: -1}, Chosen: true}}
	m.SetScene(s)
	tool := &sayingTool{say: func(text string) { *said = append(*said, text) }}
	m.Tool = tool
	return m, tool, said
}

func TestMapHandles(t *testing.T) {
	m, tool, said := toolMap(t)
	m.MouseDown(widgettest.Mouse(52, 50, primary)) // beside the middle of the chosen one
	widgettest.DragTo(m, 77, 25, 25, -25)
	m.MouseUp(widgettest.Mouse(77, 25, primary))
	m.DragEnd()
	widgettest.Expect(t, said, "press -0.96,0 on handle 1 at -1,0",
		"move -0.46,0.5 holding -0.5,0.5 false", "end -0.46,0.5 holding -0.5,0.5 false")
	tool.wheel = true
	widgettest.Scroll(m, 50, 50, gesture.WheelNotch)
	widgettest.Expect(t, said, "turn 1 1")
	tool.wheel = false
	widgettest.Scroll(m, 50, 50, gesture.WheelNotch)
	if len(*said) != 2 || (*said)[0] != "turn 1 1" || !strings.HasPrefix((*said)[1], "view") {
		t.Errorf("a wheel that the tool has no use for: %q, want another view", *said)
	}
}

// Where the ground is pressed nothing is held, and the start's handle is held like others.
func TestMapTellsTheToolWhatIsHeld(t *testing.T) {
	m, _, said := toolMap(t)
	m.MouseDown(widgettest.Mouse(100, 75, primary))
	widgettest.DragTo(m, 125, 75, 25, 0)
	m.MouseUp(widgettest.Mouse(125, 75, primary))
	widgettest.Expect(t, said, "press 0,-0.5 on ground near S1 at 0,-0.5",
		"move 0.5,-0.5 holding 0.5,-0.5 false", "end 0.5,-0.5 holding 0.5,-0.5 false")
	m.MouseDown(widgettest.Mouse(155, 25, primary))
	widgettest.DragTo(m, 180, 25, 25, 0)
	m.MouseUp(widgettest.Mouse(180, 25, primary))
	widgettest.Expect(t, said, "press 1.1,0.5 on start at 1,0.5",
		"move 1.6,0.5 holding 1.5,0.5 false", "end 1.6,0.5 holding 1.5,0.5 false")
	// What lies under both is a handle's; a mark may lie under either.
	s := m.Scene()
	s.Start = &plot.Point{X: -1}
	s.Marks = []plot.Mark{{Label: "far", At: plot.Point{X: -0.9}}, {Label: "close", At: plot.Point{X: -0.98}}}
	m.SetScene(s)
	m.MouseDown(widgettest.Mouse(51, 50, primary))
	widgettest.Expect(t, said, "press -0.98,0 on handle 1 mark close near close at -1,0")
}

// In a click what is held does not tremble with the hand; the release tells whether to restore.
func TestMapTellsTheToolOfClicks(t *testing.T) {
	m, tool, said := toolMap(t)
	advance := widgettest.StopClock(t)
	m.MouseDown(widgettest.Mouse(50, 50, primary))
	m.MouseMoved(widgettest.Mouse(52, 50, primary))
	m.MouseUp(widgettest.Mouse(52, 50, primary))
	widgettest.Expect(t, said, "press -1,0 on handle 1 at -1,0", "move -0.96,0 holding -1,0 true", "end -0.96,0 holding -1,0 true")
	tool.double = true
	advance(200 * time.Millisecond)
	widgettest.Click(m, 50, 50)
	widgettest.Expect(t, said, "press -1,0 on handle 1 double at -1,0", "end -1,0 holding -1,0 true", "restore")
	// A drag is no first click of two.
	tool.double = false
	m.MouseDown(widgettest.Mouse(20, 20, primary))
	widgettest.DragTo(m, 60, 20, 40, 0)
	widgettest.DragTo(m, 20, 20, -40, 0)
	m.MouseUp(widgettest.Mouse(20, 20, primary))
	*said = nil
	widgettest.Click(m, 20, 20)
	widgettest.Expect(t, said, "press -1.6,0.6 on ground at -1.6,0.6", "end -1.6,0.6 holding -1.6,0.6 true")
}

// A press that the tool does not take is the map's: the right button pans, and a double click restores.
func TestMapPressThatTheToolDoesNotTake(t *testing.T) {
	m, tool, said := toolMap(t)
	widgettest.StopClock(t)
	tool.takes = func(Press) bool { return false }
	m.MouseDown(widgettest.Mouse(100, 50, secondary))
	m.MouseMoved(widgettest.Mouse(125, 50, secondary))
	m.MouseUp(widgettest.Mouse(125, 50, secondary))
	widgettest.Expect(t, said, "press 0,0 on ground mark S1 near S1 right at 0,0",
		"view -2.5..1.5 -1..1 false", "view -2.5..1.5 -1..1 true")
	widgettest.Click(m, 20, 20)
	widgettest.Click(m, 20, 20)
	widgettest.Expect(t, said, "press -2.1,0.6 on ground at -2.1,0.6", "press -2.1,0.6 on ground double at -2.1,0.6", "restore")
	// Of the middle button and of shift it does not hear.
	shifted := widgettest.Mouse(100, 50, primary)
	shifted.Modifier = fyne.KeyModifierShift
	for _, down := range []*desktop.MouseEvent{widgettest.Mouse(100, 50, middle), shifted} {
		m.MouseDown(down)
		m.MouseUp(widgettest.Mouse(100, 50, down.Button))
	}
	widgettest.Expect(t, said)
}

// A tool that takes every press paints wherever it is pressed, on the start and on marks too, with the right button and with
// keys; a brush turns the wheel.
func TestMapPaints(t *testing.T) {
	m, tool, said := toolMap(t)
	tool.wheel = true
	m.MouseDown(widgettest.Mouse(150, 25, primary)) // the start's handle
	widgettest.DragTo(m, 152, 25, 2, 0)             // less than a click may tremble
	widgettest.DragTo(m, 100, 50, -52, 25)          // a mark
	m.MouseUp(widgettest.Mouse(100, 50, primary))
	m.DragEnd()
	widgettest.Expect(t, said, "press 1,0.5 on start at 1,0.5",
		"move 1.04,0.5 holding 1,0.5 true", "move 0,0 holding 0,0 false", "end 0,0 holding 0,0 false")

	m.MouseDown(widgettest.Mouse(100, 50, secondary))
	m.MouseMoved(widgettest.Mouse(125, 50, secondary))
	m.MouseUp(widgettest.Mouse(125, 50, secondary))
	widgettest.Expect(t, said, "press 0,0 on ground mark S1 near S1 right at 0,0",
		"move 0.5,0 holding 0.5,0 false", "end 0.5,0 holding 0.5,0 false")
	press := widgettest.Mouse(100, 50, primary)
	press.Modifier = fyne.KeyModifierControl
	m.MouseDown(press)
	m.MouseUp(widgettest.Mouse(100, 50, primary))
	widgettest.Expect(t, said, "press 0,0 on ground mark S1 near S1 snaps at 0,0", "end 0,0 holding 0,0 true")

	widgettest.Scroll(m, 100, 50, gesture.WheelNotch)
	widgettest.Expect(t, said, "turn -1 1")
	widgettest.Hold(t, fyne.KeyModifierShortcutDefault)
	widgettest.Scroll(m, 100, 50, gesture.WheelNotch)
	if len(*said) != 2 || !strings.HasPrefix((*said)[1], "view") {
		t.Errorf("the wheel with Ctrl: %q, want another view", *said)
	}
	*said = nil

	// Who ends painting in the middle of a stroke is left alone, also with another tool in hand.
	for _, next := range []Tool{nil, &sayingTool{say: tool.say}} {
		m.Tool = tool
		m.MouseDown(widgettest.Mouse(20, 20, primary))
		m.Tool = next
		*said = nil
		widgettest.DragTo(m, 60, 20, 40, 0)
		m.MouseUp(widgettest.Mouse(60, 20, primary))
		m.DragEnd()
		widgettest.Expect(t, said)
	}
}

// A finger's drag, which no press announces, is the tool's too.
func TestMapFingerWithATool(t *testing.T) {
	m, _, said := toolMap(t)
	widgettest.DragTo(m, 75, 25, 25, -25)
	widgettest.DragTo(m, 85, 25, 10, 0)
	m.DragEnd()
	widgettest.Expect(t, said, "press -1,0 on handle 1 at -1,0", "move -0.5,0.5 holding -0.5,0.5 false",
		"move -0.3,0.5 holding -0.3,0.5 false", "end -0.3,0.5 holding -0.3,0.5 false")
}

// The tool says where the pointer is a hand; while the window is moved it is a cross.
func TestMapAsksTheToolForTheCursor(t *testing.T) {
	m, tool, _ := toolMap(t)
	tool.hand = func(p Press, dragging bool) bool { return p.Mark != nil || dragging }
	want := func(what string, c desktop.Cursor) {
		t.Helper()
		if m.Cursor() != c {
			t.Errorf("%s: cursor %v, want %v", what, m.Cursor(), c)
		}
	}
	m.MouseMoved(widgettest.Mouse(101, 50, 0))
	want("over the mark", desktop.PointerCursor)
	m.MouseDown(widgettest.Mouse(101, 50, middle))
	want("panning over the mark", desktop.CrosshairCursor)
	m.MouseUp(widgettest.Mouse(101, 50, middle))
	m.MouseMoved(widgettest.Mouse(20, 20, 0))
	want("over the ground", desktop.CrosshairCursor)
	m.MouseDown(widgettest.Mouse(20, 20, primary))
	want("dragging", desktop.PointerCursor)
}
