// Package relief draws a surface as a block of ground seen from aside: shaded, banded and lined like the map, with the ways of
// the racers on it and their heads as balls. It takes a description, a value, and gives marks or pixels: equal descriptions
// give equal pixels. It also tells which point of the surface is seen at a pixel.
//
// The block is a square of side 1 about the origin, whatever window of the plane it shows: x to the east, y to the north, z up.
package relief
