package transport

import (
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/figure/story"
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/timeline"
)

// A tale is what happens in the race, beside the time: ticks over its slider, or a lane for each racer; and a line or two of
// commentary with the way to the next and the previous event.
type tale struct {
	desk    desk.Desk
	bar     *widgets.Transport
	settled func() // the height is another
	state   lab.State
	told    *chronicle.Chronicle // that the lanes are of
	of      laneKey
	seats   map[*chronicle.Moment][2]int // lane and mark
	ticks   *timeline.Timeline
	lanes   *timeline.Timeline
	said    *timeline.Commentary
	rule    fyne.CanvasObject
	back    *kit.IconButton
	forth   *kit.IconButton
	close   *kit.IconButton
	more    *kit.IconButton
	buttons []fyne.CanvasObject
	act     fyne.CanvasObject // what can be done at a step
	small   fyne.CanvasObject // the same, in less room
	box     *fyne.Container   // of all, with the time
	height  float32           // that it had last
	low     bool              // the window has no room for lanes
	slim    bool              // nor for more than one line of commentary
	narrow  bool              // nor the time for a button beside it: its key is there without it
}

// laneKey is what lanes depend on beside the chronicle.
type laneKey struct {
	palette *plot.Palette
	alone   int
	hidden  string
	steps   int
}

func newTale(d desk.Desk, bar *widgets.Transport, settle func()) *tale {
	t := &tale{
		desk: d, bar: bar, settled: settle,
		ticks: timeline.New(), lanes: timeline.New(), said: timeline.NewCommentary(), rule: kit.NewRule(),
	}
	l := d.Lab()
	t.ticks.OnSeek, t.lanes.OnSeek = l.Seek, l.Seek
	t.lanes.SetLarge(true, 0)
	t.back = kit.NewIconButton(kit.IconPrevious, words.T("The event before (Ctrl+←)"), func() { l.Event(-1) })
	t.forth = kit.NewIconButton(kit.IconNext, words.T("The next event (Ctrl+→)"), func() { l.Event(1) })
	t.close = kit.NewIconButton(kit.IconRemove, words.T("Hide the commentary"), func() { t.show(lab.StoryHidden) })
	t.more = kit.NewIconButton(kit.IconMore, words.T("What happens in the race: commentary, lanes, all events"), t.menu)
	t.buttons = []fyne.CanvasObject{t.back, t.forth, t.close}
	return t
}

// show shows more or less of what happens.
func (t *tale) show(s lab.Story) {
	t.desk.Lab().Look(func(v *lab.View) { v.Story = s })
}

// menu offers what can be shown of it, and the ways through it.
func (t *tale) menu() {
	l, now := t.desk.Lab(), t.state.View.Story
	either := func(label string, on bool, yes, no lab.Story) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, func() {
			if on {
				yes = no
			}
			t.show(yes)
		})
		item.Checked = on
		return item
	}
	next := fyne.NewMenuItem(words.T("Next event (Ctrl+→)"), func() { l.Event(1) })
	before := fyne.NewMenuItem(words.T("Event before (Ctrl+←)"), func() { l.Event(-1) })
	list := fyne.NewMenuItem(words.T("List of all events"), func() {
		t.desk.Edit("", func(e *setup.Experiment) { e.Look.Panel = setup.PanelEvents })
	})
	all := fyne.NewMenuItem(words.T("Copy all that happens"), func() { t.desk.Copy(t.text()) })
	next.Disabled, before.Disabled, all.Disabled = t.told == nil, t.told == nil, t.told == nil
	t.desk.Menu(t.more, fyne.NewMenu("",
		either(words.T("Commentary"), now != lab.StoryHidden, lab.StoryLine, lab.StoryHidden),
		either(words.T("A lane for each racer"), now == lab.StoryLanes, lab.StoryLanes, lab.StoryLine),
		fyne.NewMenuItemSeparator(), next, before, fyne.NewMenuItemSeparator(), list, all))
}

