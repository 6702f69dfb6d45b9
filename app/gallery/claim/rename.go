package claim

import "strings"

// Renamed is what is said of racers with their names for those by which it calls them, the i-th for the i-th: a claim may call
// "GD 0.02" what a map calls "SGD 3".
func Renamed(text string, called, names []string) string {
	var b strings.Builder
	for at, begins := 0, true; at < len(text); {
		best := -1
		for i, name := range called {
			after, ok := strings.CutPrefix(text[at:], name)
			if begins && ok && ends(after) && (best < 0 || len(name) > len(called[best])) {
				best = i
			}
		}
		if best < 0 || len(called[best]) == 0 {
			b.WriteByte(text[at])
			begins = strings.IndexByte(" (|", text[at]) >= 0
			at++
			continue
		}
		b.WriteString(names[best])
		at, begins = at+len(called[best]), false
	}
	return b.String()
}
