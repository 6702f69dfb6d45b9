package plot

import (
	"image"
	"math"
	"strconv"
	"testing"
)

// arrivals are runs that come to three minima, one of them in two waves.
func arrivals(t testing.TB, p *Palette, scale float64) Chart {
	c := Chart{Title: "arrivals, by steps of 5", Steps: 140, Style: chartStyle(t, p, scale), Bars: Bars{Width: 5}}
	for i, name := range []string{"A", "B", "C"} {
		g := BarGroup{Name: "minimum " + name, Short: name + " 120", Color: p.Basin(i, 0)}
		for k := range 28 {
			at := float64(k)
			n := 40 * math.Exp(-(at-6-3*float64(i))*(at-6-3*float64(i))/8)
			if i == 1 {
				n += 25 * math.Exp(-(at-20)*(at-20)/4)
			}
			g.Counts = append(g.Counts, int(n))
		}
		c.Bars.Groups = append(c.Bars.Groups, g)
	}
	return c
}

func TestBarPictures(t *testing.T) {
	dark, light := DarkPalette(), LightPalette()
	golden(t, "bars-dark", drawChart(arrivals(t, dark, 1), 400, 190, 87.4, -1))
	golden(t, "bars-light", drawChart(arrivals(t, light, 1), 400, 190, -1, 47))
	golden(t, "bars-hidpi", drawChart(arrivals(t, dark, 2), 800, 380, 30.5, 139))
	few := Chart{Title: "escapes", Steps: 7, Style: chartStyle(t, light, 1), Bars: Bars{1, []BarGroup{{Color: light.Basin(0, 0), Counts: []int{0, 0, 1, 1, 0, 0, 1}}}}}
	golden(t, "bars-few", drawChart(few, 260, 120, 3, -1))
	none := few
	none.Bars.Groups, none.Empty = nil, "no run has arrived"
	golden(t, "bars-none", none.Image(260, 120))
}

// TestBarsAreAsHighAsTheirCounts: along the middle of every bar there are as many pixels of a group's colour as its share of
// the axis asks for, and edges lie between pixels.
func TestBarsAreAsHighAsTheirCounts(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		c := arrivals(t, DarkPalette(), scale)
		dst := image.NewRGBA(image.Rect(0, 0, int(420*scale), int(200*scale)))
		var p ChartPainter
		p.Draw(dst, c, -1, -1)
		f := p.frame
		for k := range c.Bars.count() {
			x := int(f.place((float64(k)+0.4)*float64(c.Bars.Width), 0).X)
			for _, g := range c.Bars.Groups {
				pixels := 0
				for y := int(f.top); y < dst.Rect.Dy(); y++ {
					if dst.RGBAAt(x, y) == g.Color {
						pixels++
					}
				}
				want := float64(g.Counts[k]) / f.y.Max * (f.bottom - f.top)
				if math.Abs(float64(pixels)-want) > 1.01 {
					t.Errorf("scale %v: bar %d of %s is %d pixels high, want %.1f", scale, k, g.Name, pixels, want)
				}
			}
		}
	}
}

// TestBarsUnderThePointer: the values listed are those of the bar that holds the step; the last bar holds the last one.
func TestBarsUnderThePointer(t *testing.T) {
	c := arrivals(t, DarkPalette(), 1)
	for _, want := range []struct {
		step int
		head string
		bar  int
	}{{0, "steps 0–4", 0}, {34, "steps 30–34", 6}, {35, "steps 35–39", 7}, {139, "steps 135–140", 27}, {140, "steps 135–140", 27}} {
		head, rows := c.barRows(want.step)
		if head != want.head || len(rows) != 3 || rows[1].value != strconv.Itoa(c.Bars.Groups[1].Counts[want.bar]) {
			t.Errorf("step %d: %q, %+v", want.step, head, rows)
		}
	}
}

// TestPainterSeesOtherBars: a change of a count, in place too, is drawn.
func TestPainterSeesOtherBars(t *testing.T) {
	c := arrivals(t, LightPalette(), 1)
	var p ChartPainter
	dst := image.NewRGBA(image.Rect(0, 0, 300, 150))
	p.Draw(dst, c, -1, -1)
	c.Bars.Groups[0].Counts[20] = 30
	p.Draw(dst, c, -1, -1)
	if _, wrong, _ := comparePictures(dst, c.Image(300, 150)); wrong > 0 {
		t.Errorf("%d pixels are of the bars before", wrong)
	}
}

// TestLegendKeepsItsBeginning: where there is no room for all groups, the first ones are named.
func TestLegendKeepsItsBeginning(t *testing.T) {
	c := arrivals(t, DarkPalette(), 1)
	named := func(width int) (list string) {
		dst := c.Image(width, 150)
		for _, g := range c.Bars.Groups {
			for x := range width {
				if dst.RGBAAt(x, 8) == g.Color { // above the plot
					list += g.Short[:1]
					break
				}
			}
		}
		return list
	}
	for width, want := range map[int]string{400: "ABC", 310: "AB", 260: "A", 190: ""} {
		if got := named(width); got != want {
			t.Errorf("%d wide: %q are named, want %q", width, got, want)
		}
	}
}
