package lesson

import (
	"context"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
)

// A Curve is a quantity against a setting.
type Curve struct {
	Title    string
	Asked    measure.Asked
	Field    measure.Field
	From, To float64
}

// A Sample is a point of a curve.
type Sample struct {
	At    float64 // of the setting
	Value measure.Value
}

// Values are n points of the curve, at equal distances, of an experiment in which all but the setting is as it is.
func (c *Curve) Values(ctx context.Context, b *measure.Bench, doc setup.Experiment, n int) ([]Sample, error) {
	list := make([]Sample, 0, n)
	for i := range n {
		at := c.From + (c.To-c.From)*float64(i)/float64(max(n-1, 1))
		changed := doc.Clone()
		if err := c.Field.Set(&changed, at); err != nil {
			return nil, err
		}
		v, err := b.Value(ctx, changed, c.Asked)
		if err != nil {
			return nil, err
		}
		list = append(list, Sample{at, v})
	}
	return list, nil
}
