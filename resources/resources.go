// Package resources holds the files that the program carries with it.
package resources

import _ "embed"

// Icon is the program's icon, an SVG image.
//
//go:embed icon.svg
var Icon []byte
