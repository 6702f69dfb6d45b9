// Package tool is what the mouse does on the maps: it moves the start and selects critical points, sculpts the ground, or
// paints where the runs of a swarm begin.
package tool

import (
	"descentlab/app/lab"
	"descentlab/app/window/desk"
)

// New makes every tool, by what a View names it.
func New(d desk.Desk) map[lab.Tool]desk.Tool {
	return map[lab.Tool]desk.Tool{
		lab.ToolStart:  newStart(d),
		lab.ToolSculpt: newSculpt(d),
		lab.ToolPaint:  newBrush(d),
	}
}
