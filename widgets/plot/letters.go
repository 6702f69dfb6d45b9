package plot

import "image/color"

// ReadableLetters is the contrast that WCAG 2 asks of letters of usual size.
const ReadableLetters = 4.5

// Letters is a colour as letters have it that stand on the window's grounds: itself where it can be read there, else as much
// nearer to the colour of texts as it takes. Lines and signs, of which WCAG asks for less, stay as they are.
func (p *Palette) Letters(c color.RGBA) color.RGBA { return LettersOn(c, p.Text, p.Ground, p.Panel) }

// LettersOn is a colour as letters have it on some grounds: as much nearer to that of a text, which can be read there, as it
// takes.
func LettersOn(c, text color.RGBA, grounds ...color.RGBA) color.RGBA {
	const steps = 16
	for i := range steps {
		if nearer := Mix(c, text, float64(i)/steps); readableOn(nearer, grounds) {
			return nearer
		}
	}
	return text
}

// readableOn tells whether letters can be read on all of some grounds.
func readableOn(c color.RGBA, grounds []color.RGBA) bool {
	ink := luminanceOf(c)
	for _, ground := range grounds {
		if contrast(ink, luminanceOf(ground)) < ReadableLetters {
			return false
		}
	}
	return true
}
