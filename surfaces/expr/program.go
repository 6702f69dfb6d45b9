package expr

import (
	"slices"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/elementary"
	"descentlab/surfaces/expr/syntax"
)

// opcode names the operation of an instruction. K stands for an operand that is constant over the plane.
type opcode uint8

const (
	opConst opcode = iota // leaves: not executed
	opX
	opY
	opParam
	opAdd    // a + b
	opAddK   // a + k
	opSub    // a - b
	opSubK   // a - k
	opKSub   // k - b
	opMul    // a * b
	opMulK   // a * k
	opDiv    // a / b
	opDivK   // a / k
	opKDiv   // k / b
	opPow    // a ^ b
	opPowK   // a ^ k
	opKPow   // k ^ b
	opNeg    // -a
	opSquare // a * a
	opCall1  // smooth function of one argument
	opCall2  // smooth function of two arguments
	opFlat   // function of one argument that is constant piece by piece
	opAbs
	opRelu
	opMin
	opMax
	opSelect // a != 0 ? b : c
	opLess   // conditions: 1 or 0
	opLessEq
	opEqual
	opNotEqual
	opAnd
	opOr
	opNot
)

// arity is the number of operands of each operation.
var arity = [...]uint8{
	opAdd: 2, opAddK: 2, opSub: 2, opSubK: 2, opKSub: 2, opMul: 2, opMulK: 2, opDiv: 2, opDivK: 2, opKDiv: 2,
	opPow: 2, opPowK: 2, opKPow: 2, opNeg: 1, opSquare: 1, opCall1: 1, opCall2: 2, opFlat: 1, opAbs: 1, opRelu: 1,
	opMin: 2, opMax: 2, opSelect: 3, opLess: 2, opLessEq: 2, opEqual: 2, opNotEqual: 2, opAnd: 2, opOr: 2, opNot: 1,
}

// An instr applies an operation to the slots a, b and c. Where the result goes follows from where the instruction
// stands.
type instr struct {
	op      opcode
	fn      uint8 // index into functions, for the calls
	a, b, c uint16
}

// depends says what a slot depends on: the coordinates, and in formulas over examples the example.
type depends uint8

const (
	onX depends = 1 << iota
	onY
	onExample
	everything = onX | onY | onExample
)

// moves reports whether the slot depends on the point.
func (d depends) moves() bool { return d&(onX|onY) != 0 }

// A Program is a compiled formula. It is immutable and safe for concurrent use; Bind gives what evaluates it.
type Program struct {
	text   string
	params []string
	over   int      // how many of the last params are columns of examples
	uses   []string // the variables and parameters that occur in the text

	// Slots hold the leaves, which are x, y, the parameters and the constants, and then one result for each
	// instruction.
	start  []float64 // the slots before anything is computed
	on     []depends // of each slot
	shapes []shape   // of each slot
	leaves int
	result uint16

	// The code, in the order of what it depends on: neither x nor y, x alone, y alone, both; then the same with the
	// example. Each part needs only its own results and those of the parts before it that depend on no more.
	code []instr
	ends [everything + 1]int // of the parts, indexed by depends

	back    []pull   // of a polynomial: how its adjoints are handed on after the code; else nil
	grad    gradCode // of a polynomial: code and way back in one
	squares []square // of a sum of squares: its terms; else nil
	ahead   *ahead   // of a formula over examples: the mixed code with derivatives; else nil
}

// The first slots.
const (
	slotX = iota
	slotY
	slotParams
)

// part returns the code that depends on exactly these coordinates, and the slot of its first result.
func (p *Program) part(on depends) (code []instr, first int) {
	begin := 0
	if on > 0 {
		begin = p.ends[on-1]
	}
	return p.code[begin:p.ends[on]], p.leaves + begin
}

// moving returns the code that depends on the point, and the slot of its first result.
func (p *Program) moving() (code []instr, first int) {
	return p.code[p.ends[0]:], p.leaves + p.ends[0]
}

// Text returns the formula as it was given to Compile.
func (p *Program) Text() string { return p.text }

// Size returns how many instructions the program has: a measure of what an evaluation costs.
func (p *Program) Size() int { return len(p.code) }

// Params returns the names of the parameters, in the order in which Bind and Set take their values.
func (p *Program) Params() []string { return slices.Clone(p.params) }

// Uses reports whether the name, x, y or a parameter, occurs in the formula.
func (p *Program) Uses(name string) bool { return slices.Contains(p.uses, name) }

// Compile translates a formula. The params are the names that it may use besides x and y; each is a letter or _
// followed by letters, digits or _, and is none of the names of the grammar. An error is always an *Error; one
// about the parameters has column 1.
func Compile(text string, params ...string) (*Program, error) {
	return CompileOver(Identity, text, params...)
}

// CompileOver is Compile for the formula after a map of the plane: the value of the program at a point is that of the
// formula at the point's image, and the derivatives are those of the composition. Over the Identity it is Compile, to
// the last bit.
func CompileOver(over Affine, text string, params ...string) (*Program, error) {
	g := newGraph()
	x, y := over.nodes(g)
	p, root, err := read(text, params, g, x, y)
	if err != nil {
		return nil, err
	}
	return p.program(g, root, 0), nil
}

// A reading is a formula that has been read.
type reading struct {
	text         string
	params, uses []string
}

// read makes of a formula what the builder builds; x and y are what these names stand for. It returns the formula's own
// number.
func read(text string, params []string, b builder, x, y int32) (p *reading, root int32, err error) {
	for i, name := range params {
		if msg, bad := badParam(name, params[:i]); bad {
			return nil, 0, &Error{Text: text, Column: 1, Msg: msg}
		}
	}
	root, uses, err := syntax.Parse(text, params, grammar, building{b, x, y})
	if err != nil {
		return nil, 0, err
	}
	return &reading{text, params, uses}, root, nil
}

// program lays out what has been read into the graph; so many of the last parameters are columns of examples.
func (p *reading) program(g *graph, root int32, over int) *Program {
	laid := &Program{text: p.text, params: slices.Clone(p.params), over: over, uses: p.uses}
	laid.layOut(g, root)
	return laid
}

func badParam(name string, before []string) (msg say.Text, bad bool) {
	switch {
	case !syntax.IsName(name):
		return say.Later("parameter %q is not a name; use letters, digits and _, with a letter first", name), true
	case name == "x" || name == "y" || name == "pi" || name == "e" || elementary.Lookup(name) >= 0:
		return say.Later("parameter %s has a name that formulas already use; choose another", name), true
	case slices.Contains(before, name):
		return say.Later("parameter %s is named twice", name), true
	}
	return say.Text{}, false
}
