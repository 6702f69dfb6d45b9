package optim

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/internal/say"
)

// A textKind is what the values of a knob of the kind Text are.
type textKind struct {
	domain string                       // in words, as after "it must be"
	read   func(string) (string, error) // how the text that people write is kept
	python func(string) string          // a text that is kept, in Python
	check  func(string) error           // of a text that is kept
}

// maxKnobText is the longest text of a knob, in bytes.
const maxKnobText = 1000

// checkText is Check of a text.
func (k Knob) checkText(v Value) error {
	if v.Num != 0 || v.List != nil {
		return say.Errorf("%s must be %s; got no text", k.Name, k.Domain())
	}
	return k.faults(v.Text, k.text.check)
}

// parseText is Parse of a text: as Format writes it, or as people may write it.
func (k Knob) parseText(text string) (Value, error) {
	var v Value
	err := k.faults(text, func(text string) (err error) {
		v.Text, err = k.text.read(strings.Join(strings.Fields(unquoted(text)), " "))
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return v, k.checkText(v)
}

// faults says of which knob a text is wrong, and in what way.
func (k Knob) faults(text string, check func(string) error) error {
	if len(text) > maxKnobText {
		return say.Errorf("%s may have %d bytes; got %d", k.Name, maxKnobText, len(text))
	}
	if err := check(text); err != nil {
		return fmt.Errorf("%s: %w", k.Name, err)
	}
	return nil
}

// formatText writes a text as one word of a racer's: in quotation marks if it would be several.
func (k Knob) formatText(text string) string {
	setting := k.Name + "=" + text
	if words, err := specWords(setting); err == nil && len(words) == 1 && words[0] == setting && text != "" {
		return text
	}
	return strconv.Quote(text)
}
