package export

import (
	"descentlab/app/words"
	"descentlab/surfaces"
)

// criticalJSON is a critical point.
type criticalJSON struct {
	Kind        string   `json:"kind"`
	At          []Number `json:"at"`
	Value       Number   `json:"value"`
	Eigenvalues []Number `json:"eigenvalues"`
	Curve       bool     `json:"curve,omitempty"`
	Flat        bool     `json:"flat,omitempty"`   // the Hessian has a zero eigenvalue, or is none, and does not tell the kind
	Index       int      `json:"index,omitempty"`  // of a flat saddle: how often the gradient turns on the way around it
	Kink        bool     `json:"kink,omitempty"`   // where the gradient jumps across zero, so that there are no eigenvalues
	Proven      bool     `json:"proven,omitempty"` // that it is there, alone, and of this kind, or of none if degenerate
	Lowest      bool     `json:"lowest,omitempty"` // a minimum as low as any of the list, to rounding
	Border      bool     `json:"border,omitempty"` // it lies on the border of the window
	Kept        bool     `json:"box,omitempty"`    // a minimum on the border of the box: beyond it the loss would fall farther
}

// oddJSON is a kink or pole that counts like a critical point.
type oddJSON struct {
	At    []Number `json:"at"`
	Index int      `json:"index"`
}

// proofJSON is what interval arithmetic has shown.
type proofJSON struct {
	Done  bool       `json:"done"`
	Why   string     `json:"why_not,omitempty"`
	Near  [][]Number `json:"nothing_proven_near,omitempty"`
	Told  [][]Number `json:"others_not_excluded_near,omitempty"` // what kind these are is proven, not that they are alone
	Reach Number     `json:"nearer_than,omitempty"`

	Curves int        `json:"curves,omitempty"`      // of critical points, of each of which one is listed
	Levels [][]Number `json:"level_parts,omitempty"` // the windows around them
	Off    Number     `json:"nothing_proven_closer_to_these,omitempty"`
}

// checkJSON is the comparison of the points with the turns of the gradient along the border.
type checkJSON struct {
	Verdict string    `json:"verdict"`
	Turns   *int      `json:"turns"`
	Sum     int       `json:"sum"`
	Odd     []oddJSON `json:"kinks_or_poles,omitempty"`
	Proof   proofJSON `json:"proof"`
	Says    string    `json:"says"`
}

// A SurveyJSON is the critical points of a window, and whether they are all.
type SurveyJSON struct {
	Window   []Number       `json:"window"`
	Critical []criticalJSON `json:"critical_points"`
	Found    int            `json:"found"`
	Index    checkJSON      `json:"index"`
	Stopped  bool           `json:"stopped_early"`
	Remarks  []string       `json:"remarks,omitempty"`
}

func newCriticalJSON(c surfaces.Critical, lowest, border bool) criticalJSON {
	j := criticalJSON{Kind: c.Kind.Key(), At: Numbers(c.At.X, c.At.Y), Value: Number(c.Value), Curve: c.Curve,
		Flat: c.Flat && !c.Curve, Index: c.Index, Kink: c.Kink, Proven: c.Proven, Lowest: lowest, Border: border, Kept: c.Border}
	if !c.Kink && !c.Border {
		j.Eigenvalues = Numbers(c.L1, c.L2)
	}
	return j
}

// NewSurveyJSON is a survey for JSON.
func NewSurveyJSON(v surfaces.Survey) SurveyJSON {
	v = v.Whole()
	j := SurveyJSON{Window: Numbers(v.View.X0, v.View.X1, v.View.Y0, v.View.Y1), Critical: []criticalJSON{}, Found: v.Found,
		Stopped: v.Stopped, Remarks: v.Remarks()}
	lowest := v.Lowest()
	for i, c := range v.Points {
		j.Critical = append(j.Critical, newCriticalJSON(c, lowest[i], v.OnBorder(c)))
	}
	j.Index = newCheckJSON(v.Check, words.Plain(words.CensusOf(v).Sentence()))
	return j
}

func newCheckJSON(c surfaces.Check, says string) checkJSON {
	j := checkJSON{Verdict: c.Verdict.String(), Sum: c.Sum, Says: says}
	if c.Counted {
		j.Turns = &c.Turns
	}
	for _, o := range c.Odd {
		j.Odd = append(j.Odd, oddJSON{Numbers(o.At.X, o.At.Y), o.Index})
	}
	j.Proof = proofJSON{Done: c.Proof.Done, Why: c.Proof.Why.English(), Reach: Number(c.Proof.Reach),
		Curves: c.Proof.Curves, Off: Number(c.Proof.Off)}
	for _, r := range c.Proof.Levels {
		j.Proof.Levels = append(j.Proof.Levels, Numbers(r.X0, r.X1, r.Y0, r.Y1))
	}
	for _, p := range c.Proof.Near {
		j.Proof.Near = append(j.Proof.Near, Numbers(p.X, p.Y))
	}
	for _, p := range c.Proof.Told {
		j.Proof.Told = append(j.Proof.Told, Numbers(p.X, p.Y))
	}
	return j
}
