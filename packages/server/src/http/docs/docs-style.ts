/** The look of the documentation page: the reader's own fonts and colour scheme. */
export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d1d1d1, #454545); --soft: light-dark(#f5f5f5, #242424);
  --link: light-dark(#0f548c, #62abf5); }
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 18rem minmax(0, 1fr) }
nav { padding: 1rem; border-inline-end: 1px solid var(--line); position: sticky; top: 0; height: 100vh; overflow-y: auto }
nav h2 { font-size: .875rem; margin: 1rem 0 .25rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; font-size: .875rem; padding: .125rem 0 }
main { padding: 1rem 2rem; max-width: 64rem }
a { color: var(--link) }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
article { border-block-start: 1px solid var(--line); padding-block: 1rem }
h3 { margin: 0 0 .25rem }
code, pre { font: .875rem/1.5 ui-monospace, monospace }
pre { background: var(--soft); padding: .75rem; overflow: auto; max-height: 30rem }
.address { display: block; margin-block-end: .5rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; font-size: .875rem }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-block-end: 1px solid var(--line) }
td p { margin: 0 }
.skip { position: absolute; inset-inline-start: -100rem }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 1rem; background: Canvas; padding: .5rem }
@media (max-width: 48rem) { body { display: block } nav { position: static; height: auto; border: 0 } main { padding: 1rem } }
`
