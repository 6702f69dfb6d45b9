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

	// Mono is DejaVu Sans Mono (Bitstream Vera licence).
	//
	//go:embed fonts/DejaVuSansMono-Powerline.ttf
	Mono []byte
)
