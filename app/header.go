package main

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// header is the bar at the top: surface, formula, what can be done with the experiment, and how it is looked at.
type header struct {
	ui         *ui
	name       *canvas.Text
	surface    *widgets.Picker
	formula    *widgets.Formula
	levels     *widgets.Picker
	mode       *widgets.Segmented
	undo, redo *widgets.IconButton
	mood       *widgets.IconButton
	back, line *canvas.Rectangle
	box        fyne.CanvasObject
	previews   string // theme that the surface pictures were made for
}

func newHeader(u *ui) *header {
	h := &header{ui: u, name: canvas.NewText("Descent Lab", color.Transparent), back: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent)}
	h.name.TextStyle.Bold = true
	h.name.TextSize = 15
	h.surface = widgets.NewPicker(surfaceItems())
	h.surface.Prefix = "Surface: "
	h.surface.Placeholder = "your formula"
	h.surface.OnPicked = func(key string) {
		s, err := surfaces.Lookup(key)
		if err != nil {
			return // the list was made of the catalogue
		}
		u.edit("", func(e *lab.Experiment) { e.SetSurface(s) })
	}
	h.formula = widgets.NewFormula()
	h.formula.OnTyped = h.typed
	h.formula.OnCommit = h.commit
	h.levels = widgets.NewPicker([]widgets.PickerItem{
		{Key: "log", Title: "heights, log", Note: "levels by the logarithm of f − lowest f: shows the floor of valleys"},
		{Key: "linear", Title: "heights, linear", Note: "levels at equal steps of f: shows how steep it is"},
		{Key: "quantile", Title: "heights, quantile", Note: "levels with equal areas between them"},
		{Key: groundBasins, Title: "basins", Note: "colour: the minimum in which a run from there ends; paler: it takes longer"},
		{Key: groundDifference, Title: "basins that differ", Note: "where one racer ends elsewhere than another"},
	})
	h.levels.Prefix = "Map: "
	h.levels.OnPicked = h.pickGround
	h.mode = widgets.NewSegmented("Overlay", "Side by side")
	h.mode.OnChanged = func(i int) { u.edit("", func(e *lab.Experiment) { e.Look.SideBySide = i == 1 }) }
	h.undo = widgets.NewIconButton(widgets.IconUndo, "Undo (Ctrl+Z)", u.lab.Undo)
	h.redo = widgets.NewIconButton(widgets.IconRedo, "Redo (Ctrl+Shift+Z)", u.lab.Redo)
	h.mood = widgets.NewIconButton(widgets.IconMoon, "Theme", nil)
	h.mood.OnTapped = func() { popUpUnder(u.win.Canvas(), h.mood, u.themeMenu()) }
	file := widgets.NewButton("File", widgets.IconExport, "Open, save, export", nil)
	file.OnTapped = func() { popUpUnder(u.win.Canvas(), file, u.fileMenu()) }

	bar := widgets.NewLine(h.formula, h.name, gap(4), h.surface, h.formula, h.levels, h.undo, h.redo, h.mode, file, h.mood)
	padded := container.New(layout.NewCustomPaddedLayout(6, 6, 12, 12), bar)
	h.line.SetMinSize(fyne.NewSize(1, 1))
	h.box = container.NewStack(h.back, container.NewBorder(nil, h.line, nil, nil, padded))
	return h
}

// pickGround chooses what colours the maps: heights with one spacing of their levels, or basins.
func (h *header) pickGround(key string) {
	h.ui.edit("", func(e *lab.Experiment) {
		switch key {
		case groundBasins, groundDifference:
			e.Look.Ground = key
		default:
			e.Look.Ground, e.Look.Levels = groundHeights, key
		}
	})
}

// gap is a space of so many paddings.
func gap(n float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(theme.Padding()*n, 1))
	return r
}

// typed shows what is wrong with a formula while it is typed; the surface stays until it is committed.
func (h *header) typed(text string) {
	h.fault(h.ui.lab.State().Doc.CheckFormula(text))
}

func (h *header) commit(text string) {
	doc := h.ui.lab.State().Doc
	if s, err := doc.Landscape(); err == nil && s.Formula == text {
		h.fault(nil)
		return
	}
	h.fault(h.ui.lab.Edit("", func(e *lab.Experiment) { e.SetFormula(text) }))
}

func (h *header) fault(err error) {
	if err != nil {
		h.formula.SetError(err.Error())
		return
	}
	h.formula.SetError("")
}

func (h *header) update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	p := h.ui.palette()
	setText(h.name, h.name.Text, p.Text)
	setFill(h.back, p.Panel)
	setFill(h.line, p.Border)
	h.showPreviews()
	h.surface.SetSelected(s.Doc.Surface)
	if surface, err := s.Doc.Landscape(); err == nil {
		h.formula.SetText(surface.Formula)
		h.surface.SetHint(strings.TrimSpace(surface.Note + "\n" + surface.Cite))
	}
	if ground := s.Doc.Look.Ground; ground != groundHeights {
		h.levels.SetSelected(ground)
	} else {
		h.levels.SetSelected(s.Doc.Look.Levels)
	}
	h.mode.SetSelected(map[bool]int{false: 0, true: 1}[s.Doc.Look.SideBySide])
	enable(h.undo, s.CanUndo)
	enable(h.redo, s.CanRedo)
	if p.Dark {
		h.mood.SetIcon(widgets.IconMoon, "Theme")
	} else {
		h.mood.SetIcon(widgets.IconSun, "Theme")
	}
}

// showPreviews paints the little pictures of the surface chooser in the background, once for each theme, one after the other
// and not before the first race is shown: sixty of them take their time.
func (h *header) showPreviews() {
	theme := h.ui.themeName()
	if !h.ui.shown || h.previews == theme {
		return
	}
	h.previews = theme
	st := h.ui.style()
	go func() {
		for _, s := range surfaces.Catalogue() {
			picture := preview(s, st)
			h.ui.post(func() {
				if h.previews == theme {
					h.surface.SetPicture(s.Name, picture)
				}
			})
		}
	}()
}

// surfaceItems are the surfaces as choices, with empty pictures for the time being.
func surfaceItems() []widgets.PickerItem {
	empty := image.NewRGBA(image.Rect(0, 0, 1, 1))
	var items []widgets.PickerItem
	for _, s := range surfaces.Catalogue() {
		items = append(items, widgets.PickerItem{Key: s.Name, Title: s.Title, Note: s.Note, Group: string(s.Group), Picture: empty})
	}
	return items
}

// preview is a surface as a picture of 64 by 48 units at twice their pixels, without marks.
func preview(s surfaces.Surface, st plot.Style) image.Image {
	probe, err := s.Probe(nil)
	if err != nil {
		return nil
	}
	const w, h = 128, 96
	view := visible(s.View, w, h)
	st.Scale = 1
	field := groundJob{probe, plot.Rect(view), w, h, plot.LogSpacing}.field(isolines / 2)
	return raster.Scene(plot.Scene{View: plot.Rect(view), Field: field}, st, w, h)
}
