// Package picture draws the game: the curve and the map under fog, what the player has found out on them, the levels' tiles.
// A picture is a value; what of it stays while a level is played is drawn apart from what moves, so that whoever keeps the first
// draws only the second.
package picture
