// Package syntax reads formulas: their grammar, and what is said of those that do not follow it. What a formula means is
// for whoever has it read: see package expr, whose documentation has the grammar.
package syntax
