package main

import "time"

const ms = float64(time.Millisecond)

// A row is one promise about the speed of the code.
type row struct {
	What     string
	Target   float64 // nanoseconds; 0: the ratio alone counts
	Ratio    float64 // to what it is held against, at most; 0: any
	NoAllocs bool    // it must not allocate, either
	Sized    bool    // measured is the size of the file that is written, and Target is in bytes
	Code     benchmark
	Base     benchmark // what it is held against
	BaseName string
	Noted    string // what was measured once by other means, with the machine and the versions; "" if nothing was
}

// How the noted figures of the basins came about.
const (
	vectorised = "numpy 1.24.2 with AVX-512, one thread of a 2-core Xeon at 2.6 GHz, in place in blocks of 16,384 or 32,768 " +
		"starts, takes "
	dropping = "if it drops whoever is at a minimum, though some leave again; one core of this program is the baseline"
)

// A benchmark is a Go benchmark, with its sub-benchmark if there is one: "Sample/512".
type benchmark struct{ Package, Name string }

// here names a benchmark of this package's own.
func here(name string) benchmark { return benchmark{"./internal/tools/bench", name} }

// rows are the promises, in the order of the table.
var rows = []row{
	{What: "formula: value of Rosenbrock", Target: 30, NoAllocs: true,
		Code: benchmark{"./surfaces/expr", "Value"},
		Base: here("RosenbrockValueByHand"), BaseName: "written in Go"},
	{What: "formula: value, gradient and Hessian of Rosenbrock", Target: 60, NoAllocs: true,
		Code: benchmark{"./surfaces/expr", "Jet"},
		Base: here("RosenbrockJetByHand"), BaseName: "written in Go"},
	{What: "race: one recorded step of Adam", Target: 300, NoAllocs: true,
		Code: benchmark{"./app/window", "AdamStep"},
		Base: here("AdamStepByHand"), BaseName: "written in Go"},
	{What: "race: 8 racers x 2,000 steps recorded", Target: 8 * ms,
		Code: here("Race"),
		Base: here("RaceByHand"), BaseName: "written in Go, one core"},
	{What: "map: 512 x 512 values of Peaks", Target: 10 * ms,
		Code: benchmark{"./app/window", "SamplePeaks"},
		Base: here("PeaksByHand"), BaseName: "written in Go, one core"},
	{What: "map: 24 levels of Peaks as polylines", Target: 15 * ms,
		Code: benchmark{"./widgets/plot", "Isolines"},
		Base: here("SegmentsByHand"), BaseName: "loose segments"},
	{What: "relief: a frame of a turn, 128 x 128 mesh at 640 x 640", Target: 12 * ms, NoAllocs: true,
		Code: benchmark{"./widgets/plot/relief", "Turn"},
		Base: benchmark{"./widgets/plot/relief", "Play"}, BaseName: "playing"},
	{What: "window: from an edit to finished pictures", Target: 16 * ms,
		Code: benchmark{"./app/window", "EditToPicture"},
		Base: here("CopyByHand"), BaseName: "copying 1440x900 pixels"},
	{What: "picture: the default race as SVG", Target: 150 * ms,
		Code: benchmark{"./app/export", "RaceSVG"},
		Base: benchmark{"./app/export", "RacePNG"}, BaseName: "as PNG"},
	{What: "picture: the default race as PDF", Target: 300 * ms,
		Code: benchmark{"./app/export", "RacePDF"},
		Base: benchmark{"./app/export", "RacePNG"}, BaseName: "as PNG"},
	{What: "picture: a race as GIF, 140 frames of 640 x 640", Target: 4000 * ms,
		Code: benchmark{"./app/export", "RaceGIF"},
		Base: benchmark{"./app/export", "RacePNG"}, BaseName: "as PNG"},
	{What: "benchmark: BBOB, 24 x 15 instances, 8 racers, 2,000 evaluations each", Target: 4000 * ms,
		Code: benchmark{"./app/contest", "BBOB"},
		Base: here("SweepAdamByHand"), BaseName: "a step of Adam on Rosenbrock, written in Go"},
	{What: "sweep: a step of Adam on Rosenbrock", Target: 100, Ratio: 1,
		Code: here("SweepAdamRosenbrock"),
		Base: here("SweepAdamByHand"), BaseName: "written in Go"},
	{What: "sweep: a step of gradient descent on Himmelblau", Ratio: 2,
		Code: here("SweepSGDHimmelblau"),
		Base: here("SweepSGDByHand"), BaseName: "written in Go"},
	{What: "basins: 256 x 256 starts x 500 steps, gradient descent", Target: 500 * ms, Ratio: 1 / 1.8,
		Code: benchmark{"./app/lab", "BasinsSGD"},
		Base: benchmark{"./app/lab", "BasinsSGDOneCore"}, BaseName: "one core",
		Noted: vectorised + "116 ms for all 500 steps, and 10.1 ms " + dropping},
	{What: "basins: 256 x 256 starts x 500 steps, Adam", Target: 1500 * ms, Ratio: 1 / 1.8,
		Code: benchmark{"./app/lab", "BasinsAdam"},
		Base: benchmark{"./app/lab", "BasinsAdamOneCore"}, BaseName: "one core",
		Noted: vectorised + "333 ms for all 500 steps, and 100 ms " + dropping},
	{What: "basins: 256 x 256 starts x 500 steps, Adam with clipped gradients", Target: 1600 * ms, Ratio: 1.45,
		Code: benchmark{"./app/lab", "BasinsClipped"},
		Base: benchmark{"./app/lab", "BasinsAdam"}, BaseName: "without clipping"},
	{What: "basins: the first coarse picture, Adam", Target: 60 * ms,
		Code: benchmark{"./app/lab", "FirstBasins"},
		Base: benchmark{"./app/lab", "BasinsAdam"}, BaseName: "the whole"},
	{What: "basins of 100 examples: 256 x 256 starts x 500 steps, Adam", Target: 15000 * ms,
		Code: benchmark{"./app/lab", "BasinsLearning"},
		Base: benchmark{"./app/lab", "FirstBasinsLearning"}, BaseName: "32 x 32 starts"},
	{What: "basins of 100 examples: the first coarse picture, Adam", Target: 250 * ms, Ratio: 1 / 2.5,
		Code: benchmark{"./app/lab", "FirstBasinsLearning"},
		Base: here("FirstBasinsLearningByHand"), BaseName: "written in Go, one core"},
	{What: "plane: 128 x 128 settings x 500 steps, momentum", Target: 400 * ms, Ratio: 1 / 1.8,
		Code: benchmark{"./app/lab", "Plane"},
		Base: benchmark{"./app/lab", "PlaneOneCore"}, BaseName: "one core"},
	{What: "ribbons: the coarse ones of a card of Adam, 3 x 25 runs x 500 steps", Target: 60 * ms,
		Code: benchmark{"./app/lab/outcome", "RibbonsCoarse"},
		Base: benchmark{"./app/lab/outcome", "RibbonsCoarseRecorded"}, BaseName: "one core, without where they end"},
	{What: "ribbons: the fine ones, 3 x 97 runs and more where two ends meet", Target: 300 * ms,
		Code: benchmark{"./app/lab/outcome", "RibbonsFine"},
		Base: benchmark{"./app/lab/outcome", "RibbonsFineRecorded"}, BaseName: "one core, without where they end"},
	{What: "events: what happens to 8 racers in 2,000 steps", Target: 5 * ms,
		Code: benchmark{"./app/lab/events", "Of"},
		Base: benchmark{"./app/lab/events", "OneNew"}, BaseName: "one racer is new"},
	{What: "flows: the gradient flow and the central flow beside 8 racers, 2,000 steps", Target: 300 * ms,
		Code: benchmark{"./app/lab/flows", "Of"},
		Base: benchmark{"./app/lab/flows", "GradientAlone"}, BaseName: "the gradient flow alone"},
	{What: "page: a race of 8 racers, 2,000 steps, written as HTML", Target: 500 * ms,
		Code: benchmark{"./app/export/page", "Write"},
		Base: benchmark{"./app/export/page", "WriteUsual"}, BaseName: "4 racers, 140 steps"},
	{What: "page: the size of it", Target: 300e3, Sized: true,
		Code: benchmark{"./app/export/page", "Write"},
		Base: benchmark{"./app/export/page", "WriteUsual"}, BaseName: "4 racers, 140 steps"},
	{What: "gallery: pictures of all experiments, raced and drawn", Target: 2000 * ms,
		Code: benchmark{"./app/gallery/thumb", "Gallery"},
		Base: benchmark{"./app/gallery/thumb", "GalleryOneByOne"}, BaseName: "one by one"},
	{What: "census of random critical points, n = 1..12, 2,000 matrices each", Target: 3000 * ms,
		Code: benchmark{"./app/census", "Census"},
		Base: benchmark{"./app/census", "CensusOneCore"}, BaseName: "one core"},
	{What: "census: the first point", Target: 50 * ms,
		Code: benchmark{"./app/census", "FirstRow"},
		Base: benchmark{"./app/census", "Census"}, BaseName: "the whole"},
	{What: "marking 30 hand-ins of ten questions", Target: 3000 * ms,
		Code: benchmark{"./app/lesson/handin", "Grading"},
		Base: benchmark{"./app/lesson/handin", "Solving"}, BaseName: "the questions alone"},
	{What: "gallery: pictures of all experiments that were drawn before", Target: 500 * ms,
		Code: benchmark{"./app/gallery/thumb", "GalleryKept"},
		Base: benchmark{"./app/gallery/thumb", "Gallery"}, BaseName: "drawn"},
	{What: "curve: a Step to the pixels of all its pictures", Target: 8 * ms,
		Code: benchmark{"./app/window/curve", "Step"},
		Base: benchmark{"./app/window/curve", "StepUnseen"}, BaseName: "not painted"},
	{What: "curve: a Step after 7,000 of them, to the pixels", Target: 8 * ms,
		Code: benchmark{"./app/window/curve", "StepFar"},
		Base: benchmark{"./app/window/curve", "Step"}, BaseName: "after few"},
	{What: "game: the fog map redrawn after a probe", Target: 16 * ms,
		Code: benchmark{"./app/game/picture", "Probe"},
		Base: benchmark{"./app/game/picture", "ProbeWhole"}, BaseName: "with the ground"},
	{What: "game: the same at scale 2", Target: 16 * ms,
		Code: benchmark{"./app/game/picture", "ProbeScale2"},
		Base: benchmark{"./app/game/picture", "Probe"}, BaseName: "at scale 1"},
	{What: "critical points with proof: Easom on -12..12", Target: 3000 * ms,
		Code: benchmark{"./surfaces", "Prove/easom"},
		Base: benchmark{"./surfaces", "Survey/easom"}, BaseName: "the search alone"},
	{What: "sharing: an experiment of 5,000 examples from a PNG of 4,000 x 2,500 pixels", Target: 100 * ms,
		Code: benchmark{"./app/share", "OpenPNG"},
		Base: benchmark{"./app/share", "OpenJSON"}, BaseName: "its own file"},
	{What: "X-ray: the step of Adam on scrub", Target: 2 * ms,
		Code: benchmark{"./app/window/race/step", "Scrub"},
		Base: benchmark{"./app/lab/xray", "Of"}, BaseName: "its numbers alone"},
	{What: "critical points with proof: Schaffer 1 on -100..100", Target: 3000 * ms,
		Code: benchmark{"./surfaces", "Prove/schaffer"},
		Base: benchmark{"./surfaces", "Survey/schaffer"}, BaseName: "the search alone"},
	{What: "critical points with proof: Rastrigin on -5.12..5.12", Target: 3000 * ms,
		Code: benchmark{"./surfaces", "Prove/rastrigin"},
		Base: benchmark{"./surfaces", "Survey/rastrigin"}, BaseName: "the search alone"},
}

// measureCode runs the wanted rows' benchmarks, each right before its baseline.
func measureCode(run *runner, wanted func(what string) bool) []result {
	var results []result
	for _, r := range rows {
		if !wanted(r.What) {
			continue
		}
		res := result{What: r.What, Target: r.Target, Ratio: r.Ratio, Unit: nanoseconds, BaseName: r.BaseName, Noted: r.Noted}
		code, err := run.fastest(r.Code)
		if r.Sized {
			res.Unit, code.Nanoseconds, code.Allocs = megabytes, code.Bytes, 0
		}
		if err == nil {
			res.Measured = code.Nanoseconds
			if !r.Sized {
				res.Note = allocations(code.Allocs)
			}
			var base sample
			base, err = run.fastest(r.Base)
			if r.Sized {
				base.Nanoseconds = base.Bytes
			}
			res.Base = base.Nanoseconds
			res.Met = (r.Target == 0 || code.Nanoseconds <= r.Target) && (!r.NoAllocs || code.Allocs == 0) &&
				(r.Ratio == 0 || code.Nanoseconds <= r.Ratio*base.Nanoseconds)
		}
		res.Err = err
		results = append(results, res)
	}
	return results
}
