package plot

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// A recorder writes down the paths that a curve draws, in steps and percents of
// the height of the plot.
type recorder struct {
	renderer
	box  chart.Box
	last float64 // step at the right end of the box
	path []string
	log  []string
}

func (r *recorder) MoveTo(x, y int) { r.path = nil; r.LineTo(x, y) }

func (r *recorder) LineTo(x, y int) {
	step := r.last * float64(x-r.box.Left) / float64(r.box.Width())
	percent := 100 * float64(r.box.Bottom-y) / float64(r.box.Height())
	r.path = append(r.path, fmt.Sprintf("%.3g,%.3g", step, percent))
}

func (r *recorder) Stroke() { r.note(r.stroke, "line") }
func (r *recorder) Fill()   { r.note(r.fill, "arrow") }
func (r *recorder) Close()  {}

func (r *recorder) note(c drawing.Color, what string) {
	if c.A < 255 {
		what = "faint"
	}
	if what == "arrow" {
		r.path = r.path[:1] // its tip
	}
	r.log = append(r.log, what+" "+strings.Join(r.path, " "))
}

// drawnCurve lists what is drawn of ys over the steps 0..4 on an ordinate from
// lo to hi.
func drawnCurve(log bool, lo, hi float64, ys ...float64) string {
	c := Chart{Log: log, Steps: 4, Series: []Series{{Y: []float64{lo, lo, lo, lo, hi}}}}
	y := newValueAxis(c)
	if log {
		y.Min, y.Max = math.Log10(lo), math.Log10(hi)
	} else {
		y.Min, y.Max = lo, hi
	}
	x := newStepAxis(4)
	box := chart.NewBox(100, 200, 200+400*subpixels, 100+100*subpixels)
	x.SetDomain(box.Width())
	y.SetDomain(box.Height())
	r := &recorder{box: box, last: 4}
	curve{series: Series{Y: ys, Color: color.RGBA{1, 2, 3, 255}}, clamps: c.clamps, steps: 4, stroke: 2, arrow: 3, opacity: 1}.
		Render(r, box, x, y, chart.Style{})
	return strings.Join(r.log, "; ")
}

func TestCurve(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		name string
		log  bool
		ys   []float64 // from 1 to 100
		want string
	}{
		{"whole", true, []float64{1, 10, 100, 10, 1}, "line 0,0 1,50 2,100 3,50 4,0"},
		{"linear", false, []float64{1, 100, 50.5, 1, 1}, "line 0,0 1,100 2,50 3,0 4,0"},
		{"ends early", true, []float64{1, 10, 100}, "line 0,0 1,50 2,100"},
		{"longer than the axis", true, []float64{1, 10, 100, 10, 1, 1, 1}, "line 0,0 1,50 2,100 3,50 4,0"},
		{"empty", true, nil, ""},
		{"gap", true, []float64{1, 10, nan, 10, 1}, "line 0,0 1,50; line 3,50 4,0"},
		{"lonely point", true, []float64{nan, 10, nan, 1, 1}, "line 1,50 1,50; line 3,0 4,0"},
		{"nothing but gaps", true, []float64{nan, nan}, ""},
		{"runs to infinity", true, []float64{1, 10, inf}, "line 0,0 1,50 1,100; arrow 1,100"},
		{"runs off the axis", true, []float64{1, 10, 1e3, 1e9, inf}, "line 0,0 1,50 1.5,100; arrow 1.5,100"},
		{"comes back", true, []float64{10, 1e3, 1e5, 10, 1}, "line 0,50 0.5,100; line 2.75,100 3,50 4,0"},
		{"comes back after a gap", true, []float64{10, inf, nan, 10, 1}, "line 0,50 0,100; line 3,50 4,0"},
		{"never there", true, []float64{inf, inf}, "arrow 0,100"},
		{"down to minus infinity", false, []float64{50.5, -math.Inf(1)}, "line 0,50 0,0; arrow 0,0"},
		{"clamped", true, []float64{10, 0, -3, 0, 10}, "line 0,50 1,0; faint 1,0 2,0 3,0; line 3,0 4,50"},
		{"a logarithm of minus infinity", true, []float64{10, -inf, -inf}, "line 0,50 1,0; faint 1,0 2,0"},
		{"lonely clamped point", true, []float64{nan, 0, nan}, "faint 1,0 1,0"},
	}
	for _, test := range tests {
		if got := drawnCurve(test.log, 1, 100, test.ys...); got != test.want {
			t.Errorf("%s: drawn\n\t%s\nwant\n\t%s", test.name, got, test.want)
		}
	}
}
