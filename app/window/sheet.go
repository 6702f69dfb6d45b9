package window

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// The sheet tells all about a method: what it does, its mathematics, its knobs, what it remembers, and how it is written
// in Python. It lies over the right column and follows edits and the playhead, so that a slider can be dragged beside it.
type sheet struct {
	ui *ui

	sheet lab.Sheet // that is shown

	badge            *widgets.Badge
	title, when      *canvas.Text
	idea, cite       *widgets.Note
	maths            *widgets.Equations
	memories         *memoryRows
	knobs            *widgets.Note
	headings         []*canvas.Text
	memoryHead       *canvas.Text
	code             *widget.Label
	codeFrame        *canvas.Rectangle
	copy             *widgets.Button
	text             string // the Python; "" if there is none
	scroll, codeArea *container.Scroll
	panel            *widgets.Panel
	under            fyne.CanvasObject // what it lies over
	box              *fyne.Container
	copied           bool
	turn             int // counts what was copied, so that a timer takes only its own confirmation back
}

func newSheet(u *ui, under fyne.CanvasObject) *sheet {
	s := &sheet{
		ui: u, under: under, badge: widgets.NewBadge(plot.RacerGlyph(0), color.Transparent),
		title: canvas.NewText("", color.Transparent), when: canvas.NewText("", color.Transparent),
		idea: widgets.NewNote(), cite: widgets.NewNote(), knobs: widgets.NewNote(), maths: widgets.NewEquations(), memories: newMemoryRows(),
		code: widget.NewLabel(""), codeFrame: canvas.NewRectangle(color.Transparent),
	}
	s.title.TextStyle.Bold, s.title.TextSize, s.when.TextSize = true, theme.DefaultTheme().Size(theme.SizeNameText)+1, figure.SmallText
	closer := widgets.NewIconButton(widgets.IconRemove, "Close (Esc)", s.close)
	head := container.NewBorder(nil, nil, container.NewHBox(s.badge, s.title, s.when), closer)
	s.memoryHead = s.heading("Memory")
	body := container.New(fynelayout.NewCustomPaddedVBoxLayout(6),
		s.idea.Box, widgets.Gap(1), s.maths, widgets.Gap(1),
		s.memoryHead, s.memories.box, widgets.Gap(1),
		s.heading("Knobs"), s.knobs.Box, widgets.Gap(1),
		s.heading("Source"), s.cite.Box)
	s.scroll = container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar+4), body))
	s.copy = widgets.NewButton("", widgets.IconDuplicate, "Copy the program to the clipboard (Ctrl+C)", s.copyCode)
	codeHead := container.NewBorder(nil, nil, s.heading("Python"), s.copy)
	s.code.TextStyle.Monospace, s.code.SizeName = true, widgets.SizeNote
	s.codeFrame.CornerRadius, s.codeFrame.StrokeWidth = 6, 1
	s.codeArea = container.NewScroll(s.code)
	code := container.NewBorder(codeHead, nil, nil, nil, container.NewStack(s.codeFrame, s.codeArea))
	s.panel = widgets.NewPanel(container.New(sheetLayout{}, head, s.scroll, code), color.Transparent)
	s.box = container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), s.panel)
	s.box.Hide()
	return s
}

// heading is a small title within the sheet.
func (s *sheet) heading(text string) *canvas.Text {
	t := canvas.NewText(text, color.Transparent)
	t.TextSize, t.TextStyle.Bold = figure.SmallText, true
	s.headings = append(s.headings, t)
	return t
}

// aboutMethod shows the sheet of a method as it comes.
func (u *ui) aboutMethod(key string) {
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Method: key} })
}

// aboutRacer shows the sheet of a racer.
func (u *ui) aboutRacer(slot int) {
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: slot} })
}

// show shows another sheet from its beginning, or what it lies over.
func (s *sheet) show(sheet lab.Sheet) {
	s.sheet = sheet
	layout.SetShown(s.under, !sheet.Open)
	layout.SetShown(s.box, sheet.Open)
	if sheet.Open {
		s.scroll.ScrollToTop()
		s.codeArea.ScrollToTop()
	}
}

func (s *sheet) close() { s.ui.lab.Look(func(v *lab.View) { v.Sheet.Open = false }) }

// shown tells whether the sheet can be seen.
func (s *sheet) shown() bool { return s.sheet.Open }

// toggle shows the sheet of the racer that it was about last, or of the first one, or closes it.
func (s *sheet) toggle() {
	doc := s.ui.lab.State().Doc
	switch {
	case s.shown():
		s.close()
	case doc.RacerAt(s.sheet.Slot) >= 0:
		s.ui.aboutRacer(s.sheet.Slot)
	case len(doc.Racers) > 0:
		s.ui.aboutRacer(doc.Racers[0].Slot)
	}
}

