// Package demo is a small organisation with a few faults: what the command works on when no
// file is given, and what the examples show. Its people are made up.
package demo

import "example.com/orgchart/orgmodel"

// Spec is Harbour Digital: an IT department, a PMO, a programme with its projects, and faults
// of the kinds that real organisations have.
func Spec() orgmodel.Spec {
	return orgmodel.Spec{Name: "Harbour Digital", Nodes: nodes(), Lines: lines()}
}

func node(kind orgmodel.Kind, id, name string, attrs ...string) orgmodel.Node {
	return orgmodel.Node{ID: orgmodel.ID(id), Kind: kind, Name: name, Attrs: orgmodel.NewAttrs(attrs...)}
}

func line(from string, rel orgmodel.Rel, to string, attrs ...string) orgmodel.Line {
	return orgmodel.Line{From: orgmodel.ID(from), Rel: rel, To: orgmodel.ID(to), Attrs: orgmodel.NewAttrs(attrs...)}
}

func nodes() []orgmodel.Node {
	var ns []orgmodel.Node
	add := func(n ...orgmodel.Node) { ns = append(ns, n...) }
	add(roles()...)
	add(work()...)
	for _, p := range posts {
		n := node(orgmodel.Post, p.id, p.name, p.attrs...)
		add(n)
		for i, who := range p.holders {
			add(node(orgmodel.Person, personID(p.id, i), who))
		}
	}
	return ns
}

func personID(post string, i int) string {
	return "person:" + post + string(rune('a'+i))
}

func roles() []orgmodel.Node {
	return []orgmodel.Node{
		node(orgmodel.Role, "it-manager", "IT manager"),
		node(orgmodel.Role, "infrastructure-manager", "Infrastructure manager"),
		node(orgmodel.Role, "developer-manager", "Developer manager"),
		node(orgmodel.Role, "programme-manager", "Programme manager"),
		node(orgmodel.Role, "project-manager", "Project manager"),
		node(orgmodel.Role, "sponsor", "Sponsor"),
	}
}

func work() []orgmodel.Node {
	return []orgmodel.Node{
		node(orgmodel.Unit, "it", "IT"),
		node(orgmodel.Unit, "harbour", "Harbour operations"),
		node(orgmodel.Unit, "finance", "Finance"),
		node(orgmodel.PMO, "pmo", "Project office"),
		node(orgmodel.Programme, "digital", "Digital harbour"),
		node(orgmodel.Project, "payments", "Payments renewal"),
		node(orgmodel.Project, "ports", "Port entry"),
		node(orgmodel.Project, "records", "Records archive"),
	}
}

// post is a post with its line and its holders.
type post struct {
	id, name, boss, unit string
	holders              []string
	attrs                []string
}

