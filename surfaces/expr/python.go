package expr

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"descentlab/internal/python"
	"descentlab/surfaces/expr/elementary"
)

// Python writes a formula after a map of the plane as the body of a Python function of p, the PyTorch tensor of x and y:
// statements, the last of which returns the formula's value as a tensor that can be differentiated. Values are those of
// the parameters, as many and in the same order. It fails as Compile does.
//
// A condition becomes Python's own "a if c else b" and not torch.where, through which a NaN in what was not chosen would
// reach the gradient.
func Python(over Affine, text string, params []string, values []float64) ([]string, error) {
	b := newPythonBuilder(params)
	body, result, err := b.body(over, text, values)
	if err != nil {
		return nil, err
	}
	return append(body, "return "+result), nil
}

// PythonMean is Python for the mean of a formula over examples, whose columns are the rows of the tensor data; pick says
// which of them count. Over so many at once conditions can only be torch.where.
func PythonMean(over Affine, text string, columns, params []string, values []float64) ([]string, error) {
	b := newPythonBuilder(slices.Concat(params, columns))
	b.columns = len(columns)
	body, result, err := b.body(over, text, values)
	if err != nil {
		return nil, err
	}
	body = slices.Insert(body, 1, strings.Join(columns, ", ")+" = data[:, pick]")
	return append(body, "return torch.mean("+result+")"), nil
}

// body writes the statements before the last, and the formula's value.
func (b *pythonBuilder) body(over Affine, text string, values []float64) (body []string, result string, err error) {
	x, y := b.share(node{op: opX}), b.share(node{op: opY})
	p, root, err := read(text, b.params, b, x, y)
	if err != nil {
		return nil, "", err
	}
	body = []string{"x, y = p"}
	if over != Identity {
		body = append(body, fmt.Sprintf("x, y = %s*x + %s*y + %s, %s*x + %s*y + %s", python.Float(over.XX), python.Float(over.XY),
			python.Float(over.X0),
			python.Float(over.YX), python.Float(over.YY), python.Float(over.Y0)))
	}
	for i, v := range values {
		if slices.Contains(p.uses, b.params[i]) {
			body = append(body, fmt.Sprintf("%s = torch.tensor(%s)", python.Name(b.params[i]), python.Float(v)))
		}
	}
	value := b.tensor(b.number(root))
	result = value.text
	if !value.differs {
		// Autograd refuses a result that no variable has a part in; its gradient is zero.
		result = value.in(python.Sum) + " + 0*(x + y)"
	}
	return body, result, nil
}

// A pythonTerm is the Python of a part of a formula.
type pythonTerm struct {
	text      string
	bind      python.Bind // of its outermost operator
	node      int32       // the same in the graph, which knows the constants
	condition bool        // it is a bool, of Python or PyTorch
	differs   bool        // autograd can differentiate it
}

// in is the term as an operand of an operator that wants its operands to bind at least so tightly.
func (t pythonTerm) in(bind python.Bind) string { return t.bind.In(bind, t.text) }

// A pythonBuilder builds terms, and a graph beside them. Constants are plain numbers of Python's; where one would not
// calculate as here, or raise an error, the number that it comes to is written.
type pythonBuilder struct {
	graph   *graph
	params  []string
	columns int // so many of the last parameters are columns of examples
	terms   []pythonTerm
}

func newPythonBuilder(params []string) *pythonBuilder {
	return &pythonBuilder{graph: newGraph(), params: params}
}

// many tells whether values are those of many examples at once.
func (b *pythonBuilder) many() bool { return b.columns > 0 }

func (b *pythonBuilder) put(t pythonTerm) int32 {
	if v, constant := b.graph.value(t.node); constant && !t.condition && !(math.Abs(v) < 1<<53) {
		t.text, t.bind = python.Float(v), python.Atom // Python's integers are exact, and its division by zero is an error
		if v < 0 {
			t.bind = python.Sign
		}
	}
	b.terms = append(b.terms, t)
	return int32(len(b.terms) - 1)
}

// number is a term to calculate with: a condition is 1 or 0.
func (b *pythonBuilder) number(i int32) pythonTerm {
	t := b.terms[i]
	if t.condition && b.many() {
		return pythonTerm{text: "torch.as_tensor(" + t.text + ").double()", bind: python.Atom, node: t.node}
	}
	if t.condition {
		t = pythonTerm{text: "torch.tensor(1.0 if " + t.text + " else 0.0)", bind: python.Atom, node: t.node}
	}
	return t
}

// tensor is a number that is a tensor even if it is a constant.
func (b *pythonBuilder) tensor(t pythonTerm) pythonTerm {
	if v, constant := b.graph.value(t.node); constant {
		t.text, t.bind = "torch.tensor("+python.Float(v)+")", python.Atom
	}
	return t
}

func (b *pythonBuilder) constant(v float64) int32 {
	return b.put(pythonTerm{text: python.Number(v), bind: python.Atom, node: b.graph.constant(v)})
}

func (b *pythonBuilder) share(leaf node) int32 {
	t := pythonTerm{bind: python.Atom, node: b.graph.share(leaf), differs: leaf.op != opParam}
	switch leaf.op {
	case opX:
		t.text = "x"
	case opY:
		t.text = "y"
	default:
		t.text = python.Name(b.params[leaf.a])
	}
	return b.put(t)
}

