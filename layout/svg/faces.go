package svg

// faces makes a font of whatever sans-serif a machine without the first choices has, drawn so
// much smaller that it is as wide as they are.
const faces = `@font-face{font-family:orgchart-fit;src:local("DejaVu Sans"),local("Verdana");size-adjust:87%}
@font-face{font-family:orgchart-fit;font-weight:600;src:local("DejaVu Sans Bold"),local("Verdana Bold");size-adjust:83%}
`
