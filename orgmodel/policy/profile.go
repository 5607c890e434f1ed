package policy

import (
	"embed"
	"path"
	"strings"
)

//go:embed profiles/*.yaml
var profileFiles embed.FS

// Profiles are the names of the profiles that the library comes with, sorted: small policies that a file
// builds on by the key profile.
func Profiles() (names []string) {
	entries, err := profileFiles.ReadDir("profiles")
	if err != nil {
		panic(err) // they are embedded
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// profileText is the text of a profile, a policy file itself; false where there is none of the name.
func profileText(name string) ([]byte, bool) {
	if !contains(Profiles(), name) {
		return nil, false
	}
	text, err := profileFiles.ReadFile(path.Join("profiles", name+".yaml"))
	return text, err == nil
}
