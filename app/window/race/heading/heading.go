// Package heading is what the race has in the bar at the top: the surface, its formula, what colours the maps, and how they are
// looked at.
package heading

import (
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/field"
	"descentlab/widgets/picker"
)

// A Bar is what the heading asks of the window beside what every room may.
type Bar interface {
	// MenuUntil opens a menu below a control. Closed is called when it goes, and before what was chosen of it is done.
	MenuUntil(anchor fyne.CanvasObject, menu *fyne.Menu, closed func())
	// Withdraw takes a notice away that is true no longer, if it is still there.
	Withdraw(text string)
	// TellSuited tells what there is to tell of another surface, and of the settings that the racers have taken for its sake, with
	// a way back to those that they had before.
	TellSuited(before setup.Experiment, told string)
	// OpenText opens the experiment of a text that carries one, such as a link.
	OpenText(text string)
	// Painted says that what has just been shown is painted.
	Painted(name string)
}

// A Heading is the race's part of the bar.
type Heading struct {
	desk     desk.Frame
	bar      Bar
	surface  *picker.Picker
	formula  *field.Formula
	levels   *picker.Picker
	mode     *widgets.Segmented
	previews *previews

	seeking *job.Job[surfaces.Rect] // for the window of a formula that was typed
	sought  setup.Meant             // that formula
	of      setup.Experiment        // in whose place it was typed
	turn    int                     // searches that have ended
}

// New makes it.
func New(f desk.Frame, bar Bar) *Heading {
	h := &Heading{desk: f, bar: bar}
	h.seeking = job.New[surfaces.Rect](f.Post, h.found)
	h.makeSurface()
	h.makeLevels()
	h.mode = widgets.NewSegmented(words.T("Overlay"), words.T("Side by side"), words.T("Relief"))
	h.mode.Tight = true
	h.mode.OnChanged = func(i int) {
		f.Edit("", func(e *setup.Experiment) { e.Look.SideBySide, e.Look.Relief = i == 1, i == 2 })
	}
	f.Keep(h.seeking)
	f.Keep(desk.Quiet(h.previews.work))
	f.Mark("surface", func() fyne.CanvasObject { return h.surface })
	f.Mark("formula", func() fyne.CanvasObject { return h.formula })
	return h
}

// Header is what the window puts into the bar.
func (h *Heading) Header() desk.Header {
	return desk.Header{Left: []fyne.CanvasObject{h.surface, h.formula, h.levels}, Stretch: h.formula, View: h.mode}
}

// makeSurface makes the chooser of surfaces and the field of the formula.
func (h *Heading) makeSurface() {
	h.surface = picker.New(surfaceItems())
	h.surface.Prefix = words.T("Surface: ")
	h.surface.Placeholder = words.T("your formula")
	h.surface.Offer = offerLink
	h.surface.OnPicked = func(key string) {
		if s, err := surfaces.Lookup(key); err == nil {
			h.pickSurface(s)
			return
		}
		h.surface.SetSelected(h.desk.Lab().State().Doc.Surface) // a link is no surface
		h.bar.OpenText(key)
	}
	h.previews = newPreviews(h.desk.Post, h.surface)
	h.surface.OnOpen = func() {
		h.previews.wanted = true
		h.showPreviews()
		h.bar.Painted("surface chooser")
	}
	h.formula = field.NewFormula()
	h.formula.OnTyped = h.typed
	h.formula.OnCommit = h.commit
}

// pickSurface puts the experiment on a surface of the catalogue. The racers take what suits it, unless they are there already.
func (h *Heading) pickSurface(s surfaces.Surface) {
	before := h.desk.Lab().State().Doc
	err := h.desk.Edit("", func(e *setup.Experiment) {
		if e.SetSurface(s); e.Surface != before.Surface {
			e.TakeRates()
		}
	})
	if err == nil {
		h.bar.TellSuited(before, "")
	}
}

// makeLevels makes the chooser of what colours the maps.
func (h *Heading) makeLevels() {
	h.levels = picker.New(levelItems())
	h.levels.Prefix = words.T("Map: ")
	h.levels.OnPicked = h.pickGround
}

// levelItems are what can colour the maps.
func levelItems() []picker.Item {
	return []picker.Item{
		{Key: "log", Title: words.T("heights, log"),
			Note: words.T("levels by the logarithm of f − lowest f: shows the floor of valleys")},
		{Key: "linear", Title: words.T("heights, linear"), Note: words.T("levels at equal steps of f: shows how steep it is")},
		{Key: "quantile", Title: words.T("heights, quantile"), Note: words.T("levels with equal areas between them")},
		{Key: setup.GroundBasins, Title: words.T("basins"),
			Note: words.T("colour: the minimum in which a run from there ends; paler: it takes longer")},
		{Key: setup.GroundDifference, Title: words.T("basins that differ"),
			Note: words.T("where one racer ends elsewhere than another")},
		{Key: flowsKey, Title: words.T("flows: on or off"),
			Note: words.T("beside the ways: the gradient flow, in infinitely small steps; of SGD the central flow, its average path")},
	}
}

// flowsKey is that of what is no ground: the flows beside the ways are switched on or off.
const flowsKey = "flows"

// pickGround chooses what colours the maps: heights with one spacing of their levels, or basins.
func (h *Heading) pickGround(key string) {
	h.desk.Edit("", func(e *setup.Experiment) {
		switch key {
		case flowsKey:
			e.Look.Flows = !e.Look.Flows
		case setup.GroundBasins, setup.GroundDifference:
			e.Look.Ground = key
		default:
			e.Look.Ground, e.Look.Levels = setup.GroundHeights, key
		}
	})
}

// Key lets Escape give the field back the formula of the surface.
func (h *Heading) Key(name fyne.KeyName) bool { return name == fyne.KeyEscape && h.formula.Revert() }

// Seeking tells whether the window of a formula that was typed is looked for.
func (h *Heading) Seeking() bool { return h.seeking.Busy() }

// Update shows the document of the race.
func (h *Heading) Update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	h.showPreviews()
	h.surface.SetSelected(s.Doc.Surface)
	if surface, err := s.Doc.Landscape(); err == nil {
		h.formula.SetText(surface.Formula)
		h.surface.Rehint(strings.TrimSpace(words.Prose(words.T(surface.Note)) + "\n" + words.T(surface.Cite)))
	}
	h.levels.SetSelected(s.Doc.Look.Levels)
	if ground := s.Doc.Look.Ground; ground != setup.GroundHeights {
		h.levels.SetSelected(ground)
	}
	switch {
	case s.Doc.Look.Relief:
		h.mode.SetSelected(2)
	case s.Doc.Look.SideBySide:
		h.mode.SetSelected(1)
	default:
		h.mode.SetSelected(0)
	}
}

// showPreviews paints the little pictures of the surface chooser once for each theme, and not before it has been opened: they
// take a second of work and some megabytes.
func (h *Heading) showPreviews() {
	if h.previews.wanted {
		h.previews.paint(h.desk.Style())
	}
}
