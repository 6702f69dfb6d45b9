// Package lengthy is for tests that search, draw or race much and of which the race detector would make minutes.
package lengthy

import "testing"

// Test leaves the test out of the short ones, which are run with the race detector. The long ones are run without it.
func Test(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("long: run it without -short")
	}
}
