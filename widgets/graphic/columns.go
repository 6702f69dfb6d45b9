package graphic

import "fyne.io/fyne/v2"

// A Column of a Table is at least Min units wide; what the table has to spare is shared out by weight. A table too narrow
// for all of them leaves away the optional ones, the greatest number first; a column of Optional 0 always stays.
type Column struct {
	Title       string // in one line or two
	Help        string // what is told of it when the pointer rests on the title; may be empty
	Align       fyne.TextAlign
	Weight, Min float32
	Optional    int
	Want        float32 // what it would like to have above Min, before any is shared out and optional columns are shown
	Lead        float32 // room before its texts, if the table has that to spare
	Glyph       bool    // the rows' glyphs stand before its texts, and not before those of the first column
}

// columnWidths shares out a width: to each column what it needs at least, and the rest by weight. Columns that are left
// away get none. If there is too little even so, all columns are narrowed alike.
func columnWidths(columns []Column, width float32) []float32 {
	most := columnsThatFit(columns, width)
	var least, weights, wants, leads float32
	for _, c := range columns {
		if c.Optional <= most {
			least += c.Min
			weights += c.Weight
			wants += c.Want
			leads += c.Lead
		}
	}
	spare := width - least
	wanted := min(max(spare, 0), wants)
	led := min(max(spare-wanted, 0), leads)
	widths := make([]float32, len(columns))
	for i, c := range columns {
		if c.Optional > most {
			continue
		}
		widths[i] = c.Min
		switch {
		case least > width:
			widths[i] *= max(width, 0) / least
		case weights > 0:
			widths[i] += (spare - wanted - led) * c.Weight / weights
		}
		if wants > 0 {
			widths[i] += wanted * c.Want / wants
		}
		if leads > 0 {
			widths[i] += led * c.Lead / leads
		}
	}
	return widths
}

// columnsThatFit is the greatest number of Optional up to which all columns fit.
func columnsThatFit(columns []Column, width float32) int {
	most := 0
	for _, c := range columns {
		most = max(most, c.Optional)
	}
	for ; most > 0; most-- {
		least := float32(0)
		for _, c := range columns {
			if c.Optional <= most {
				least += c.Min + c.Want
			}
		}
		if least <= width {
			break
		}
	}
	return most
}
