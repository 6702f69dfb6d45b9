// Package fynecache lets Fyne forget sooner what it no longer shows. It has to be imported by the program, and to import nothing
// but the standard library: Fyne reads its setting when it is initialised, and Go initialises packages that wait for nothing in
// the order of their paths, "descentlab" before "fyne.io".
package fynecache

import "os"

// kept is how long Fyne keeps what is not shown; its own measure is a minute. While a race plays each text that changes is a
// picture of its own, which OpenGL holds for so long: some 15 MB of them in a minute. It must be more than ten seconds. By how
// much, so long Fyne rests between its looks through all that is shown, lest it takes that for hidden: with ten it looked in
// every frame.
const kept = "12s"

func init() {
	if os.Getenv("FYNE_CACHE") == "" {
		os.Setenv("FYNE_CACHE", kept)
	}
}
