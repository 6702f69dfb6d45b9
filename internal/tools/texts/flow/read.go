package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// A reader walks over a file.
type reader struct {
	p     *Program
	pkg   *packages.Package
	inner *types.Signature // of the function that is being read
}

// Visit notes what a piece of the program makes come to what.
func (r *reader) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.FuncDecl:
		f := r.pkg.TypesInfo.Defs[n.Name].(*types.Func)
		if f.Signature().Recv() != nil {
			r.p.methods = append(r.p.methods, f)
		}
		return &reader{r.p, r.pkg, f.Signature()}
	case *ast.FuncLit:
		return &reader{r.p, r.pkg, r.pkg.TypesInfo.TypeOf(n).(*types.Signature)}
	case *ast.AssignStmt:
		r.assign(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		left := make([]ast.Expr, len(n.Names))
		for i, name := range n.Names {
			left[i] = name
		}
		r.assign(left, n.Values)
	case *ast.RangeStmt:
		r.ranged(n)
	case *ast.ReturnStmt:
		r.returned(n)
	case *ast.CompositeLit:
		r.literal(n)
	case *ast.CallExpr:
		r.p.calls = append(r.p.calls, call{n, r.pkg})
	case *ast.SendStmt:
		r.p.comes(r.target(n.Chan), r.of(n.Value))
	case *ast.TypeSwitchStmt:
		r.switched(n)
	}
	if e, ok := n.(ast.Expr); ok {
		r.valued(e)
	}
	return r
}

func (r *reader) of(e ast.Expr) source { return source{expr: e, in: r.pkg} }

// valued notes the constants and conversions of a named type of texts.
func (r *reader) valued(e ast.Expr) {
	tv, ok := r.pkg.TypesInfo.Types[e]
	if !ok || !tv.IsValue() {
		return
	}
	named, ok := types.Unalias(tv.Type).(*types.Named)
	if !ok || !isText(named) {
		return
	}
	if tv.Value != nil {
		r.p.named[named.Obj()] = append(r.p.named[named.Obj()], r.of(e))
		return
	}
	if c, ok := e.(*ast.CallExpr); ok && r.pkg.TypesInfo.Types[c.Fun].IsType() {
		r.p.named[named.Obj()] = append(r.p.named[named.Obj()], r.of(c.Args[0]))
	}
}

// isText tells whether values of a type are strings.
func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// assign notes an assignment or a declaration.
func (r *reader) assign(left, right []ast.Expr) {
	if len(left) == len(right) {
		for i, l := range left {
			r.put(l, r.of(right[i]))
		}
		return
	}
	if len(right) != 1 {
		return
	}
	from := ast.Unparen(right[0])
	if c, ok := from.(*ast.CallExpr); ok {
		for i, l := range left {
			r.put(l, source{expr: &result{CallExpr: c, at: i}, in: r.pkg})
		}
		return
	}
	r.put(left[0], r.of(from)) // v, ok := m[k] and its like
}

// A result is one of several that a call has.
type result struct {
	*ast.CallExpr
	at int
}

// put notes what comes to what an expression stands for. A key of a map comes to its keys.
func (r *reader) put(to ast.Expr, from source) {
	r.p.comes(r.target(to), from)
	for e := ast.Unparen(to); ; {
		x, ok := e.(*ast.IndexExpr)
		if !ok {
			return
		}
		if _, isMap := r.pkg.TypesInfo.TypeOf(x.X).Underlying().(*types.Map); isMap {
			keys := r.target(x.X)
			keys.keys = true
			r.p.comes(keys, r.of(x.Index))
		}
		e = ast.Unparen(x.X)
	}
}

// target is the variable or field that an expression is, or is a part of.
func (r *reader) target(e ast.Expr) node {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if of := r.pkg.TypesInfo.Defs[e]; of != nil {
			return node{of: of}
		}
		return node{of: r.pkg.TypesInfo.Uses[e]}
	case *ast.SelectorExpr:
		return node{of: r.pkg.TypesInfo.Uses[e.Sel]}
	case *ast.IndexExpr:
		return r.target(e.X)
	case *ast.StarExpr:
		return r.target(e.X)
	case *ast.SliceExpr:
		return r.target(e.X)
	}
	return node{}
}

// ranged notes what comes to the variables of a loop.
func (r *reader) ranged(n *ast.RangeStmt) {
	over := r.of(n.X)
	key := over
	switch t := r.pkg.TypesInfo.TypeOf(n.X).Underlying().(type) {
	case *types.Map:
		key.keys = true
	case *types.Signature: // an iterator
		if f, ok := t.Params().At(0).Type().Underlying().(*types.Signature); ok && f.Params().Len() == 2 {
			key.keys = true
		}
	case *types.Chan:
	default:
		key = source{}
	}
	if n.Key != nil {
		r.p.comes(r.target(n.Key), key)
	}
	if n.Value != nil {
		r.p.comes(r.target(n.Value), over)
	}
}

// returned notes what comes to the results of a function.
func (r *reader) returned(n *ast.ReturnStmt) {
	if r.inner == nil {
		return
	}
	all := r.inner.Results()
	for i := range all.Len() {
		switch {
		case len(n.Results) == all.Len():
			r.p.comes(node{of: all.At(i)}, r.of(n.Results[i]))
		case len(n.Results) == 1:
			if c, ok := ast.Unparen(n.Results[0]).(*ast.CallExpr); ok {
				r.p.comes(node{of: all.At(i)}, source{expr: &result{CallExpr: c, at: i}, in: r.pkg})
			}
		}
	}
}

// literal notes what comes to the fields of a struct.
func (r *reader) literal(n *ast.CompositeLit) {
	t := r.pkg.TypesInfo.TypeOf(n)
	if pointer, ok := t.Underlying().(*types.Pointer); ok {
		t = pointer.Elem()
	}
	fields, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			r.p.comes(r.target(kv.Key), r.of(kv.Value))
			continue
		}
		r.p.comes(node{of: fields.Field(i)}, r.of(e))
	}
}

// switched notes what comes to the variables of a switch over types.
func (r *reader) switched(n *ast.TypeSwitchStmt) {
	a, ok := n.Assign.(*ast.AssignStmt)
	if !ok {
		return
	}
	from := ast.Unparen(a.Rhs[0]).(*ast.TypeAssertExpr).X
	for _, c := range n.Body.List {
		r.p.comes(node{of: r.pkg.TypesInfo.Implicits[c]}, r.of(from))
	}
}
