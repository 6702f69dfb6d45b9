package graphic

import (
	"math"

	"descentlab/internal/say"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys tells what the keys do.
func (c *Chart) Keys() string {
	hint := say.T("← → Home End: the values at a step · Shift: ten at once · ↑ ↓: a curve · Enter: go there")
	if c.OnEnd != nil {
		hint += say.T(" · Del: hide the curve or show it")
	}
	return hint
}

// TypedKey leads the line that lists the values along the steps, as the pointer does, chooses among the curves and goes to a
// step; other keys are the window's.
func (c *Chart) TypedKey(ev *fyne.KeyEvent) {
	c.EndFocusHint()
	if !c.key(ev.Name) {
		c.Pass(ev)
	}
}

func (c *Chart) key(name fyne.KeyName) bool {
	if !c.drawn() {
		return false
	}
	by := 1.0
	if shifted() {
		by = 10
	}
	switch name {
	case fyne.KeyLeft:
		c.lead(c.read() - by*c.stride())
	case fyne.KeyRight:
		c.lead(c.read() + by*c.stride())
	case fyne.KeyHome:
		c.lead(0)
	case fyne.KeyEnd:
		c.lead(c.most())
	case fyne.KeyUp:
		c.walk(-1)
	case fyne.KeyDown:
		c.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.OnSeek != nil && c.hover >= 0 {
			c.OnSeek(c.painter.StepAt(c.pixel(c.hover)))
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.OnEnd == nil || c.label < 0 || c.label >= len(c.chart.Ends) {
			return false
		}
		c.OnEnd(c.label)
		c.tellLabel()
	case fyne.KeyEscape:
		if c.hover < 0 {
			return false
		}
		c.unlead()
	case desktop.KeyMenu:
		if c.OnMenu == nil {
			return false
		}
		c.OnMenu(c.Middle())
	default:
		return false
	}
	return true
}

// read is where the values are read: where the keys or the pointer are, and else at the time cursor.
func (c *Chart) read() float64 {
	if c.hover >= 0 {
		return c.hover
	}
	return max(c.cursor, 0)
}

// most is the end of the abscissa.
func (c *Chart) most() float64 { return c.painter.AbscissaAt(math.MaxInt32) }

// stride is how far an arrow goes: a step, or a hundredth of what else the chart counts.
func (c *Chart) stride() float64 {
	if c.chart.Timed() {
		return 1
	}
	return c.most() / 100
}

// pixel is where something on the abscissa stands, in device pixels.
func (c *Chart) pixel(at float64) float64 {
	area := c.painter.PlotArea()
	return float64(area.Min.X) + at/math.Max(c.most(), math.SmallestNonzeroFloat64)*float64(area.Dx())
}

// lead lists the values at a place of the abscissa.
func (c *Chart) lead(to float64) {
	if c.chart.Timed() {
		to = math.Round(to)
	}
	c.hover = max(0, min(to, c.most()))
	c.raster.Refresh()
	if c.OnHover != nil {
		c.OnHover(c.painter.StepAt(c.pixel(c.hover)), true)
	}
}

// unlead takes back what the keys have shown.
func (c *Chart) unlead() {
	c.leave()
	c.label = -1
	kit.ShowHint(c, "")
	if c.near >= 0 {
		c.near = -1
		c.painter.Pick(-1)
		c.raster.Refresh()
	}
	c.touch("")
}

// walk chooses the next label beside the curves, or the one before, and lets its curve stand out.
func (c *Chart) walk(by int) {
	n := len(c.chart.Ends)
	if n == 0 {
		return
	}
	if c.label < 0 && by < 0 {
		c.label = 0
	}
	c.label = ((c.label+by)%n + n) % n
	c.near = -1
	if of := c.chart.Ends[c.label].Of; len(of) == 1 && !c.chart.Series[of[0]].Hidden {
		c.near = of[0]
	}
	c.painter.Pick(c.near)
	c.touch(c.aloneOf(c.label))
	c.raster.Refresh()
	c.tellLabel()
}

// tellLabel says which label the keys are on: that of a hidden curve stands out in nothing.
func (c *Chart) tellLabel() { kit.ShowHint(c, c.chart.Ends[c.label].Text) }
