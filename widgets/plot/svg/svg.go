// Package svg is a canvas whose drawing is a file of Scalable Vector Graphics: lines stay lines and text stays text, so that it
// can be scaled, searched and edited.
package svg

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"descentlab/widgets/plot"
)

// A Canvas collects the elements of a picture. A device unit is a unit of its user space.
type Canvas struct {
	w, h  float64
	body  bytes.Buffer // after all parts
	parts []part
}

// A part is one of a picture, below which other elements lie.
type part struct {
	below []byte
	at    plot.Box
	*Canvas
}

var _ plot.Canvas = (*Canvas)(nil)

// New gives an empty canvas of a size.
func New(w, h float64) *Canvas { return &Canvas{w: w, h: h} }

// Size is that of the picture.
func (c *Canvas) Size() (w, h float64) { return c.w, c.h }

// Encode writes the picture, shown at so many CSS pixels for a device unit. The title is what a reader of the screen hears.
func (c *Canvas) Encode(out io.Writer, scale float64, title string) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" `+
		`font-family="Noto Sans, Inter, Helvetica, Arial, sans-serif">`+"\n<title>%s</title>\n",
		number(c.w*scale), number(c.h*scale), number(c.w), number(c.h), escaped(title))
	c.write(w)
	fmt.Fprintln(w, "</svg>")
	return w.Flush()
}

// Part is an element that cuts off what lies beyond its edges.
func (c *Canvas) Part(at plot.Box) plot.Canvas {
	at = at.Snapped()
	p := part{bytes.Clone(c.body.Bytes()), at, New(at.X1-at.X0, at.Y1-at.Y0)}
	c.body.Reset()
	c.parts = append(c.parts, p)
	return p.Canvas
}

// write writes all elements, the lowest first.
func (c *Canvas) write(w *bufio.Writer) {
	for _, p := range c.parts {
		_, _ = w.Write(p.below)
		fmt.Fprintf(w, `<svg x="%s" y="%s" width="%s" height="%s">`+"\n", number(p.at.X0), number(p.at.Y0), number(p.w), number(p.h))
		p.write(w)
		fmt.Fprintln(w, "</svg>")
	}
	_, _ = w.Write(c.body.Bytes())
}

// number writes a length to a hundredth of a unit.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// escaped is text as it stands in a file of XML; what may not stand there is left out.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}

// ink writes a colour as a value of an attribute and of the opacity that goes with it.
func ink(attribute string, c color.RGBA, strength float64) string {
	if c.A == 0 {
		return fmt.Sprintf(`%s="none"`, attribute)
	}
	plain := color.NRGBAModel.Convert(c).(color.NRGBA)
	text := fmt.Sprintf(`%s="#%02x%02x%02x"`, attribute, plain.R, plain.G, plain.B)
	if opacity := float64(plain.A) / 255 * strength; opacity < 1 {
		text += fmt.Sprintf(` %s-opacity="%s"`, attribute, strconv.FormatFloat(math.Round(opacity*1000)/1000, 'f', -1, 64))
	}
	return text
}

// Stroke draws lines with round ends. Pieces that follow one another with one width are one path.
func (c *Canvas) Stroke(line []plot.Piece, p plot.Pen) {
	if p.Reach > 0 {
		c.paths(line, p.Halo, p.Reach)
	}
	c.paths(line, p.Color, 0)
}

// paths draws the pieces, wider by reach on either side.
func (c *Canvas) paths(line []plot.Piece, color color.RGBA, reach float64) {
	for i := 0; i < len(line); {
		first := line[i]
		if !finite(first.A.X, first.A.Y, first.B.X, first.B.Y, first.Radius) {
			i++
			continue
		}
		var d strings.Builder
		fmt.Fprintf(&d, "M%s %sL%s %s", number(first.A.X), number(first.A.Y), number(first.B.X), number(first.B.Y))
		last := first
		for i++; i < len(line); i++ {
			next := line[i]
			if next.A != last.B || next.Radius != first.Radius || next.Strength != first.Strength || !finite(next.B.X, next.B.Y) {
				break
			}
			fmt.Fprintf(&d, "L%s %s", number(next.B.X), number(next.B.Y))
			last = next
		}
		fmt.Fprintf(&c.body, `<path d="%s" fill="none" %s stroke-width="%s" stroke-linecap="round" stroke-linejoin="round"/>`+"\n",
			d.String(), ink("stroke", color, first.Strength), number(2*(first.Radius+reach)))
	}
}

