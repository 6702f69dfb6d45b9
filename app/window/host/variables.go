package host

import (
	"bytes"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"

	"descentlab/app/lab/session"
	"descentlab/app/words"
)

// SettleVariables makes of Fyne's variables in the environment what a window can be opened with, before Fyne reads them, and says
// what it takes instead: over a font that is none and a scale that no screen shows Fyne stumbles, or the display does.
func SettleVariables(say func(string)) {
	if asked := os.Getenv(ScaleVariable); asked != "" && asked != "auto" {
		v, err := strconv.ParseFloat(asked, 64)
		got := 1.0
		if err == nil && v > 0 {
			got = Within(v)
		}
		if got != v {
			TakeScale(got)
			say(words.T("%s=%s: give a number from %g to %g; %g is taken", ScaleVariable, asked, session.LeastScale,
				session.MostScale, got))
		}
	}
	for _, variable := range []string{"FYNE_FONT", "FYNE_FONT_MONOSPACE", "FYNE_FONT_SYMBOL"} {
		if path := os.Getenv(variable); path != "" && !isFont(path) {
			os.Unsetenv(variable)
			say(words.T("%s=%s: this is no font that can be used; the program's own is taken", variable, path))
		}
	}
}

// ScaleVariable is the one of the scale.
const ScaleVariable = "FYNE_SCALE"

// SettleScale does the same to the scale in Fyne's own settings, which hold for all its programs.
func SettleScale(s fyne.Settings) {
	if v := float64(s.Scale()); os.Getenv(ScaleVariable) == "" && v > 0 && Within(v) != v {
		TakeScale(Within(v))
	}
}

// Within is the nearest scale that a screen can show.
func Within(scale float64) float64 { return max(session.LeastScale, min(scale, session.MostScale)) }

// TakeScale tells Fyne a scale.
func TakeScale(scale float64) { os.Setenv(ScaleVariable, strconv.FormatFloat(scale, 'g', -1, 64)) }

// isFont tells whether a file is a font, in all the cuts of it that Fyne looks for.
func isFont(path string) bool {
	for _, cut := range []string{"Regular", "Bold", "Italic", "BoldItalic"} {
		data, err := os.ReadFile(strings.ReplaceAll(path, "Regular", cut))
		if err == nil {
			_, err = font.ParseTTF(bytes.NewReader(data))
		}
		if err != nil && (cut == "Regular" || !os.IsNotExist(err)) {
			return false
		}
	}
	return true
}
