// Package sheet is the pane that tells all about a method: what it does, its mathematics, its knobs, what it remembers, and
// how it is written in Python. It lies over the right column and follows edits and the playhead, so that a slider can be
// dragged beside it.
package sheet

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A Pane is the sheet.
type Pane struct {
	desk  desk.Desk
	sheet lab.Sheet // that is shown

	badge      *graphic.Badge
	head       *head
	idea, cite *kit.Note
	maths      *graphic.Equations
	memories   *memoryRows
	memoryHead *canvas.Text
	knobs      *kit.Note
	headings   []*canvas.Text
	code       *code
	scroll     *container.Scroll
	panel      *kit.Panel
	box        *fyne.Container
}

var (
	_ desk.Pane      = (*Pane)(nil)
	_ desk.Commander = (*Pane)(nil)
)

// New is a sheet that is closed.
func New(d desk.Desk) *Pane {
	p := &Pane{
		desk: d, badge: graphic.NewBadge(plot.RacerGlyph(0), color.Transparent),
		idea: kit.NewNote(), cite: kit.NewNote(), knobs: kit.NewNote(),
		maths: graphic.NewEquations(), memories: newMemoryRows(),
	}
	p.head = newHead(p.badge, kit.NewIconButton(kit.IconRemove, words.T("Close (Esc)"), p.close))
	p.head.title.TextSize, p.head.when.TextSize = theme.DefaultTheme().Size(theme.SizeNameText)+1, figure.SmallText
	p.scroll = container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar+4), p.body()))
	p.code = newCode(d, p.heading(words.T("Python")), p.Copy)
	p.panel = kit.NewPanel(container.New(parts{}, p.head.box, p.scroll, p.code.box), color.Transparent)
	p.box = container.New(fynelayout.NewCustomPaddedLayout(0, 0, 0, layout.ScrollBar), p.panel)
	p.box.Hide()
	return p
}

// body is what scrolls.
func (p *Pane) body() fyne.CanvasObject {
	p.memoryHead = p.heading(words.T("Memory"))
	return container.New(fynelayout.NewCustomPaddedVBoxLayout(6),
		p.idea.Box, kit.Gap(1), p.maths, kit.Gap(1),
		p.memoryHead, p.memories.box, kit.Gap(1),
		p.heading(words.T("Knobs")), p.knobs.Box, kit.Gap(1),
		p.heading(words.T("Source")), p.cite.Box)
}

// heading is a small title within the sheet.
func (p *Pane) heading(text string) *canvas.Text {
	t := canvas.NewText(text, color.Transparent)
	t.TextSize, t.TextStyle.Bold = figure.SmallText, true
	p.headings = append(p.headings, t)
	return t
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update shows a state; without the racer there is nothing to show.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if s.View.Sheet != p.sheet {
		p.show(s.View.Sheet)
		c = lab.Everything
	}
	spec, i, ok := subject(s)
	if !p.sheet.Open || !ok {
		return
	}
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return
	}
	if c&(lab.DocChanged|lab.FieldChanged) != 0 {
		p.describe(m, spec, i, s)
	}
	p.remember(spec, s)
}

// subject is what a state's sheet is about: the i-th racer, or, with i = -1, a method as it comes. There is none if the racer
// is gone.
func subject(s lab.State) (spec optim.Spec, i int, ok bool) {
	sheet := s.View.Sheet
	if sheet.Method != "" {
		return optim.Spec{Method: sheet.Method}, -1, true
	}
	if i = s.Doc.RacerAt(sheet.Slot); i < 0 {
		return spec, i, false
	}
	return s.Doc.Racers[i].Spec, i, true
}

// show shows another sheet from its beginning, or none.
func (p *Pane) show(sheet lab.Sheet) {
	p.sheet = sheet
	layout.SetShown(p.box, sheet.Open)
	if sheet.Open {
		p.scroll.ScrollToTop()
		p.code.scroll.ScrollToTop()
	}
}

// describe writes what depends on the document.
func (p *Pane) describe(m *optim.Method, spec optim.Spec, i int, s lab.State) {
	colors := p.desk.Palette()
	title, name, accent := words.T(m.Title), m.Title, color.Color(colors.Border)
	layout.SetShown(p.badge, i >= 0)
	if i >= 0 {
		name, accent = s.Doc.Names()[i], colors.Racer(p.sheet.Slot)
		title = name
		p.badge.Set(plot.RacerGlyph(p.sheet.Slot), accent)
	}
	p.panel.SetAccent(accent)
	p.head.set(title, strconv.Itoa(m.Year), words.T("%d · %s", m.Year, words.T(m.Family.String())), colors.Text, colors.Muted)
	for _, t := range p.headings {
		kit.SetText(t, t.Text, colors.Muted)
	}
	p.idea.Set(kit.PlainText(words.Prose(words.T(m.Idea))))
	p.cite.Set(kit.MutedText(words.T(m.Cite)))
	p.knobs.Set(knobTexts(spec, s.Doc.Steps)...)
	if err := p.maths.SetLines(words.Maths(m.Math)); err != nil {
		p.desk.Say(err)
	}
	p.code.show(m, spec, i, name, s)
	p.box.Refresh()
}

// remember shows what the racer's rules remember at the playhead.
func (p *Pane) remember(spec optim.Spec, s lab.State) {
	title, memories := figure.Memories(spec, p.sheet.Slot, s)
	colors := p.desk.Palette()
	kit.SetText(p.memoryHead, title, colors.Muted)
	if p.memories.set(memories, colors.Muted, colors.Text) {
		p.box.Refresh()
	}
}

// Copy puts the program on the clipboard and says so, if the sheet is open and there is one.
func (p *Pane) Copy() {
	if p.sheet.Open {
		p.code.copyText()
	}
}
