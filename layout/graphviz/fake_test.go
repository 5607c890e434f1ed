package graphviz_test

import "os"

func fake(string) { os.Exit(3) }
