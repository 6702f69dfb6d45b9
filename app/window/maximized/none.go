//go:build windows || darwin || js

package maximized

func follow(uint32, bool, func(bool)) Watch { return Watch{} }
