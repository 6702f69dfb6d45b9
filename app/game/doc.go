// Package game is the game of descent: levels in which people do by hand what the optimizers do. A level is a value: a ground,
// what may be done on it, and a pure function from a state and an action to the next state. A play is the list of its actions,
// so that it can be replayed, and what it claims be found out.
package game
