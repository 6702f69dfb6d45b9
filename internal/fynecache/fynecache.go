// Package fynecache lets Fyne forget sooner what it no longer shows. It has to be imported by the program, and to import nothing
// but the standard library: Fyne reads its setting when it is initialised, and Go initialises packages that wait for nothing in
// the order of their paths, "descentlab" before "fyne.io".
package fynecache

import "os"

// kept is how long Fyne keeps what is not shown; its own measure is a minute. While a race plays each text that changes is a
// picture of its own, which OpenGL holds for so long: some 15 MB of them in a minute. Less must it not be: Fyne looks every ten
// seconds what is old, and takes what is shown but has not been painted meanwhile for hidden.
const kept = "10s"

func init() {
	if os.Getenv("FYNE_CACHE") == "" {
		os.Setenv("FYNE_CACHE", kept)
	}
}
