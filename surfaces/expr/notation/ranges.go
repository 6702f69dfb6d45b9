package notation

import "slices"

// isRange tells what says where a formula is looked at: -5 <= x <= 5.
func isRange(p []token) bool {
	return !slices.ContainsFunc(p, func(t token) bool {
		other := t.is("?") || t.is("=") || t.is(")") || t.is("row")
		return other || t.kind == nameToken && !contains([]string{"x", "y", "and", "pi"}, t.text)
	}) && slices.ContainsFunc(p, func(t token) bool { return t.is("<") || t.is("<=") || t.is(">") || t.is(">=") })
}

// valuesBehind takes the values of letters out of the brackets in which they stand behind a formula: a*x^2 + y (a = 3).
func valuesBehind(p []token) []token {
	last := len(p) - 1
	for i := 1; i < last; i++ {
		if t := p[i]; t.is("(") && t.spaced && closing(p, i) == last && areValues(p[i+1:last]) {
			p = slices.Clone(p[:last])
			p[i] = token{kind: symbolToken, text: ";", raw: t.raw, at: t.at, end: t.end}
			return p
		}
	}
	return p
}

// areValues tells numbers that are given to names.
func areValues(p []token) bool {
	for {
		end := slices.IndexFunc(p, func(t token) bool { return t.is(",") })
		one := p
		if end >= 0 {
			one, p = p[:end], p[end+1:]
		}
		if len(one) < 3 || one[0].kind != nameToken || !one[1].is("=") || !isNumber(one[2:]) {
			return false
		}
		if end < 0 {
			return true
		}
	}
}
