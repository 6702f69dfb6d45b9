package bbob

import (
	"fmt"
	"math"
	"strings"
)

func rastriginTurned(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("p", "q", first(seed), "u", "v")
	f.oscillate("s", "p")
	f.oscillate("r", "q")
	f.lean("t", "r", 0.2)
	f.turn("a", "b", first(seed).times(root10, second(seed)), "s", "t")
	f.WriteString(rastriginOf)
}

func weierstrass(f *formula, seed int64, at *[2]float64) {
	const waves = 12
	f.from("u", "v", *at)
	f.turn("p", "q", first(seed), "u", "v")
	f.oscillate("s", "p")
	f.oscillate("t", "q")
	f.turn("a", "b", first(seed).times(0.1, second(seed)), "s", "t")
	f.let("c", "2*pi*(a + 0.5)")
	f.let("d", "2*pi*(b + 0.5)")
	var terms []string
	lowest := 0.0
	for k := range waves {
		often, high := math.Pow(3, float64(k)), math.Pow(0.5, float64(k))
		terms = append(terms, fmt.Sprintf("%s*(cos(%s*c) + cos(%[2]s*d))", number(high), number(often)))
		lowest += high * math.Cos(2*math.Pi*often*0.5)
	}
	fmt.Fprintf(f, "10*((%s)/2%s)^3 + 5*%s", strings.Join(terms, " + "), less(lowest), outside)
}

// schaffers is the function with a condition number.
func schaffers(condition float64) func(f *formula, seed int64, at *[2]float64) {
	return func(f *formula, seed int64, at *[2]float64) {
		f.from("u", "v", *at)
		f.turn("p", "q", first(seed), "u", "v")
		f.lean("t", "q", 0.5)
		q := second(seed)
		q[1][0], q[1][1] = math.Sqrt(condition)*q[1][0], math.Sqrt(condition)*q[1][1]
		f.turn("a", "b", q, "p", "t")
		f.let("r", "hypot(a, b)") // so r^0.2 is the tenth root of a^2 + b^2
		f.WriteString("(r > 0 ? r*(1 + sin(50*r^0.2)^2)^2 : 0) + 10*" + outside)
	}
}

func griewank(f *formula, seed int64, at *[2]float64) {
	f.halfway(seed, at)
	f.let("s", rosenbrockOf)
	f.WriteString("10 + 10*(s/4000 - cos(s))")
}

func schwefel(f *formula, seed int64, at *[2]float64) {
	const best = 4.2096874637
	sign := [2]float64{1, 1}
	for i, u := range stream(seed, 2) {
		if u < 0.5 {
			sign[i] = -1
		}
		at[i] = sign[i] * best / 2
	}
	f.let("u", "%s*x", number(2*sign[0]))
	f.let("v", "%s*y + 0.25*(u - %s)", number(2*sign[1]), number(best))
	f.let("a", "100*(u - %s + %[1]s)", number(best))
	f.let("b", "100*(%s*(v - %s) + %[2]s)", number(root10), number(best))
	f.WriteString("0.01*(max(0, abs(a) - 500)^2 + max(0, abs(b) - 500)^2 + 418.9828872724339 - " +
		"(a*sin(sqrt(abs(a))) + b*sin(sqrt(abs(b))))/2)")
}

func katsuura(f *formula, seed int64, at *[2]float64) {
	f.from("u", "v", *at)
	f.turn("a", "b", first(seed).times(10, second(seed)), "u", "v")
	for _, name := range []string{"a", "b"} {
		var terms []string
		for k := 1; k <= 32; k++ {
			often := number(math.Exp2(float64(k)))
			terms = append(terms, fmt.Sprintf("abs(%[1]s*%[2]s - floor(%[1]s*%[2]s + 0.5))/%[1]s", often, name))
		}
		f.let("rough_"+name, "%s", strings.Join(terms, " + "))
	}
	fmt.Fprintf(f, "2.5*(((1 + rough_a)*(1 + 2*rough_b))^%s - 1) + %s", number(10/math.Pow(2, 1.2)), outside)
}

func lunacek(f *formula, seed int64, at *[2]float64) {
	const near, offset = 2.5, 1.0
	spread := 1 - 0.5/(math.Sqrt(2+20)-4.1)
	far := -math.Sqrt((near*near - offset) / spread)
	sign := [2]float64{1, 1}
	for i, g := range normal(seed, 2) {
		if g < 0 {
			sign[i] = -1
		}
		at[i] = sign[i] * near / 2
	}
	f.let("u", "%s*x", number(2*sign[0]))
	f.let("v", "%s*y", number(2*sign[1]))
	f.let("p", "u%s", less(near))
	f.let("q", "v%s", less(near))
	f.turn("a", "b", first(seed).times(10, second(seed)), "p", "q")
	fmt.Fprintf(f, "min(p^2 + q^2, 2 + %s*((u%s)^2 + (v%[2]s)^2)) + 10*(2 - cos(2*pi*a) - cos(2*pi*b)) + 10000*%s",
		number(spread), less(far), outside)
}
