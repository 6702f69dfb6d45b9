package curve

import (
	"fmt"
	"math"

	"descentlab/app/words"
)

// Insight is what there is to see in a step, in one sentence that is computed from its numbers.
func (c *Curve) Insight(r *Run, step int) Sentence {
	row := r.At(step)
	switch {
	case math.IsNaN(row.W):
		return none(r, row)
	case math.IsInf(row.W, 0):
		return infinite(r, row)
	case math.IsInf(row.Loss, 0) && math.Abs(row.W) > Far:
		return sentence("The loss has passed the largest number there is, 1.8e308: it is %s. Keep on, and w itself comes to be %s: "+
			"the NaN that people meet in training.", strong("∞"), strong("NaN"))
	case math.IsNaN(row.Loss):
		return sentence("The curve has no value at w = %s: the run has left the domain.", in(Weight, Number(row.W)))
	case row.Last:
		if v, is := r.End(); is {
			return sentence("%s cannot go on from here: %s.", r.Racer.Title(), words.EndingAlone(v))
		}
	}
	if !r.Racer.Plain() {
		return c.other(r.Racer, row)
	}
	if c.Noise() > 0 {
		return c.noisy(row)
	}
	if row.Slope == 0 {
		return sentence("The slope is 0, and so is the step: on level ground gradient descent stays where it is.")
	}
	if bend, is := c.Parabola(); is && bend > 0 && row.Rate > 0 {
		return regular(bend, row.Rate)
	}
	return c.local(row)
}

// regular is the insight of a parabola, where every step does the same.
func regular(bend, eta float64) Sentence {
	k := 1 - bend*eta
	says := words.T("it creeps up on it from one side, nearer by %s")
	by := part(1 - math.Abs(k))
	switch a := math.Abs(k); {
	case a < 1e-9:
		return sentence("Every step multiplies the distance to the minimum by 1 − %s %s = %s: it lands on the minimum at once.",
			brief(bend), in(Rate, "η"), strong("0"))
	case math.Abs(a-1) < 1e-9:
		return sentence("Every step multiplies the distance to the minimum by 1 − %s %s = %s: it lands on the other side, "+
			"as far away as before, for ever.", brief(bend), in(Rate, "η"), strong(brief(k)))
	case k < -1:
		says, by = words.T("it lands on the other side, farther by %s: each bounce is bigger than the last"), part(a-1)
	case k < 0:
		says = words.T("it lands on the other side, nearer by %s")
	}
	return sentence("Every step multiplies the distance to the minimum by 1 − %s %s = %s: %s.",
		brief(bend), in(Rate, "η"), strong(brief(k)), fmt.Sprintf(says, by))
}

// Wander is how far plain descent on a noisy parabola is from its minimum in the end, as the root of the mean square: every step
// multiplies the square of the distance by k² = (1 − η L″)² and adds that of the noise, η² σ². It is false where it does not
// stay.
func (c *Curve) Wander(eta float64) (float64, bool) {
	bend, is := c.Parabola()
	k := 1 - eta*bend
	if !is || !(math.Abs(k) < 1) {
		return 0, false
	}
	return eta * c.Noise() / math.Sqrt(1-k*k), true
}

// noisy is the insight of a step by the slope of a batch.
func (c *Curve) noisy(row Row) Sentence {
	head := sentence("This batch has the slope %s, the whole curve %s: noise makes %s of the step. ", in(Slope, Number(row.Slope)),
		Number(row.Slope-row.Noise), strong(Number(math.Abs(row.Rate*row.Noise))))
	far, stays := c.Wander(row.Rate)
	if !stays {
		return append(head, sentence("With %s it goes farther and farther away besides.", in(Rate, "η = "+brief(row.Rate)))...)
	}
	return append(head, sentence("It never comes to rest: in the end it wanders about the minimum by ±%s, less with a smaller %s.",
		strong(words.ShortTo(far, 2)), in(Rate, "η"))...)
}

