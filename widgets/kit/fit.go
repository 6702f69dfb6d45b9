package kit

import "fyne.io/fyne/v2"

// LeastPart is the part of its usual size down to which a line shrinks before its words are cut.
const LeastPart = 0.75

// partStep is by how much at a time.
const partStep = 0.02

// Fit chooses what to write into a width, and how large: the first of some texts that fits at the usual size, else the first
// that fits a little smaller. If none does, the last one is cut.
func Fit(width, size float32, style fyne.TextStyle, texts ...string) (string, float32) {
	fits := func(text string, size float32) bool { return fyne.MeasureText(text, size, style).Width <= width }
	for _, text := range texts {
		if fits(text, size) {
			return text, size
		}
	}
	for _, text := range texts {
		for part := float32(1 - partStep); part >= LeastPart; part -= partStep {
			if fits(text, size*part) {
				return text, size * part
			}
		}
	}
	return Shorten(texts[len(texts)-1], width, size, style), size
}
