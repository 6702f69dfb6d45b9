package notation

import (
	"cmp"
	"slices"
	"strings"

	"descentlab/internal/near"
	"descentlab/internal/say"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/spelling"
)

func contains(names []string, name string) bool { return slices.Contains(names, name) }

// containsModule tells whether a text calls functions of a module.
func containsModule(text, module string) bool { return strings.Contains(text, module+".") }

func sortFaults(all Faults) {
	slices.SortStableFunc(all, func(a, b Fault) int { return cmp.Compare(a.Column, b.Column) })
}

// spelled is a token as it stands in the text.
func spelled(t token) string { return cmp.Or(t.raw, t.text) }

// operandMissing reports a token where an operand should stand.
func (r *reader) operandMissing(t token) {
	if t.kind == endToken && r.last().raw != "%" {
		r.fault(t.at, "the formula ends after %s; a number, a name or ( must follow", spelled(r.last()))
		return
	}
	if r.last().raw == "%" {
		r.fault(r.last().at, "%s is the remainder of a division; write 0.5 for 50 %s", "%", "%")
		return
	}
	r.fault(t.at, "unexpected %s; a number, a name or ( must stand here", spelled(t))
}

// wanted reports a token that cannot follow an operand.
func (r *reader) wanted(t token, want say.Text) {
	switch {
	case t.kind == numberToken && r.last().kind == numberToken:
		r.fault(t.at, "an operator is missing between %s and %s", spelling.Clip(r.last().text), spelling.Clip(t.text))
	case t.is("=") && r.inside == 0:
		r.fault(t.at, "a formula has no second =; write one formula")
	default:
		r.fault(t.at, "unexpected %s; %s", spelled(t), want)
	}
}

func (r *reader) faultOnce(t token, msg say.Text) {
	if t.kind == numberToken && r.last().kind == numberToken {
		r.wanted(t, msg)
		return
	}
	r.complain(t.at, msg)
}

// unexpected reports what follows a whole formula.
func (r *reader) unexpected() {
	switch t := r.peek(); {
	case t.is(")"):
		r.fault(t.at, "this %s closes nothing; remove it or add a ( before", spelled(t))
	case t.is(","):
		r.fault(t.at, "a comma separates the arguments of a function only; decimals are written 1.5")
	case t.is(":"):
		r.fault(t.at, "this : has no ? before it; write condition ? a : b")
	default:
		r.wanted(t, say.Later("expected an operator or the end"))
	}
}

func (r *reader) wrongCount(t token, fn string, got int) {
	least, most := spelling.Arity(fn)
	switch {
	case most == spelling.Many:
		r.fault(t.at, "%s takes 2 or more arguments, not %d; write %s", t.text, got, spelling.Usage(t.text, fn))
	case most == 1:
		r.fault(t.at, "%s takes 1 argument, not %d; write %s", t.text, got, spelling.Usage(t.text, fn))
	case least == most:
		r.fault(t.at, "%s takes %d arguments, not %d; write %s", t.text, most, got, spelling.Usage(t.text, fn))
	default:
		r.fault(t.at, "%s takes %d or %d arguments, not %d; write %s", t.text, least, most, got, spelling.Usage(t.text, fn))
	}
}

// unknownFunction reports a name before a bracket that is no function, unless it may be a factor: a letter.
func (r *reader) unknownFunction(t token) bool {
	if _, _, letter := spelling.Base(t.text); r.knows(t.text) || letter && t.raw != "." &&
		!contains([]string{"f", "g", "h"}, t.text) && !contains([]string{"gamma", "beta", "zeta", "Gamma", "Γ"}, t.text) {
		return false
	}
	names, all := spelling.Known()
	instead, unsuited := lexical.Unsuited(strings.ToLower(t.text))
	switch meant := near.Prefix(t.text, all); {
	case unsuited:
		r.fault(t.at, "a formula has no %s; %s", t.text, instead)
	case meant != "":
		r.fault(t.at, "unknown function %s; did you mean %s?", spelling.Clip(t.text), meant)
	case r.listed:
		r.fault(t.at, "unknown function %s", spelling.Clip(t.text))
	default:
		r.listed = true
		r.fault(t.at, "unknown function %s; known are %s", spelling.Clip(t.text), strings.Join(names, ", "))
	}
	return true
}

// unknownName reports a name that stands for nothing.
func (r *reader) unknownName(name string) {
	at := r.place(name)
	if contains([]string{"nan", "inf", "infinity", "none", "null", "true", "false", "undefined"}, strings.ToLower(name)) {
		r.fault(at, "%s is no number to calculate with", name)
		return
	}
	names := append([]string{"x", "y", "pi", "e"}, r.known...)
	candidates := slices.Clone(names)
	for _, f := range expr.Functions() {
		candidates = append(candidates, f.Name)
	}
	if meant := near.Prefix(name, candidates); meant != "" {
		r.fault(at, "unknown name %s; did you mean %s?", spelling.Clip(name), meant)
		return
	}
	if r.listed {
		r.fault(at, "unknown name %s", spelling.Clip(name))
		return
	}
	r.listed = true
	r.fault(at, "unknown name %s; known are %s, and single letters, which are parameters (or %s = 1; before the formula)",
		spelling.Clip(name), strings.Join(names, ", "), spelling.Clip(name))
}
