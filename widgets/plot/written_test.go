package plot

import (
	"image"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// TestWrittenFaceWritesTheSame: letters that have been kept are those of the face, wherever they stand, also when there were more
// than are kept.
func TestWrittenFaceWritesTheSame(t *testing.T) {
	parsed, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	plain := func() font.Face {
		face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 13.5, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			t.Fatal(err)
		}
		return face
	}
	want, got := plain(), newWrittenFace(plain())
	for round := range 3 {
		for i, r := range []rune("Ags, 1e-5−∇\U0010ffff") {
			for x := fixed.Int26_6(-200); x < 400; x += 3 {
				dot := fixed.Point26_6{X: x, Y: 17*64 + fixed.Int26_6(i)}
				wantBox, wantMask, wantFrom, wantBy, wantOK := want.Glyph(dot, r)
				box, mask, from, by, ok := got.Glyph(dot, r)
				if box != wantBox || by != wantBy || ok != wantOK {
					t.Fatalf("round %d, %q at %v: %v, %v, %v; want %v, %v, %v", round, r, dot, box, by, ok, wantBox, wantBy, wantOK)
				}
				if ok && !sameMask(box.Size(), mask, from, wantMask, wantFrom) {
					t.Fatalf("round %d, %q at %v looks different", round, r, dot)
				}
			}
			if a, b := got.Kern('A', r), want.Kern('A', r); a != b {
				t.Errorf("A and %q are %v closer, want %v", r, a, b)
			}
			a, aOK := got.GlyphAdvance(r)
			if b, bOK := want.GlyphAdvance(r); a != b || aOK != bOK {
				t.Errorf("%q is %v wide, want %v", r, a, b)
			}
		}
	}
	if n := len(got.letters); n > mostLetters {
		t.Errorf("%d letters are kept, more than %d", n, mostLetters)
	}
}

func sameMask(size image.Point, a image.Image, fromA image.Point, b image.Image, fromB image.Point) bool {
	for y := range size.Y {
		for x := range size.X {
			if a.At(fromA.X+x, fromA.Y+y) != b.At(fromB.X+x, fromB.Y+y) {
				return false
			}
		}
	}
	return true
}

// TestWrittenFaceDoesNotAllocate once it has written a text.
func TestWrittenFaceDoesNotAllocate(t *testing.T) {
	parsed, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 12, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	f := newWrittenFace(face)
	if n := testing.AllocsPerRun(100, func() {
		for _, r := range "loss above" {
			f.Kern('a', r)
			f.GlyphAdvance(r)
			if _, _, _, _, ok := f.Glyph(fixed.Point26_6{X: 77, Y: 64}, r); !ok {
				t.Fatalf("no %q", r)
			}
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
