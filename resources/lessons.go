package resources

import "embed"

// Lessons has a file for each lesson, NN-KEY.md, in the order in which they build on one another.
//
//go:embed lessons/*.md
var Lessons embed.FS
