package analysis

// ArchetypeOf is the archetype that a span suits.
var ArchetypeOf = archetypeOf
