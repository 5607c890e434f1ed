// Package orgtest is organisations in go test: it holds a file against policy, proves rules and
// readers of one's own, and makes organisations to test other things with.
//
//	func TestReportingPolicy(t *testing.T) {
//		org := orgtest.Load(t, "testdata/org.yaml")
//		orgtest.NoErrors(t, org) // the core pack
//		orgtest.ReportsToRole(t, org, "project-manager", "programme-manager", "it-manager")
//		orgtest.Obeys(t, orgtest.On(t, org, "2026-04-01"), rules.RequiresLine{
//			Kinds: []orgmodel.Kind{orgmodel.Project}, Rel: orgmodel.SponsoredBy,
//		}.Rule())
//		orgtest.Manager(t, org, "pm-1", "it-1")
//	}
//
// A failure begins with the cell, so that an editor jumps to it, and ends with the fix:
//
//	org_test.go:14: 1 finding of reports-to-role in Harbour Digital:
//	    testdata/org.yaml:12:77 [reports-to]: error reports-to-role: pm-1 "Payments project manager" reports to ...
//	        path  pm-1 reports-to dev-1  (testdata/org.yaml:12:77 [reports-to])
//	        fix   Re-line pm-1 to it-1 "Head of IT" or prg-1 "Head of programmes".
//
// # An organisation in a test
//
// Load reads files of any format the library knows into one organisation; a Source says more: a
// file system, a day, other formats. Obeys fails for every finding of rules, NoErrors for
// errors, a Check for what it is told; all of them fail for a rule that looked at nothing, as a
// policy about a misspelt role would otherwise hold for ever. Over holds an organisation on all days of an
// interval, and says when something breaks and heals. Policy reads the rules, with their
// waivers and known findings, from a policy file. Covered fails for records that no rule is about, such
// as a project of which a policy says nothing. Manager, Chain and Tops ask for
// single facts. Golden compares with findings that are known, for organisations that cannot be
// put right at once: what is new fails, and what is gone; ORGTEST_UPDATE=1 accepts it.
//
// # A rule of one's own
//
// ProveRule holds a rule against cases, bad ones with the findings they want and good ones, and
// against what every rule owes its users. A Case is a small organisation written a record a
// line; Cases reads them from files, Written writes them. ProveDoc runs the examples in a rule's
// Doc. ProveDays holds what a rule says of the days on which it changes its mind against a check on every
// day. The rules this library ships are proved so.
//
// Cases hold a rule by itself. ProveMutations holds it among all others: a Mutation puts one
// defect into an organisation in which nothing is wrong, its rule must find that where it was put,
// and no other rule may say a word. Mutations are those of the rules this library ships.
//
//	func TestNoLoneReportFires(t *testing.T) {
//		orgtest.ProveMutations(t, []orgmodel.Rule{noLoneReport}, orgtest.Mutation{
//			Name: "first-report", Rule: "no-lone-report",
//			Inject: func(m *orgtest.Mutant) {
//				if leaf := m.Leaf(); leaf != orgmodel.None { // somewhere that touches nothing else
//					m.Staff(m.ID(leaf))
//					m.Hurt(m.ID(leaf))
//				}
//			},
//		})
//	}
//
// # A reader of one's own
//
// ProveFormat holds a reader against what package source says it owes its users, by samples of
// its files, whole and broken in many ways. The readers this library ships are proved so.
//
// # Organisations to test with
//
// Random makes organisations of a given shape in which nothing is wrong, up to millions of
// posts, with a Cast that tells who is who. Sound makes smaller ones that hold something of
// everything, from duties to boards, and are sound under SoundRules, which is every rule of the
// catalogue. Hostile makes organisations in which everything is wrong.
//
// Nothing here registers a flag, and the only import beside testing is this module's own
// packages; those that read YAML bring in go.yaml.in/yaml/v4.
//
// Not here: rules (package rules), and questions to an organisation (package orgmodel), which
// a test asks with plain Go.
package orgtest
