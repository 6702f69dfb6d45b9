package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// header is the bar at the top: surface, formula, what can be done with the experiment, and how it is looked at.
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
	u.Keep(h.seeking)
	h.makeSurface()
	h.makeLevels()
	h.mode = widgets.NewSegmented(words.T("Overlay"), words.T("Side by side"))
	h.mode.OnChanged = func(i int) { u.Edit("", func(e *setup.Experiment) { e.Look.SideBySide = i == 1 }) }
	h.undo = kit.NewIconButton(kit.IconUndo, words.T("Undo (Ctrl+Z)"), u.lab.Undo)
	h.redo = kit.NewIconButton(kit.IconRedo, words.T("Redo (Ctrl+Shift+Z)"), u.lab.Redo)
	h.mood = kit.NewIconButton(kit.IconMoon, words.T("Theme, text size"), nil)
	h.mood.OnTapped = func() { u.Menu(h.mood, u.themeMenu()) }
	h.file = kit.NewButton(words.T("File"), kit.IconExport, words.T("Open, save, export"), nil)
	h.file.OnTapped = func() { u.Menu(h.file, u.fileMenu()) }

	name := kit.NewBox(fynelayout.NewStackLayout(), h.name)
	h.box = kit.NewBar(widgets.NewLine(
		h.formula, name, kit.Gap(4), h.surface, h.formula, h.levels, h.undo, h.redo, h.mode, h.file, h.mood))
	u.Mark("surface", func() fyne.CanvasObject { return h.surface })
	u.Mark("formula", func() fyne.CanvasObject { return h.formula })
	return h
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
	h.previews = newPreviews(h.ui, h.surface)
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

func (h *header) update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	p := h.ui.Palette()
	kit.SetText(h.name, h.name.Text, p.Text)
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
	kit.Enable(h.undo, s.CanUndo)
	kit.Enable(h.redo, s.CanRedo)
	mood := kit.IconSun
	if p.Dark {
		mood = kit.IconMoon
	}
	h.mood.SetIcon(mood, words.T("Theme, text size"))
}

// showPreviews paints the little pictures of the surface chooser once for each theme, and not before it has been opened: they
// take a second of work and some megabytes.
func (h *header) showPreviews() {
	if h.previews.wanted {
		h.previews.paint(h.ui.themeName(), h.ui.Style())
	}
}
