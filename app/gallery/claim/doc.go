// Package claim reads sentences about a race and checks them by running it.
//
// A claim is one line:
//
//	racer GD: diverged at step 12
//	racer Adam: settles at A before step 120
//	no racer: settles
//	racer GD: crosses |y| > 1 at step 352
//	steps of SGD / steps of Momentum > 5
//	reach of GD below 1e-6 = 445
//	loss of Adam at step 100 < loss of Momentum at step 100 < loss of SGD at step 100
//	sharpness of GD = 2 / rate of GD within 1 %
//	turned by 45, from (4, 1e-6): racer GD: crosses |y| > 1 at step 701
//
// In full, where [a] may be left out, {a} repeated, and a | b is one of the two:
//
//	claim      [change {"," change} ":"] (fate | comparison)
//	change     "from" point | "turned by" number | "with" PARAMETER "=" number | "seed" number
//	           "noise" number | "batch" number | "for" number "steps"
//	fate       ("racer" NAME | "every racer" | "no racer") ["at step" number] ":" what [moment]
//	moment     ("at" | "before" | "after") "step" number
//	what       "diverged" | "left the map" | "left the domain" | "stopped"      with a moment, of that
//	           "settles" ["at" place] | "crosses" axis (">" | "<") number       with a moment, of that
//	           "never settles" | "never crosses" axis (">" | "<") number | "repeats every" number "steps"
//	           "heading for" place | "circling" place | "at" place | a situation of the table, as "still moving"
//	axis       "x" | "y" | "|x|" | "|y|"
//	place      the name of a minimum, saddle or maximum, as A or S1 | point
//	point      "(" number "," number ")"
//	comparison product {("<" | ">" | "<=" | ">=" | "=") product} ["within" number "%"]
//	product    factor {("*" | "/") factor}
//	factor     number | measure
//	measure    "steps of" NAME                                     the first step from which it stays at its minimum
//	           "evaluations of" NAME                               in the whole race
//	           ("reach" | "arrival") "of" NAME "below" number      the first step after which the loss stays below, or is at all
//	           ("height" | "limit") "of" place                     the loss there; the largest stable rate of plain descent
//	           [("highest" | "lowest" | "mean")] quantity "of" NAME ["to" place] [time]
//	           "rises of" NAME [time]                              in how many steps the loss goes up
//	time       "at the end" | "at step" number | "from step" number ["to step" number]
//	quantity   loss | slope | x | y | rate | stride | sharpness | distance | angle
//
// Stride is the length of the next step, sharpness the largest eigenvalue of the Hessian; distance and angle are those to a
// place, the angle in degrees between the next step and the way there. A NAME is a racer's as the program shows it, or its label.
// Equal means: as exactly as the number is written, so that 3.14159 = 3.142 is true; or within the percentage that is given.
package claim
