package graphviz

import (
	"os/exec"
	"syscall"
)

// dieWithParent makes the system kill a process when the thread that started it ends, which a
// starter keeps alive as long as its pool.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
