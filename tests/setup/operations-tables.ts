import { errorCodes } from '@unified-routing/contract'
import { settings } from '../../packages/server/src/config.ts'

/** The tables of docs/operations.md that the code knows better than a writer: settings and error codes. */
export function operationsTables(): { readonly settings: string; readonly errors: string } {
  return {
    settings: table(
      ['variable', 'default', 'meaning'],
      Object.values(settings).map(({ variable, default: value, meaning }) => [
        code(variable),
        value === '' ? '' : code(value),
        meaning,
      ]),
    ),
    errors: table(
      ['code', 'status', 'repeat?', 'meaning'],
      Object.entries(errorCodes).map(([name, { status, retry, meaning }]) => [
        code(name),
        String(status),
        retry ? 'yes' : 'no',
        meaning,
      ]),
    ),
  }
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}
