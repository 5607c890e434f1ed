// Package survey counts what a reporting policy finds in published organograms: folders of CSV files,
// a senior and a junior one for each body and date.
//
//	all, err := survey.Snapshots(os.DirFS(dir))
//	for _, s := range all {
//		result, err := survey.Look(ctx, os.DirFS(dir), s)
//	}
//	err = survey.Page(os.Stdout, results)
//
// Roles are assumed from titles (package titles), the policy is policy.yaml, and the page has counts
// alone. It is a way to look at real data, and no part of the library.
package survey
