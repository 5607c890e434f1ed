package native_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"example.com/orgchart/orgmodel/source"
	"example.com/orgchart/orgmodel/source/native"
)

// mistakes are what people write by hand, and what they are told: a line an error, its
// beginning or, after " ... ", a part of it.
var mistakes = []struct{ text, want string }{
	{"posts:\n  it-1: Head\n", "x.yaml:1:1: the key format is missing"},
	{"format: 2\n", `x.yaml:1:9: the text "2" is no format that is read here. Write format: 1.`},
	{"format: [1]\n", "x.yaml:1:9: a list is no format"},
	{"hello\n", `x.yaml:1:1: the text "hello" stands where a mapping`},
	{"- a\n- b\n", "x.yaml:1:1: a list stands where a mapping"},
	{"# nothing\n", "x.yaml: the file says nothing"},
	{"---\n", "x.yaml:2:1: nothing stands where a mapping"},
	{"F\npost:\n  it-1: Head\n", `x.yaml:2:1: "post" is no key of a document. Did you mean posts?`},
	{"F\nperson: {}\n", "x.yaml:2:1: ... Did you mean people?"},
	{"F\norganization: x\n", "x.yaml:2:1: ... Did you mean organisation?"},
	{"F\nPeople: {}\n", "x.yaml:2:1: ... Did you mean people?"},
	{"F\nrobots: {}\n", "x.yaml:2:1: ... under nodes, with id and kind"},
	{"F\nposts:\n  - it-1: Head\n", "x.yaml:3:3: a list stands under posts ... Leave out the hyphens"},
	{"F\nposts:\n  it-1:Head of IT\n", "x.yaml:3:3: ... Put a space after the colon: it-1: Head of IT."},
	{"F\nposts: {a: x}\nposts: {b: y}\n", `x.yaml:3:1: the key "posts" stands here a second time, after line 2`},
	{"F\norganisation:\n", "x.yaml:2:14: nothing stands where the organisation's name is due"},
	{"F\nposts:\n  a: {grade: }\n", `x.yaml:3:14: nothing stands where the attribute "grade" is due ... "" for an empty one`},
	{"F\nposts:\n  a: {reprots-to: b}\n", `x.yaml:3:7: "reprots-to" is no key of a node. Did you mean reports-to?`},
	{"F\nposts:\n  a: {reports_to: b}\n", "x.yaml:3:7: ... Did you mean reports-to?"},
	{"F\nposts:\n  a: {reports to: b}\n", "x.yaml:3:7: ... Did you mean reports-to?"},
	{"F\nposts:\n  a: {boss: b}\n", "x.yaml:3:7: ... Did you mean reports-to?"},
	{"F\nposts:\n  a: {email: b}\n", "x.yaml:3:7: ... under attrs: {attrs: {email: ...}}"},
	{"F\nposts:\n  a: {id: b}\n", "x.yaml:3:7: ... before the node is its id"},
	{"F\nposts:\n  a: [b]\n", "x.yaml:3:6: a list stands where the node"},
	{"F\nposts:\n  a: {name: x, name: y}\n", "x.yaml:3:16: ... a second time. Leave one out."},
	{"F\nposts:\n  a: {role: x, has-role: y, reports-to: b, reports-to: c}\n", "x.yaml:3:44: ... reports-to: [a, b]"},
	{"F\nposts:\n  a: {grade: x, attrs: {grade: y}}\n", `x.yaml:3:25: the attribute "grade" stands here a second time`},
	{"F\nposts:\n  a: {attrs: [{key: b}, {key: c, val: d}, e]}\n", "x.yaml:3:15: an item of attrs has not the keys key and value\nx.yaml:3:25: an item of attrs has not the keys key and value\nx.yaml:3:43: the text \"e\" stands"},
	{"F\nposts:\n  a: {since: 2026-13-01}\n", `x.yaml:3:14: since: "2026-13-01" is no day. Write a day that exists as YYYY-MM-DD.`},
	{"F\nposts:\n  a: {since: 05/01/2026}\n", "x.yaml:3:14: ... 2026-01-05 or 2026-05-01."},
	{"F\nposts:\n  a: {since: 31.12.2026}\n", "x.yaml:3:14: ... YYYY-MM-DD: 2026-12-31."},
	{"F\nposts:\n  a: {since: 2026-1-5}\n", "x.yaml:3:14: ... 2026-01-05."},
	{"F\nposts:\n  a: {since: 2026-01-05T10:00:00Z}\n", "x.yaml:3:14: ... Leave out the time: 2026-01-05."},
	{"F\nposts:\n  a: {until: 2026-01-01, through: 2026-01-01}\n", "x.yaml:3:35: both until and through"},
	{"F\nposts:\n  a: {reports-to: }\n", "x.yaml:3:19: nothing stands where the id to which reports-to leads"},
	{"F\nposts:\n  a: {reports-to: \"\"}\n", "x.yaml:3:19: a line to nobody"},
	{"F\nposts:\n  a: {reports-to: {from: b, to: c}}\n", "x.yaml:3:20: ... the line begins at this node"},
	{"F\nposts:\n  a: {reports-to: {fte: 1}}\n", "x.yaml:3:19: a line lacks the key to"},
	{"F\nposts:\n  a: {reports-to: Chief executive}\n", `x.yaml:3:25: ... is quoted: '"Chief executive"'`},
	{"F\nposts:\n  a: !role x\n", `x.yaml:3:6: the tag "!role" says nothing here`},
	{"F\nposts:\n  a: {<<: {name: x}}\n", "x.yaml:3:7: merge keys (<<) are not read"},
	{"F\nposts:\n  : x\n  [a]: b\n", "x.yaml:3:3: a colon without a key\nx.yaml:4:3: a key that is no text"},
	{"F\nposts:\n  a: {quoted: x}\n  b: {quoted: '\"x\" y'}\n  c: {quoted: '\"x'}\n", "x.yaml:3:15: the value of quoted is no\nx.yaml:4:15: there is more\nx.yaml:5:15: ... never closed"},
	{"F\nnodes: {r2: robot}\n", "x.yaml:2:8: a mapping stands under nodes"},
	{"F\nnodes: [r2, {id: r2, knd: robot}]\n", "x.yaml:2:9: the text \"r2\" stands where a node\nx.yaml:2:22: ... Did you mean kind?"},
	{"F\nlines:\n  - pm-1 it-1\n", "x.yaml:3:5: ... Put a relation between the two, such as: pm-1 reports-to it-1."},
	{"F\nlines:\n  - pm-1\n  -\n", "x.yaml:3:5: ... Write FROM RELATION TO\nx.yaml:4:4: nothing stands where a line is due"},
	{"F\nlines:\n  - pm-1 reports to it-1\n", `x.yaml:3:10: "reports to" is no relation. Did you mean reports-to?`},
	{"F\nposts:\n  a: {top: yes}\n  b: {top: True}\n  c: {top: No}\n", `x.yaml:3:12: top is true or false and not "yes". Write top: true` + "\nx.yaml:4:12: ... Write top: true\nx.yaml:5:12: ... Write top: false"},
	{"F\nposts:\n  a: {top: 1}\n", "x.yaml:3:12: ... To keep the word, write it under attrs: {attrs: {top: \"1\"}}."},
	{"F\nposts:\n  a: {fte: \"0,5\"}\n  b: {fte: half}\n  c: {fte: -1}\n", `x.yaml:3:12: fte is a decimal number that is not negative, and not "0,5". Write 0.5.` + "\nx.yaml:4:12: ... Write a number such as 0.5 or 1.\nx.yaml:5:12: "},
	{"F\nposts:\n  a: {occupancy: vaccant}\n  b: {occupancy: empty}\n", `x.yaml:3:18: occupancy is filled, vacant, undisclosed or group and not "vaccant". Did you mean vacant?` + "\nx.yaml:4:18: ... Write one of these."},
	{"F\nposts:\n  a: {state: Abolished}\n  b: {state: abolishd}\n", `x.yaml:3:14: state: "Abolished" looks like a value that is known and is none. Did you mean abolished?` + "\nx.yaml:4:14: ... Did you mean abolished?"},
	{"F\npeople:\n  a: {engagement: contracter, run-as: projects, holds: {line: b, mode: jobshare}}\n", "x.yaml:3:19: ... Did you mean contractor?\nx.yaml:3:39: ... Did you mean project?\nx.yaml:3:72: ... Did you mean job-share?"},
	{"F\npeople:\n  a: {state: left}\n  b: {state: Retired}\n  c: {state: gone}\n", `x.yaml:3:14: state: "left" looks like a value that is known and is none. Did you mean inactive? It is said of a person; anything else is ended or abolished. To keep the word` + "\nx.yaml:4:14: ... Did you mean inactive?\nx.yaml:5:14: ... Did you mean inactive?"},
	{"F\nlines:\n  - p-1 holds cio from 2025-01-01 to 2026-12-31\n", `x.yaml:3:19: ... Did you mean since? Write: p-1 holds cio since 2025-01-01 until 2026-12-31. The day after until is the first day no more; where it is meant as the last day, write through.`},
	{"F\npeople:\n  p: {holds: cio since 2025-01-01 to 2026-12-31}\n", `x.yaml:3:35: ... Did you mean until? Write: cio since 2025-01-01 until 2026-12-31. The day after`},
	{"F\nlines:\n  - p-3, holds, prg-1\n", `x.yaml:3:10: "holds," is no relation. Put spaces between the words, and no commas. Write: p-3 holds prg-1.`},
	{"F\nlines:\n  - p-6 holds dev-2 fte 0.5\n  - p-6 holds dev-2 as acting\n  - p-6 holds dev-2 (acting) since 2026-01-01\n", "x.yaml:3:21: ... Write: {line: p-6 holds dev-2, fte: 0.5}.\nx.yaml:4:21: ... Write: {line: p-6 holds dev-2, mode: acting}.\nx.yaml:5:21: ... Write: {line: p-6 holds dev-2 since 2026-01-01, mode: acting}."},
	{"F\nlines:\n  - a reports-to p-8 and p-7\n  - p holds ops-1, dev-1 since 2026-01-01\nposts:\n  a: {reports-to: b and c}\n", "x.yaml:3:22: ... A line leads to one id. Write a line for each: a reports-to p-8 and a reports-to p-7. An id\nx.yaml:4:20: ... Write a line for each: p holds ops-1 since 2026-01-01 and p holds dev-1 since 2026-01-01.\nx.yaml:6:21: ... Several ids stand in a list: [b, c]."},
	{"F\nlines:\n  - c → a\n  - c ⇒ a\n  - a <- c\n  - a ← c\n  - c —> a\n  - c ➡️ a\n", "x.yaml:3:7: ... Write: c reports-to a.\nx.yaml:4:7: ... Write: c reports-to a.\nx.yaml:5:7: ... Write: c reports-to a.\nx.yaml:6:7: ... Write: c reports-to a.\nx.yaml:7:7: ... Write: c reports-to a.\nx.yaml:8:7: ... Write: c reports-to a."},
	{"F\nposts:\n  a: {reports: [b, c]}\n  d: {direct-reports: b}\n  e: {reports: a}\nunits:\n  u: {members: [d]}\n", `x.yaml:3:7: "reports" is no key of a node. Did you mean reports-to, which is written the other way round? Write it at the other node, with this one's id behind it, or under lines: b reports-to a, c reports-to a.` + "\nx.yaml:4:7: ... or under lines: b reports-to d.\nx.yaml:5:7: ... Did you mean reports-to? An\nx.yaml:7:7: ... or under lines: d part-of u."},
	{"F\nposts:\n  a: {end: 2026-02-01}\n", "x.yaml:3:7: ... Did you mean through, the last day, or until, the first day no more?"},
	{"F\nposts:\n  a: {role: project-manager, in: payments}\n", `x.yaml:3:30: "in" is no key of a node. The scope of a line stands behind its id. Write role: project-manager in payments.`},
	{"F\nposts:\n  a: {vacant: true}\n  b: {status: ended}\n  c: {status: vacant}\n  d: {vacant: no}\n", "x.yaml:3:7: ... Write occupancy: vacant.\nx.yaml:4:7: ... Did you mean state?\nx.yaml:5:7: ... Write occupancy: vacant.\nx.yaml:6:7: ... Leave it out"},
	{"F\nposts:\n  a: {dotted-to: it-1, ops-1, hr-1, grade: G6}\n", `x.yaml:3:24: "ops-1" is no key of a node. Put several in brackets: dotted-to: [it-1, ops-1, hr-1].`},
	{"F\npeople:\n  a: {name: Young, Cy}\n", `x.yaml:3:20: "Cy" is no key of a node. Within braces a comma ends a value. Quote a text that holds one: name: "Young, Cy".`},
	{"F\nposts:\n  a: {name: Developer, reports-to dev-1, fte: 0.8}\n  b: {name = Developer, fte 0.8}\n", "x.yaml:3:24: a colon is missing after reports-to. Write reports-to: dev-1.\nx.yaml:4:7: a colon is missing after name. Write name: Developer.\nx.yaml:4:25: a colon is missing after fte. Write fte: 0.8."},
	{"F\nposts: {prg-1: x}\nprogrammes:\n  digital: {manager: prg-1}\nprojects:\n  rota: {name: Rota, boss: prg-1}\nlines:\n  - prg-1 manages digital\n  - rota managed-by prg-1\n", `x.yaml:4:13: "manager" is no key of a node. A programme has no boss: whoever manages it has a role. Write at prg-1: role: programme-manager in digital.` + "\nx.yaml:6:22: ... Write at prg-1: role: project-manager in rota.\nx.yaml:8:11: ... role: programme-manager in digital.\nx.yaml:9:10: ... role: project-manager in rota."},
	{"F\nposts:\n  it-1: Head of IT\n  a: {role: head of it}\n", `x.yaml:4:13: "head of it" is the name of the post it-1, and a role is due. Write the id of a role, such as: project-manager in rota. A person has a post by holds.`},
	{"F\nlines:\n  - {p-8 holds ops-1}\n  - p-8: holds ops-1\n  - {p-8 holds ops-1, fte: 0.5}\n  - p-8 holds: ops-1\n", "x.yaml:3:5: a sentence stands in braces. Take the braces off: - p-8 holds ops-1.\nx.yaml:4:5: ... Within a sentence there is no colon: p-8 holds ops-1.\nx.yaml:5:6: ... {line: p-8 holds ops-1, ...}.\nx.yaml:6:5: ... Within a sentence there is no colon: p-8 holds ops-1."},
	{"F\nposts:\n  a:\n    name: Young\n    reporting:\n  b: {name: Young, boss: }\n", "x.yaml:5:5: \"reporting\" is no key of a node. An attribute\nx.yaml:6:20: ... Did you mean reports-to?"},
	{"F\nlines:\n  - p-8 holds ops-1:\n  - p-8: holds ops-1\n    fte: 0.5\n", "x.yaml:3:5: ... Within a sentence there is no colon: p-8 holds ops-1.\nx.yaml:4:5: the sentence has not the key line. Put the key line before the sentence: {line: p-8 holds ops-1, ...}."},
	{"F\nlines:\n  - p reports-to a, b and c\n  - p and q holds dev-2 since 2026-01-01\n  - p, q holds dev-2\n", "x.yaml:3:21: ... Write a line for each: p reports-to a, p reports-to b and p reports-to c.\nx.yaml:4:7: ... A line starts from one id. Write a line for each: p holds dev-2 since 2026-01-01 and q holds dev-2 since 2026-01-01.\nx.yaml:5:8: ... p holds dev-2 and q holds dev-2."},
	{"F\nlines:\n  - p holds cio from 2025-01-01 - 2026-12-31\n  - p holds cio 2025-01-01\n  - p holds cio fte: 0.5\n", "x.yaml:3:17: ... Write: p holds cio since 2025-01-01 until 2026-12-31. The\nx.yaml:4:17: ... A day has a word before it\nx.yaml:5:5: an attribute stands within the sentence ... Write: {line: p holds cio, fte: 0.5}."},
	{"F\nposts:\n  a: {name: x, reports_to b, grade = G6}\n  c: {reports to d}\n  e: {role: project-manager, in payments}\n", "x.yaml:3:16: a colon is missing after reports-to. Write reports-to: b.\nx.yaml:3:30: ... Write grade: G6.\nx.yaml:4:7: ... Write reports-to: d.\nx.yaml:5:30: ... Write role: project-manager in payments."},
	{"F\npeople:\n  a: {retired: true}\nprojects:\n  rota: {project-manager: b}\n", "x.yaml:3:7: ... Write state: inactive, or until\nx.yaml:5:10: ... Write at b: role: project-manager in rota."},
	{"F\nposts:\n  a: {fte: 1,5}\n", `x.yaml:3:14: "5" is no key of a node. Within braces a comma ends a value`},
	{"F\nposts:\n  a: {fte: \"\"}\n", `x.yaml:3:12: ... {attrs: {fte: ""}}.`},
	{"F\nposts:\n  a: {top: {quoted: '\"\\xff\"'}}\n", `x.yaml:3:12: top is true or false and not "\xff"`},
	{"F\nposts:\n  a: {reports-to: \"Head, IT\"}\n", `x.yaml:3:26: ... An id that holds spaces is quoted: '"Head, IT"'`},
	{"F\nlines:\n  - {line: a holds b, fte: 1/2}\n", "x.yaml:3:28: ... Write a number such as"},
	{"F\nlines:\n  - pm-1 reports it-1\n", "x.yaml:3:10: ... Did you mean reports-to?"},
	{"F\nlines:\n  - p-hr manager p-ceo since 2026-01-01\n", `x.yaml:3:10: "manager" is no relation. Did you mean reports-to? Write: p-hr reports-to p-ceo since 2026-01-01. A relation of your own`},
	{"F\nlines:\n  - c boss a\n  - c -> a\n", "x.yaml:3:7: ... Write: c reports-to a.\nx.yaml:4:7: ... Write: c reports-to a."},
	{"F\nlines:\n  - b supervises c\n  - b is-manager-of c\n  - b manages c\n", `x.yaml:3:7: "supervises" is no relation. Did you mean reports-to, which is written the other way round? Write: c reports-to b.` + "\nx.yaml:4:7: ... Write: c reports-to b.\nx.yaml:5:7: ... c reports-to b."},
	{"F\nlines:\n  - b is managed by a\n  - b is the boss of a\n  - b is part of a\n", `x.yaml:3:7: "is managed by" is no relation. Did you mean reports-to? Write: b reports-to a. A relation is one word.` + "\nx.yaml:4:7: ... Write: a reports-to b.\nx.yaml:5:7: ... Write: b part-of a."},
	{"F\nlines:\n  - b member-of a\n  - p post a\n", "x.yaml:3:7: ... Write: b part-of a.\nx.yaml:4:7: ... Write: p holds a."},
	{"F\nlines:\n  - b is friends with a\n", `x.yaml:3:18: ... A relation is one word, and "is" is none that is known.`},
	{"F\nposts:\n  a: {supervises: b}\n  b: {member-of: c}\n  c: {post: d}\n", `x.yaml:3:7: ... Did you mean reports-to, which is written the other way round? Write it at the other node` + "\nx.yaml:4:7: ... Did you mean part-of?\nx.yaml:5:7: ... Did you mean holds?"},
	{"F\nlines:\n  - p-hr reports-to\n  - reports-to p-hr\n", "x.yaml:3:5: ... The second id is missing, that to which the line leads: p-hr reports-to it-1.\nx.yaml:4:5: ... The first id is missing"},
	{"F\nposts:\n  p-pm: Rota project manager\npeople:\n  p: {holds: Rota project manager}\n  q: {holds: rota project manager since 2026-01-01}\n", `x.yaml:5:14: "Rota project manager" is the name of p-pm, and a line names ids. Write the id: p-pm.` + "\nx.yaml:6:14: ... Write the id: p-pm."},
	{"F\npeople:\n  p: {name: Ada Okafor}\nlines:\n  - Ada Okafor holds p-pm\n", `x.yaml:5:9: ... "Ada Okafor" is the name of p; a line names ids. Write: p holds ...`},
	{"F\nposts:\n  a: {role: project-manager for rota}\n", `x.yaml:3:29: in "project-manager for rota": "for" may not stand here. Did you mean in? Write: project-manager in rota.`},
	{"F\nposts:\n  a: {role: x since 2026-01-01 in rota}\n", "x.yaml:3:32: ... After the id may follow"},
	{"F\npeople:\n  a: {holds: [p-ceo since: 2020-01-01]}\nlines:\n  - a holds b since: 2020-01-01\n", "x.yaml:3:15: ... Within a sentence there is no colon: p-ceo since 2020-01-01.\nx.yaml:3:15: a line lacks\nx.yaml:5:5: ... a holds b since 2020-01-01."},
	{"F\nlines:\n  - pm-1 reports_to it-1\n", "x.yaml:3:10: ... Did you mean reports-to?"},
	{"F\nlines:\n  - pm-1 reprots-to it-1 since x\n", "x.yaml:3:10: ... {from: pm-1, rel: reprots-to, to: it-1}"},
	{"F\nlines:\n  - a Holds b\n", "x.yaml:3:7: ... Did you mean holds?"},
	{"F\nlines:\n  - reports-to pm-1 it-1\n", "x.yaml:3:5: ... pm-1 reports-to it-1."},
	{"F\nlines:\n  - Ada Okafor holds pm-1\n", `x.yaml:3:9: ... '"Ada Okafor" holds ...'`},
	{"F\nlines:\n  - a reports-to Head of IT\n", `x.yaml:3:23: ... write the id of the record, not its name. An id that holds spaces is quoted: '"Head of IT"'`},
	{"F\nlines:\n  - a holds b from 2026-01-01\n", "x.yaml:3:15: ... Did you mean since?"},
	{"F\nlines:\n  - a holds b since 2026-01-01 in c\n", "x.yaml:3:32: ... in this order"},
	{"F\nlines:\n  - a holds b \"in\" c\n", `x.yaml:3:15: in "a holds b \"in\" c": "in" may not stand here`},
	{"F\nlines:\n  - a holds b until 2026-01-01 through 2026-01-01\n", "x.yaml:3:32: ... and not both"},
	{"F\nlines:\n  - a holds b since\n", "x.yaml:3:15: nothing follows since"},
	{"F\nlines:\n  - a holds \"b\n", "x.yaml:3:13: ... never closed"},
	{"F\nlines:\n  - pm-1: reports-to it-1\n", `x.yaml:3:5: "pm-1" is no key of a line. Within a sentence there is no colon: pm-1 reports-to it-1.`},
	{"F\nlines:\n  - {line: a holds b, since: 2026-01-01}\n", "x.yaml:3:5: a line has the keys line and since"},
	{"F\nlines:\n  - {from: a, to: b}\n", "x.yaml:3:5: a line lacks the key rel"},
	{"F\nlines:\n  -a holds b\n", "x.yaml:3:3: ... Write a hyphen and a space"},
	{"F\ninclude: y.yaml\n", "x.yaml:2:10: ... stands in no folder"},
	{"F\nposts:\n\tit-1: Head\n", "x.yaml:3:1: a tab where spaces are due"},
	{"F\r\nposts:\r\n  a: x\r\n\tb: y\r\n", "x.yaml:4:1: a tab where spaces are due"},
	{"F\nposts:\n  a: x\n  it-2:Head of IT\n", `x.yaml:4:3: a space is missing after the colon of "it-2". Write it-2: Head of IT.`},
	{"F\nposts:\n  it-2:Head of IT\n  a: x\n", `x.yaml:3:3: a space is missing after the colon of "it-2". Write it-2: Head of IT.`},
	{"F\nposts\n  a: x\n", `x.yaml:2:1: "posts" has no colon`},
	{"F\nposts:\n  it-1: Ports: entry\n", `x.yaml:3:14: a second colon in the text after a key. Quote the text: it-1: "Ports: entry".`},
	{"F\nposts:\n  a: A\n  b: Bee, reports-to: a\n", `x.yaml:4:21: a second colon in the text after a key. Put the keys of a node in braces: b: {name: Bee, reports-to: a}.`},
	{"F\nposts:\n  b: Bee, role: [a, b]\n", `x.yaml:3:15: ... b: {name: Bee, role: [a, b]}.`},
	{"F\npeople:\n  e1: {name: Ada, holds: x}\n  e2 {name: Bo Larsen, holds: x}\n", `x.yaml:4:5: a colon is missing after e2. Write e2: {...`},
	{"F\npeople:\n  e2 {name: Bo Larsen,\n     holds: x}\n", "x.yaml:3:5: a colon is missing after e2"},
	{"F\nposts:\n  a:\n    name: \"Rota project manager\n    reports-to: b\n  c: Cee\n  b:\n    name: \"Bar\"\n", "x.yaml:4:11: the quotation mark that opens this text is closed by the next one only, in line 8."},
	{"F\nposts:\n  a: {name: \"Rota \\\"x\\\", reports-to: b}\n  b: {name: \"Bar\", reports-to: c}\n", "x.yaml:3:13: the quotation mark that opens this text is closed by the next one only, in line 4."},
	{"F\nposts:\n  a: 'It''s\n  b: 'Bar'\n", "x.yaml:3:6: the quotation mark that opens this text is closed by the next one only, in line 4."},
	{"F\npeople:\n  a: {name: A, holds: p-ceo since: 2020-01-01}\n", "x.yaml:3:34: a colon stands within a sentence. Write p-ceo since 2020-01-01, without a colon."},
	{"F\npeople:\n  a:\n    holds: p-ceo since: 2020-01-01\n", "x.yaml:4:23: ... Write p-ceo since 2020-01-01, without a colon."},
	{"F\nposts:\n  a:\n    name: A\n  grade: G6\n    reports-to: b\n", "x.yaml:5:3: this line is indented less than those above and below it"},
	{"F\nposts:\n  a: x\n   b: y\n", "x.yaml:4:5: this line is indented more ... One of the two is wrong."},
	{"F\nposts:\n    a: x\n  b: y\n", "x.yaml:4:3: the indentation of this line fits no line above"},
	{"F\nposts:\n  a: {name: x, grade: G6\n  b: y\n", "x.yaml:4:4: a comma or } is missing: the bracket stands in line 3, column 6"},
	{"F\nposts: {a: [x}\n", "x.yaml:2:14: a comma or ] is missing"},
	{"F\nposts: {a: x}}\n", "x.yaml:2:14: a closing bracket too many"},
	{"F\nposts:\n  a: 'Bao O'Brien'\n", "x.yaml:3:13: ... 'Bao O''Brien'"},
	{"F\nlines:\n  - \"Ada Okafor\" holds pm-1\n", `x.yaml:3:18: ... in single quotes: '"Ada Okafor" holds pm-1'`},
	{"F\nposts:\n  a: \"x\n", "x.yaml:3:6: the quotation mark that opens this text is never closed"},
	{"F\nposts:\n  a: \"x\\q\"\n", "x.yaml:3:8: a backslash that begins no escape"},
	{"F\nposts:\n  a: \"\\ud83d\"\n", "x.yaml:3:9: an escape that stands for no character"},
	{"F\nposts:\n  a: *x\n", `x.yaml:3:6: the alias "*x" names no anchor`},
	{"F\nposts:\n  a: & x\n", "x.yaml:3:7: a text cannot begin with"},
	{"F\nposts:\n  a: @x\n", `x.yaml:3:6: a text cannot begin with "@"`},
	{"F\nposts:\n  a: x\ay\n", "x.yaml:3:7: a control character (U+0007)"},
	{"F\nposts:\n  a: x\n- b\n", "x.yaml:4:1: a list item stands among keys"},
	{"F\nlines:\n  - a b c\n  d: e\n", "x.yaml:4:3: this is no item of the list that begins in line 3"},
	{"F\nlines: - a b c\n", "x.yaml:2:8: a list begins where none may"},
	{"%YAML 1.2\n%TAG !e! tag:x\n---\nF\n", "x.yaml:2:1: the directive %TAG says nothing here"},
	{"F\nlines:\n  - \"a Holds b\"\n  - 'a b c since x'\n  - {line: é holds b since 1}\n", "x.yaml:3:8: ... holds?\nx.yaml:4:18: since\nx.yaml:5:28: since"},
	{"F\nlines:\n  - \"a\\x20Holds b\"\n", "x.yaml:3:5: ... Did you mean holds?"},
	{"F\nposts:\n  a: {reports-to: [b sinc 2026-01-01]}\n", "x.yaml:3:22: ... Did you mean since?"},
	{"F\rposts:\r  a: x\r  b: \ay\r", "x.yaml:4:6: a control character (U+0007)"},
	{"F\rposts:\r  a: Ports: entry\r", `x.yaml:3:11: a second colon in the text after a key. Quote the text: a: "Ports: entry".`},
	{"F\u2028posts:\u2028  a: Ports: entry\u2028", `x.yaml:3:11: a second colon in the text after a key. Quote the text: a: "Ports: entry".`},
	{"# x\r%TAG !e! tag:x\r---\rF\r", "x.yaml:2:1: the directive %TAG says nothing here"},
	{"%YAML 1.3\n---\nF\n", `x.yaml:1:1: the directive "%YAML 1.3" names no version of YAML that is read here. Write %YAML 1.2, or leave it out.`},
	{"# x\n\n%YAML 2.0\n---\nF\n", `x.yaml:3:1: the directive "%YAML 2.0"`},
	{"%YAML 1.2\n%YAML 1.2\n---\nF\n", "x.yaml:2:1: a second directive. Leave one out."},
	{"%FOO bar\n---\nF\n", "x.yaml:1:1: the directive %FOO says nothing here. Leave it out"},
	{"F\n---\nF\n", "x.yaml:2:1: a second YAML document begins here"},
	{"F\n---\na: [\n", "x.yaml:4:1: "},
}