var posts = []post{
	{"ceo", "Chief executive", "", "", []string{"Ada Okafor"}, []string{"top", "true", "grade", "G1"}},
	{"it-1", "Head of IT", "ceo", "it", []string{"Hiro Tanaka"}, []string{"grade", "G2"}},
	{"pmo-1", "Head of the project office", "ceo", "pmo", []string{"Rosa Lindqvist"}, []string{"grade", "G2"}},
	{"fin-1", "Finance director", "ceo", "finance", []string{"Tariq Haddad"}, []string{"grade", "G2"}},
	{"har-1", "Harbour master", "ceo", "harbour", []string{"Grace Mbeki"}, []string{"grade", "G2"}},

	{"infra-1", "Infrastructure manager", "it-1", "it", nil, []string{"grade", "G3"}}, // vacant
	{"dev-1", "Development manager", "it-1", "it", []string{"Jonas Schmidt"}, []string{"grade", "G3"}},
	{"ops-1", "Service operations manager", "it-1", "it", []string{"Nadia Ivanova"}, []string{"grade", "G3"}},
	{"ops-9", "Mainframe manager", "it-1", "it", nil, []string{"grade", "G3", "state", "abolished"}},
	{"pm-2", "Port entry project manager", "it-1", "it", []string{"Olu Osei"}, []string{"grade", "G4"}},

	{"net-1", "Network engineer", "infra-1", "it", []string{"Bo Larsen"}, []string{"grade", "G5"}},
	{"net-2", "Platform engineer", "infra-1", "it", []string{"Lea Dubois"}, []string{"grade", "G5"}},
	{"cobol-1", "Batch operator", "ops-9", "it", []string{"Victor Petrov"}, []string{"grade", "G6"}}, // boss abolished
	{"desk", "Service desk analyst", "ops-1", "it", nil, []string{"occupancy", "group", "fte", "12"}},
	{"sd-1", "Service owner, payments", "ops-1", "it", []string{"Inés García"}, []string{"grade", "G4"}},
	{"arch-2", "Data architect", "arch-1", "it", []string{"Farid Nguyen"}, []string{"grade", "G4"}}, // boss unknown

	{"dev-2", "Developer", "dev-1", "it", []string{"Chloe Singh"}, []string{"grade", "G5"}},
	{"dev-3", "Developer", "dev-1", "it", []string{"Mateus Silva"}, []string{"grade", "G5"}},
	{"dev-4", "Developer", "dev-1", "it", []string{"Wen Li"}, []string{"grade", "G5"}},
	{"dev-5", "Developer", "dev-1", "it", []string{"Uma Fernandez"}, []string{"grade", "G5"}},
	{"dev-6", "Senior developer", "dev-1", "it", []string{"Søren Müller"}, []string{"grade", "G4"}},
	{"test-1", "Test lead", "dev-1", "it", []string{"Priya Cohen"}, []string{"grade", "G4"}},
	{"pm-3", "Records project manager", "dev-1", "it", []string{"Quentin Rossi"}, []string{"grade", "G4"}}, // boss is no IT manager

	{"prg-1", "Programme manager, digital harbour", "pmo-1", "pmo", []string{"Élodie Novak"}, []string{"grade", "G3"}},
	{"pms-1", "Project support", "pmo-1", "pmo", []string{"Kwame Kim"}, []string{"grade", "G6"}},
	{"pm-1", "Payments project manager", "prg-1", "pmo", []string{"Zoë Papadopoulos"}, []string{"grade", "G4"}},
	{"ba-1", "Business analyst", "prg-1", "pmo", []string{"Dmitri Kowalski", "Ximena Wu"}, []string{"grade", "G5"}}, // a job share

	{"berth-1", "Berth planner", "tug-1", "harbour", []string{"Al Vandenberghe"}, []string{"grade", "G5"}},  // report to
	{"tug-1", "Tug coordinator", "berth-1", "harbour", []string{"Yusuf Yamamoto"}, []string{"grade", "G5"}}, // each other
	{"pilot-1", "Pilot", "har-1", "harbour", []string{"Maximiliana Smith-Jones"}, []string{"grade", "G5"}},
	{"comms-1", "Communications lead", "comms-1", "harbour", []string{"Bao O'Brien"}, []string{"grade", "G4"}}, // reports to itself
	{"vol-1", "Volunteer archivist", "", "harbour", []string{"Christopher Abdurrahmanov"}, nil},
}

func lines() []orgmodel.Line {
	var ls []orgmodel.Line
	add := func(l ...orgmodel.Line) { ls = append(ls, l...) }
	for _, p := range posts {
		if p.boss != "" {
			add(line(p.id, orgmodel.ReportsTo, p.boss))
		}
		if p.unit != "" {
			add(line(p.id, orgmodel.PartOf, p.unit))
		}
		for i := range p.holders {
			if len(p.holders) > 1 {
				add(line(personID(p.id, i), orgmodel.Holds, p.id, "fte", "0.5", "mode", "job-share"))
			} else {
				add(line(personID(p.id, i), orgmodel.Holds, p.id))
			}
		}
	}
	in := func(l orgmodel.Line, scope orgmodel.ID) orgmodel.Line { l.Scope = scope; return l }
	add(
		line("infrastructure-manager", orgmodel.IsA, "it-manager"),
		line("it-1", orgmodel.HasRole, "it-manager"),
		line("infra-1", orgmodel.HasRole, "infrastructure-manager"),
		line("dev-1", orgmodel.HasRole, "developer-manager"),
		in(line("prg-1", orgmodel.HasRole, "programme-manager"), "digital"),
		in(line("pm-1", orgmodel.HasRole, "project-manager"), "payments"),
		in(line("pm-2", orgmodel.HasRole, "project-manager"), "ports"),
		in(line("pm-3", orgmodel.HasRole, "project-manager"), "records"),
		line("payments", orgmodel.PartOf, "digital"),
		line("ports", orgmodel.PartOf, "digital"),
		line("records", orgmodel.PartOf, "digital"),
		line("payments", orgmodel.SponsoredBy, "fin-1"),
		in(line("prg-1", orgmodel.SponsoredBy, "fin-1"), "digital"),
		line("digital", orgmodel.SupportedBy, "pmo"),
		in(line("pm-2", orgmodel.DirectedBy, "prg-1"), "ports"),
		line("pm-3", orgmodel.DottedTo, "prg-1"),
		line("test-1", orgmodel.ReportsTo, "prg-1"), // a second boss
	)
	return ls
}
