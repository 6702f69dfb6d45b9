// Package descentlab is the root of Descent Lab, a desktop laboratory in which people see how optimizers descend.
//
// It holds no code. The program is package app; what it is made of, and which package may know which, stands in
// the table of imports_table_test.go beside this file.
package descentlab
