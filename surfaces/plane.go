package surfaces

import "descentlab/internal/geom"

// A Point is a place in the plane, in the coordinates of the formula.
type Point = geom.Point

// A Rect is a window on the plane: the closed set X0 <= x <= X1, Y0 <= y <= Y1.
type Rect = geom.Rect
