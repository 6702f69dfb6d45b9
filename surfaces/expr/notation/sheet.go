package notation

import "regexp"

// place is that of a cell in a spreadsheet: its column and its row.
var place = regexp.MustCompile(`^([A-Z])([0-9])$`)

// twoCells reads the colon of a spreadsheet's A1:B1, two cells side by side; more cells are more variables than there are.
func (r *reader) twoCells() bool {
	from, to := place.FindStringSubmatch(r.last().text), place.FindStringSubmatch(r.ahead(1).text)
	if !r.sheet || !r.peek().is(":") || from == nil || to == nil {
		return false
	}
	across, down := int(to[1][0])-int(from[1][0]), int(to[2][0])-int(from[2][0])
	if across+down != 1 || across < 0 || down < 0 {
		return false
	}
	r.pos++
	return true
}
