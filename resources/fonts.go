package resources

import _ "embed"

// The fonts of pictures, TrueType: those of the window's own texts, so that both look the same with a window and without.
var (
	// Sans is Noto Sans (SIL Open Font License 1.1).
	//
	//go:embed fonts/NotoSans-Regular.ttf
	Sans []byte

	// Symbols has the characters that Sans lacks: Inter (SIL Open Font License 1.1).
	//
	//go:embed fonts/InterSymbols-Regular.ttf
	Symbols []byte

	// Signs has, for Fyne's own texts, all signs that Sans lacks, and a blank: of Inter and DejaVu Sans Mono, made by
	// internal/tools/signs.
	//
	//go:embed fonts/Signs.ttf
	Signs []byte

	// Mono is DejaVu Sans Mono (Bitstream Vera licence).
	//
	//go:embed fonts/DejaVuSansMono-Powerline.ttf
	Mono []byte
)
