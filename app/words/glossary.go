package words

import "slices"

// An Entry of the glossary says in a sentence or two what a term of the window means.
type Entry struct{ Term, Text string }

// glossary are the terms that stand as labels in the window, by their English names.
var glossary = []Entry{
	{"averaging", "The mean of the last positions is followed beside the run itself: it is calmer than the run " +
		"where slopes are noisy."},
	{"basin", "All starts from which a run ends in the same minimum. Each optimizer with its settings has basins of its own."},
	{"batch size", "How many examples a step looks at. Few make steps cheap and slopes noisy; all of them give the " +
		"exact slope."},
	{"clipping", "A slope that is too long is cut to a fixed length before it is used, so that a cliff does not " +
		"throw the racer out."},
	{"condition number", "How many times as curved the steepest way is as the flattest. The larger it is, " +
		"the slower plain descent gets along the flat way without jumping across the steep one."},
	{"curvature", "How fast the slope changes along a line: above 0 the ground bends up like a bowl, below 0 it falls away. " +
		"It is an eigenvalue of the Hessian."},
	{"degenerate point", "A level point at which the Hessian has an eigenvalue of 0, so that it does not tell a " +
		"minimum from a saddle."},
	{"epoch", "As many steps as it takes to look at every example once."},
	{"example", "One row of the data: inputs, and the target that the model should give for them."},
	{"fastest safe lr", "The learning rate above which plain gradient descent jumps across the valley here, " +
		"farther with every step: " +
		"2 divided by the largest curvature."},
	{"gradient", "The direction in which the ground rises most, as long as the rise is steep. Descent steps the other way."},
	{"gradient calls", "How often the slope was computed so far. Some methods ask several times in one step, " +
		"so this compares their cost better than steps do."},
	{"height", "The value of the function at a point. A racer's height is its loss."},
	{"Hessian", "The table of second derivatives: how the slope changes in every direction. Its eigenvalues are " +
		"the curvatures."},
	{"learning rate", "How far one step goes for the slope that there is, lr in short. Too small is slow; too " +
		"large jumps across valleys."},
	{"level point", "A point without slope: a minimum, a maximum or a saddle."},
	{"loss", "The height of the ground under a racer, which it tries to make small: the function's exact value, " +
		"without noise."},
	{"maximum", "A level point from which every way leads down."},
	{"mini-batch", "The few examples that one step looks at, drawn anew for every step."},
	{"minimum", "A level point from which every way leads up: a valley's floor. They are named A, B, C from the lowest."},
	{"momentum", "The part of the last step that is kept in the next one: 0 forgets all, near 1 rolls on like a heavy ball."},
	{"noise", "Random numbers that are added to every slope, as mini-batches would do. It is 0 for exact slopes."},
	{"normalise", "Inputs are moved and scaled to mean 0 and spread 1, which makes the valley rounder and descent faster."},
	{"saddle", "A level point that falls away along one line and rises along another: a pass between two valleys."},
	{"schedule", "How the learning rate changes from step to step: kept, lowered in stairs, along a cosine, warmed " +
		"up at first."},
	{"seed", "The number from which all random numbers follow: the same seed repeats the race exactly."},
	{"settle", "To come within a millionth of a minimum's loss and to stay there until the end of the race."},
	{"slope", "How steep the ground is: the length of the gradient, the loss per unit of way. It is 0 at level points."},
	{"step", "One update of a racer's position. All racers take as many steps."},
	{"steps to settle", "The first step from which a racer stays within a millionth of a minimum's loss until the " +
		"end of the race. " +
		"To pass by does not count."},
	{"swarm", "Many runs of one racer that differ in their start or their random numbers: a cloud on the map."},
	{"weight decay", "Every step also pulls the position towards 0 by this part of itself, times the learning rate."},
	{"where now", "What a racer is doing at this step: at the start, heading for a minimum, circling one, settled at one, or gone."},
}

// Meaning is what a term of the glossary means, in the reader's language, below its name; "" if it is no such term.
func Meaning(term string) string {
	i := slices.IndexFunc(glossary, func(e Entry) bool { return e.Term == term })
	if i < 0 {
		return ""
	}
	return SentenceCase(T(glossary[i].Term)) + "\n" + T(glossary[i].Text)
}

// Glossary are all terms that have a meaning, in alphabetical order.
func Glossary() []Entry { return slices.Clone(glossary) }
