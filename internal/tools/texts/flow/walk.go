package flow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
)

// A walk goes from a place back to the texts, or functions, that may come to it.
type walk struct {
	p        *Program
	seen     map[node]bool
	calls    map[callOf]bool
	text     func(text string, at source)
	function func(*types.Signature)
	lost     func(at source, why string)
	known    func(of string) bool // a field or function whose texts are known otherwise
	way      []source             // from where it has come
}

type callOf struct {
	expr *ast.CallExpr
	at   int
}

// node goes back from a variable.
func (w *walk) node(n node) {
	n.of = origin(n.of)
	if w.seen[n] || n.of == nil {
		return
	}
	w.seen[n] = true
	for _, s := range w.p.into[n] {
		w.from(s)
	}
	if !n.keys {
		return
	}
	for _, s := range w.p.into[node{of: n.of}] { // whole maps
		if t := s.in.TypesInfo.TypeOf(s.expr); t != nil {
			if _, isMap := t.Underlying().(*types.Map); isMap {
				s.keys = true
				w.from(s)
			}
		}
	}
}

// from goes back from an expression.
func (w *walk) from(s source) {
	w.way = append(w.way, s)
	defer func() { w.way = w.way[:len(w.way)-1] }()
	if e, ok := s.expr.(*result); ok {
		w.called(e.CallExpr, e.at, s)
		return
	}
	tv := s.in.TypesInfo.Types[s.expr]
	if tv.Value != nil {
		if w.text != nil && tv.Value.Kind() == constant.String {
			w.text(constant.StringVal(tv.Value), s)
		}
		return
	}
	inner := func(e ast.Expr) { w.from(source{expr: e, in: s.in, keys: s.keys}) }
	switch e := s.expr.(type) {
	case *ast.Ident:
		w.object(s.in.TypesInfo.ObjectOf(e), s)
	case *ast.SelectorExpr:
		w.object(s.in.TypesInfo.Uses[e.Sel], s)
	case *ast.ParenExpr:
		inner(e.X)
	case *ast.StarExpr:
		inner(e.X)
	case *ast.UnaryExpr:
		inner(e.X)
	case *ast.IndexExpr:
		if f := callee(e, s.in); f != nil {
			w.object(f, s)
			return
		}
		w.from(source{expr: e.X, in: s.in})
	case *ast.SliceExpr:
		if isText(s.in.TypesInfo.TypeOf(e.X)) {
			w.miss(s, "a part of a text")
			return
		}
		inner(e.X)
	case *ast.TypeAssertExpr:
		inner(e.X)
	case *ast.CompositeLit:
		w.literal(e, s)
	case *ast.FuncLit:
		if w.function != nil {
			w.function(s.in.TypesInfo.TypeOf(e).(*types.Signature))
		}
	case *ast.CallExpr:
		w.called(e, 0, s)
	case *ast.BinaryExpr:
		w.miss(s, "a text that is put together")
	default:
		w.miss(s, "cannot be followed")
	}
}

func (w *walk) miss(s source, why string) {
	if w.lost != nil {
		w.lost(s, why)
	}
}

// object goes back from a variable, a field or a function.
func (w *walk) object(of types.Object, s source) {
	switch of := of.(type) {
	case *types.Func:
		if w.function != nil {
			w.function(of.Origin().Signature())
		}
	case *types.Var:
		if w.known != nil && w.known(nameOf(of)) {
			return
		}
		n := node{of: of, keys: s.keys}
		if named, ok := types.Unalias(of.Type()).(*types.Named); ok && isText(named) && w.text != nil {
			w.ofType(named) // a few values, and no others
			return
		}
		if len(w.p.into[node{of: origin(of), keys: s.keys}]) == 0 && !w.seen[n] && isText(of.Type()) {
			w.seen[n] = true
			w.miss(s, "nothing is known to come to "+nameOf(of))
			return
		}
		w.node(n)
	}
}

