package record

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
)

// Of are the marks of some kinds, in the order in which they were drawn.
func (m Marks) Of(kinds ...Kind) (list Marks) {
	for _, mark := range m {
		if slices.Contains(kinds, mark.Kind) {
			list = append(list, mark)
		}
	}
	return list
}

// In are the marks in a colour whose opacity may be less.
func (m Marks) In(c color.RGBA) (list Marks) {
	for _, mark := range m {
		if mark.Kind != Image && sameHue(mark.Color, c) {
			list = append(list, mark)
		}
	}
	return list
}

// sameHue tells whether colour a is an opaque colour b, but for its opacity.
func sameHue(a, b color.RGBA) bool {
	near := func(part, whole uint8) bool {
		off := int(part)*255 - int(whole)*int(a.A)
		return max(off, -off) <= 255 // rounding
	}
	return a.A > 0 && near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}

// Texts are the texts that were written, in their order.
func (m Marks) Texts() (list []string) {
	for _, mark := range m.Of(Text) {
		list = append(list, mark.Text.Text)
	}
	return list
}

// Find is the first mark that has a text, and whether there is one.
func (m Marks) Find(text string) (Mark, bool) {
	i := slices.IndexFunc(m, func(mark Mark) bool { return mark.Kind == Text && mark.Text.Text == text })
	if i < 0 {
		return Mark{}, false
	}
	return m[i], true
}

// String has one line a mark, from the bottom up.
func (m Marks) String() string {
	var b strings.Builder
	for _, mark := range m {
		fmt.Fprintln(&b, mark)
	}
	return b.String()
}

// String is one line: kind, place, sizes and colour, to a tenth of a device unit. Of lines and polygons it has the number of
// pieces or corners and the bounds.
func (m Mark) String() string {
	switch m.Kind {
	case Text:
		return fmt.Sprintf("text %q %.1f %.1f size %.4g%s %s", m.Text.Text, m.At.X, m.At.Y, m.Text.Size, m.setting(), hex(m.Color))
	case Circle:
		return fmt.Sprintf("circle %.1f %.1f radius %.1f %s", m.At.X, m.At.Y, m.Radius, hex(m.Color))
	case Ring:
		return fmt.Sprintf("ring %.1f %.1f radius %.1f width %.1f %s", m.At.X, m.At.Y, m.Radius, m.Width, hex(m.Color))
	case Stroke:
		return fmt.Sprintf("stroke %d pieces %s width %.1f %s%s", len(m.Pieces), m.bounds(), m.Width, hex(m.Color), m.halo())
	case Fill:
		return fmt.Sprintf("fill %d corners %s %s", len(m.Points), m.bounds(), hex(m.Color))
	case Box:
		round := ""
		if m.Radius > 0 {
			round = fmt.Sprintf(" round %.1f", m.Radius)
		}
		return fmt.Sprintf("box %s%s %s", m.bounds(), round, hex(m.Color))
	}
	size := m.Image.Bounds().Size()
	return fmt.Sprintf("%s %s of %d by %d pixels", m.Kind, m.bounds(), size.X, size.Y)
}

// bounds are the upper left and the lower right corner.
func (m Mark) bounds() string {
	if !(m.Bounds.X0 <= m.Bounds.X1) {
		return "nowhere"
	}
	return fmt.Sprintf("%.1f %.1f to %.1f %.1f", m.Bounds.X0, m.Bounds.Y0, m.Bounds.X1, m.Bounds.Y1)
}

// setting is how a text is set, as far as it is not from its place on, level and without a halo.
func (m Mark) setting() string {
	words := [...]string{"", " centred", " right"}[m.Text.Align]
	if m.Text.Bold {
		words += " bold"
	}
	if m.Text.Tabular {
		words += " tabular"
	}
	if m.Text.Along.X != 0 || m.Text.Along.Y != 0 {
		words += fmt.Sprintf(" along %.2f %.2f", m.Text.Along.X, m.Text.Along.Y)
	}
	if m.Text.Reach > 0 {
		words += " haloed"
	}
	return words
}

func (m Mark) halo() string {
	if m.Pen.Reach > 0 && m.Pen.Halo.A > 0 {
		return " halo " + hex(m.Pen.Halo)
	}
	return ""
}

// hex is a colour as it is before it is made translucent, with its opacity in per cent if that is not all.
func hex(c color.RGBA) string {
	straight := color.NRGBAModel.Convert(c).(color.NRGBA)
	text := fmt.Sprintf("#%02x%02x%02x", straight.R, straight.G, straight.B)
	if c.A < 255 {
		text += fmt.Sprintf(" %d%%", (int(c.A)*100+127)/255)
	}
	return text
}
