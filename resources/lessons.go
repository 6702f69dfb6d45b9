package resources

import "embed"

// Lessons has a file for each lesson, NN-KEY.md, in the order in which they build on one another, and beside it one for each
// language that it has been translated into, NN-KEY.LANGUAGE.md.
//
//go:embed lessons/*.md
var Lessons embed.FS