// ofType goes back from a named type of texts to all of its values.
func (w *walk) ofType(named *types.Named) {
	n := node{of: named.Obj()}
	if w.seen[n] {
		return
	}
	w.seen[n] = true
	for _, s := range w.p.named[named.Obj()] {
		w.from(s)
	}
}

// literal goes back from a list or a map that is written out.
func (w *walk) literal(e *ast.CompositeLit, s source) {
	if _, isStruct := s.in.TypesInfo.TypeOf(e).Underlying().(*types.Struct); isStruct {
		return // by its fields
	}
	for _, item := range e.Elts {
		if kv, ok := item.(*ast.KeyValueExpr); ok {
			item = kv.Value
			if s.keys {
				item = kv.Key
			}
		}
		w.from(source{expr: item, in: s.in})
	}
}

// through are functions of other packages whose results are what they are given.
var through = []string{
	"slices.Clone", "slices.Concat", "slices.Sorted", "slices.Collect", "slices.Values", "slices.Clip", "slices.Insert",
	"cmp.Or", "slices.All", "maps.Values", "slices.Compact", "slices.Delete", "slices.Grow",
}

// called goes back from a result of a call.
func (w *walk) called(c *ast.CallExpr, at int, s source) {
	if w.calls[callOf{c, at}] {
		return
	}
	w.calls[callOf{c, at}] = true
	if s.in.TypesInfo.Types[c.Fun].IsType() {
		w.from(source{expr: c.Args[0], in: s.in, keys: s.keys})
		return
	}
	if name, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
		if _, is := s.in.TypesInfo.Uses[name].(*types.Builtin); is {
			for _, arg := range c.Args {
				w.from(source{expr: arg, in: s.in, keys: s.keys})
			}
			return
		}
	}
	if f := callee(c.Fun, s.in); f != nil && !w.p.own[f.Pkg()] && f.Signature().Recv() == nil {
		w.foreign(f, c, s)
		return
	}
	list := w.p.known(c, s.in)
	if list == nil {
		for f := range w.p.functions(source{expr: c.Fun, in: s.in}) {
			list = append(list, f)
		}
	}
	for _, f := range list {
		if at < f.Results().Len() {
			w.result(f.Results().At(at), c, s)
		}
	}
	if len(list) == 0 {
		w.miss(s, "the result of an unknown function")
	}
}

// result goes back from a result of a function.
func (w *walk) result(of *types.Var, c *ast.CallExpr, s source) {
	f := callee(c.Fun, s.in)
	if f != nil && w.known != nil && w.known(f.FullName()) {
		return
	}
	of = of.Origin()
	if isText(of.Type()) && len(w.p.into[node{of: of}]) == 0 && f != nil && !isInterface(f) {
		w.miss(s, "the result of "+f.FullName())
		return
	}
	w.node(node{of: of, keys: s.keys})
}

func isInterface(f *types.Func) bool {
	recv := f.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// foreign goes back from the result of a function of another module.
func (w *walk) foreign(f *types.Func, c *ast.CallExpr, s source) {
	switch name := f.FullName(); {
	case slices.Contains(through, name):
		for _, arg := range c.Args {
			w.from(source{expr: arg, in: s.in, keys: s.keys})
		}
	case name == "maps.Keys":
		w.from(source{expr: c.Args[0], in: s.in, keys: true})
	case w.known != nil && w.known(name):
	default:
		w.miss(s, "the result of "+name)
	}
}

// nameOf is the full name of a variable: of a field as in "path.Type.Field" where that can be told.
func nameOf(of *types.Var) string {
	if of.Pkg() == nil {
		return of.Name()
	}
	if of.IsField() {
		scope := of.Pkg().Scope()
		for _, name := range scope.Names() {
			t, ok := scope.Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			fields, ok := t.Type().Underlying().(*types.Struct)
			if !ok {
				continue
			}
			for i := range fields.NumFields() {
				if fields.Field(i) == of.Origin() {
					return of.Pkg().Path() + "." + name + "." + of.Name()
				}
			}
		}
	}
	return of.Pkg().Path() + "." + of.Name()
}