// key scrolls, or closes the sheet; it tells whether the key meant that.
func (s *sheet) key(name fyne.KeyName) bool {
	if !s.shown() {
		return false
	}
	page := s.scroll.Size().Height * 0.8
	step, ok := map[fyne.KeyName]float32{fyne.KeyDown: 40, fyne.KeyUp: -40, fyne.KeyPageDown: page, fyne.KeyPageUp: -page}[name]
	switch {
	case ok:
		most := max(s.scroll.Content.MinSize().Height-s.scroll.Size().Height, 0)
		s.scroll.ScrollToOffset(fyne.NewPos(0, min(max(s.scroll.Offset.Y+step, 0), most)))
	case name == fyne.KeyEscape:
		s.close()
	default:
		return false
	}
	return true
}

// update shows a new state; without the racer there is nothing to show.
func (s *sheet) update(state lab.State, c lab.Change) {
	if state.View.Sheet != s.sheet {
		s.show(state.View.Sheet)
		c = lab.Everything
	}
	if !s.shown() {
		return
	}
	spec, i := optim.Spec{Method: s.sheet.Method}, -1
	if s.sheet.Method == "" {
		if i = state.Doc.RacerAt(s.sheet.Slot); i < 0 {
			return // such a sheet is closed before it is shown
		}
		spec = state.Doc.Racers[i].Spec
	}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return
	}
	if c&(lab.DocChanged|lab.FieldChanged) != 0 {
		s.describe(m, spec, i, state)
	}
	s.remember(spec, state)
}

// describe writes what depends on the document.
func (s *sheet) describe(m *optim.Method, spec optim.Spec, i int, state lab.State) {
	p := s.ui.palette()
	name := m.Title
	layout.SetShown(s.badge, i >= 0)
	s.panel.SetAccent(p.Border)
	if i >= 0 {
		name = state.Doc.Names()[i]
		s.badge.Set(plot.RacerGlyph(s.sheet.Slot), p.Racer(s.sheet.Slot))
		s.panel.SetAccent(p.Racer(s.sheet.Slot))
	}
	widgets.SetText(s.title, name, p.Text)
	widgets.SetText(s.when, whenAndWhat(m), p.Muted)
	for _, t := range s.headings {
		widgets.SetText(t, t.Text, p.Muted)
	}
	s.codeFrame.StrokeColor = p.Border
	widgets.SetFill(s.codeFrame, p.Control)
	s.idea.Set(widgets.PlainText(m.Idea))
	s.cite.Set(widgets.MutedText(m.Cite))
	s.knobs.Set(knobTexts(spec, state.Doc.Steps)...)
	if err := s.maths.SetLines(m.Math); err != nil {
		s.ui.Say(err)
	}
	s.writeCode(m, spec, name, state)
	s.box.Refresh()
}

// writeCode shows the racer as a Python program, or says why there is none.
func (s *sheet) writeCode(m *optim.Method, spec optim.Spec, name string, state lab.State) {
	text, err := lab.Python(spec, name, state)
	s.text = text
	if err != nil {
		text = words.Sentence(err) + "."
	}
	if s.code.Text != text {
		s.code.SetText(text)
		s.restore(m)
	}
	if s.copy.Disabled() != (err != nil) {
		widgets.Enable(s.copy, err == nil)
	}
}

// restore gives the button its own text back.
func (s *sheet) restore(m *optim.Method) {
	s.turn++
	s.copied = false
	s.copy.SetText("Copy as " + language(m))
	s.copy.SetIcon(widgets.IconDuplicate, "Copy the program to the clipboard (Ctrl+C)")
}

// copiedTime is how long the button says that the program was copied.
const copiedTime = 2 * time.Second

// copyCode puts the program on the clipboard and says so.
func (s *sheet) copyCode() {
	if !s.shown() || s.text == "" {
		return
	}
	s.ui.app.Clipboard().SetContent(s.text)
	s.copied = true
	s.copy.SetText("Copied")
	s.copy.SetIcon(widgets.IconCheck, "The program is on the clipboard")
	s.turn++
	turn := s.turn
	time.AfterFunc(copiedTime, func() {
		s.ui.post(func() {
			if m := s.about(); m != nil && s.turn == turn {
				s.restore(m)
			}
		})
	})
}

// about is the method that the sheet tells of, or nil.
func (s *sheet) about() *optim.Method {
	key := s.sheet.Method
	if doc := s.ui.lab.State().Doc; key == "" {
		i := doc.RacerAt(s.sheet.Slot)
		if i < 0 {
			return nil
		}
		key = doc.Racers[i].Spec.Method
	}
	m, err := optim.LookupMethod(key)
	if err != nil {
		return nil
	}
	return m
}

// sheetLayout puts the head at the top and the code at the foot; the rest of the sheet, which scrolls, is between them.
type sheetLayout struct{}

const (
	codeShare = 0.36 // of the sheet's height
	codeLeast = 150
	codeMost  = 320
)

// Layout places head, body and code.
func (sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[0].MinSize().Height
	code := min(max(size.Height*codeShare, codeLeast), codeMost)
	body := size.Height - head - code - 2*layout.PanelGap
	y := float32(0)
	for i, h := range []float32{head, max(body, 1), code} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, h))
		y += h + layout.PanelGap
	}
}

// MinSize leaves the column free to shrink.
func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(rightSlimmest-40, 300) }
