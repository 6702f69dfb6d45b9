package sculpt

import (
	"math"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets"
)

// sliders are those of a bump, in the order of spec: what of the bump each is.
var sliders = []struct {
	ridges bool // round bumps have it not
	get    func(setup.Bump) float64
	set    func(*setup.Bump, float64)
}{
	{false, func(b setup.Bump) float64 { return b.Height }, func(b *setup.Bump, v float64) { b.Height = v }},
	{false, func(b setup.Bump) float64 { return b.Width }, func(b *setup.Bump, v float64) { b.Width = v }},
	{true, func(b setup.Bump) float64 { return b.Ratio }, func(b *setup.Bump, v float64) { b.Ratio = v }},
	{true, func(b setup.Bump) float64 { return b.Angle }, func(b *setup.Bump, v float64) { b.Angle = v }},
}

// spec is a slider for a surface that is so high and wide.
func spec(i int, height, width float64) widgets.KnobSpec {
	s := widgets.KnobSpec{Low: -math.MaxFloat64, High: math.MaxFloat64}
	switch i {
	case 0:
		s.Label, s.Help = words.T("height"), words.T("Of its middle over the ground; below 0 it is the depth of a well")
		s.Min, s.Max = -height, height
	case 1:
		s.Label, s.Help = words.T("width"), words.T("How far it reaches")
		s.Low, s.OpenLow, s.Scale = 0, true, widgets.Log
		s.Min, s.Max, s.Default = width/200, width/2, width/14
	case 2:
		s.Label, s.Help = words.T("length"), words.T("How many times as long as wide a ridge is")
		s.Low, s.OpenLow, s.Scale = 0, true, widgets.Log
		s.Min, s.Max, s.Default = 1, 20, 4
	case 3:
		s.Label, s.Help = words.T("angle"), words.T("Of a ridge against the x axis, in degrees")
		s.Min, s.Max = -90, 90
	}
	return s
}

// fit makes the sliders anew if the surface is of another size than they are made for.
func (p *Pane) fit() {
	home := p.state.Doc.Home
	ranges := [2]float64{p.relief.Full(&p.state.Doc) / 2, math.Min(home.X1-home.X0, home.Y1-home.Y0)}
	if ranges == p.ranges {
		return
	}
	p.ranges, p.knobs = ranges, nil
	var rows []fyne.CanvasObject
	for i := range sliders {
		k := widgets.NewKnob(spec(i, ranges[0], ranges[1]))
		k.OnChanged = func(v float64, done bool) { p.change(func(b *setup.Bump) { sliders[i].set(b, v) }, done) }
		k.OnError = p.told.Set
		k.Scroller = p.desk.Around()
		p.knobs, rows = append(p.knobs, k), append(rows, k)
	}
	p.rows.Objects = rows
	p.rows.Refresh()
}
