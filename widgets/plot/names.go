package plot

import "math"

// names writes the racers' names beside their heads, of those that are named: first of those to look at, and no name over
// anything that stands there already.
func (c *composition) names(ways []way) {
	var o *obstacles
	for _, faint := range [2]bool{false, true} {
		for i, t := range c.scene.Traces {
			if !t.Named || t.Faint != faint || ways[i].count == 0 || !ways[i].leaves && !c.sees(ways[i].shown) {
				continue
			}
			if o == nil {
				o = c.verdictObstacles(ways)
			}
			c.name(t, &ways[i], o)
		}
	}
}

// name writes a racer's name, if there is room near its head.
func (c *composition) name(t Trace, w *way, o *obstacles) {
	size, away, near, strength := c.style.px(c.style.TextSize), c.style.px(traceHead+5), 2, 1.0
	if t.Faint {
		strength, near = 0.5, 0
	}
	// Heavy letters are wider than those that are measured.
	b, ok := c.beside(w.head, away, size, near, t.Name+" ", o)
	if !ok {
		return
	}
	pad := c.style.px(1.5)
	c.on.Text(Text{
		Text: t.Name, Size: size, Font: c.style.Font, Bold: true, Ink: faded(t.Color, strength),
		Halo: faded(c.halo(), 0.85*strength), Reach: max(1, c.style.px(textHalo)),
	}, Vec{math.Round(b.X0 + pad), math.Round(b.Y1 - pad)})
	o.texts, c.verdict = append(o.texts, b), append(c.verdict, b)
}
