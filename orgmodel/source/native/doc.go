// Package native reads and writes organisations as files kept in git: YAML or JSON, one model.
package native
