package maps

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A caption counts what the maps mark, or says what is being made, and tells what a click does.
type caption struct {
	legend, hint *canvas.Text
	texts, hints []string // of both, each shorter than the one before: the first that fits is shown
	box          *fyne.Container
}

func newCaption() *caption {
	c := &caption{legend: canvas.NewText("", color.Transparent), hint: canvas.NewText("", color.Transparent)}
	c.hint.Alignment = fyne.TextAlignTrailing
	c.legend.TextSize, c.hint.TextSize = figure.SmallText, figure.SmallText
	c.box = container.New(layout.Caption{Fit: c.fit}, c.legend, c.hint)
	return c
}

// fit shows the first text of the legend that fits a width, and the first hint that fits beside it; or the last ones.
func (c *caption) fit(width float32) {
	fitText(c.legend, c.texts, width)
	fitText(c.hint, c.hints, width-c.legend.MinSize().Width-layout.CaptionGap)
}

func fitText(shown *canvas.Text, texts []string, width float32) {
	for i, text := range texts {
		if i == len(texts)-1 || fyne.MeasureText(text, shown.TextSize, shown.TextStyle).Width <= width {
			kit.SetText(shown, text, shown.Color)
			return
		}
	}
}

func (p *Pane) setCaption() {
	muted := p.desk.Palette().Muted
	kit.SetText(p.caption.hint, p.caption.hint.Text, muted)
	kit.SetText(p.caption.legend, p.caption.legend.Text, muted)
	p.caption.texts, p.caption.hints = p.legendTexts(), p.hintTexts()
	p.caption.fit(p.caption.box.Size().Width)
}

// hintTexts say what a click does, and in which order maps side by side are, in ever fewer words.
func (p *Pane) hintTexts() []string {
	switch {
	case p.walk.on:
		return []string{words.T("arrows: along and across the slope · Enter: start here · Esc"), words.T("Enter: start here · Esc")}
	case p.state.View.Selected != nil:
		return []string{words.T("Ctrl-click ✕: start on it · Esc: close")}
	case len(p.cells) > figure.Few:
		return []string{words.T("click a name: pin it · a map: new start · order: final loss"),
			words.T("click a name: pin it · a map: new start"), words.T("click a name: pin it")}
	case len(p.cells) > 1:
		return []string{words.T("click a name: pin it · a map: new start, or explain ⊙ ✕ △ · drag ◎"),
			words.T("click a name: pin it · a map: new start"), words.T("click a name: pin it")}
	}
	if p.reliefed() {
		return []string{words.T("drag: turn and tilt · wheel: zoom · click: new start"), words.T("drag: turn · click: new start"),
			words.T("drag: turn")}
	}
	return []string{words.T("click: new start, or explain ⊙ ✕ △ · drag ◎ · wheel: zoom")}
}

// legendTexts say what is under way, or what the maps mark, in ever fewer words.
func (p *Pane) legendTexts() []string {
	if met := p.met(); met != nil {
		return met
	}
	if v := p.state.View; v.Working && v.Done > 0 && v.Done < 1 {
		part := words.Percent(v.Done)
		return []string{words.T("recording the race … %s (Esc stops)", part), words.T("recording … %s", part)}
	} else if v.Working {
		return []string{words.T("working … (Esc stops)"), words.T("working …")}
	}
	if p.state.Halted {
		return []string{words.T("stopped; any change begins it anew"), words.T("stopped")}
	}
	if done, telling := p.basins.work.Progress(); telling {
		progress := words.Progress(done.Part, done.Left, done.Sure)
		return []string{
			words.T("mapping the basins of %s … %s (Esc stops)", p.basins.at, progress),
			words.T("mapping … %s (Esc stops)", progress), words.T("mapping … %s", words.Percent(done.Part)),
		}
	}
	if p.basins.work.Stopped() {
		return []string{words.T("mapping stopped; any change begins it anew"), words.T("mapping stopped")}
	}
	if first := figure.BasinsFirst(p.state); first != "" {
		return []string{first + "   " + words.T("paler: more steps"), first, words.T("first settings only")}
	}
	if len(p.cells) > 1 && p.small() && p.state.Field.Found() {
		return []string{words.T("● minimum   ★ lowest   ○ start   + pointer"), words.T("● minimum   ★ lowest")}
	}
	if p.state.Doc.Look.Ground == setup.GroundBasins && p.coloured() {
		return []string{
			words.T("paler: more steps   greys: no minimum (still moving, left, diverged)"),
			words.T("paler: more steps   greys: no minimum"), words.T("greys: no minimum"),
		}
	}
	marked := figure.Marked(p.state.Field)
	if b := p.cells[0].block; p.reliefed() && b != nil && b.note != "" {
		return []string{marked + "   " + b.note, b.note}
	}
	return []string{marked, strings.ReplaceAll(marked, "   ", "  "), figure.MarkedBriefly(p.state.Field)}
}
