//go:build windows || darwin || js

package maximized

func follow(uint32, bool, func(bool)) (stop func()) { return func() {} }
