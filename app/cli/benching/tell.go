package benching

import (
	"fmt"
	"io"

	"descentlab/app/words"
)

// tell writes a text in the reader's language, a format of package fmt if there are arguments.
func tell(out io.Writer, english string, args ...any) (int, error) {
	return fmt.Fprint(out, words.T(english, args...))
}
