package spelling

import "strings"

// Declares are words that stand before the name of what is declared, or before what is sought.
var Declares = strings.Fields("const let var double float auto static inline public private val local final fun real " +
	"minimize minimise Minimize Minimise")

// Types are words that Go has behind the names of what is declared.
var Types = strings.Fields("float64 float32 int double")
