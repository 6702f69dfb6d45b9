package resources

import "embed"

// Translations has a file for each language that the window speaks, LANGUAGE.json: an object from the English texts, as they
// stand in the code and in the catalogues, to those of the language. English needs none; what a file lacks stays English.
//
//go:embed translations/*.json
var Translations embed.FS
