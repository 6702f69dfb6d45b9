// Package nameless has files that have no name while they are written: of a program that comes to a sudden end nothing is left.
package nameless
