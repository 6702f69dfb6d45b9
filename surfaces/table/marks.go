package table

// marks finds out what the unclear numbers mean, from the clear ones: which signs are to be understood the other way. It is an
// error if that cannot be told.
func (t *reader) marks() (other [signs]bool, err error) {
	comma, point := t.first(decimalComma, groupPoint), t.first(decimalPoint, groupComma)
	if at := t.seen[unclearComma]; at != nil {
		switch {
		case comma != nil && point == nil, t.separator == ';' && point == nil && t.seen[unclearPoint] == nil:
			other[unclearComma] = true // who has semicolons between cells has commas before decimals
		case t.seen[groupComma] != nil && comma == nil:
		default:
			return other, at.unclear(",", ".", t.contrary(point, comma))
		}
	}
	if at := t.seen[unclearPoint]; at != nil {
		switch {
		case t.seen[groupPoint] != nil && point == nil:
			other[unclearPoint] = true
		case comma != nil:
			return other, at.unclear(".", ",", comma)
		}
	}
	return other, nil
}

// first is the first cell of one of the signs, or nil.
func (t *reader) first(a, b sign) *place {
	if t.seen[a] == nil {
		return t.seen[b]
	}
	return t.seen[a]
}

// contrary is the one of two that is there.
func (t *reader) contrary(a, b *place) *place {
	if a == nil {
		return b
	}
	return a
}

// unclear says that a mark can stand before decimals or between thousands. Why, a number with the other mark may show.
func (p place) unclear(mark, otherMark string, shown *place) error {
	r, _ := read(p.text)
	of := ""
	if shown != nil {
		of = " (there is " + clipped(shown.text) + ", too)"
	}
	return p.fault("%q can be %.15g or %.15g%s; write it without %q between thousands, or with %q before the decimals",
		p.text, r.value, r.other, of, mark, otherMark)
}
