package surfaces

import (
	"fmt"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/surfaces/bbob"
)

// Suite is the heading of the functions of the Black-Box Optimization Benchmarking.
const Suite Group = "BBOB, for benchmarks"

// InstanceParam is the parameter that says which member of a family a surface is.
const InstanceParam = "instance"

// Instances is how many instances of each function a benchmark usually has: the slider's end.
const Instances = 15

// MostInstances is the number of the last one.
const MostInstances = bbob.MostInstances

// suiteName is what the functions' names begin with; their numbers follow.
const suiteName = "bbob_f"

// suiteNotes say what to look for.
var suiteNotes = [bbob.Functions]string{
	"Nothing is hard here: who is slow on this one is slow everywhere.",
	"A million times steeper along one axis than along the other, with small waves on both.",
	"Ten ripples along each axis, regular but for a stretch, with the lowest in the middle of a bowl.",
	"Rastrigin with steps ten times as large on one side: what a method learns there misleads it on the other.",
	"A plane: the gradient points the way to a corner, and a method has only to make its steps longer.",
	"One quarter of the plane is ten thousand times as steep, and the lowest point lies at its tip.",
	"An ellipsoid of level steps: the gradient is zero wherever one stands, and a method that needs it does not move.",
	"The bent valley of Rosenbrock, along the axes.",
	"The bent valley of Rosenbrock, turned: what scales each axis by itself has nothing to go by.",
	"The ellipsoid turned: its long axis is no axis of the plane.",
	"One direction is a million times as steep as all others, and small waves lie upon it.",
	"A ridge to follow that bends: it is a million times as steep across as it is along.",
	"A crease that leads down to the lowest point: the gradient across it does not fade as one comes near.",
	"The closer to the lowest point, the more the two directions differ.",
	"Rastrigin turned and bent: the ripples are no longer along the axes.",
	"A range of mountains made of twelve waves, each a third as wide as the one before: gradients tell little of where to go.",
	"A bowl with rings that become finer and lower towards its middle.",
	"The rings of Schaffers F7 in a bowl that is thirty times as long as it is wide.",
	"The valley of Rosenbrock with waves across it: the lowest of a great many hollows is where the valley ends.",
	"The lowest point lies in a corner, far from the next best ones.",
	"A hundred and one hollows at random places, each stretched another way, and one of them is the deepest.",
	"Twenty-one hollows, the deepest of them narrower than with a hundred and one.",
	"Rough at every scale and without a slope as a whole: each step of a zoom shows the same again.",
	"Two bowls side by side with ripples over both, and the larger one is the wrong one.",
}

// Benchmarks are the functions of the Suite, each at its first instance. They are not part of the Catalogue: one looks at
// those to learn something, and runs these to compare. The slice is the caller's.
func Benchmarks() []Surface {
	list := make([]Surface, bbob.Functions)
	for i := range list {
		list[i] = benchmark(i+1, 1)
	}
	return list
}

// All are the built-in surfaces: the Catalogue and the Benchmarks.
func All() []Surface { return append(Catalogue(), Benchmarks()...) }

// benchmark is an instance of a function, which there must be.
func benchmark(function, instance int) Surface {
	s := Surface{
		Name: suiteName + strconv.Itoa(function), Title: fmt.Sprintf("f%d %s", function, bbob.Title(function)), Group: Suite,
		Cite: "N. Hansen, S. Finck, R. Ros and A. Auger, Real-Parameter Black-Box Optimization Benchmarking 2009: Noiseless " +
			"Functions Definitions, INRIA research report RR-6829, f" + strconv.Itoa(function) + "; instances as in COCO",
		Params: []Param{{Name: InstanceParam, Default: 1, Min: 1, Max: Instances}},
		View:   Rect{X0: -5, X1: 5, Y0: -5, Y1: 5},
		Note:   suiteNotes[function-1],
	}
	if err := s.become(function, instance); err != nil {
		panic(err)
	}
	return s
}

// become makes the surface another instance of its function.
func (s *Surface) become(function, instance int) error {
	p, err := bbob.New(function, instance)
	if err != nil {
		return err
	}
	s.Formula, s.member = p.Formula, instance
	s.Minima, s.Least = []Point{{X: p.X, Y: p.Y}}, p.Value
	start := bbob.Start(function, instance)
	s.Start = Point{X: start[0], Y: start[1]}
	return nil
}

// At is the surface that the parameters choose: of a family the member that they name, with its formula, its minima and a
// start; else the surface as it is. The error says which members there are.
func (s Surface) At(params map[string]float64) (Surface, error) {
	function, is := suiteFunction(s.Name)
	if v, given := params[InstanceParam]; is && s.member > 0 && given && v != float64(s.member) {
		if v != float64(int32(v)) {
			return s, say.Errorf("parameter %s is %g: it must be a whole number", InstanceParam, v)
		}
		return s, s.become(function, int(v))
	}
	return s, nil
}

// suiteFunction is the number of the function with a name.
func suiteFunction(name string) (function int, is bool) {
	digits, is := strings.CutPrefix(name, suiteName)
	function, err := strconv.Atoi(digits)
	return function, is && err == nil && 1 <= function && function <= bbob.Functions && digits == strconv.Itoa(function)
}
