// Package svg is a canvas whose drawing is a file of Scalable Vector Graphics: lines stay lines and text stays text, so that it
// can be scaled, searched and edited.
package svg

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
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

	path path       // that is being written
	way  []plot.Vec // of it
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

// About is what a file tells beside its picture.
type About struct {
	Title       string // what a reader of the screen hears
	Description string // more of it, in lines
	Notes       []Note // for programs
}

// A Note is a text by a name.
type Note struct{ Key, Text string }

// Namespace is that of the elements of notes.
const Namespace = "urn:descentlab:note"

// Encode writes the picture, shown at so many CSS pixels for a device unit.
func (c *Canvas) Encode(out io.Writer, scale float64, about About) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" `+
		`font-family="Noto Sans, Inter, Helvetica, Arial, sans-serif" stroke-linecap="round" stroke-linejoin="round">`+
		"\n<title>%s</title>\n", number(c.w*scale), number(c.h*scale), number(c.w), number(c.h), escaped(about.Title))
	if about.Description != "" {
		fmt.Fprintf(w, "<desc>%s</desc>\n", escaped(about.Description))
	}
	if len(about.Notes) > 0 {
		fmt.Fprintf(w, "<metadata xmlns:lab=\"%s\">\n", Namespace)
		for _, n := range about.Notes {
			fmt.Fprintf(w, "<lab:note key=\"%s\">%s</lab:note>\n", escaped(n.Key), escaped(n.Text))
		}
		fmt.Fprintln(w, "</metadata>")
	}
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

// Stroke draws lines with round ends. Pieces of one width and strength are one path, so that none lies over another.
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
		if !finite(first.Radius, first.Strength) {
			i++
			continue
		}
		c.path.Reset()
		for i < len(line) && line[i].Radius == first.Radius && line[i].Strength == first.Strength {
			c.way = append(c.way[:0], line[i].A)
			for i++; i < len(line) && line[i].A == line[i-1].B && line[i].Radius == first.Radius &&
				line[i].Strength == first.Strength; i++ {
				c.way = append(c.way, line[i].A)
			}
			c.way = append(c.way, line[i-1].B)
			c.run()
		}
		if c.path.Len() > 0 {
			fmt.Fprintf(&c.body, `<path d="%s" fill="none" %s stroke-width="%s"/>`+"\n", c.path.Bytes(),
				ink("stroke", color, first.Strength), number(2*(first.Radius+reach)))
		}
	}
}

// slack is how far a line may be from where it was drawn, in device units: less than is seen.
const slack = 0.06

// run appends the way to the path, where it is finite. A piece without length is a dot.
func (c *Canvas) run() {
	for rest := c.way; len(rest) > 0; {
		n := 0
		for n < len(rest) && rest[n].Finite() {
			n++
		}
		if n > 1 {
			c.path.move(rest[0])
			if n == 2 && rest[0] == rest[1] {
				c.path.WriteString("h0")
			} else {
				c.path.lines(plot.Simplified(rest[:n], slack)[1:])
			}
		}
		rest = rest[min(n+1, len(rest)):]
	}
}

// Fill fills a polygon.
func (c *Canvas) Fill(corners []plot.Vec, color color.RGBA) {
	if len(corners) < 3 {
		return
	}
	for _, at := range corners {
		if !at.Finite() {
			return
		}
	}
	c.path.Reset()
	c.path.move(corners[0])
	c.path.lines(corners[1:])
	fmt.Fprintf(&c.body, `<path d="%sz" %s/>`+"\n", c.path.Bytes(), ink("fill", color, 1))
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
		width := t.Font.Width
		if t.Tabular {
			width = t.Font.TabularWidth
		}
		if w := width(t.Text, t.Size); w > 0 {
			more += fmt.Sprintf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(w))
		}
	}
	if t.Reach > 0 {
		more += fmt.Sprintf(` paint-order="stroke" %s stroke-width="%s"`, ink("stroke", t.Halo, 1),
			number(2*t.Reach))
	}
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" font-size="%s" xml:space="preserve" %s%s>%s</text>`+"\n", number(at.X), number(at.Y),
		number(t.Size), ink("fill", t.Ink, 1), more, escaped(t.Text))
}
