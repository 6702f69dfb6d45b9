package argv

// List is a flag that may be given many times.
type List []string

// String is empty: there is no usual one.
func (l *List) String() string { return "" }

// Set adds one.
func (l *List) Set(text string) error { *l = append(*l, text); return nil }
