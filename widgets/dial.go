package widgets

import (
	"math"

	"descentlab/widgets/gesture"
)

// A dial is a number that gestures change: on a rail, in a field, or with steps. It is the part that knobs and lanes share.
type dial struct {
	// OnChanged tells of a value that a gesture has set; done is false in the middle of a gesture: a drag, or a burst of
	// keys or notches of the wheel, which is over a moment after the last one or when the focus leaves.
	OnChanged func(v float64, done bool)
	// OnError tells what is wrong with the text in the field; "" when it has become right again.
	OnError func(message string)

	spec    KnobSpec
	value   float64
	rail    *rail
	dragged bool          // a drag has changed the value
	burst   gesture.Burst // of steps
	message string        // what OnError was last told

	write    func(short, exact string) // shows the value as a text
	onScreen func() bool               // whether the widget is in its window still
}

// setUp connects a rail to the number.
func (d *dial) setUp(spec KnobSpec, r *rail) {
	d.spec, d.value, d.rail = spec, spec.Default, r
	r.onMove, r.onStep = d.moved, d.stepped
	r.onReset = func() { d.change(spec.Default, true) }
}

// Value returns the value in full precision.
func (d *dial) Value() float64 { return d.value }

// SetValue shows a value; OnChanged is not called. What is being typed in the field stays.
func (d *dial) SetValue(v float64) {
	if v == d.value {
		return
	}
	d.burst.End() // its value is no longer the one that there is
	d.value = v
	d.show()
}

// SetLimit tints the track above v as a warning, for a rate beyond which a method cannot be stable. 0 or less, infinity and NaN
// take the tint away.
func (d *dial) SetLimit(v float64) {
	if !(v > 0) {
		v = math.Inf(1)
	}
	if v >= d.spec.Max {
		d.rail.setLimit(1)
		return
	}
	d.rail.setLimit(d.spec.position(v))
}

// show writes the value on the rail and as a text.
func (d *dial) show() {
	beyond := 0
	if d.value < d.spec.Min {
		beyond = -1
	} else if d.value > d.spec.Max {
		beyond = 1
	}
	d.rail.set(d.spec.position(d.value), beyond)
	d.write(d.spec.short(d.value), exact(d.value))
}

// change takes a value over from a gesture, which ends a burst of steps.
func (d *dial) change(v float64, done bool) {
	d.settle()
	d.take(v, done)
}

// take shows a value and tells of it.
func (d *dial) take(v float64, done bool) {
	d.fault("")
	d.value = v
	d.show()
	d.tell(done)
}

func (d *dial) tell(done bool) {
	if d.OnChanged != nil {
		d.OnChanged(d.value, done)
	}
}

// moved answers the rail: with what stands at the position, and with a last word if a drag has changed anything.
func (d *dial) moved(position float64, done bool) {
	digits := dragDigits
	if d.rail.finely {
		digits++
	}
	v := d.spec.value(position, digits)
	if !d.spec.allowed(v) || done {
		v = d.value
	}
	if v != d.value || done && d.dragged {
		d.change(v, done)
		d.dragged = !done
		return
	}
	d.show() // the thumb stands where the value is
}

// stepped takes steps of a hundredth of the track each.
func (d *dial) stepped(steps float64) {
	if v := d.spec.step(d.value, steps/100); v != d.value && d.spec.allowed(v) {
		d.take(v, false)
		d.burst.GoOn(d.settle)
	}
}

// settle says the last word of a burst of steps, if there is one.
func (d *dial) settle() {
	if d.burst.End() && d.onScreen() {
		d.tell(true)
	}
}

// typed takes over what was typed and tells whether it is a value of the domain.
func (d *dial) typed(text string) bool {
	v, err := d.spec.parse(text)
	switch {
	case err != nil:
		d.fault(err.Error())
		return false
	case v == d.value:
		d.fault("")
		d.show()
	default:
		d.change(v, true)
	}
	return true
}

// fault tells what is wrong with the field, or once that nothing is any more.
func (d *dial) fault(message string) {
	if d.message == message {
		return
	}
	d.message = message
	if d.OnError != nil {
		d.OnError(message)
	}
}
