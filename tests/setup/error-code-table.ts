import { errorCodes } from '@unified-routing/contract'

/** The table of docs/operations.md that the code knows better than a writer. */
export function errorCodeTable(): string {
  const rows = Object.entries(errorCodes).map(([code, { status, retry, meaning }]) => [
    `\`${code}\``,
    String(status),
    retry ? 'yes' : 'no',
    meaning,
  ])
  const heads = ['code', 'status', 'repeat?', 'meaning']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
