// Package flow finds every constant text that may come to a parameter of a function of a Go program: through other functions
// that pass it on, variables, fields, lists, results and functions that are values. It does not heed in which order things are
// done, so that it may find a text too many, and says of what it cannot follow.
package flow

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A node is something that holds texts: a variable, a field, a parameter or a result, with all that is in it if it is a list;
// or the keys of a map that it is.
type node struct {
	of   types.Object
	keys bool
}

// A source is an expression whose texts come to a node.
type source struct {
	expr ast.Expr
	in   *packages.Package
	keys bool // the keys of the map that the expression is
}

// A Program is a Go program, read.
type Program struct {
	fset    *token.FileSet
	into    map[node][]source
	calls   []call
	results map[*types.Func]*types.Signature
	methods []*types.Func
	own     map[*types.Package]bool
	named   map[*types.TypeName][]source // the values of a type
}

// A call is a call whose function is not known before values have been followed.
type call struct {
	expr *ast.CallExpr
	in   *packages.Package
}

// Load reads the packages of the module in a folder that patterns name. Those that skip is true of are left out.
func Load(dir string, skip func(path string) bool, env, flags []string, patterns ...string) (*Program, error) {
	p := &Program{
		fset: token.NewFileSet(), into: map[node][]source{}, results: map[*types.Func]*types.Signature{},
		own: map[*types.Package]bool{}, named: map[*types.TypeName][]source{},
	}
	list, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes |
			packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedExportFile,
		Dir: dir, Env: env, BuildFlags: flags, Fset: p.fset,
	}, patterns...)
	if err != nil {
		return nil, err
	}
	for _, pkg := range list {
		for _, e := range pkg.Errors {
			return nil, fmt.Errorf("%s: %v", pkg.PkgPath, e)
		}
		p.own[pkg.Types] = true
	}
	for _, pkg := range list {
		if skip(pkg.PkgPath) {
			continue
		}
		for _, file := range pkg.Syntax {
			p.read(pkg, file)
		}
	}
	p.bind()
	return p, nil
}

// Parameter is the parameter of a function, or of a method (as in "(T).m"), of a package.
func (p *Program) parameter(path, function string, at int) *types.Var {
	for pkg := range p.own {
		if pkg.Path() != path {
			continue
		}
		if f, ok := pkg.Scope().Lookup(function).(*types.Func); ok {
			return f.Signature().Params().At(at)
		}
	}
	return nil
}

// where is a place in the program, by file and line.
func (p *Program) where(at token.Pos, dir string) string {
	place := p.fset.Position(at)
	return fmt.Sprintf("%s:%d", strings.TrimPrefix(place.Filename, dir+"/"), place.Line)
}

// read notes what comes to what in a file.
func (p *Program) read(pkg *packages.Package, file *ast.File) {
	r := &reader{p: p, pkg: pkg}
	ast.Walk(r, file)
}

// comes notes that what an expression holds comes to a variable.
func (p *Program) comes(to node, from source) {
	if to.of == nil || from.expr == nil {
		return
	}
	to.of = origin(to.of)
	p.into[to] = append(p.into[to], from)
}

// origin is the variable of a generic type or function that one of an instance stands for.
func origin(of types.Object) types.Object {
	switch of := of.(type) {
	case *types.Var:
		return of.Origin()
	case *types.Func:
		return of.Origin()
	}
	return of
}
