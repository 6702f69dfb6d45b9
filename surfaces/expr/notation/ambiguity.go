package notation

import "descentlab/surfaces/expr/notation/doubt"

// A site is a place in the text that is ambiguous.
type site struct {
	kind doubt.Kind
	at   int
}

// ask notes an ambiguous place, and returns which way it is to be taken.
func (r *reader) ask(kind doubt.Kind, at int) int {
	r.sites = append(r.sites, site{kind, at})
	return r.way[kind]
}
