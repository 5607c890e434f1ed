package orgtest

// ProveFormatWithin is ProveFormat with another patience.
var ProveFormatWithin = proveFormat

// ProveStop is the part of ProveRule about rules that are at work for long, however long that is.
var ProveStop = proveStop
