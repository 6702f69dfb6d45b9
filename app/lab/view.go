package lab

import (
	"math"

	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// A Tool is what the mouse does on the maps.
type Tool string

// The tools.
const (
	ToolStart  Tool = ""       // sets the start, and selects critical points
	ToolSculpt Tool = "sculpt" // adds wells, hills and ridges
	ToolPaint  Tool = "paint"  // paints the region in which runs begin
)

// What sculpting adds where the ground is pressed.
type BumpKind int

// The kinds of bumps.
const (
	Well BumpKind = iota
	Hill
	Ridge
)

// A Fold says whether the user has folded something: "" leaves it to the room that there is.
type Fold string

const Folded, Unfolded Fold = "folded", "unfolded"

// Radii of a brush, in units of the window.
const (
	BrushUsual = 22
	BrushLeast = 3
	BrushMost  = 240
)

// A View is what is being looked at: nothing of it is part of the document or undone, and every pane draws it. Treat it as
// immutable outside of Lab.Look. What lies behind its pointers is never changed.
type View struct {
	Selected *Place      // the critical point that explains itself; nil: none. It follows its place while the surface changes
	Awaited  *geom.Point // where the one lies that is to be selected once it is found; nil: none
	Hover    string      // name of the critical point that is pointed at, on a map or in a list
	Cross    *geom.Point // where the pointer is on a map; nil: elsewhere
	Racer    int         // slot of the racer that is pointed at, while others are drawn faintly; -1: none
	Pinned   int         // slot of the one that stands out while none is pointed at; -1: none

	Tool   Tool
	Adds   BumpKind // that sculpting adds
	Bump   int      // of the sculpture, whose handles are shown; -1: none
	Stroke int      // of the painted region, that is being painted; -1: none
	Brush  float64  // its radius, in units of the window
	Erase  bool     // the primary button rubs out

	Camera    Camera   // of the relief
	Sheet     Sheet    // that lies over the readouts
	Card      int      // slot of the racer whose card is open; -1: none
	More      bool     // that card shows every knob
	Surface   bool     // the panel of the surface is open
	Noise     bool     // and that of what all racers share
	Recent    []string // panels that were open, the last one first
	Tries     Fold     // of the panel of changes to try
	Wider     float64  // by how much the column at the right is to be wider than usual, in units, as far as there is room
	KeyTurned bool     // the key of heights is shown on maps too small for it, and hidden on others

	Muted []string // curves of the charts that are hidden, by their keys: see package progress

	Beat    int     // of the first steps, from 1; 0: they are not shown
	Said    Said    // over the foot of the maps
	Working bool    // the worker has been at work for a while
	Done    float64 // the part of the race that it has recorded; 0 and 1 while it does something else

	Traced *Traced  // the curves through the selected saddle; nil: not known, or none is selected
	Swarm  *Swarmed // let loose; nil: none

	Inside Inside // how a step is looked into
	Told   *Told  // what happens in the race; nil: not known yet
	Story  Story  // how much of that is shown with the time

	Bench BenchPicture // what is seen of a benchmark
	Signs bool         // the key of the signs of events is shown
}

// A BenchPicture is what is seen of a benchmark.
type BenchPicture string

// The pictures of a benchmark.
const (
	BenchRuntimes BenchPicture = ""        // what is solved after how many evaluations
	BenchProfile  BenchPicture = "profile" // against the fastest
	BenchTuning   BenchPicture = "tuning"  // what is solved after how many trials of tuning
)

// A Story is how much is shown of what happens in the race, with the time below the maps.
type Story string

// The ways to show it. Ticks beside the time are always there.
const (
	StoryLine   Story = ""       // a line of commentary
	StoryLanes  Story = "lanes"  // and a lane for each racer
	StoryHidden Story = "hidden" // neither
)

// A Sheet tells all about a method: that of a racer, or one as it comes.
type Sheet struct {
	Open   bool
	Slot   int    // of the racer
	Method string // that it is about if no racer is meant; "" else
}

// A Said is a sentence that is told over the maps: an error until it is mended or closed, a notice for a while.
type Said struct {
	Text  string // "": nothing
	Fault bool
	Turn  int // counts what was said, so that a timer takes only its own notice away
}

// Traced are the curves through a saddle.
type Traced struct {
	surfaces.Separatrix
	Places []Place // that its branches' ends are
}

// A Swarmed is a swarm on the maps.
type Swarmed struct {
	*SwarmRun
	Slot   int     // of its racer
	Places []Place // at which its runs may end
}

// firstCard is the card that is open at the first start: that of a racer with more than one knob.
const firstCard = 1

// NewView looks at everything and at nothing in particular.
func NewView() View {
	return View{
		Racer: -1, Pinned: -1, Bump: -1, Stroke: -1, Brush: BrushUsual, Card: firstCard, Inside: newInside(), Camera: UsualCamera(),
	}
}

// Alone is the slot of the racer to look at: the one that is pointed at, or else the pinned one; -1: all.
func (v View) Alone() int {
	if v.Racer >= 0 {
		return v.Racer
	}
	return v.Pinned
}

// PointAt lets a racer stand out while the pointer is over what stands for it.
func (v *View) PointAt(slot int, over bool) {
	switch {
	case over:
		v.Racer = slot
	case v.Racer == slot:
		v.Racer = -1
	}
}

// Pin lets a racer stand out, or no longer if it does.
func (v *View) Pin(slot int) {
	if v.Pinned == slot {
		slot, v.Racer = -1, -1
	}
	v.Pinned = slot
}

// Fit takes out of the view what there is no longer in a document, and tells whether there was anything.
func (v *View) Fit(doc *setup.Experiment) (changed bool) {
	if v.Bump >= len(doc.Sculpture) {
		v.Bump, changed = -1, true
	}
	if v.Tool == ToolPaint && !doc.Paints() {
		v.Tool, v.Stroke, changed = ToolStart, -1, true
	}
	if v.Sheet.Open && v.Sheet.Method == "" && doc.RacerAt(v.Sheet.Slot) < 0 {
		v.Sheet.Open, changed = false, true
	}
	if v.Racer >= 0 && doc.RacerAt(v.Racer) < 0 {
		v.Racer, changed = -1, true
	}
	if v.Pinned >= 0 && doc.RacerAt(v.Pinned) < 0 {
		v.Pinned, changed = -1, true
	}
	if v.Card >= 0 && doc.RacerAt(v.Card) < 0 {
		v.Card, changed = -1, true
	}
	return changed
}

// follow takes the selection along to another field: to the nearest place of its kind, not far from where it was. While the
// places of that one are not known, it stays.
func (v View) follow(from, to *Field, home geom.Rect) View {
	if v.Selected == nil || from == to || !to.Found() {
		return v
	}
	moved := again(*v.Selected, to.Places, home)
	if moved == nil || moved.At != v.Selected.At || from == nil || from.Probe != to.Probe {
		v.Traced = nil
	}
	v.Selected = moved
	return v
}

// Found tells whether the places of a field are known, or taken along from a surface that a slider has changed.
func (f *Field) Found() bool { return f != nil && (f.Known || len(f.Places) > 0) }

// Named is a place of a field by its name; nil if there is none.
func (f *Field) Named(name string) *Place {
	if f == nil || name == "" {
		return nil
	}
	for i := range f.Places {
		if f.Places[i].Name == name {
			return &f.Places[i]
		}
	}
	return nil
}

// again is the place among others that a former one is now; nil if there is none.
func again(p Place, among []Place, home geom.Rect) *Place {
	var nearest *Place
	reach := math.Hypot(home.X1-home.X0, home.Y1-home.Y0) / 12
	for i, q := range among {
		if d := math.Hypot(q.At.X-p.At.X, q.At.Y-p.At.Y); q.Kind == p.Kind && d < reach {
			nearest, reach = &among[i], d
		}
	}
	return nearest
}

// Select is the view with another selected place, or with none.
func (v *View) Select(p *Place) {
	v.Awaited = nil
	if v.Selected != nil && p != nil && v.Selected.Name == p.Name {
		return
	}
	v.Selected, v.Traced = p, nil
}

// Take is the view with another tool in hand: whoever sculpts or paints has no place selected.
func (v *View) Take(t Tool) {
	if t == v.Tool {
		return
	}
	v.Tool, v.Bump, v.Stroke, v.Erase = t, -1, -1, false
	if t != ToolStart {
		v.Select(nil)
	}
}

// SelectedName is the name of the selected place; "" if there is none.
func (v View) SelectedName() string {
	if v.Selected == nil {
		return ""
	}
	return v.Selected.Name
}

// Panel is what the panel of charts shows: what the document says, unless that is the data of a surface without any.
func (s State) Panel() string {
	if s.Doc.Look.Panel == setup.PanelData && !s.Learning() {
		return setup.PanelPoints
	}
	return s.Doc.Look.Panel
}

// Learning tells whether the document's surface has examples.
func (s State) Learning() bool {
	surface, err := s.Doc.Landscape()
	return err == nil && surface.Data != nil
}

// Large tells whether the panel has the middle of the window: whoever works on the maps with the mouse has them there.
func (s State) Large() bool { return s.Doc.Look.Large && s.View.Tool == ToolStart }

// Shown is what the maps really show: the document's window, and more along the longer side.
type Shown struct {
	Window       geom.Rect
	UnitX, UnitY float64 // of the plane, for a unit of the window
}

// await selects the place that was selected when the program ended, once the places of a field are known.
func (v View) await(f *Field) View {
	if v.Awaited == nil || !f.Found() {
		return v
	}
	// The search of the same surface finds it again; the tolerance is for a program that searches otherwise.
	near := math.Hypot(f.Region.X1-f.Region.X0, f.Region.Y1-f.Region.Y0) * 1e-6
	for i, p := range f.Places {
		if math.Hypot(p.At.X-v.Awaited.X, p.At.Y-v.Awaited.Y) <= near {
			v.Select(&f.Places[i])
			break
		}
	}
	if f.Known {
		v.Awaited = nil
	}
	return v
}
