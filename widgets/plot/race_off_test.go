//go:build !race

package plot

// raceDetector tells whether the tests run under the race detector.
const raceDetector = false
