package inside_test

import (
	"image"
	"math"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/record"
	"descentlab/widgets/plot/relief"
	"descentlab/widgets/widgettest"
)

// TestGoldenSheets: the sheets of methods of several kinds, mark by mark, as they were once looked at.
func TestGoldenSheets(t *testing.T) {
	const width = 417
	l := look(t)
	for name, text := range map[string]string{
		"sheet-adam": "adam lr=0.06", "sheet-momentum": "momentum clip_norm=1", "sheet-adafactor": "adafactor",
		"sheet-ftrl": "ftrl l1=0.1", "sheet-novograd": "novograd",
		"sheet-ranger": "ranger", "sheet-newton": "newton", "sheet-climbs": "adamw maximize=true",
	} {
		sheet := inside.Of(raced(t, "peaks", 60, 23, text), 0)
		on := record.New(width, math.Ceil(sheet.Height(l, width)))
		sheet.Draw(on, l)
		record.Golden(t, name, on.Marks)
	}
}

// TestGoldenSheet is the picture of Adam's sheet, with a row pointed at, dark and light.
func TestGoldenSheet(t *testing.T) {
	const width = 417
	for name, palette := range map[string]*plot.Palette{"dark": plot.DarkPalette(), "light": plot.LightPalette()} {
		l := look(t)
		l.Palette = palette
		sheet := inside.Of(raced(t, "peaks", 140, 23, "sgd", "momentum", "rmsprop", "adam lr=0.06"), 3)
		sheet.Hot = "adam.unbiased/1"
		picture := image.NewRGBA(image.Rect(0, 0, width, int(math.Ceil(sheet.Height(l, width)))))
		sheet.Draw(raster.New(picture), l)
		widgettest.CheckGolden(t, "sheet-"+name, picture)
	}
}

// TestGoldenMarksOnMapAndRelief: what of a step lies on the map, and on the relief, mark by mark.
func TestGoldenMarksOnMapAndRelief(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	s.View.Inside = s.View.Inside.Toggled(lab.InsideUsual).Toggled(lab.InsideNewton)
	view := plot.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
	l := look(t)
	scene := shown(s)
	scene.View, scene.Marks = view, figure.Marks(s.Field)
	record.Golden(t, "map", record.Layer(plot.LiveLayer, scene, l.Style, 600, 600))
	ground := figure.Ground{Probe: s.Field.Probe, View: view, W: 96, H: 96, Spacing: plot.LogSpacing}
	scene.Field = ground.Field(figure.Isolines)
	on := record.New(600, 600)
	relief.Scene{Map: scene, Camera: relief.Usual(), Bare: true}.Draw(on, l.Style)
	record.Golden(t, "relief", on.Marks)
}
