// Package outline reads an organisation written as an indented list, a row a person:
//
//	# The secretariat
//	S1: Ines Moreau, Secretary general
//	  S2: Jon Berg, Registrar (0.8)
//	    Pia Lund, Clerk
//
// A row is "id: name, title (fte)", of which only the name must be there, and stands deeper than
// its boss, the nearest row above that is indented less. A row without an id gets the id
// "person:NAME". Blank rows and rows that begin with # say nothing. The file is UTF-8.
//
// It is an example of a reader of one's own and keeps what package source asks of readers: an error
// only for what is no outline, no row lost, what a row cannot say kept raw, what was assumed noted,
// limits and context honoured.
package outline
