package myth

import (
	"descentlab/app/census"
	"descentlab/app/trainings"
	"descentlab/app/words"
)

// A document is all that can be chosen here: what is counted, and what is trained. Results follow from it, and are not kept.
type document struct {
	Census    counts `json:"census"`
	Trainings runs   `json:"trainings"`
}

// counts say which census is taken.
type counts struct {
	Matrices int    `json:"matrices"` // in each number of dimensions
	Seed     uint64 `json:"seed"`
}

// runs say which trainings are made.
type runs struct {
	Runs   int     `json:"runs"` // of each network
	Seed   uint64  `json:"seed"`
	Within float64 `json:"within"` // of the best loss, as a part of it, counts as about as good
}

// usual is what nobody has changed.
func usual() document {
	c, t := census.Usual(), trainings.Usual()
	return document{counts{c.Count, c.Seed}, runs{t.Runs, t.Seed, t.Within}}
}

// setting is that of the census.
func (c counts) setting() census.Setting {
	s := census.Usual()
	s.Count, s.Seed = c.Matrices, c.Seed
	return s
}

// setting is that of the trainings.
func (t runs) setting() trainings.Setting {
	s := trainings.Usual()
	s.Runs, s.Seed, s.Within = t.Runs, t.Seed, t.Within
	return s
}

// check says what cannot be.
func (d document) check() error {
	if err := d.Census.setting().Check(); err != nil {
		return words.Errorf("census: %w", err)
	}
	if err := d.Trainings.setting().Check(); err != nil {
		return words.Errorf("trainings: %w", err)
	}
	return nil
}
