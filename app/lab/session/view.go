package session

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/optim"
)

// viewFile is what a session's file keeps of a View: what stays when the pointer has gone. Racers are told by their slots.
type viewFile struct {
	Racer    *int             `json:"racer,omitempty"` // nil: all
	Pinned   *int             `json:"pinned,omitempty"`
	Tries    lab.Fold         `json:"tries,omitempty"`
	Tool     lab.Tool         `json:"tool,omitempty"`
	Adds     lab.BumpKind     `json:"adds,omitempty"`
	Bump     *int             `json:"bump,omitempty"` // nil: none
	Brush    float64          `json:"brush,omitempty"`
	Erase    bool             `json:"erase,omitempty"`
	Sheet    *sheetFile       `json:"sheet,omitempty"`
	Card     *int             `json:"card,omitempty"`  // nil: as at the first start
	Cards    []int            `json:"cards,omitempty"` // that showed every knob, when several could; not written any more
	More     bool             `json:"more,omitempty"`
	Surface  bool             `json:"turned,omitempty"`
	Noise    bool             `json:"noise,omitempty"`
	Camera   *lab.Camera      `json:"camera,omitempty"` // nil: the usual one
	Recent   []string         `json:"recent,omitempty"`
	Wider    float64          `json:"wider,omitempty"` // the column at the right, in units
	Story    lab.Story        `json:"story,omitempty"`
	Muted    []string         `json:"muted,omitempty"` // curves
	Bench    lab.BenchPicture `json:"bench,omitempty"`
	Selected *[2]float64      `json:"selected,omitempty" list:"x, y"` // where the critical point lies
	Inside   *[]string        `json:"inside,omitempty"`               // marks of a step that are hidden; nil: as at the first start
}

// mostWider is by how much a column can be wider or slimmer than usual on the largest screens, in units.
const mostWider = 10000

type sheetFile struct {
	Open   bool   `json:"open"`
	Racer  int    `json:"racer"`
	Method string `json:"method,omitempty"`
}

// Kept is the view as the next start finds it: without what follows from it, what the pointer does, and what is said.
func Kept(v lab.View) lab.View {
	kept := lab.NewView()
	kept.Awaited = v.Awaited
	if v.Selected != nil {
		kept.Awaited = &v.Selected.At
	}
	kept.Racer, kept.Tool, kept.Adds, kept.Bump = v.Racer, v.Tool, v.Adds, v.Bump
	kept.Brush, kept.Erase, kept.Sheet = v.Brush, v.Erase, v.Sheet
	kept.Card, kept.More, kept.Surface, kept.Noise = v.Card, v.More, v.Surface, v.Noise
	kept.Recent, kept.Pinned, kept.Tries, kept.Inside.Hidden = v.Recent, v.Pinned, v.Tries, v.Inside.Hidden
	kept.Story, kept.Bench = v.Story, v.Bench
	kept.Camera = v.Camera
	kept.Muted, kept.Wider = v.Muted, v.Wider
	return kept
}

// file is the view as it stands in a session's file.
func fileOf(v lab.View) *viewFile {
	f := viewFile{
		Tries: v.Tries, Tool: v.Tool, Adds: v.Adds, Erase: v.Erase, More: v.More, Surface: v.Surface, Noise: v.Noise, Recent: v.Recent,
		Story: v.Story, Bench: v.Bench,
		Muted: v.Muted, Wider: v.Wider,
	}
	if v.Card != lab.NewView().Card {
		f.Card = &v.Card
	}
	if !slices.Equal(v.Inside.Hidden, lab.NewView().Inside.Hidden) {
		f.Inside = &v.Inside.Hidden
	}
	if v.Camera != lab.UsualCamera() {
		f.Camera = &v.Camera
	}
	if v.Racer >= 0 {
		f.Racer = &v.Racer
	}
	if v.Pinned >= 0 {
		f.Pinned = &v.Pinned
	}
	if v.Bump >= 0 {
		f.Bump = &v.Bump
	}
	if v.Brush != lab.BrushUsual {
		f.Brush = v.Brush
	}
	if v.Sheet != (lab.Sheet{}) {
		f.Sheet = &sheetFile{v.Sheet.Open, v.Sheet.Slot, v.Sheet.Method}
	}
	if v.Awaited != nil {
		f.Selected = &[2]float64{v.Awaited.X, v.Awaited.Y}
	}
	return &f
}

// view is the one that a file describes. What it cannot mean is as at the first start: a View is not worth a lost session.
func (f *viewFile) view() lab.View {
	v := lab.NewView()
	if f == nil {
		return v
	}
	if f.Inside != nil {
		unknown := func(mark string) bool { return !slices.Contains(lab.InsideMarks, mark) }
		v.Inside.Hidden = slices.DeleteFunc(slices.Clone(*f.Inside), unknown)
	}
	if f.Racer != nil {
		v.Racer = max(*f.Racer, -1)
	}
	if f.Pinned != nil {
		v.Pinned = max(*f.Pinned, -1)
	}
	if f.Tries == lab.Folded || f.Tries == lab.Unfolded {
		v.Tries = f.Tries
	}
	if f.Story == lab.StoryLanes || f.Story == lab.StoryHidden {
		v.Story = f.Story
	}
	if f.Bench == lab.BenchProfile || f.Bench == lab.BenchTuning {
		v.Bench = f.Bench
	}
	if slices.Contains([]lab.Tool{lab.ToolSculpt, lab.ToolPaint}, f.Tool) {
		v.Tool = f.Tool
	}
	if f.Adds >= lab.Well && f.Adds <= lab.Ridge {
		v.Adds = f.Adds
	}
	if f.Bump != nil && v.Tool == lab.ToolSculpt {
		v.Bump = max(*f.Bump, -1)
	}
	if f.Brush >= lab.BrushLeast && f.Brush <= lab.BrushMost {
		v.Brush = f.Brush
	}
	if f.Camera != nil {
		v.Camera = *f.Camera // whoever draws it keeps it within limits
	}
	if f.Sheet != nil {
		v.Sheet = f.Sheet.sheet()
	}
	if f.Selected != nil && v.Tool == lab.ToolStart {
		v.Awaited = &geom.Point{X: f.Selected[0], Y: f.Selected[1]}
	}
	if v.More = f.More; f.Card != nil {
		v.Card = max(*f.Card, -1)
	} else if len(f.Cards) > 0 {
		v.Card, v.More = max(f.Cards[0], -1), true
	}
	v.Erase, v.Surface, v.Noise, v.Recent = f.Erase && v.Tool == lab.ToolPaint, f.Surface, f.Noise, f.Recent
	if v.Muted = f.Muted; math.Abs(f.Wider) <= mostWider {
		v.Wider = f.Wider
	}
	return v
}

func (f *sheetFile) sheet() lab.Sheet {
	if _, err := optim.LookupMethod(f.Method); f.Method != "" && err != nil {
		return lab.Sheet{}
	}
	return lab.Sheet{Open: f.Open, Slot: f.Racer, Method: f.Method}
}
