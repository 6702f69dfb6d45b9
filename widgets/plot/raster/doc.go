// Package raster is the canvas of pixels: it draws what package plot describes into an *image.RGBA. New gives the canvas of a
// picture, Scene and Chart a whole picture of a value; a Painter and a ChartPainter draw pictures that follow one another, keep
// what stays the same and draw only what moves, without allocating.
//
// Equal calls give equal pixels, whatever the number of cores.
package raster
