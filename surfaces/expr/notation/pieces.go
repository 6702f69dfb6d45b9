package notation

import "descentlab/surfaces/expr/notation/tree"

// pieces reads what stands in Desmos's braces behind the first condition: {x > 0: x, y < 0: y, 1}. As with cases, the last piece
// holds for all else.
func (r *reader) pieces(condition *tree.Node) *tree.Node {
	conditions := []*tree.Node{condition}
	var values []*tree.Node
	at := r.peek().at
	for r.accept(":") {
		values = append(values, r.expression(0))
		if !r.accept(",") {
			break
		}
		next := r.expression(0)
		if !r.peek().is(":") || !tree.IsCondition(next) {
			values = append(values, next)
			break
		}
		conditions = append(conditions, next)
	}
	if len(values) == 1 {
		r.fault(at, "what holds for all else is missing; write condition ? a : b")
	}
	n := values[len(values)-1]
	for i := len(values) - 2; i >= 0; i-- {
		n = tree.Choice(conditions[i], values[i], n)
	}
	return n
}
