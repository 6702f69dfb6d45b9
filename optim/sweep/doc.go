// Package sweep makes many runs at once and keeps what became of each: basins of attraction, maps over two knobs, swarms,
// tuning. Nothing is recorded on the way, so that hundreds of thousands of runs take as long as a person waits.
//
// Results do not depend on the number of workers, nor on what was computed before: a run in a sweep ends where the same
// run on a tape does, to the last bit.
package sweep
