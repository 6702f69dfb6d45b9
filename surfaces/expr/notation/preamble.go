package notation

// dropImports leaves out what Python's programs begin with.
func dropImports(p []token) []token {
	for len(p) > 1 && p[0].kind == nameToken && (p[0].text == "import" || p[0].text == "from") {
		n := 1
		for n < len(p) && !p[n].line && (p[n].kind == nameToken && p[n].text != "def" || p[n].is(".") || p[n].is(",") || p[n].is("^") ||
			p[n].is("*")) {
			n++
		}
		for n < len(p) && p[n].is(";") {
			n++
		}
		p = p[n:]
	}
	return dropSymbols(p)
}

// dropSymbols leaves out what computer algebra begins with: syms x y;
func dropSymbols(p []token) []token {
	if len(p) < 2 || p[0].kind != nameToken || !contains([]string{"syms", "symbols", "vars"}, p[0].text) || p[1].kind != nameToken {
		return p
	}
	n := 1
	for n < len(p) && !p[n].line && (p[n].kind == nameToken || p[n].is(",")) {
		n++
	}
	for n < len(p) && p[n].is(";") {
		n++
	}
	return p[n:]
}
