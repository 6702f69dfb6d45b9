package face

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/thumb"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/record"
)

// style is that of the tests.
func style(t testing.TB, p *plot.Palette, scale float64) plot.Style {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: p, Font: font, Scale: scale, TextSize: figure.SmallText}
}

// recorded is what is drawn of a face.
func recorded(t testing.TB, f Face) record.Marks {
	t.Helper()
	on := record.New(cards.Width, cards.Height)
	f.Draw(on, style(t, plot.DarkPalette(), 1))
	return on.Marks
}

// TestFaceTellsAll: title, sentence, tags, claims; that it can be opened only when it is lit.
func TestFaceTellsAll(t *testing.T) {
	e, err := gallery.Find("optimal-momentum")
	if err != nil {
		t.Fatal(err)
	}
	says := func(f Face) string { return strings.Join(recorded(t, f).Texts(), " ") }
	dull := says(Face{Exhibit: e})
	for _, want := range []string{e.Title, e.Notice, "momentum", "curvature", "4 claims"} {
		if !strings.Contains(dull, want) {
			t.Errorf("%q is not said: %s", want, dull)
		}
	}
	if lit := says(Face{Exhibit: e, Lit: true}); strings.Contains(dull, "Open") || !strings.Contains(lit, "Open") {
		t.Errorf("dull it says %q, lit %q", dull, lit)
	}
	if wrong := says(Face{Exhibit: e, Wrong: 2}); !strings.Contains(wrong, "2 untrue") {
		t.Errorf("with untrue claims it says %q", wrong)
	}
}

// TestNothingLeavesTheFace: of no experiment, lit or not, does a text go beyond the margins or lie on another one.
func TestNothingLeavesTheFace(t *testing.T) {
	for _, e := range gallery.All() {
		for _, lit := range []bool{false, true} {
			var boxes []plot.Box
			for _, m := range recorded(t, Face{Exhibit: e, Lit: lit}).Of(record.Text) {
				b := m.Bounds
				if b.X0 < 0 || b.Y0 < 0 || b.X1 > cards.Width-badgeAway || b.Y1 > cards.Height {
					t.Errorf("%s: %q goes beyond the card: %v", e.Key, m.Text.Text, b)
				}
				for _, other := range boxes {
					if b.X0 < other.X1 && other.X0 < b.X1 && b.Y0 < other.Y1 && other.Y0 < b.Y1 {
						t.Errorf("%s: %q lies on another text", e.Key, m.Text.Text)
					}
				}
				boxes = append(boxes, b)
			}
			if lines := Wrap(style(t, plot.DarkPalette(), 1), e.Notice, textSize, cards.Width-2*margin, textLines); strings.HasSuffix(
				lines[len(lines)-1], "…") {
				t.Errorf("%s: what to notice is cut: %q", e.Key, lines)
			}
		}
	}
}

// TestWrap: words stay whole, and what there is no room for is told by an ellipsis.
func TestWrap(t *testing.T) {
	st := style(t, plot.DarkPalette(), 1)
	if got := Wrap(st, "one two  three", 12, 1000, 2); len(got) != 1 || got[0] != "one two three" {
		t.Errorf("%q", got)
	}
	got := Wrap(st, strings.Repeat("word ", 40), 12, 100, 3)
	if len(got) != 3 || !strings.HasSuffix(got[2], "…") || strings.HasSuffix(got[1], "…") {
		t.Errorf("%q", got)
	}
	for _, line := range got {
		if st.Font.Width(line, 12) > 100 {
			t.Errorf("%q is wider than there is room", line)
		}
	}
	if got := Wrap(st, " ", 12, 100, 2); len(got) != 0 {
		t.Errorf("of nothing there are lines: %q", got)
	}
}

// TestFacesInPixels: the picture is within the card, its corners are round, and a lit card has another edge. With
// DESCENTLAB_PICTURES, a folder, cards are written there.
func TestFacesInPixels(t *testing.T) {
	e, err := gallery.Find("optimal-momentum")
	if err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]*plot.Palette{"dark": plot.DarkPalette(), "light": plot.LightPalette()} {
		for _, scale := range []float64{1, 2} {
			st := style(t, p, scale)
			picture, err := thumb.Draw(t.Context(), e, thumb.Look{Palette: p, Scale: scale})
			if err != nil {
				t.Fatal(err)
			}
			draw := func(f Face) *image.RGBA {
				dst := image.NewRGBA(image.Rect(0, 0, int(math.Round(cards.Width*scale)), int(math.Round(cards.Height*scale))))
				f.Draw(raster.New(dst), st)
				return dst
			}
			dull, lit := draw(Face{Exhibit: e, Picture: picture}), draw(Face{Exhibit: e, Picture: picture, Lit: true})
			size := dull.Rect.Size()
			for _, at := range []image.Point{{}, {X: size.X - 1}, {Y: size.Y - 1}, size.Sub(image.Pt(1, 1))} {
				if dull.RGBAAt(at.X, at.Y) != p.Ground {
					t.Errorf("%s, scale %g: the corner %v is %v", name, scale, at, dull.RGBAAt(at.X, at.Y))
				}
			}
			side := image.Pt(0, size.Y/4)
			if dull.RGBAAt(side.X, side.Y) != p.Border || lit.RGBAAt(side.X, side.Y) != p.Accent {
				t.Errorf("%s, scale %g: the edge is %v, and lit %v", name, scale, dull.RGBAAt(side.X, side.Y), lit.RGBAAt(side.X, side.Y))
			}
			if folder := os.Getenv("DESCENTLAB_PICTURES"); folder != "" && scale == 2 {
				for kind, face := range map[string]*image.RGBA{"dull": dull, "lit": lit, "bare": draw(Face{Exhibit: e, Wrong: 2})} {
					var b bytes.Buffer
					if err := png.Encode(&b, face); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(folder+"/card-"+name+"-"+kind+".png", b.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}
