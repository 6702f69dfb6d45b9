package runtimes

import (
	"math"

	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// trials is where a stage is on the level axis.
func (p *Picture) trials(stage int) float64 { return float64(p.Result.Stages[stage].Trials) }

// tuning is the stage that is nearest to a number of trials, on the logarithmic scale.
func (p *Picture) tuning(trials float64) (stage int) {
	for i := range p.Result.Stages {
		if math.Abs(math.Log(p.trials(i)/trials)) < math.Abs(math.Log(p.trials(stage)/trials)) {
			stage = i
		}
	}
	return stage
}

// tuned is the part of the pairs that a racer solves within the budget if it is tuned within so many trials, between two stages
// on the straight line from one to the other.
func (p *Picture) tuned(racer int, trials float64) float64 {
	within := func(stage int) float64 {
		part, _ := p.Result.Stages[stage].Results.Within(racer)
		return part
	}
	last := len(p.Result.Stages) - 1
	for i := range last {
		if from, to := p.trials(i), p.trials(i+1); trials < to {
			return within(i) + (within(i+1)-within(i))*math.Log(max(1, trials/from))/math.Log(to/from)
		}
	}
	return within(last)
}

// stages marks what was made on the line of a racer; between the marks nothing is known.
func (p *Picture) stages(on plot.Canvas, f *frame, racer int, look Look) {
	ink := f.st.Palette.Racer(p.Result.Slots[racer])
	if look.Racer >= 0 && look.Racer != racer {
		ink = faded(ink, 0.3)
	}
	for i := range p.Result.Stages {
		at := f.at(p.trials(i), p.tuned(racer, p.trials(i)))
		plot.RacerGlyph(p.Result.Slots[racer]).Draw(on, at.X, at.Y, f.px(4.2), ink, f.st.Palette.Panel)
	}
}

// untuned says, in the place of lines, that nothing has been tuned.
func (p *Picture) untuned(on plot.Canvas, f *frame) {
	y := f.inside.Y0 + f.px(leading)
	said := words.T("The racers have run as they are. With 5, 20 or 100 trials of tuning and another run, " +
		"here is what tuning is worth.")
	for _, line := range words.Lines(said, func(line string) bool {
		return f.st.Font.Width(line, f.size()) <= f.inside.X1-f.inside.X0-f.px(2*pad)
	}) {
		f.text(on, line, plot.Vec{X: f.inside.X0 + f.px(pad), Y: y}, f.st.Palette.Muted, plot.AlignLeft)
		y += f.px(leading)
	}
}
