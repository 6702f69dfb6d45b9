// Package trainings trains one small network many times from random starts, and compares the losses at which it ends: is one
// minimum as good as another? Of a network that is hardly large enough some are traps; with a few more hidden units nearly all
// trainings end about equally deep. (For large networks that was argued by Choromanska and others 2015, The loss surfaces of
// multilayer networks, AISTATS 18.)
//
// The network has two layers of weights, from two inputs to hidden units of tanh to one output, and tells two half moons apart.
// It is trained by the catalogue's rules: a racer with as many coordinates as there are weights.
package trainings
