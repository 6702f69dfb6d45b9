package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// bind notes which arguments come to which parameters. Calls of functions that are values are bound once those are known.
func (p *Program) bind() {
	var later []call
	for _, c := range p.calls {
		if p.builtin(c) {
			continue
		}
		if list := p.known(c.expr, c.in); list != nil {
			for _, s := range list {
				p.pass(c, s)
			}
			continue
		}
		later = append(later, c)
	}
	bound := map[*ast.CallExpr]map[*types.Signature]bool{}
	for more := true; more; {
		more = false
		for _, c := range later {
			for s := range p.functions(source{expr: c.expr.Fun, in: c.in}) {
				if bound[c.expr] == nil {
					bound[c.expr] = map[*types.Signature]bool{}
				}
				if !bound[c.expr][s] {
					bound[c.expr][s] = true
					p.pass(c, s)
					more = true
				}
			}
		}
	}
}

// builtin tells whether a call is a conversion or one of a function of the language, and notes what copy does.
func (p *Program) builtin(c call) bool {
	if c.in.TypesInfo.Types[c.expr.Fun].IsType() {
		return true
	}
	name, ok := ast.Unparen(c.expr.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	_, is := c.in.TypesInfo.Uses[name].(*types.Builtin)
	if is && name.Name == "copy" {
		r := reader{p: p, pkg: c.in}
		p.comes(r.target(c.expr.Args[0]), r.of(c.expr.Args[1]))
	}
	return is
}

// known are the functions that a call may call, if its text tells: a function, a method, or those that fit an interface.
func (p *Program) known(c *ast.CallExpr, in *packages.Package) []*types.Signature {
	f := callee(c.Fun, in)
	if f == nil {
		if lit, ok := ast.Unparen(c.Fun).(*ast.FuncLit); ok {
			return []*types.Signature{in.TypesInfo.TypeOf(lit).(*types.Signature)}
		}
		return nil
	}
	f = f.Origin()
	list := []*types.Signature{f.Signature()}
	recv := f.Signature().Recv()
	if recv == nil {
		return list
	}
	face, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return list
	}
	for _, m := range p.methods {
		if m.Name() == f.Name() && p.fits(m, face) {
			list = append(list, m.Signature())
		}
	}
	return list
}

func (p *Program) fits(m *types.Func, face *types.Interface) bool {
	t := m.Signature().Recv().Type()
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	return types.Implements(t, face) || types.Implements(types.NewPointer(t), face)
}

// callee is the function that an expression names.
func callee(e ast.Expr, in *packages.Package) *types.Func {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		f, _ := in.TypesInfo.Uses[e].(*types.Func)
		return f
	case *ast.SelectorExpr:
		f, _ := in.TypesInfo.Uses[e.Sel].(*types.Func)
		return f
	case *ast.IndexExpr:
		return callee(e.X, in)
	case *ast.IndexListExpr:
		return callee(e.X, in)
	}
	return nil
}

// pass notes what comes to the parameters of a function.
func (p *Program) pass(c call, s *types.Signature) {
	last := s.Params().Len() - 1
	if len(c.expr.Args) == 1 && last > 0 { // f(g())
		if inner, ok := ast.Unparen(c.expr.Args[0]).(*ast.CallExpr); ok {
			if _, several := c.in.TypesInfo.TypeOf(inner).(*types.Tuple); several {
				for i := range last + 1 {
					p.comes(node{of: s.Params().At(i)}, source{expr: &result{CallExpr: inner, at: i}, in: c.in})
				}
				return
			}
		}
	}
	for i, arg := range c.expr.Args {
		to := min(i, last)
		if to < 0 {
			continue
		}
		p.comes(node{of: s.Params().At(to)}, source{expr: arg, in: c.in})
	}
	if method, ok := ast.Unparen(c.expr.Fun).(*ast.SelectorExpr); ok && s.Recv() != nil {
		p.comes(node{of: s.Recv()}, source{expr: method.X, in: c.in})
	}
}

// functions are the functions that an expression may be.
func (p *Program) functions(from source) map[*types.Signature]bool {
	found := map[*types.Signature]bool{}
	w := walk{p: p, seen: map[node]bool{}, calls: map[callOf]bool{}, function: func(s *types.Signature) { found[s] = true }}
	w.from(from)
	return found
}
