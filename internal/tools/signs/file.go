package main

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// The lengths of a font, in units of which an em has 1000. Line and baseline are those of Noto Sans: a line with a sign in it is
// as high as others.
const (
	em      = 1000
	ascent  = 1069
	descent = -293
)

// A file is a TrueType font that is being made. Glyph 0 stands for what it lacks, and is empty.
type file struct{ glyphs []glyph }

type glyph struct {
	of       rune
	width    int
	contours [][]point
}

func newFile() *file { return &file{} }

func (f *file) add(r rune, width int, contours [][]point) {
	f.glyphs = append(f.glyphs, glyph{r, width, contours})
}

// be are numbers one behind the other, the high byte first.
func be(numbers ...any) []byte {
	var b []byte
	for _, n := range numbers {
		if i, is := n.(int); is {
			n = int16(i)
		}
		b, _ = binary.Append(b, binary.BigEndian, n)
	}
	return b
}

// bytes is the font.
func (f *file) bytes() []byte {
	slices.SortFunc(f.glyphs, func(a, b glyph) int { return cmp.Compare(a.of, b.of) })
	all := append([]glyph{{width: em / 2}}, f.glyphs...)
	var glyf, loca, hmtx []byte
	wide, box, points, contours := 0, newBox(), 0, 0
	for _, g := range all {
		loca = append(loca, be(uint32(len(glyf)))...)
		data, b := g.bytes()
		glyf = append(glyf, data...)
		hmtx = append(hmtx, be(uint16(g.width), b.x0)...)
		wide, contours = max(wide, g.width), max(contours, len(g.contours))
		n := 0
		for _, c := range g.contours {
			n += len(c)
		}
		points = max(points, n)
		if n > 0 {
			box.hold(b.x0, b.y0)
			box.hold(b.x1, b.y1)
		}
	}
	loca = append(loca, be(uint32(len(glyf)))...)
	n := uint16(len(all))
	return sfnt([]table{
		{"cmap", f.cmap()},
		{"glyf", glyf},
		{"head", be(uint32(0x10000), uint32(0x10000), uint32(0), uint32(0x5f0f3cf5), uint16(3), uint16(em), uint64(0), uint64(0),
			box.x0, box.y0, box.x1, box.y1, uint16(0), uint16(8), 2, 1, 0)},
		{"hhea", be(uint32(0x10000), ascent, descent, 0, uint16(wide), box.x0, 0, box.x1, 1, 0, 0, 0, 0, 0, 0, 0, n)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", be(uint32(0x10000), n, uint16(points), uint16(contours), 0, 0, uint16(2), 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", names("Descent Lab Signs")},
		{"post", be(uint32(0x30000), uint32(0), -100, 50, uint32(0), uint32(0), uint32(0), uint32(0), uint32(0))},
	})
}

// cmap says which glyph a letter has, in format 12.
func (f *file) cmap() []byte {
	n := uint32(len(f.glyphs))
	b := be(uint16(0), uint16(1), uint16(3), uint16(10), uint32(12), uint16(12), uint16(0), 16+12*n, uint32(0), n)
	for i, g := range f.glyphs {
		b = append(b, be(uint32(g.of), uint32(g.of), uint32(i+1))...)
	}
	return b
}

// bytes is the description of a glyph, and the box around it.
func (g glyph) bytes() ([]byte, box) {
	if len(g.contours) == 0 {
		return nil, box{}
	}
	var ends, flags, xs, ys []byte
	around, last, n := newBox(), point{}, 0
	for _, c := range g.contours {
		n += len(c)
		ends = append(ends, be(uint16(n-1))...)
		for _, p := range c {
			flag := byte(0)
			if p.on {
				flag = 1
			}
			flags, xs, ys = append(flags, flag), append(xs, be(p.x-last.x)...), append(ys, be(p.y-last.y)...)
			around.hold(p.x, p.y)
			last = p
		}
	}
	b := be(len(g.contours), around.x0, around.y0, around.x1, around.y1)
	b = slices.Concat(b, ends, be(0), flags, xs, ys)
	return pad(b), around
}

type box struct{ x0, y0, x1, y1 int }

func newBox() box { return box{1 << 14, 1 << 14, -1 << 14, -1 << 14} }

func (b *box) hold(x, y int) {
	b.x0, b.y0, b.x1, b.y1 = min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)
}

// names is the table of names: the family's, the cut's and both.
func names(family string) []byte {
	var records, text []byte
	for _, n := range []struct {
		id   uint16
		name string
	}{{1, family}, {2, "Regular"}, {4, family + " Regular"}, {6, "DescentLabSigns-Regular"}} {
		records = append(records, be(uint16(3), uint16(1), uint16(0x409), n.id, uint16(2*len(n.name)), uint16(len(text)))...)
		for _, r := range n.name {
			text = append(text, be(uint16(r))...)
		}
	}
	count := uint16(len(records) / 12)
	return slices.Concat(be(uint16(0), count, 6+12*count), records, text)
}

type table struct {
	name string
	data []byte
}

func pad(b []byte) []byte { return append(b, make([]byte, -len(b)&3)...) }

// sfnt puts tables, in the order of their names, into a file.
func sfnt(tables []table) []byte {
	n := uint16(len(tables))
	head, body := be(uint32(0x10000), n, uint16(128), uint16(3), 16*n-128), []byte(nil)
	for _, t := range tables {
		data, sum := pad(slices.Clone(t.data)), uint32(0)
		for i := 0; i < len(data); i += 4 {
			sum += binary.BigEndian.Uint32(data[i:])
		}
		head = append(head, t.name...)
		head = append(head, be(sum, uint32(12+16*len(tables)+len(body)), uint32(len(t.data)))...)
		body = append(body, data...)
	}
	return append(head, body...)
}
