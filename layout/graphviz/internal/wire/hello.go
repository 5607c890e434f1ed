package wire

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"
)

// Protocol is the version of the messages and of the DOT text in them. Whoever changes either
// raises it: a worker of another protocol is refused.
const Protocol = 1

// Worker is the name of the worker program; a hello begins with it.
const Worker = "orgchart-graphviz"

// Env is the variable that makes a program a worker; Protocol is its value.
const Env = "ORGCHART_GRAPHVIZ_WORKER"

const module = "example.com/orgchart"

// A Hello is what a worker says first.
type Hello struct {
	Protocol string
	Version  string // of this module in the worker; empty: not known
}

// Own is the hello of this program.
func Own() Hello { return Hello{fmt.Sprint(Protocol), version()} }

// version is that of this module as the program was built with it; empty for a version that
// nobody gave a name.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == module && m.Replace == nil && m.Version != "(devel)" {
			return m.Version
		}
	}
	return ""
}

// WriteHello writes h.
func WriteHello(w io.Writer, h Hello) error {
	return WriteFrame(w, []byte(Worker+" "+h.Protocol+" "+h.Version))
}

// ReadHello reads a hello. The error says what came in its place.
func ReadHello(r io.Reader) (Hello, error) {
	b, err := ReadFrame(r, 200)
	if err != nil {
		return Hello{}, err
	}
	part := strings.SplitN(string(b), " ", 3)
	if len(part) != 3 || part[0] != Worker {
		return Hello{}, fmt.Errorf("it says %q; want %q and its version", b, Worker)
	}
	return Hello{part[1], part[2]}, nil
}

// Fits tells what keeps a worker that says h from serving a program whose own hello is own, ""
// for nothing. Versions are compared where both are known.
func (own Hello) Fits(h Hello) string {
	switch {
	case h.Protocol != own.Protocol:
		return fmt.Sprintf("it speaks protocol %q, this program %s", h.Protocol, own.Protocol)
	case h.Version != own.Version && h.Version != "" && own.Version != "":
		return fmt.Sprintf("it was built from version %q, this program from %s", h.Version, own.Version)
	}
	return ""
}