// text is all that has been told, a line for each event.
func (t *tale) text() string {
	var lines []string
	for i := range t.told.Moments {
		lines = append(lines, t.told.Moments[i].Sentence())
	}
	return strings.Join(append(lines, t.told.Ends...), "\n")
}

// update shows a state.
func (t *tale) update(s lab.State, c lab.Change) {
	form := t.state.View.Story
	t.state = s
	if c&^lab.HeadChanged != 0 && (t.follow(s) || s.View.Story != form) {
		t.settle()
	}
	if t.told == nil {
		t.said.Set(timeline.Said{Text: waiting(&s)})
		t.ticks.SetHead(s.Head, -1, -1)
		t.lanes.SetHead(s.Head, -1, -1)
		return
	}
	line := story.At(s, t.told, s.Step())
	lane, mark := -1, -1
	if line.Moment != nil {
		if at, is := t.seats[line.Moment]; is {
			lane, mark = at[0], at[1]
		}
		racer := s.TapeDoc.Racers[line.Racer]
		t.said.Set(timeline.Said{Lead: line.When + ":", Ink: t.desk.Palette().Letters(t.desk.Palette().Racer(racer.Slot)),
			Text: line.Says, Brief: line.Brief + ".", Quiet: line.Around, Quieter: line.Nearer})
	} else {
		t.said.Set(timeline.Said{Text: words.T("Nothing has happened yet."), Quiet: line.Around, Quieter: line.Nearer})
	}
	t.ticks.SetHead(s.Head, lane, mark)
	t.lanes.SetHead(s.Head, lane, mark)
}

// waiting says why nothing is told.
func waiting(s *lab.State) string {
	if len(s.Doc.Racers) == 0 {
		return words.T("Nobody races.")
	}
	return words.T("Looking what happens …")
}

// settle lays all out anew: its height may be another.
func (t *tale) settle() {
	if height := t.box.MinSize().Height; height != t.height {
		t.height = height
		t.settled()
	}
	t.Layout(t.box.Objects, t.box.Size())
	t.bar.Settle()
}

// follow draws the lanes anew if there may be others, and tells whether it has.
func (t *tale) follow(s lab.State) bool {
	told := s.Chronicle()
	key := laneKey{palette: t.desk.Palette(), alone: s.View.Alone(), steps: s.TapeDoc.Steps}
	var hidden strings.Builder
	for _, r := range s.TapeDoc.Racers {
		if r.Hidden {
			hidden.WriteByte('h')
		} else {
			hidden.WriteByte('-')
		}
	}
	key.hidden = hidden.String()
	if told == t.told && key == t.of {
		return false
	}
	t.told, t.of = told, key
	lanes := t.lanesOf(s)
	t.ticks.SetLanes(lanes, s.TapeDoc.Steps)
	t.lanes.SetLanes(lanes, s.TapeDoc.Steps)
	return true
}

// lanesOf are the lanes of the racers that are not hidden.
func (t *tale) lanesOf(s lab.State) (lanes []timeline.Lane) {
	t.seats = map[*chronicle.Moment][2]int{}
	if t.told == nil {
		return nil
	}
	names, palette, alone := s.TapeDoc.Names(), t.desk.Palette(), s.View.Alone()
	at := make([]int, len(names)) // lane of a racer
	for i, r := range s.TapeDoc.Racers {
		at[i] = -1
		if !r.Hidden {
			at[i] = len(lanes)
			lanes = append(lanes, timeline.Lane{Name: names[i], Color: palette.Racer(r.Slot), Glyph: plot.RacerGlyph(r.Slot),
				Last: s.Tape.Runs[i].Steps, Faint: alone >= 0 && alone != r.Slot})
		}
	}
	for k := range t.told.Moments {
		m := &t.told.Moments[k]
		if m.Begins() || m.Racer >= len(at) || at[m.Racer] < 0 {
			continue
		}
		lane := &lanes[at[m.Racer]]
		t.seats[m] = [2]int{at[m.Racer], len(lane.Marks)}
		lane.Marks = append(lane.Marks,
			timeline.Mark{Step: m.From, To: m.To, Sign: story.Sign(m.Kind), Rank: m.Rank(), Hint: m.Sentence()})
	}
	return lanes
}