func TestMistakes(t *testing.T) {
	for _, m := range mistakes {
		text := m.text
		for _, end := range []string{"\n", "\r", "\u2028"} {
			text = strings.ReplaceAll(text, "F"+end, "format: 1"+end)
		}
		_, _, err := native.Read("x.yaml", strings.NewReader(text))
		if err == nil {
			t.Errorf("%s\nis read, want %s", text, m.want)
			continue
		}
		got, want := strings.Split(err.Error(), "\n"), strings.Split(m.want, "\n")
		for i, w := range want {
			head, part, _ := strings.Cut(w, " ... ")
			if i >= len(got) || len(got) != len(want) || !strings.HasPrefix(got[i], head) || !strings.Contains(got[i], part) {
				t.Errorf("%s\ngives\n%v\nwant\n%s", text, err, m.want)
				break
			}
		}
	}
}

// All errors are told up to a number, each is a *source.Error, and the first is where it was.
func TestErrors(t *testing.T) {
	var b strings.Builder
	b.WriteString("format: 1\nposts:\n")
	for i := range 150 {
		fmt.Fprintf(&b, "  p%d: {grad: x}\n", i)
	}
	_, _, err := native.Read("x.yaml", strings.NewReader(b.String()))
	var all *native.Errors
	if !errors.As(err, &all) || all.Total != 150 || len(all.List) != native.MaxErrors || len(all.Unwrap()) != native.MaxErrors {
		t.Fatalf("%v", err)
	}
	var one *source.Error
	if !errors.As(err, &one) || one.Pos.Line != 3 || one.Pos.Column != 8 {
		t.Errorf("%+v", one)
	}
	if !strings.HasSuffix(err.Error(), "\nand 50 more") || strings.Count(err.Error(), "\n") != 100 {
		t.Errorf("%v", err)
	}
	// What an alias repeats is wrong once.
	_, _, err = native.Read("x.yaml", strings.NewReader("format: 1\nposts: {a: &x {grad: y}, b: *x, c: *x}\n"))
	if !errors.As(err, &all) || all.Total != 1 {
		t.Errorf("%v", err)
	}
}
