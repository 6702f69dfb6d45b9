package lexical

import (
	"slices"
	"strings"
)

var greek = strings.Fields("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau " +
	"upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Sigma Upsilon Phi Psi Omega")

// IsGreek tells the names of Greek letters.
func IsGreek(name string) bool { return slices.Contains(greek, name) }
