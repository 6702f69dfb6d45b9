package export

import (
	"descentlab/surfaces"
)

// criticalJSON is a critical point.
type criticalJSON struct {
	Kind        string   `json:"kind"`
	At          []Number `json:"at"`
	Value       Number   `json:"value"`
	Eigenvalues []Number `json:"eigenvalues"`
	Curve       bool     `json:"curve,omitempty"`
}

// oddJSON is a kink or pole that counts like a critical point.
type oddJSON struct {
	At    []Number `json:"at"`
	Index int      `json:"index"`
}

// checkJSON is the comparison of the points with the turns of the gradient along the border.
type checkJSON struct {
	Verdict string    `json:"verdict"`
	Turns   *int      `json:"turns"`
	Sum     int       `json:"sum"`
	Odd     []oddJSON `json:"kinks_or_poles,omitempty"`
	Says    string    `json:"says"`
}

// A SurveyJSON is the critical points of a window, and whether they are all.
type SurveyJSON struct {
	Critical []criticalJSON `json:"critical_points"`
	Index    checkJSON      `json:"index"`
	Stopped  bool           `json:"stopped_early"`
	Remarks  []string       `json:"remarks,omitempty"`
}

func newCriticalJSON(c surfaces.Critical) criticalJSON {
	return criticalJSON{c.Kind.Key(), Numbers(c.At.X, c.At.Y), Number(c.Value), Numbers(c.L1, c.L2), c.Curve}
}

// NewSurveyJSON is a survey for JSON.
func NewSurveyJSON(v surfaces.Survey) SurveyJSON {
	j := SurveyJSON{Critical: []criticalJSON{}, Stopped: v.Stopped, Remarks: v.Remarks()}
	for _, c := range v.Points {
		j.Critical = append(j.Critical, newCriticalJSON(c))
	}
	j.Index = newCheckJSON(v.Check)
	return j
}

func newCheckJSON(c surfaces.Check) checkJSON {
	j := checkJSON{Verdict: c.Verdict.String(), Sum: c.Sum, Says: c.String()}
	if c.Verdict != surfaces.Untold {
		j.Turns = &c.Turns
	}
	for _, o := range c.Odd {
		j.Odd = append(j.Odd, oddJSON{Numbers(o.At.X, o.At.Y), o.Index})
	}
	return j
}
