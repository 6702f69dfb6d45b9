package widgets

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

// card is a panel as the window has one for a racer.
func card(c color.Color) *kit.Panel {
	title := picker.New([]picker.Item{{Key: "adam", Title: "Adam"}})
	title.Plain = true
	title.SetSelected("adam")
	hide, more := kit.NewIconButton(kit.IconEye, "Hide", nil), kit.NewIconButton(kit.IconMore, "More", nil)
	head := container.NewHBox(title, layout.NewSpacer(), hide, more)
	lr := NewKnob(KnobSpec{Label: "lr", Min: 1e-5, Max: 10, Default: 0.06, Scale: Log, High: math.Inf(1), Color: c})
	lr.SetLimit(0.13)
	beta := NewKnob(KnobSpec{Label: "beta1", Max: 0.9999, High: 1, Default: 0.9, Scale: Nines, Color: c})
	over := NewKnob(KnobSpec{Label: "weight_decay", Max: 1, High: 1e9, Default: 0.1, Color: c})
	over.SetValue(12.5)
	schedule := NewChoice("schedule", "", []string{"constant", "cosine"})
	amsgrad := NewSwitch("amsgrad", "")
	amsgrad.SetOn(true)
	amsgrad.SetColor(c)
	stones := NewList("milestones", "")
	stones.SetList([]float64{10, 50, 90})
	return kit.NewPanel(container.NewVBox(head, lr, beta, over, schedule, amsgrad, stones), c)
}

// cards is a column of a card with and one without an accent.
func cards(p *plot.Palette) fyne.CanvasObject {
	sigma := NewKnob(KnobSpec{Label: "σ", Max: 1, High: 1e9, Scale: Linear})
	steps := NewKnob(KnobSpec{Label: "steps", Min: 1, Max: 1000, Low: 1, High: 1e5, Default: 140, Integer: true, Scale: Log})
	plain := kit.NewPanel(container.NewVBox(sigma, steps), nil)
	return container.NewPadded(container.NewVBox(card(p.Racer(1)), plain))
}

var cardsSize = fyne.NewSize(270, 296)

// TestCards draws cards, dark and light, at two scales.
func TestCards(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			t.Run(fmt.Sprintf("%s-%g", name, scale), func(t *testing.T) {
				w := widgettest.Window(t, p, cardsSize, func() fyne.CanvasObject { return cards(p) })
				widgettest.CheckGolden(t, fmt.Sprintf("cards-%s-%g", name, scale), widgettest.Shoot(w, scale))
			})
		}
	}
}

// TestThemeChange switches the theme under cards that are on the screen: nothing may keep its old colours.
func TestThemeChange(t *testing.T) {
	dark, light := widgettest.Palettes["dark"], widgettest.Palettes["light"]
	w := widgettest.Window(t, dark, cardsSize, func() fyne.CanvasObject { return cards(light) })
	widgettest.Shoot(w, 1)
	fyne.CurrentApp().Settings().SetTheme(skin.NewTheme(light))
	widgettest.CheckGolden(t, "cards-light-1", widgettest.Shoot(w, 1))
}

// TestHeader draws the header bar of the window with all its controls, and the transport.
func TestHeader(t *testing.T) {
	for name, p := range widgettest.Palettes {
		t.Run(name, func(t *testing.T) {
			w := widgettest.Window(t, p, fyne.NewSize(800, 106), func() fyne.CanvasObject {
				surface := picker.New([]picker.Item{{Key: "peaks", Title: "Peaks"}})
				surface.Prefix = "Surface: "
				surface.SetSelected("peaks")
				formula := field.NewFormula()
				formula.SetText("3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5 - x^3 - y^5)")
				off := kit.NewButton("Off", "", "", nil)
				off.Disable()
				right := container.NewHBox(NewSegmented("Overlay", "Side by side", "3D"),
					kit.NewButton("Export", kit.IconExport, "", nil), off, kit.NewButton("", kit.IconMoon, "Light", nil))
				transport := NewTransport()
				transport.SetState(TransportState{Head: 87.4, Steps: 140, Speed: 0.25, Playing: true, Loop: true})
				header := NewLine(formula, surface, formula, right)
				return container.NewVBox(kit.NewPanel(header, nil), kit.NewPanel(transport, nil))
			})
			widgettest.CheckGolden(t, "header-"+name, widgettest.Shoot(w, 1))
		})
	}
}

// TestFaults draws what wrong input looks like: a number field and a formula with the bubble that points at the fault.
func TestFaults(t *testing.T) {
	for name, p := range widgettest.Palettes {
		t.Run(name, func(t *testing.T) {
			var knob *Knob
			var formula *field.Formula
			w := widgettest.Window(t, p, fyne.NewSize(320, 140), func() fyne.CanvasObject {
				knob = NewKnob(KnobSpec{Label: "lr", Max: 1, High: 1, OpenLow: true, Default: 0.5})
				formula = field.NewFormula()
				formula.SetText("x^2 + z")
				return kit.WithHints(container.NewVBox(knob, formula))
			})
			formula.SetError("column 7: unknown name z; the variables are x and y, the parameters a and b\nx^2 + z\n      ^")
			w.Canvas().Focus(knob.field)
			test.Type(knob.field, "-1")
			knob.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			widgettest.CheckGolden(t, "faults-"+name, widgettest.Shoot(w, 1))
		})
	}
}
