// Command signs makes resources/fonts/Signs.ttf, from which Fyne takes the signs that its font of texts lacks: those of Inter,
// and of DejaVu Sans Mono what that lacks, and a blank, since a blank is set in the font of the sign before it. Its argument is
// the folder of Fyne's fonts:
//
//	go run ./internal/tools/signs "$(go list -m -f '{{.Dir}}' fyne.io/fyne/v2)/theme/font" > resources/fonts/Signs.ttf
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"
)

// signs are what the font has, beside the blanks.
const signs = "←↑→↓↖↘↩↪↳↵↦⇒⇞⇟⇤⇥⇧∀∂∃∅∆∇∈∉∏∑−∓∕∗∘∙√∛∜∝∞∣∧∨∩∪∫∬∴∼≃≅≈≔≜≠≡≤≥≦≧⊂⊃⊆⊕⊖⊗⊙⊤⊥⋅⋆⌃⌈⌉⌊⌋⌘⌥⌦⌫⎋␣" +
	"─│┌┐└┘├┤┬┴┼═║█░▒▓■□▪▫▲△▶▷▼▽◀◁◆◇◈○◎●◐◑◦★☆☐☑☒✓✔✕✖✗✘✚✦✶❖⟨⟩⟵⟶⟷⨯"

// blanks are as wide as in Noto Sans, in thousandths of the size.
var blanks = map[rune]int{' ': 260, '\u00a0': 260, '\u202f': 200, '\u2009': 200}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "signs:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("give the folder of Fyne's fonts")
	}
	var faces []*font.Face
	for _, name := range []string{"Inter-Regular.ttf", "DejaVuSansMono-Powerline.ttf"} {
		data, err := os.ReadFile(filepath.Join(args[0], name))
		if err != nil {
			return err
		}
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		faces = append(faces, face)
	}
	f := newFile()
	for _, r := range signs {
		if err := f.take(r, faces); err != nil {
			return err
		}
	}
	for r, width := range blanks {
		f.add(r, width, nil)
	}
	_, err := os.Stdout.Write(f.bytes())
	return err
}

// take adds a sign as the first of the faces has it.
func (f *file) take(r rune, faces []*font.Face) error {
	for _, face := range faces {
		gid, ok := face.NominalGlyph(r)
		if !ok {
			continue
		}
		outline, ok := face.GlyphData(gid).(font.GlyphOutline)
		if !ok {
			return fmt.Errorf("%c has no outline", r)
		}
		scale := em / float32(face.Upem())
		contours, err := contoursOf(outline, scale)
		if err != nil {
			return fmt.Errorf("%c: %w", r, err)
		}
		f.add(r, rounded(face.HorizontalAdvance(gid)*scale), contours)
		return nil
	}
	return fmt.Errorf("no font has %c", r)
}
