package plot

import "math"

// MathFonts are the two cuts that equations are set in: letters in Italic, everything else in Upright.
type MathFonts struct{ Upright, Italic *Font }

// A mathBox is a part of an equation in its place: how far it reaches from its origin, which lies on the baseline at its
// left end, and what is drawn there. Lengths are pixels, y downwards.
type mathBox struct {
	width, up, down float64
	marks           []mathMark
}

// A mathMark is a text or a stroke.
type mathMark struct {
	at     Vec    // of a text: its baseline's left end
	of     string // the letter or number that it is, or the accent of
	text   string
	italic bool
	size   float64
	line   []Vec // of a stroke
	pen    float64
}

// put draws another box at a place of this one, and grows round it.
func (b *mathBox) put(o mathBox, x, y float64) {
	for _, m := range o.marks {
		m.at = m.at.Add(Vec{x, y})
		line := make([]Vec, len(m.line))
		for i, v := range m.line {
			line[i] = v.Add(Vec{x, y})
		}
		m.line = line
		b.marks = append(b.marks, m)
	}
	b.width = math.Max(b.width, x+o.width)
	b.up = math.Max(b.up, o.up-y)
	b.down = math.Max(b.down, o.down+y)
}

// stroke draws a line of a weight.
func (b *mathBox) stroke(pen float64, line ...Vec) {
	b.marks = append(b.marks, mathMark{line: line, pen: pen})
}

// A mathSetter sets parts of an equation at a size. In scripts nothing stands around operators.
type mathSetter struct {
	fonts  MathFonts
	size   float64
	script bool
}

// The proportions, in parts of the text's size.
const (
	mathAxis    = 0.27 // height of the middle of + and of fractions' bars
	mathRule    = 0.055
	scriptPart  = 0.7
	scriptLeast = 8.0 // pixels; smaller cannot be read
)

// pen is the weight of rules: a whole number of pixels, for they lie on the pixels' grid.
func (s mathSetter) pen() float64 { return math.Max(1, math.Round(mathRule*s.size)) }

// smaller sets scripts.
func (s mathSetter) smaller() mathSetter {
	s.size = math.Max(scriptPart*s.size, math.Min(s.size, scriptLeast))
	s.script = true
	return s
}

func (s mathSetter) set(n mathNode) mathBox {
	switch n := n.(type) {
	case mathRow:
		return s.row(n)
	case mathSymbol:
		return s.symbol(n)
	case mathScripts:
		return s.scripts(n)
	case mathFrac:
		return s.frac(n)
	case mathRoot:
		return s.root(n)
	case mathAccent:
		return s.accent(n)
	case tallBracket:
		return s.bracket(n)
	case mathSpace:
		return mathBox{width: float64(n) * s.size}
	}
	return mathBox{}
}

func (s mathSetter) symbol(n mathSymbol) mathBox {
	font := s.fonts.Upright
	if n.italic {
		font = s.fonts.Italic
	}
	up, down := font.extent(n.text, s.size)
	return mathBox{
		width: font.Width(n.text, s.size), up: up, down: down,
		marks: []mathMark{{of: n.text, text: n.text, italic: n.italic, size: s.size}},
	}
}

// row sets items side by side. A bracket whose content is higher than itself grows with it.
func (s mathSetter) row(items mathRow) mathBox {
	boxes := make([]mathBox, len(items))
	for i, n := range items {
		boxes[i] = s.set(n)
	}
	s.growBrackets(items, boxes)
	var line mathBox
	x := 0.0
	for i := range items {
		x += s.gap(items, i)
		line.put(boxes[i], x, 0)
		x += boxes[i].width
	}
	line.width = x
	return line
}

// gap is the space before item i, as in TeX's table of spacings.
func (s mathSetter) gap(items mathRow, i int) float64 {
	if i == 0 {
		return 0
	}
	thin, medium, thick := s.size/6, s.size*0.22, s.size*0.28
	before, now := roleAt(items, i-1), roleAt(items, i)
	switch {
	case now == mathFunction && (before == mathOrdinary || before == mathClosing || before == mathFunction):
		return thin
	case before == mathFunction && now == mathOrdinary:
		return thin
	case s.script:
		return 0
	case before == mathRelation || now == mathRelation:
		return thick
	case before == mathBinary || now == mathBinary:
		return medium
	case before == mathPunctuation:
		return thin
	}
	return 0
}

