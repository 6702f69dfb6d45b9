//go:build !race

package raster

// raceDetector tells whether the tests run under the race detector.
const raceDetector = false
