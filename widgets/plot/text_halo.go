package plot

import (
	"image"
	"image/color"
	"math"
)

// drawHaloed is Draw with a halo that reaches so many pixels around the text.
// The halo is laid once, under all letters: it has one strength throughout.
func (f *Font) drawHaloed(dst *image.RGBA, x, y, sizePx, reach float64, text string, ink, halo color.RGBA, a Align) {
	width := f.Width(text, sizePx)
	if a == AlignCenter {
		x -= width / 2
	} else if a == AlignRight {
		x -= width
	}
	y = math.Round(y)
	bounds := pixelBox(x-reach-2, y-sizePx-reach-2, x+width+reach+2, y+sizePx/2+reach+2)
	if bounds.Intersect(dst.Rect).Empty() {
		return
	}
	mask := image.NewRGBA(bounds)
	f.Draw(mask, x, y, sizePx, text, color.RGBA{255, 255, 255, 255}, AlignLeft)
	widen(mask, newBrush(reach), func(x, y int, cover uint8) {
		if (image.Point{X: x, Y: y}).In(dst.Rect) {
			blend(dst.Pix[dst.PixOffset(x, y):], halo, uint32(cover))
		}
	})
	f.Draw(dst, x, y, sizePx, text, ink, AlignLeft)
}

// A brush is a soft disc by which a mask is widened.
type brush []struct {
	dx, dy int
	weight uint32 // 0 to 255
}

func newBrush(reach float64) brush {
	var b brush
	n := int(math.Ceil(reach))
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			if w := clamp(reach+0.5-math.Hypot(float64(dx), float64(dy)), 0, 1); w > 0 {
				b = append(b, struct {
					dx, dy int
					weight uint32
				}{dx, dy, uint32(255*w + 0.5)})
			}
		}
	}
	return b
}

// widen tells each pixel that a brush drawn over the mask's opaque ones covers,
// and how much of it. Around the mask there must be room for the brush.
func widen(mask *image.RGBA, b brush, each func(x, y int, cover uint8)) {
	w, h := mask.Rect.Dx(), mask.Rect.Dy()
	wide := make([]uint8, w*h)
	for j := range h {
		for i := range w {
			alpha := uint32(mask.Pix[j*mask.Stride+4*i+3])
			if alpha == 0 {
				continue
			}
			for _, o := range b {
				if x, y := i+o.dx, j+o.dy; x >= 0 && x < w && y >= 0 && y < h {
					wide[y*w+x] = max(wide[y*w+x], uint8(alpha*o.weight/255))
				}
			}
		}
	}
	for k, cover := range wide {
		if cover > 0 {
			each(mask.Rect.Min.X+k%w, mask.Rect.Min.Y+k/w, cover)
		}
	}
}
