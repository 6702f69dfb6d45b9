// Package resources holds the files that the program carries with it.
package resources

import _ "embed"

// Icon is the program's icon, an SVG image.
//
//go:embed icon.svg
var Icon []byte

// Licence is that of the program.
//
//go:embed licence.txt
var Licence string

// Licences are those of the modules that are in the program: for each a line "== PATH VERSION", and below it the texts. They are
// collected by the command internal/tools/licences.
//
//go:embed licences.txt
var Licences string
