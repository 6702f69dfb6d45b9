package table

import (
	"regexp"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// missing are words that programs and people write where a number is missing, in lower case.
var missing = []string{"nan", "-nan", "na", "n/a", "n.a.", "null", "none", "nil", "missing", "inf", "+inf", "-inf", "infinity",
	"+infinity", "-infinity", "?", "??", "???", "-", "--", "---", "–", "—", ".", "..", "...", "*"}

// sheetError is what spreadsheets write into a cell that cannot be computed: "#N/A", "#DIV/0!", "#NAME?".
var sheetError = regexp.MustCompile(`^#(N/A|NV|[A-Z0-9/]+[!?])$`)

// isMissing tells whether a cell says that there is no number.
func isMissing(cell string) bool {
	return slices.Contains(missing, strings.ToLower(cell)) || sheetError.MatchString(cell)
}

var (
	date = regexp.MustCompile(`(?i)^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}[-/]\d{1,2}|\d{1,2}[-. ]*` + month + `[-., ]*\d{2,4}|` +
		month + `[-., ]+\d{1,4}([-., ]+\d{2,4})?)([ T]+\d.*)?$`)
	clock    = regexp.MustCompile(`^\d{1,3}:\d{2}(:\d{2})?([.,]\d+)?( ?[aApP][mM])?$`)
	money    = regexp.MustCompile(`[$€£¥]`)
	below    = regexp.MustCompile(`^(\([\d.,]+\)|[\d.,]+-)$`)
	fraction = regexp.MustCompile(`^[-+]?\d+ ?/ ?\d+$`)
	remarked = regexp.MustCompile(`^[-+]?[\d.,]+([eE][-+]?\d+)?\s*(#|//|%\s*\pL)`)
	unit     = regexp.MustCompile(`^[-+]?[\d.,]+([eE][-+]?\d+)? ?[\p{L}°µ/²³]+[\d]?$`)
)

const month = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`

// why says what is wrong with a cell that is no number, and what would be right.
func why(cell string) string {
	short := clipped(cell)
	switch {
	case cell == "":
		return say.T("the cell is empty; remove the row or fill it")
	case isMissing(cell):
		return say.T("%s is no finite number; remove the row or fill the cell", short)
	case date.MatchString(cell):
		return say.T("%q is a date, not a number; write one, such as the days since the first", short)
	case clock.MatchString(cell):
		return say.T("%q is a time, not a number; write one, such as the seconds since the first", short)
	case remarked.MatchString(cell):
		return say.T("%q is not a number; write the remark on a line of its own that begins with #", short)
	case strings.ContainsAny(cell, "%‰"):
		return say.T("%q is not a number but has a percent sign; write 12 or 0.12 for 12%%, alike in every row", short)
	case money.MatchString(cell):
		return say.T("%q is not a number but has a currency sign; write the number alone", short)
	case below.MatchString(cell):
		return say.T("%q is not a number; write -%s if it is below zero", short, strings.Trim(short, "()-"))
	case fraction.MatchString(cell):
		return say.T("%q is a fraction, not a number; write its value, such as 0.5 for 1/2", short)
	case slices.Contains([]string{"true", "false", "yes", "no"}, strings.ToLower(cell)):
		return say.T("%q is not a number; write 1 for true and yes, 0 for false and no", short)
	case unit.MatchString(cell) && !strings.HasPrefix(strings.ToLower(cell), "0x"):
		return say.T("%q is not a number; write the number alone, and its unit into the header", short)
	}
	return say.T("%q is not a number", short)
}

var (
	beginsAsValue = regexp.MustCompile(`^[(\[]?[-+−–]?[$€£¥]?[-+−–]? ?[.,]?\d`)
	digitsInName  = regexp.MustCompile(`^\d+((st|nd|rd|th)\b|[ _-]?\p{L}{4,})`)
)

// isValue tells whether a cell stands for a number, even if that cannot be read: what is one is no name of a column.
func isValue(cell string) bool {
	if _, is := read(cell); is || isMissing(cell) || date.MatchString(cell) {
		return true
	}
	return beginsAsValue.MatchString(cell) && !digitsInName.MatchString(cell)
}

// clipped shortens what a message quotes, on one line.
func clipped(s string) string {
	const most = 24
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
