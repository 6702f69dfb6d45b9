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
	texts        []string // of the legend, each shorter than the one before: the first that fits is shown
	box          *fyne.Container
}

func newCaption() *caption {
	c := &caption{legend: canvas.NewText("", color.Transparent), hint: canvas.NewText("", color.Transparent)}
	c.hint.Alignment = fyne.TextAlignTrailing
	c.legend.TextSize, c.hint.TextSize = figure.SmallText, figure.SmallText
	c.box = container.New(layout.Caption{Fit: c.fit}, c.legend, c.hint)
	return c
}

// fit shows the first text that fits a width, or the last one.
func (c *caption) fit(width float32) {
	for i, text := range c.texts {
		if i == len(c.texts)-1 || fyne.MeasureText(text, c.legend.TextSize, c.legend.TextStyle).Width <= width {
			kit.SetText(c.legend, text, c.legend.Color)
			return
		}
	}
}

func (p *Pane) setCaption() {
	muted := p.desk.Palette().Muted
	kit.SetText(p.caption.hint, p.hintText(), muted)
	kit.SetText(p.caption.legend, p.caption.legend.Text, muted)
	p.caption.texts = p.legendTexts()
	p.caption.fit(p.caption.box.Size().Width)
}

// hintText says what a click does, or in which order maps side by side are.
func (p *Pane) hintText() string {
	if p.state.View.Selected != nil {
		return words.T("Ctrl-click ✕: start on it · Esc: close")
	}
	if len(p.cells) > figure.Few {
		return words.T("order: final loss")
	}
	return words.T("click: new start, or explain ⊙ ✕ △ · drag ◎ · wheel: zoom")
}

// legendTexts say what is under way, or what the maps mark, in ever fewer words.
func (p *Pane) legendTexts() []string {
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
	return []string{marked, strings.ReplaceAll(marked, "   ", "  "), figure.MarkedBriefly(p.state.Field)}
}
