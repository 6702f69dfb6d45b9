package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// header is the bar at the top: what the room that is seen puts there, and what is the same everywhere. Of the race that is
// surface, formula, and how it is looked at.
type header struct {
	ui         *ui
	name       *canvas.Text
	surface    *picker.Picker
	formula    *field.Formula
	levels     *picker.Picker
	mode       *widgets.Segmented
	undo, redo *kit.IconButton
	mood       *kit.IconButton
	file       *kit.Button
	shown      *fyne.Container // the line of the room that is seen
	box        fyne.CanvasObject
	previews   *previews

	seeking *job.Job[surfaces.Rect] // for the window of a formula that was typed
	sought  setup.Meant             // that formula
	of      setup.Experiment        // in whose place it was typed
	turn    int                     // searches that have ended
}

func newHeader(u *ui) *header {
	h := &header{ui: u, name: canvas.NewText("Descent Lab", color.Transparent)}
	h.name.TextStyle.Bold = true
	h.name.TextSize = 15
	h.seeking = job.New[surfaces.Rect](u.post, h.found)
	h.makeSurface()
	h.makeLevels()
	h.mode = widgets.NewSegmented(words.T("Overlay"), words.T("Side by side"))
	h.mode.OnChanged = func(i int) { u.Edit("", func(e *setup.Experiment) { e.Look.SideBySide = i == 1 }) }
	h.undo = kit.NewIconButton(kit.IconUndo, words.T("Undo (Ctrl+Z)"), u.undo)
	h.redo = kit.NewIconButton(kit.IconRedo, words.T("Redo (Ctrl+Shift+Z)"), u.redo)
	h.mood = kit.NewIconButton(kit.IconMoon, words.T("Theme, text size"), nil)
	h.mood.OnTapped = func() { u.Menu(h.mood, u.themeMenu()) }
	h.file = kit.NewButton(words.T("File"), kit.IconExport, words.T("Open, save, export"), nil)
	h.file.OnTapped = func() { u.Menu(h.file, u.fileMenu()) }

	h.shown = container.NewStack()
	h.box = kit.NewBar(h.shown)
	return h
}

// line is what stands in the bar while a room is seen. What is the same everywhere stands in the lines of all of them.
func (h *header) line(of desk.Header) *fyne.Container {
	objects := append([]fyne.CanvasObject{kit.NewBox(fynelayout.NewStackLayout(), h.name), kit.Gap(4)}, of.Left...)
	stretch := of.Stretch
	if stretch == nil {
		stretch = kit.Gap(0)
		objects = append(objects, stretch)
	}
	objects = append(objects, h.undo, h.redo)
	if of.View != nil {
		objects = append(objects, of.View)
	}
	return widgets.NewLine(stretch, append(objects, h.file, h.mood)...)
}

// show puts the line of a room into the bar.
func (h *header) show(line *fyne.Container) {
	h.shown.Objects = []fyne.CanvasObject{line}
	line.Resize(h.shown.Size())
	line.Layout.Layout(line.Objects, line.Size()) // what the lines share stands where the last one has it
}

// ofRace is the race's part of the bar.
func (h *header) ofRace() desk.Header {
	return desk.Header{Left: []fyne.CanvasObject{h.surface, h.formula, h.levels}, Stretch: h.formula, View: h.mode}
}

// makeSurface makes the chooser of surfaces and the field of the formula.
func (h *header) makeSurface() {
	h.surface = picker.New(surfaceItems())
	h.surface.Prefix = words.T("Surface: ")
	h.surface.Placeholder = words.T("your formula")
	h.surface.OnPicked = func(key string) {
		s, err := surfaces.Lookup(key)
		if err != nil {
			return // the list was made of the catalogue
		}
		h.pickSurface(s)
	}
	h.previews = newPreviews(h.ui.post, h.surface)
	h.surface.OnOpen = func() {
		h.previews.wanted = true
		h.showPreviews()
		tracePainted("surface chooser")
	}
	h.formula = field.NewFormula()
	h.formula.OnTyped = h.typed
	h.formula.OnCommit = h.commit
}

// pickSurface puts the experiment on a surface of the catalogue. The racers take what suits it, unless they are there already.
func (h *header) pickSurface(s surfaces.Surface) {
	before := h.ui.lab.State().Doc
	err := h.ui.Edit("", func(e *setup.Experiment) {
		if e.SetSurface(s); e.Surface != before.Surface {
			e.TakeRates()
		}
	})
	if err == nil {
		h.ui.tellSuited(before, "")
	}
}

// makeLevels makes the chooser of what colours the maps.
func (h *header) makeLevels() {
	h.levels = picker.New([]picker.Item{
		{Key: "log", Title: words.T("heights, log"),
			Note: words.T("levels by the logarithm of f − lowest f: shows the floor of valleys")},
		{Key: "linear", Title: words.T("heights, linear"), Note: words.T("levels at equal steps of f: shows how steep it is")},
		{Key: "quantile", Title: words.T("heights, quantile"), Note: words.T("levels with equal areas between them")},
		{Key: setup.GroundBasins, Title: words.T("basins"),
			Note: words.T("colour: the minimum in which a run from there ends; paler: it takes longer")},
		{Key: setup.GroundDifference, Title: words.T("basins that differ"),
			Note: words.T("where one racer ends elsewhere than another")},
	})
	h.levels.Prefix = words.T("Map: ")
	h.levels.OnPicked = h.pickGround
}

// pickGround chooses what colours the maps: heights with one spacing of their levels, or basins.
func (h *header) pickGround(key string) {
	h.ui.Edit("", func(e *setup.Experiment) {
		switch key {
		case setup.GroundBasins, setup.GroundDifference:
			e.Look.Ground = key
		default:
			e.Look.Ground, e.Look.Levels = setup.GroundHeights, key
		}
	})
}

// restyle shows what is the same everywhere in the colours of the theme, and what can be undone.
func (h *header) restyle() {
	p := h.ui.Palette()
	kit.SetText(h.name, h.name.Text, p.Text)
	mood := kit.IconSun
	if p.Dark {
		mood = kit.IconMoon
	}
	h.mood.SetIcon(mood, words.T("Theme, text size"))
	kit.Enable(h.undo, h.ui.seen.room.CanUndo())
	kit.Enable(h.redo, h.ui.seen.room.CanRedo())
}

// update shows the document of the race.
func (h *header) update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	h.showPreviews()
	h.surface.SetSelected(s.Doc.Surface)
	if surface, err := s.Doc.Landscape(); err == nil {
		h.formula.SetText(surface.Formula)
		h.surface.SetHint(strings.TrimSpace(words.T(surface.Note) + "\n" + words.T(surface.Cite)))
	}
	h.levels.SetSelected(s.Doc.Look.Levels)
	if ground := s.Doc.Look.Ground; ground != setup.GroundHeights {
		h.levels.SetSelected(ground)
	}
	h.mode.SetSelected(0)
	if s.Doc.Look.SideBySide {
		h.mode.SetSelected(1)
	}
}

// showPreviews paints the little pictures of the surface chooser once for each theme, and not before it has been opened: they
// take a second of work and some megabytes.
func (h *header) showPreviews() {
	if h.previews.wanted {
		h.previews.paint(h.ui.themeName(), h.ui.Style())
	}
}
