package raster

import (
	"image"
	"image/color"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

// allocatesNothing fails if what is done again and again needs memory each time.
func allocatesNothing(t *testing.T, what string, do func()) {
	t.Helper()
	do()
	if n := testing.AllocsPerRun(50, do); n != 0 {
		t.Errorf("%s allocates %v times", what, n)
	}
}

func TestMarksAllocateNothing(t *testing.T) {
	lengthy.Test(t) // under the race detector a sync.Pool drops what it is given at random
	var on plot.Canvas = New(blank(200, 200, black))
	pts := []plot.Vec{{X: 10, Y: 10}, {X: 190, Y: 40}, {X: 20, Y: 170}}
	short, pen := pieces(pts, 2, true), plot.Pen{Color: white, Halo: black, Reach: 1}
	var long []plot.Piece
	for range 100 {
		long = append(long, short...)
	}
	text := plot.Text{Text: "step 87", Font: testFont(t), Size: 13, Ink: white}
	haloed := text
	haloed.Halo, haloed.Reach = black, 1.5
	veil := &plot.Veil{Rect: image.Rect(5, 5, 55, 45), Cover: make([]uint8, 50*40), Inks: []color.RGBA{white}}
	picture := blank(200, 200, white)
	for what, do := range map[string]func(){
		"a short line": func() { on.Stroke(short, pen) },
		"a long line":  func() { on.Stroke(long, pen) },
		"a polygon":    func() { on.Fill(pts, white) },
		"a disc":       func() { on.Circle(pts[0], 7, 0, white) },
		"a ring":       func() { on.Circle(pts[0], 7, 2, white) },
		"a box":        func() { on.Box(pts[0], 20, 10, 0, white) },
		"a faint box":  func() { on.Box(pts[0], 20.5, 10, 0, color.RGBA{9, 9, 9, 99}) },
		"a round box":  func() { on.Box(pts[0], 20, 10, 3, white) },
		"a picture":    func() { on.Image(picture, plot.Box{X1: 200, Y1: 200}) },
		"a veil":       func() { on.Image(veil, plot.Box{X0: 5, Y0: 5, X1: 55, Y1: 45}) },
		"text":         func() { on.Text(text, pts[1]) },
		"haloed text":  func() { on.Text(haloed, pts[0]) },
	} {
		allocatesNothing(t, what, do)
	}
}

// A frame in which only heads move needs no memory, whatever else is in the picture.
func TestFrameAllocatesNothing(t *testing.T) {
	lengthy.Test(t) // under the race detector a sync.Pool drops what it is given at random
	st := plot.Style{Palette: plot.DarkPalette(), Font: testFont(t), Scale: 1, TextSize: 13}
	plain := hill(st.Palette)
	full := hill(st.Palette)
	full.Title, full.Cross = "Hill", &plot.Point{X: 0.3, Y: 0.2}
	full.Handles = []plot.Handle{{Chosen: true}, {Kind: plot.SizeHandle, At: plot.Point{X: 1}}}
	full.Clouds = []*plot.Cloud{
		{Pts: plain.Traces[0].Pts, Color: white},
		{Pts: plain.Traces[1].Pts, Color: white, Dot: 2, Ring: true},
	}
	full.Curves = []plot.Curve{
		{Pts: plain.Traces[2].Pts, Color: white, Width: 1, Clear: true},
		{Pts: plain.Traces[3].Pts, Color: white, Width: 1, Dashed: true},
	}
	full.Region = &plot.Region{Color: white, Strokes: []plot.Stroke{{Pts: plain.Traces[0].Pts, Radius: 0.2, Height: 0.2}}}
	full.Traces[0].Shadow = plain.Traces[1].Pts
	outside := hill(st.Palette)
	outside.View, outside.Start, outside.Busy = plot.Rect{X0: -1, X1: 0.5, Y0: -1, Y1: 0.5}, &plot.Point{X: 5}, true
	lost := hill(st.Palette)
	lost.Traces[1].Pts = append(lost.Traces[1].Pts[:3:3], plot.Point{X: 1e9})
	lost.Traces[1].Diverged, lost.Traces[1].Step = true, 1234
	for what, s := range map[string]plot.Scene{
		"a race": plain, "all kinds of marks": full, "racers out of view": outside, "a racer lost": lost,
	} {
		var p Painter
		dst := blank(300, 300, black)
		allocatesNothing(t, what, func() {
			for i := range s.Traces {
				s.Traces[i].Head = max(20, s.Traces[i].Head-0.3)
			}
			p.Draw(dst, s, st)
		})
	}
}

// A frame in which only the time cursor moves needs no memory.
func TestCursorAllocatesNothing(t *testing.T) {
	lengthy.Test(t) // under the race detector a sync.Pool drops what it is given at random
	c := twoLosses(t)
	var p ChartPainter
	dst, cursor := blank(400, 190, black), 0.0
	allocatesNothing(t, "a cursor", func() {
		cursor += 0.3
		p.Draw(dst, c, cursor, -1)
	})
}
