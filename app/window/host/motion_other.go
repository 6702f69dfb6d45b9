//go:build !linux

package host

// CalmSystem is not known here.
func CalmSystem() bool { return false }