// roleAt is the part that an item plays: an operator without an operand before it is a sign.
func roleAt(items mathRow, i int) mathRole {
	role := roleOf(items[i])
	if role != mathBinary {
		return role
	}
	if i == 0 {
		return mathOrdinary
	}
	switch roleOf(items[i-1]) {
	case mathBinary, mathRelation, mathOpening, mathPunctuation, mathFunction:
		return mathOrdinary
	}
	return mathBinary
}

func roleOf(n mathNode) mathRole {
	switch n := n.(type) {
	case mathSymbol:
		return n.role
	case mathScripts:
		return roleOf(n.base)
	}
	return mathOrdinary
}

// scripts hangs smaller items at the right of a base. Beside a letter they stand at the same height everywhere in a line;
// a higher base takes them along.
func (s mathSetter) scripts(n mathScripts) mathBox {
	box := s.set(n.base)
	small := s.smaller()
	x := box.width + 0.03*s.size
	rise := math.Max(0.38*s.size, box.up-0.42*s.size)
	drop := math.Max(0.17*s.size, box.down-0.06*s.size)
	var sup, sub mathBox
	if n.sup != nil {
		sup = small.set(n.sup)
	}
	if n.sub != nil {
		sub = small.set(n.sub)
	}
	if n.sup != nil && n.sub != nil {
		if between := (rise - sup.down) - (sub.up - drop); between < 0.1*s.size {
			drop += 0.1*s.size - between
		}
	}
	if n.sup != nil {
		lean := 0.0
		if letter, ok := n.base.(mathSymbol); ok && letter.italic {
			lean = 0.05 * s.size
		}
		box.put(sup, x+lean, -rise)
	}
	if n.sub != nil {
		box.put(sub, x, drop)
	}
	box.width += 0.05 * s.size
	return box
}

func (s mathSetter) frac(n mathFrac) mathBox {
	inner := s
	if s.script {
		inner = s.smaller()
	}
	num, den := inner.set(n.num), inner.set(n.den)
	pen, gap, pad := s.pen(), 0.16*s.size, 0.08*s.size
	width := math.Max(num.width, den.width) + 2*pad
	axis, beside := mathAxis*s.size, 0.1*s.size
	var box mathBox
	box.put(num, beside+(width-num.width)/2, -(axis + pen/2 + gap + num.down))
	box.put(den, beside+(width-den.width)/2, -axis+pen/2+gap+den.up)
	box.stroke(pen, Vec{beside, -axis}, Vec{beside + width, -axis})
	box.width = width + 2*beside
	return box
}

func (s mathSetter) root(n mathRoot) mathBox {
	body := s.set(n.body)
	pen := s.pen()
	gap := 0.12*s.size + pen
	top, bottom := math.Max(body.up, 0.55*s.size)+gap, math.Max(body.down, 0.06*s.size)
	hook := 0.55 * s.size
	var box mathBox
	box.put(body, hook+0.08*s.size, 0)
	box.stroke(pen,
		Vec{0.06 * s.size, -0.22 * s.size}, Vec{0.18 * s.size, -0.3 * s.size}, Vec{0.34 * s.size, bottom},
		Vec{hook, -top}, Vec{hook + 0.14*s.size + body.width, -top})
	box.up, box.down = top+pen/2, math.Max(box.down, bottom)
	box.width = hook + 0.18*s.size + body.width
	return box
}

// accent puts a mark over the body; over a slanting letter it stands further right.
func (s mathSetter) accent(n mathAccent) mathBox {
	box := s.set(n.body)
	middle, half := box.width/2, math.Min(0.2*s.size, box.width/2)
	if letter, ok := n.body.(mathSymbol); ok && letter.italic {
		middle += 0.12 * box.up
	}
	y, pen := -(box.up + 0.12*s.size), math.Max(1, 0.06*s.size)
	switch n.kind {
	case "hat":
		box.stroke(pen, Vec{middle - half, y}, Vec{middle, y - 0.14*s.size}, Vec{middle + half, y})
	case "bar":
		box.stroke(pen, Vec{middle - half, y}, Vec{middle + half, y})
	default:
		var wave []Vec
		for i := range 13 {
			t := float64(i)/6 - 1
			wave = append(wave, Vec{middle + t*half, y - 0.05*s.size*(1+math.Sin(-math.Pi*t))})
		}
		box.stroke(pen, wave...)
	}
	if letter, ok := n.body.(mathSymbol); ok {
		box.marks[len(box.marks)-1].of = letter.text
	}
	box.up += 0.3 * s.size
	return box
}
