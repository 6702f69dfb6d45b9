// Package picker is the button that names a chosen item and opens the list of all of them, to be searched if it is long.
package picker
