// Package plot turns values into pixels: sampled grids, isolines, colour ramps,
// traces, axes, glyphs, maps and charts. It knows neither windows nor
// optimizers. A picture is described by values (Scene, Chart), and equal values
// give equal pixels, so the screen, an exported file and a test all see the
// same drawing.
//
// Lengths called units are independent of the screen and become device pixels
// when multiplied by Style.Scale. Device coordinates have their origin at the
// top left; pixel (i, j) has its centre at (i+0.5, j+0.5).
package plot
