package expr

import (
	"math"
	"slices"
)

// layOut turns the nodes that the root needs into slots and instructions. Leaves get the first slots, then come the
// results in the order of the code. Nodes come after their operands and are taken in order, so the code does too.
func (p *Program) layOut(g *graph, root int32) {
	nodes := g.nodes
	constants := len(p.params) - p.over
	on, needed := dependences(nodes, constants), reachable(nodes, root)
	slot := make([]uint16, len(nodes))
	p.addSlot(0, onX, hasX)
	p.addSlot(0, onY, hasY)
	for i := range p.params {
		p.addSlot(0, paramDepends(i, constants), 0)
	}
	for id, n := range nodes {
		switch n.op {
		case opX:
			slot[id] = slotX
		case opY:
			slot[id] = slotY
		case opParam:
			slot[id] = slotParams + uint16(n.a)
		case opConst:
			if needed[id] {
				slot[id] = p.addSlot(math.Float64frombits(n.bits), 0, 0)
			}
		}
	}
	p.leaves = len(p.start)
	var code []instr
	var ends [everything + 1]int
	for part := range ends {
		for id, n := range nodes {
			if needed[id] && arity[n.op] > 0 && on[id] == depends(part) {
				in := p.instruction(n, slot)
				slot[id] = p.addSlot(0, on[id], p.shapeOf(&in))
				code = append(code, in)
			}
		}
		ends[part] = len(code)
	}
	p.code, p.ends, p.result = slices.Clip(code), ends, slot[root]
	if p.over == 0 {
		if len(p.code) <= mostBack {
			p.back = p.wayBack(g, root, slot)
		}
		if p.back != nil {
			p.grad = p.gradCode()
		}
		p.squares = p.sumOfSquares(g, root, slot)
		return
	}
	p.ahead = p.aheadCode()
}

// mostBack is how many instructions may have a way back: each makes up to four more, and an instruction can address all of them.
const mostBack = math.MaxUint16 / 5

// paramDepends returns what parameter i depends on: those after the constants are columns.
func paramDepends(i, constants int) depends {
	if i < constants {
		return 0
	}
	return onExample
}

// dependences returns what each node depends on.
func dependences(nodes []node, constants int) []depends {
	on := make([]depends, len(nodes))
	for id := range nodes {
		switch n := &nodes[id]; n.op {
		case opX:
			on[id] = onX
		case opY:
			on[id] = onY
		case opParam:
			on[id] = paramDepends(int(n.a), constants)
		default:
			for _, operand := range n.operands() {
				on[id] |= on[operand]
			}
		}
	}
	return on
}

// reachable tells which nodes the root needs.
func reachable(nodes []node, root int32) []bool {
	needed := make([]bool, len(nodes))
	needed[root] = true
	for id := root; id >= 0; id-- {
		if needed[id] {
			for _, operand := range nodes[id].operands() {
				needed[operand] = true
			}
		}
	}
	return needed
}

func (p *Program) addSlot(v float64, on depends, s shape) uint16 {
	p.start = append(p.start, v)
	p.on = append(p.on, on)
	p.shapes = append(p.shapes, s)
	return uint16(len(p.start) - 1)
}

// instruction returns the instruction of a node. An operand that is constant over the plane, so that its
// derivatives need not be computed, changes the operation.
func (p *Program) instruction(n node, slot []uint16) instr {
	in := instr{op: n.op, fn: n.fn}
	for i, id := range n.operands() {
		*[...]*uint16{&in.a, &in.b, &in.c}[i] = slot[id]
	}
	constA, constB := !p.on[in.a].moves(), !p.on[in.b].moves()
	if constA && constB {
		return in
	}
	switch in.op {
	case opAdd, opMul:
		if constA {
			in.a, in.b, constB = in.b, in.a, true
		}
		if constB {
			in.op++ // opAddK, opMulK
		}
	case opSub, opDiv, opPow:
		if constB {
			in.op++ // opSubK, opDivK, opPowK
		} else if constA {
			in.op += 2 // opKSub, opKDiv, opKPow
		}
	}
	return in
}
