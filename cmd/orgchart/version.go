package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// version is what the build says of itself: the module's version, or else the commit and its
// day, marked where the tree had changes; and the Go it was built with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown, " + runtime.Version()
	}
	return versionOf(info)
}

func versionOf(info *debug.BuildInfo) string {
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	v := info.Main.Version
	if v == "" || v == "(devel)" {
		v = "development"
	}
	if rev := set["vcs.revision"]; rev != "" {
		day, _, _ := strings.Cut(set["vcs.time"], "T")
		v += fmt.Sprintf(", commit %.12s", rev)
		if day != "" {
			v += " of " + day
		}
		if set["vcs.modified"] == "true" {
			v += " with changes"
		}
	}
	return v + ", " + info.GoVersion
}
