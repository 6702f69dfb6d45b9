package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
	"descentlab/widgets/layout"
)

// tool is what the mouse does on the maps.
func (p *mapsPane) tool() desk.Tool { return p.ui.tools[p.state.View.Tool] }

// takeTool puts the tool in hand, and its bar in the place of the caption.
func (p *mapsPane) takeTool() {
	for _, c := range p.cells {
		c.m.Tool = p.tool()
	}
	layout.SetShown(p.caption, p.tool().Bar() == nil)
}

// foot is the caption, and the bars of the tools that take its place.
func (p *mapsPane) foot() *fyne.Container {
	foot := container.NewStack(p.caption)
	for _, t := range p.ui.tools {
		if bar := t.Bar(); bar != nil {
			foot.Add(bar)
		}
	}
	return foot
}
