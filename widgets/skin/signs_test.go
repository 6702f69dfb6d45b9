package skin

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"descentlab/internal/lengthy"
	"descentlab/resources"
	"descentlab/widgets/plot"
)

// chain takes a letter from the first font that has it, as Fyne does.
type chain []*font.Face

func (c chain) ResolveFace(r rune) *font.Face {
	for _, f := range c {
		if _, has := f.NominalGlyph(r); has {
			return f
		}
	}
	return c[0]
}

// missing are the letters of a text that would be drawn as question marks.
func (c chain) missing(text string) string {
	var lost strings.Builder
	letters := []rune(text)
	if len(letters) == 0 {
		return ""
	}
	in := shaping.Input{Text: letters, RunEnd: len(letters), Direction: di.DirectionLTR, Size: fixed.I(13)}
	for _, run := range (&shaping.Segmenter{}).Split(in, c) {
		for _, g := range (&shaping.HarfbuzzShaper{}).Shape(run).Glyphs {
			if g.GlyphID == 0 {
				lost.WriteRune(letters[g.TextIndex()])
			}
		}
	}
	return lost.String()
}

func face(t *testing.T, r fyne.Resource) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(r.Content()))
	if err != nil {
		t.Fatalf("%s: %v", r.Name(), err)
	}
	return f
}

// said are all texts of the program, in every language.
func said(t *testing.T) (list []string) {
	t.Helper()
	files, err := resources.Translations.ReadDir("translations")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := resources.Translations.ReadFile("translations/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatalf("%s: %v", file.Name(), err)
		}
		for key, text := range texts {
			list = append(list, key)
			if s, is := text.(string); is {
				list = append(list, s)
			}
		}
	}
	return list
}

// TestFyneHasAllSigns: no text of the program has a question mark in a box in a label of Fyne's, in none of its cuts and on no
// system, and no blank is lost behind a sign.
func TestFyneHasAllSigns(t *testing.T) {
	lengthy.Test(t)
	th := NewTheme(plot.DarkPalette())
	texts := append(said(t), "Momentum → Adam", "∇ f", "λ₁ ≤ 3", "⊙ minimum", "★ A", "− 3 … ∞", "✕ △ ∂ ∈ ∑ √")
	if len(texts) < 1000 {
		t.Errorf("only %d texts are known", len(texts))
	}
	help := face(t, theme.DefaultSymbolFont())
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}} {
		c := chain{face(t, th.Font(style)), help}
		for _, text := range texts {
			for line := range strings.Lines(text) {
				line = strings.NewReplacer("\t", "", "\n", "").Replace(line) // which are not drawn
				if lost := c.missing(line); lost != "" {
					t.Errorf("%+v lacks %q of %q", style, lost, line)
				}
			}
		}
	}
}
