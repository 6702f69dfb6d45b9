// Package race records races: the complete history of every racer, row by row, so that seeking is indexing, and what
// became of each of them.
package race
