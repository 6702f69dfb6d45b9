// Package prose sets text to be read: paragraphs, headings and items of lists, in which numbers can be dragged, results stand on
// pills, and words lead somewhere. A paragraph is one picture; what can be pressed or dragged in it are small widgets over that,
// so that Tab leads through them in the order of reading.
package prose

import "image/color"

// Kind is what a span of text is.
type Kind int

// The kinds of spans.
const (
	Plain  Kind = iota
	Math        // Text is markup of plot.ParseEquation
	Code        // in letters of equal widths
	Number      // is dragged to the left and right, or stepped with the arrow keys
	Result      // stands on a pill
	Link        // is pressed
	Break       // a line ends here
)

// A Span is a piece of text of one kind.
type Span struct {
	Kind         Kind
	Text         string
	Bold, Italic bool
	Stale        bool        // of a Result: it is being computed anew
	Tint         color.Color // nil: that of the kind
	Hint         string      // of a Number, a Result or a Link: told where the pointer rests
}

// live tells whether there is something to be done with the span.
func (s Span) live() bool { return s.Kind == Number || s.Kind == Link }

// A Style is how a paragraph is set. Lengths are units.
type Style struct {
	Size, Pitch  float32 // of the letters, and from line to line
	Bold, Muted  bool
	Indent       float32 // from the left edge
	Mark         string  // before the first line, within the indent
	Bar          bool    // at the left of a quotation
	Centre       bool
	Longest      int     // characters in a line; 0: any number
	Before, Foot float32 // room above and below
}

// Body is how lessons are set.
var Body = Style{Size: 15.5, Pitch: 25, Longest: LongestLine, Foot: 12}

// LongestLine is how many characters a line of text to be read has at most.
const LongestLine = 70
