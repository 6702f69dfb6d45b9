package maps

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
	"descentlab/widgets/layout"
)

// tool is what the mouse does on the maps; nil: nothing.
func (p *Pane) tool() desk.Tool { return p.tools[p.state.View.Tool] }

// takeTool puts the tool in hand, and its bar in the place of the caption.
func (p *Pane) takeTool() {
	t := p.tool()
	for _, c := range p.cells {
		c.m.Tool = t
		if c.block != nil {
			c.block.takeTool(p)
		}
	}
	layout.SetShown(p.caption.box, t == nil || t.Bar() == nil)
}

// foot is the caption, and the bars of the tools that take its place.
func (p *Pane) foot() *fyne.Container {
	foot := container.NewStack(p.caption.box)
	for _, t := range p.tools {
		if bar := t.Bar(); bar != nil {
			foot.Add(bar)
		}
	}
	return foot
}
