import { Markup } from './html.ts'

/** Colours are named once, light and dark; both keep a contrast of at least 4.5 to 1 for text, 3 to 1 for lines. */
export const reportStyle = new Markup(`
:root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --text: #1c2230; --quiet: #596274; --rule: #dde1e8;
  --one: #1f5fbf; --two: #b4540a; --three: #1d7a4c; --four: #8a3ab0; --fill: #1f5fbf26; --bad: #b3261e; --good: #1d7a4c; }
@media (prefers-color-scheme: dark) { :root { --page: #14171d; --card: #1d222b; --text: #e8ebf1; --quiet: #a4adbd;
  --rule: #353c49; --one: #7db0ff; --two: #f0a35e; --three: #6fd3a0; --four: #d39bf0; --fill: #7db0ff33; --bad: #ff9b91;
  --good: #6fd3a0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-inline-size: 1200px; margin-inline: auto; padding: 24px; }
section + section { margin-block-start: 64px; border-block-start: 3px solid var(--rule); padding-block-start: 32px; }
h1 { display: inline; font-size: 26px; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 20px; margin: 36px 0 12px; }
h3 { font-size: 16px; margin: 24px 0 8px; overflow-wrap: anywhere; }
header p { margin: 6px 0 0; max-inline-size: 75ch; overflow-wrap: anywhere; }
a { color: var(--one); }
.note { color: var(--quiet); font-size: 13px; margin: 8px 0; }
.verdict { display: inline-block; font-weight: 600; font-size: 14px; margin-inline-start: 8px; }
.verdict.passed { color: var(--good); } .verdict.failed { color: var(--bad); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 20px 0 0; }
.tiles div, figure, .scroll { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; }
.tiles div { padding: 12px 16px; }
dt { color: var(--quiet); font-size: 13px; } dd { margin: 0; font-size: 22px; font-weight: 600; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; align-items: start; }
figure { margin: 0; padding: 14px 16px; min-inline-size: 0; } figcaption { font-weight: 600; margin-block-end: 6px; }
figure + .scroll { margin-block-start: 16px; }
.chart { display: block; inline-size: 100%; block-size: auto; }
.chart text { fill: var(--text); font: 12px system-ui, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums; }
.chart .tick, .chart .label { fill: var(--quiet); } .chart .name { font-size: 13px; }
.grid { stroke: var(--rule); } .axis { stroke: var(--quiet); } .mark { stroke: var(--two); stroke-dasharray: 5 4; }
.line { fill: none; stroke: var(--one); stroke-width: 2; stroke-linejoin: round; }
.line-1 { stroke: var(--two); stroke-dasharray: 7 3; } .line-2 { stroke: var(--three); stroke-dasharray: 2 3; }
.line-3 { stroke: var(--four); stroke-dasharray: 9 3 2 3; } .line.columns { fill: var(--fill); stroke-width: 1; }
.bar { fill: var(--one); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 6px 0; padding: 0; font-size: 13px; }
.legend svg { inline-size: 28px; block-size: 10px; margin-inline-end: 6px; } .legend .absent { color: var(--quiet); }
.scroll { overflow-x: auto; max-block-size: 460px; overflow-y: auto; margin-block: 8px; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--one); outline-offset: 2px; }
table { border-collapse: collapse; inline-size: 100%; font-size: 14px; }
caption { text-align: start; font-weight: 600; padding: 10px 12px; }
th, td { padding: 6px 12px; border-block-start: 1px solid var(--rule); text-align: end; vertical-align: top;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
th:first-child { text-align: start; white-space: normal; overflow-wrap: anywhere; min-inline-size: 16ch; }
thead th { color: var(--quiet); font-weight: 600; border: 0; white-space: normal; }
tbody th { font-weight: 500; }
details { margin-block-start: 6px; font-size: 13px; } summary { cursor: pointer; color: var(--quiet); }
details .scroll { max-block-size: 260px; }
@media print { .scroll { max-block-size: none; } figure, tr { break-inside: avoid; } }
`)