// Fill fills a polygon.
func (c *Canvas) Fill(corners []plot.Vec, color color.RGBA) {
	if len(corners) < 3 {
		return
	}
	var d strings.Builder
	for i, at := range corners {
		if !finite(at.X, at.Y) {
			return
		}
		if i > 0 {
			d.WriteByte(' ')
		}
		fmt.Fprintf(&d, "%s,%s", number(at.X), number(at.Y))
	}
	fmt.Fprintf(&c.body, `<polygon points="%s" %s/>`+"\n", d.String(), ink("fill", color, 1))
}

// Circle draws a disc or a ring.
func (c *Canvas) Circle(at plot.Vec, r, width float64, color color.RGBA) {
	if !finite(at.X, at.Y, r, width) || width == 0 && r <= 0 {
		return
	}
	style := ink("fill", color, 1)
	if width > 0 {
		style = fmt.Sprintf(`fill="none" %s stroke-width="%s"`, ink("stroke", color, 1), number(width))
	}
	fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", number(at.X), number(at.Y), number(max(r, 0)), style)
}

// Box fills a rectangle.
func (c *Canvas) Box(at plot.Vec, w, h, round float64, color color.RGBA) {
	if !finite(at.X, at.Y, w, h, round) || w <= 0 || h <= 0 {
		return
	}
	corners := ""
	if round > 0 {
		corners = fmt.Sprintf(` rx="%s"`, number(round))
	}
	fmt.Fprintf(&c.body, `<rect x="%s" y="%s" width="%s" height="%s"%s %s/>`+"\n", number(at.X), number(at.Y), number(w), number(h),
		corners, ink("fill", color, 1))
}

// Image puts the pixels of an image into the file, as PNG.
func (c *Canvas) Image(img image.Image, at plot.Box) {
	var data bytes.Buffer
	if !finite(at.X0, at.Y0, at.X1, at.Y1) || png.Encode(&data, img) != nil {
		return
	}
	fmt.Fprintf(&c.body, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" `+
		`href="data:image/png;base64,%s"/>`+"\n", number(at.X0), number(at.Y0), number(at.X1-at.X0), number(at.Y1-at.Y0),
		base64.StdEncoding.EncodeToString(data.Bytes()))
}

// anchors say at which end of a text its place is.
var anchors = map[plot.Align]string{
	plot.AlignLeft: "", plot.AlignCenter: ` text-anchor="middle"`, plot.AlignRight: ` text-anchor="end"`,
}

// Text writes a line of text, which stays text. It takes the width that the picture's own font gives it, whatever the reader has.
func (c *Canvas) Text(t plot.Text, at plot.Vec) {
	if !finite(at.X, at.Y, t.Size) || t.Text == "" {
		return
	}
	more := anchors[t.Align]
	if level := (plot.Vec{}); t.Along != level {
		turn := math.Atan2(t.Along.Y, t.Along.X) * 180 / math.Pi
		more = fmt.Sprintf(` transform="rotate(%s %s %s)"`, number(turn), number(at.X), number(at.Y))
	}
	if t.Bold {
		more += ` font-weight="bold"`
	}
	if t.Tabular {
		more += ` font-variant-numeric="tabular-nums"`
	}
	if t.Font != nil {
		if w := t.Font.Width(t.Text, t.Size); w > 0 && !t.Bold && !t.Tabular {
			more += fmt.Sprintf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(w))
		}
	}
	if t.Reach > 0 {
		more += fmt.Sprintf(` paint-order="stroke" %s stroke-width="%s" stroke-linejoin="round"`, ink("stroke", t.Halo, 1),
			number(2*t.Reach))
	}
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" font-size="%s" xml:space="preserve" %s%s>%s</text>`+"\n", number(at.X), number(at.Y),
		number(t.Size), ink("fill", t.Ink, 1), more, escaped(t.Text))
}
