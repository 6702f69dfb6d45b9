// Package pdf is a canvas whose drawing is a page of the Portable Document Format: lines stay lines, and text stays text in the
// picture's own fonts, of which the file has the letters that it needs.
package pdf

import (
	"image/color"
	"io"
	"math"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"descentlab/widgets/plot"
)

// A Canvas draws on a page, or on a part of it.
type Canvas struct {
	page *page
	w, h float64
	at   plot.Vec  // of its upper left corner on the page
	clip *plot.Box // of a part: what is seen of it, on the page
}

var _ plot.Canvas = (*Canvas)(nil)

// A page is the file while it is made. Its unit is the point, of which there are 72 in an inch; y points up.
type page struct {
	doc    *fpdf.Fpdf
	high   float64   // device units
	unit   float64   // points of a device unit
	clip   *plot.Box // that holds now; nil: none
	alpha  uint8     // that holds now
	fonts  map[string]bool
	count  int          // of images
	widths map[int]bool // of these, in pixels
	buf    []byte
	way    []plot.Vec
}

// points are those of a CSS pixel, of which there are 96 in an inch.
const points = 72.0 / 96

// New gives an empty page of a size in device units, of which so many are a CSS pixel.
func New(w, h, scale float64) *Canvas {
	unit := points / scale
	size := fpdf.SizeType{Wd: w * unit, Ht: h * unit}
	doc := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: size})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCatalogSort(true)
	doc.AddPageFormat("P", size)
	p := &page{doc: doc, high: h, unit: unit, alpha: 255, fonts: map[string]bool{}, widths: map[int]bool{}}
	p.raw("1 J 1 j")
	return &Canvas{page: p, w: w, h: h}
}

// About is what a file tells beside its picture.
type About struct {
	Title, Subject, Keywords, Creator string

	File File // that is attached
}

// A File is attached to a page, and can be saved from there; there is none without a text.
type File struct {
	Name string
	Text []byte
}

// epoch is the time at which a file says that it was made: equal pictures are equal files.
var epoch = time.Unix(0, 0).UTC()

// Encode writes the file. After that nothing can be drawn any more.
func (c *Canvas) Encode(out io.Writer, about About) error {
	p := c.page
	p.within(nil)
	p.doc.SetTitle(about.Title, true)
	p.doc.SetSubject(about.Subject, true)
	p.doc.SetKeywords(about.Keywords, true)
	p.doc.SetCreator(about.Creator, true)
	p.doc.SetProducer(about.Creator, true)
	p.doc.SetCreationDate(epoch)
	p.doc.SetModificationDate(epoch)
	if len(about.File.Text) > 0 {
		p.doc.SetAttachments([]fpdf.Attachment{{Content: about.File.Text, Filename: about.File.Name}})
	}
	return p.doc.Output(out)
}

// Size is that of the picture.
func (c *Canvas) Size() (w, h float64) { return c.w, c.h }

// Part cuts off what lies beyond its edges.
func (c *Canvas) Part(at plot.Box) plot.Canvas {
	at = at.Snapped()
	part := &Canvas{page: c.page, w: at.X1 - at.X0, h: at.Y1 - at.Y0, at: c.there(plot.Vec{X: at.X0, Y: at.Y0})}
	seen := plot.Box{X0: part.at.X, Y0: part.at.Y, X1: part.at.X + part.w, Y1: part.at.Y + part.h}
	if c.clip != nil {
		seen = plot.Box{X0: max(seen.X0, c.clip.X0), Y0: max(seen.Y0, c.clip.Y0),
			X1: max(min(seen.X1, c.clip.X1), seen.X0), Y1: max(min(seen.Y1, c.clip.Y1), seen.Y0)}
	}
	part.clip = &seen
	return part
}

// there is where a place of the canvas is on the page.
func (c *Canvas) there(at plot.Vec) plot.Vec { return at.Add(c.at) }

// within cuts off what is drawn next.
func (p *page) within(clip *plot.Box) {
	if p.clip == clip {
		return
	}
	if p.clip != nil {
		p.raw("Q")
		p.alpha = 255 // as it was before
	}
	if p.clip = clip; clip == nil {
		return
	}
	p.opaque()
	p.raw("q")
	p.begin()
	p.box(plot.Vec{X: clip.X0, Y: clip.Y0}, clip.X1-clip.X0, clip.Y1-clip.Y0)
	p.end("W n")
}

// opaque lets what is drawn next cover what is there.
func (p *page) opaque() { p.strength(255) }

// strength lets what is drawn next cover it in part.
func (p *page) strength(alpha uint8) {
	if p.alpha != alpha {
		p.doc.SetAlpha(float64(alpha)/255, "Normal")
		p.alpha = alpha
	}
}

func (p *page) raw(text string) { p.doc.RawWriteStr(text) }

// begin begins a line of operators; put, color and place go on with it, end writes it.
func (p *page) begin() { p.buf = p.buf[:0] }

func (p *page) end(operator string) { p.raw(string(append(p.buf, operator...))) }

// put writes a number, to a thousandth, and a blank.
func (p *page) put(v float64) {
	p.buf = strconv.AppendFloat(p.buf, math.Round(v*1000)/1000+0, 'f', -1, 64)
	p.buf = append(p.buf, ' ')
}

// op writes an operator.
func (p *page) op(name string) { p.buf = append(append(p.buf, name...), ' ') }

// farthest is where places beyond are put, in device units: a page ends long before.
const farthest = 1e5

// place writes a place of the page.
func (p *page) place(at plot.Vec) {
	held := func(v float64) float64 { return min(max(v, -farthest), farthest) }
	p.put(held(at.X) * p.unit)
	p.put((p.high - held(at.Y)) * p.unit)
}

func (p *page) box(at plot.Vec, w, h float64) {
	p.place(plot.Vec{X: at.X, Y: at.Y + h})
	p.put(min(w, 2*farthest) * p.unit)
	p.put(min(h, 2*farthest) * p.unit)
	p.op("re")
}

// ink sets the colour of what is filled ("rg") or drawn ("RG") next, its opacity multiplied by a strength.
func (p *page) ink(c color.RGBA, strength float64, operator string) {
	plain := color.NRGBAModel.Convert(c).(color.NRGBA)
	p.strength(uint8(min(max(float64(plain.A)*strength, 0), 255) + 0.5))
	p.begin()
	for _, v := range [3]uint8{plain.R, plain.G, plain.B} {
		p.put(float64(v) / 255)
	}
	p.end(operator)
}

// finite tells whether all numbers are.
func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
