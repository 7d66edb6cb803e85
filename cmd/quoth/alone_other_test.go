//go:build !linux

package main

import "testing"

func runsAlone(t *testing.T, _ string) { t.Log("only tried on Linux") }
