// Package pace knows at which learning rates racers go well: those that are stored for the surfaces of the catalogue, those that
// slope and curvature at a start suggest, and the largest one that is stable there.
package pace