// slimBelow is the height of the window below which the commentary has one line.
const slimBelow = 780

// lanesFrom is the height of the window from which on there is room for lanes.
const lanesFrom = 600

// fit shows what belongs to the present form, and returns how high commentary and lanes are together.
func (t *tale) fit() (commentary, lanes float32) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.box); c != nil {
		t.slim = c.Size().Height < slimBelow
		t.said.SetSlim(t.slim)
		t.low = c.Size().Height < lanesFrom
	}
	form := t.state.View.Story
	shown := form != lab.StoryHidden
	large := t.large()
	for _, o := range append([]fyne.CanvasObject{t.said, t.rule}, t.buttons...) {
		layout.SetShown(o, shown)
	}
	layout.SetShown(t.lanes, large)
	layout.SetShown(t.ticks, !large)
	layout.SetShown(t.act, shown && !t.slim)
	layout.SetShown(t.small, (!shown || t.slim) && !t.narrow)
	if shown {
		commentary = max(t.said.Height(), kit.ControlHeight)
	}
	if large {
		lanes = t.lanes.MinSize().Height
	}
	return commentary, lanes
}

// Sizes of the parts below the time, in units.
const (
	ruleGap  = 7 // on both sides of the line above the commentary
	lanesGap = 6 // above the lanes
	tickEdge = 6 // beside the first and the last tick
)

// MinSize is what the time needs, and what is below it.
func (t *tale) MinSize(objects []fyne.CanvasObject) fyne.Size {
	commentary, lanes := t.fit()
	size := objects[0].MinSize().AddWidthHeight(kit.ControlHeight, 0)
	if commentary > 0 {
		size.Height += commentary + 2*ruleGap + 1
	}
	if lanes > 0 {
		size.Height += lanes + lanesGap
	}
	return size
}

// Layout places the time and what is below it.
func (t *tale) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar := objects[0]
	t.narrow = size.Width < bar.MinSize().Width+2*kit.ControlHeight
	commentary, lanes := t.fit()
	y := bar.MinSize().Height
	x := size.Width
	for _, o := range []fyne.CanvasObject{t.more, t.small} {
		if o.Visible() {
			x -= kit.ControlHeight
			kit.Place(o, x, (y-kit.ControlHeight)/2, kit.ControlHeight, kit.ControlHeight)
		}
	}
	kit.Place(bar, 0, 0, x, y)
	if lanes > 0 {
		kit.Place(t.lanes, 0, y+lanesGap, size.Width, lanes)
		y += lanes + lanesGap
	}
	if commentary == 0 {
		return
	}
	y += ruleGap
	kit.Place(t.rule, 0, y, size.Width, 1)
	y += 1 + ruleGap
	x = size.Width
	for i := len(t.buttons) - 1; i >= 0; i-- {
		x -= kit.ControlHeight
		kit.Place(t.buttons[i], x, y-3, kit.ControlHeight, kit.ControlHeight)
	}
	if t.act.Visible() {
		act := t.act.MinSize()
		kit.Place(t.act, size.Width-act.Width, y+commentary-act.Height, act.Width, act.Height)
		x = min(x, size.Width-act.Width-4)
	}
	kit.Place(t.said, 0, y, max(x-4, 1), commentary)
}

// over lays the ticks over the way of the slider, of which the first step stands so far from the left. They are not shown beside
// lanes.
func (t *tale) over(x, y, width, height, first float32) bool {
	t.ticks.SetLarge(false, tickEdge)
	kit.Place(t.ticks, x+first-tickEdge, y, max(width-2*(first-tickEdge), 1), height)
	return !t.large()
}

// large tells whether there are lanes.
func (t *tale) large() bool { return t.state.View.Story == lab.StoryLanes && t.told != nil && !t.low }
