import { type Claim, cellText, type Table } from './report.ts'
import type { BenchRun, ResultsFile } from './results-file.ts'

/** Anything between two of these comments is written from the figures, never by hand. */
const PLACE = /<!-- figures: ([a-z][a-z0-9.-]*) -->\n[\s\S]*?<!-- end -->/g

/** A document with its tables written anew. A place whose bench is not in the file stays as it is.
 *
 * Places: `bench.table`; `bench.notes`; `claims` of all benches; `runs`, which says when, where and from which commit. */
export function renderFigures(document: string, file: ResultsFile): string {
  return document.replace(PLACE, (whole, name: string) => {
    const text = contentOf(name, file)
    return text === null ? whole : `<!-- figures: ${name} -->\n${text}\n<!-- end -->`
  })
}

function contentOf(name: string, { runs }: ResultsFile): string | null {
  if (name === 'claims') return tableText(claimsTable(Object.entries(runs)))
  if (name === 'runs') return runsText(Object.entries(runs))
  const [bench = '', part] = name.split('.', 2)
  const run = runs[bench]
  if (run === undefined) return null
  if (part === 'notes') return run.result.notes.map((note) => `- ${note}`).join('\n')
  const table = run.result.tables.find((one) => one.name === part)
  return table === undefined ? null : tableText(table)
}

function tableText({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const isNumber = columns.map((_, column) => rows.every((row) => typeof row[column] !== 'string'))
  return [
    line(columns),
    line(isNumber.map((number) => (number ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n')
}

/** The promises of all that ran beside what was measured. */
export function claimsTable(
  runs: readonly (readonly [string, Pick<BenchRun, 'result'>])[],
): Pick<Table, 'columns' | 'rows'> {
  const rows = runs.flatMap(([bench, { result }]) =>
    result.claims.map((claim: Claim) => [
      claim.claim,
      claim.target,
      claim.measured,
      claim.holds ? 'holds' : '**missed**',
      `\`${bench}\``,
    ]),
  )
  return { columns: ['', 'target', 'measured', '', 'bench'], rows }
}

function runsText(runs: readonly (readonly [string, BenchRun])[]): string {
  const rows = runs.map(([bench, { date, commit, quick, machine }]) => [
    `\`${bench}\``,
    date,
    commit,
    quick ? 'short' : 'full',
    `${machine.processors} × ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}`,
    `Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    machine.loadBefore.toFixed(1),
  ])
  return tableText({ columns: ['bench', 'when', 'commit', 'form', 'machine', 'versions', 'load before'], rows })
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
