package plot

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"
)

// swarmScene is a swarm over Peaks that has come together in places, and the region where it began.
func swarmScene(p *Palette, w, h, runs int) Scene {
	s := Scene{View: peaksView, Field: NewField(sampled(peaks, peaksView, w, h), 24, LogSpacing), Marks: peaksMarks, Ticks: true}
	random := rand.New(rand.NewPCG(3, 4))
	cloud := &Cloud{Color: p.Racer(3)}
	for i := range runs {
		at, wide := peaksMarks[i%3].At, 0.15
		if i%4 == 3 {
			at, wide = Point{X: 1.5, Y: 1}, 0.8
		}
		cloud.Pts = append(cloud.Pts, Point{X: at.X + wide*random.NormFloat64(), Y: at.Y + wide*random.NormFloat64()})
	}
	s.Clouds = []*Cloud{cloud}
	s.Region = &Region{Color: p.Accent, Strokes: []Stroke{
		{Pts: []Point{{X: -2, Y: 2}, {X: -1.5, Y: 1.2}, {X: -0.5, Y: 1.8}, {X: 0, Y: 2.4}}, Radius: 0.4, Height: 0.4},
		{Pts: []Point{{X: 2, Y: -2}}, Radius: 0.8, Height: 0.3},
		{Pts: []Point{{X: -1.2, Y: 3}, {X: -1, Y: 0}}, Radius: 0.15, Height: 0.15, Erase: true},
		{Pts: []Point{{X: 1.6, Y: -2}}, Radius: 0.2, Height: 0.2, Erase: true},
	}}
	return s
}

func TestGoldenSwarms(t *testing.T) {
	for name, st := range styles(t) {
		size := int(300 * st.Scale)
		golden(t, "swarm-"+name, swarmScene(st.Palette, size, size, 2000).Image(st, size, size))
	}
}

// TestRegionIsDrawnWhereItIs: pixels well inside of the strokes and outside of what is rubbed out are tinted, others are not.
func TestRegionIsDrawnWhereItIs(t *testing.T) {
	st := Style{DarkPalette(), nil, 1, 13}
	const size = 200
	s := Scene{View: Rect{X0: 0, X1: 10, Y0: 0, Y1: 20}, Region: &Region{Color: rgb(0xffffff), Strokes: []Stroke{
		{Pts: []Point{{X: 3, Y: 10}, {X: 7, Y: 10}}, Radius: 2, Height: 4},
		{Pts: []Point{{X: 5, Y: 10}}, Radius: 1, Height: 2, Erase: true},
	}}}
	with := s.Image(st, size, size)
	s.Region = nil
	without := s.Image(st, size, size)
	for j := range size {
		for i := range size {
			p := s.FromPixel(float64(i)+0.5, float64(j)+0.5, size, size)
			y := (p.Y - 10) / 2 // the brush is round in these units
			outer := math.Hypot(p.X-min(max(p.X, 3), 7), y) - 2
			inner := 1 - math.Hypot(p.X-5, y)
			off := max(outer, inner)
			if math.Abs(off) < 0.25 {
				continue // the outline
			}
			if tinted := with.RGBAAt(i, j) != without.RGBAAt(i, j); tinted != (off < 0) {
				t.Fatalf("at %v tinted %t", p, tinted)
			}
		}
	}
}

// TestCrowdShowsHowDenseItIs: the more points lie upon one another, the farther a pixel is from the ground; also among the
// thousands.
func TestCrowdShowsHowDenseItIs(t *testing.T) {
	for _, palette := range []*Palette{DarkPalette(), LightPalette()} {
		st := Style{palette, nil, 1, 13}
		cloud := &Cloud{Color: palette.Racer(0)}
		counts := []int{1, 4, 20, 100, 500, 1900}
		for i, n := range counts {
			for range n {
				cloud.Pts = append(cloud.Pts, Point{X: float64(i) + 0.5, Y: 0.5})
			}
		}
		s := Scene{View: Rect{X0: 0, X1: 6, Y0: 0, Y1: 1}, Clouds: []*Cloud{cloud}}
		picture := s.Image(st, 240, 40)
		bare := Scene{View: s.View}.Image(st, 240, 40).RGBAAt(20, 20)
		last := 0.0
		for i := range counts {
			c := contrast(luminanceOf(picture.RGBAAt(20+40*i, 20)), luminanceOf(bare))
			if c < last+0.15 || i == 0 && c < 1.8 {
				t.Errorf("dark %t: %d points have contrast %.2f, fewer had %.2f", palette.Dark, counts[i], c, last)
			}
			last = c
		}
	}
}

// TestCrowdGridComesBackClean: a grid used for one picture leaves nothing in the next.
func TestCrowdGridComesBackClean(t *testing.T) {
	st := Style{DarkPalette(), nil, 1, 13}
	s := swarmScene(st.Palette, 100, 100, 300)
	first := s.Image(st, 100, 100)
	s.Image(st, 60, 90)
	if _, wrong, _ := comparePictures(s.Image(st, 100, 100), first); wrong > 0 {
		t.Errorf("%d pixels differ the second time", wrong)
	}
}

func BenchmarkRegion(b *testing.B) {
	stroke := Stroke{Radius: 0.2, Height: 0.2}
	for i := range 1500 {
		t := float64(i) / 60
		stroke.Pts = append(stroke.Pts, Point{X: 2.5 * math.Sin(3*t), Y: 2.5 * math.Cos(2.3*t)})
	}
	c := canvas{image.NewRGBA(image.Rect(0, 0, 700, 700)), Scene{View: peaksView, Region: &Region{Strokes: []Stroke{stroke}}}, Style{DarkPalette(), nil, 1, 13}}
	for b.Loop() {
		c.region()
	}
}

func BenchmarkCrowd(b *testing.B) {
	c := canvas{image.NewRGBA(image.Rect(0, 0, 700, 700)), swarmScene(DarkPalette(), 50, 50, 2000), Style{DarkPalette(), nil, 1, 13}}
	for b.Loop() {
		c.crowd(c.scene.Clouds[0])
	}
}
