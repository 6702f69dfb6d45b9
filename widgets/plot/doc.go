// Package plot turns values into marks: sampled grids, isolines, colour ramps,
// traces, axes, glyphs, text, equations, maps and charts. It knows neither
// windows nor optimizers. A picture is described by values (Scene, Chart), and
// equal values give equal marks, so the screen, an exported file and a test all
// see the same drawing.
//
// Marks are drawn on a Canvas: package raster's is made of pixels, package
// record's writes them down.
//
// Lengths called units are independent of the screen and become device units,
// pixels as a rule, when multiplied by Style.Scale. Device coordinates have their
// origin at the top left; pixel (i, j) has its centre at (i+0.5, j+0.5).
package plot
