// Package command shows what can be done: by its keys in the help, and by name in the palette.
package command