// local is the insight of a curve that bends here so and there so: what this step does.
func (c *Curve) local(row Row) Sentence {
	m, is := c.Below(row.W)
	if !is {
		return sentence("No minimum lies ahead: the ground falls on and on, and %s with a slope of %s makes a step of %s.",
			in(Rate, "η = "+brief(row.Rate)), in(Slope, Number(row.Slope)), strong(Number(math.Abs(row.Move()))))
	}
	k := (row.New - m.At) / (row.W - m.At)
	if next, is := c.Below(row.New); is && next.Name != m.Name {
		return sentence("This step leaps out of the valley of %s into that of %s: %s is too long for the slope here, %s.",
			strong(m.Name), strong(next.Name), in(Rate, "η = "+brief(row.Rate)), in(Slope, Number(row.Slope)))
	}
	head := sentence("This step multiplies the distance to minimum %s by %s: ", m.Name, strong(Number(k)))
	var rest Sentence
	switch a := math.Abs(k); {
	case k < -2:
		rest = sentence("it lands on the other side, %s times as far away.", words.ShortTo(a, 3))
	case k < -1:
		rest = sentence("it lands on the other side, farther by %s.", part(a-1))
	case k < 0:
		rest = sentence("it lands on the other side, nearer by %s.", part(1-a))
	case k > 0.99:
		rest = sentence("it crawls, for the slope all but vanishes here: %s.", in(Slope, Number(row.Slope)))
	default:
		rest = sentence("it comes nearer from one side, by %s.", part(1-a))
	}
	if m.Bend > 0 && !math.IsInf(m.Bend, 0) {
		rest = append(rest, sentence(" Close to %s it would be 1 − %s %s = %s.", m.Name, brief(m.Bend), in(Rate, "η"),
			Number(1-m.Bend*row.Rate))...)
	}
	return append(head, rest...)
}

// other is the insight of a method that is not plain descent.
func (c *Curve) other(racer Racer, row Row) Sentence {
	plain := row.Scaled
	switch {
	case row.Move() == 0:
		return sentence("%s stays where it is.", racer.Title())
	case math.IsNaN(plain) || plain == 0:
		return sentence("%s moves w by %s; it has no learning rate to multiply the slope by.", racer.Title(),
			strong(Number(-row.Move())))
	}
	k := row.Move() / plain
	switch {
	case math.Abs(k-1) < 1e-9:
		return sentence("%s steps here as plain gradient descent would: %s times the slope.", racer.Title(), in(Rate, "η"))
	case k < 0:
		return sentence("%s goes up the slope here: its memory is stronger than the slope, by a step of %s.",
			racer.Title(), strong(Number(math.Abs(row.Move()))))
	}
	return sentence("%s makes a step of %s: %s times as long as %s · slope.", racer.Title(), strong(Number(math.Abs(row.Move()))),
		strong(Number(k)), in(Rate, "η"))
}

// part is a share in words: "a fifth", "9.0 %".
func part(v float64) string {
	for _, f := range []struct {
		share float64
		text  string
	}{
		{1.0 / 2, words.T("a half")}, {1.0 / 3, words.T("a third")}, {2.0 / 3, words.T("two thirds")}, {1.0 / 4, words.T("a quarter")},
		{3.0 / 4, words.T("three quarters")}, {1.0 / 5, words.T("a fifth")}, {2.0 / 5, words.T("two fifths")},
		{3.0 / 5, words.T("three fifths")}, {4.0 / 5, words.T("four fifths")}, {1.0 / 10, words.T("a tenth")},
		{9.0 / 10, words.T("nine tenths")}, {1, words.T("all of it")},
	} {
		if math.Abs(v-f.share) < 1e-9 {
			return f.text
		}
	}
	return words.Percent(v)
}

// Factor is what every step of plain descent multiplies the distance to the minimum by: exactly on a parabola, and close to the
// minimum below w elsewhere. It is false where there is no bowl, and for other methods.
func (c *Curve) Factor(r *Run, w float64) (k, bend float64, is bool) {
	m, is := c.Below(w)
	if _, bowl := m.Limit(); !is || !bowl || !r.Racer.Plain() {
		return 0, 0, false
	}
	return 1 - m.Bend*r.Racer.Spec.Get("lr").Num, m.Bend, true
}
