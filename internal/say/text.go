package say

// A Text is a text that has not been said yet: it travels as a value, and is worded in the reader's language when it is read.
// Texts among its arguments are worded with it.
type Text struct {
	english string
	args    []any
}

// Later is the text that T says, before it is said.
func Later(english string, args ...any) Text { return Text{english, args} }

// String is the text in the reader's language.
func (t Text) String() string { return T(t.english, t.args...) }