// infix puts an operator between two operands, the left and the right of which must bind so tightly.
func (b *pythonBuilder) infix(i int32, op string, k int32, bind, left, right python.Bind, node func(a, b int32) int32) int32 {
	x, y := b.number(i), b.number(k)
	return b.put(pythonTerm{
		text: x.in(left) + op + y.in(right), bind: bind,
		node: node(x.node, y.node), differs: x.differs || y.differs,
	})
}

func (b *pythonBuilder) add(i, k int32) int32 {
	return b.infix(i, " + ", k, python.Sum, python.Sum, python.Product, b.graph.add)
}

func (b *pythonBuilder) sub(i, k int32) int32 {
	return b.infix(i, " - ", k, python.Sum, python.Sum, python.Product, b.graph.sub)
}

func (b *pythonBuilder) mul(i, k int32) int32 {
	return b.infix(i, "*", k, python.Product, python.Product, python.Sign, b.graph.mul)
}

func (b *pythonBuilder) div(i, k int32) int32 {
	return b.infix(i, "/", k, python.Product, python.Product, python.Sign, b.graph.div)
}

func (b *pythonBuilder) pow(i, k int32) int32 {
	return b.infix(i, "**", k, python.Power, python.Atom, python.Sign, b.graph.pow)
}

func (b *pythonBuilder) neg(i int32) int32 {
	x := b.number(i)
	return b.put(pythonTerm{text: "-" + x.in(python.Sign), bind: python.Sign, node: b.graph.neg(x.node), differs: x.differs})
}

// unary is the negation of a condition.
func (b *pythonBuilder) unary(op opcode, i int32) int32 {
	x := b.terms[i]
	if b.many() {
		return b.put(pythonTerm{text: "~" + x.in(python.Atom), bind: python.Sign, node: b.graph.unary(op, x.node), condition: true})
	}
	return b.put(pythonTerm{text: "not " + x.in(python.Not), bind: python.Not, node: b.graph.unary(op, x.node), condition: true})
}

// binary is a comparison, or joins two conditions.
func (b *pythonBuilder) binary(op opcode, i, k int32) int32 {
	x, y := b.terms[i], b.terms[k]
	t := pythonTerm{node: b.graph.binary(op, x.node, y.node), condition: true}
	switch {
	case b.many() && op == opAnd:
		t.text, t.bind = x.in(python.Atom)+" & "+y.in(python.Atom), python.Or
	case b.many() && op == opOr:
		t.text, t.bind = x.in(python.Atom)+" | "+y.in(python.Atom), python.Or
	case op == opAnd:
		t.text, t.bind = x.in(python.And)+" and "+y.in(python.Not), python.And
	case op == opOr:
		t.text, t.bind = x.in(python.Or)+" or "+y.in(python.And), python.Or
	default:
		t.text, t.bind = b.number(i).in(python.Sum)+compares(op)+b.number(k).in(python.Sum), python.Compare
	}
	return b.put(t)
}

// compares is the sign of one of two numbers, in Python.
func compares(op opcode) string {
	switch op {
	case opLess:
		return " < "
	case opLessEq:
		return " <= "
	case opEqual:
		return " == "
	}
	return " != "
}

func (b *pythonBuilder) choose(c, i, k int32) int32 {
	cond, x, y := b.terms[c], b.terms[i], b.terms[k]
	if v, constant := b.graph.value(cond.node); constant {
		if v != 0 {
			return i
		}
		return k
	}
	t := pythonTerm{bind: python.If, node: b.graph.choose(cond.node, x.node, y.node), condition: x.condition && y.condition}
	if !t.condition {
		x, y = b.tensor(b.number(i)), b.tensor(b.number(k))
	}
	t.differs = x.differs && y.differs
	if b.many() {
		t.text, t.bind = fmt.Sprintf("torch.where(%s, %s, %s)", cond.text, x.text, y.text), python.Atom
		t.differs = x.differs || y.differs
		return b.put(t)
	}
	t.text = x.in(python.Or) + " if " + cond.in(python.Or) + " else " + y.in(python.If)
	return b.put(t)
}

func (b *pythonBuilder) call(fn int, args []int32) int32 {
	name := elementary.Table[fn].Name
	t := pythonTerm{bind: python.Atom}
	nodes, texts := make([]int32, len(args)), make([]string, len(args))
	for i, arg := range args {
		x := b.number(arg)
		nodes[i], texts[i] = x.node, b.tensor(x).text
		t.differs = t.differs || x.differs
	}
	t.node = b.graph.call(fn, nodes)
	if v, constant := b.graph.value(t.node); constant {
		t.text, t.differs = python.Number(v), false
		if v < 0 {
			t.bind = python.Sign
		}
		return b.put(t)
	}
	switch name {
	case "cbrt":
		t.text, t.bind = fmt.Sprintf("torch.sign(%s)*torch.abs(%s)**(1/3)", texts[0], texts[0]), python.Product
	case "sec":
		t.text, t.bind = "1/torch.cos("+texts[0]+")", python.Product
	case "csc":
		t.text, t.bind = "1/torch.sin("+texts[0]+")", python.Product
	case "cot":
		t.text, t.bind = "1/torch.tan("+texts[0]+")", python.Product
	case "mod":
		t.text = "torch.remainder(" + texts[0] + ", " + texts[1] + ")"
	case "softplus":
		t.text = "torch.nn.functional.softplus(" + texts[0] + ", threshold=100)"
	case "min", "max":
		t.text = texts[0]
		for _, next := range texts[1:] {
			t.text = fmt.Sprintf("torch.%simum(%s, %s)", name, t.text, next)
		}
	default:
		t.text = "torch." + name + "(" + strings.Join(texts, ", ") + ")"
	}
	return b.put(t)
}
