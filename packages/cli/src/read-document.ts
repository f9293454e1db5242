import { open } from 'node:fs/promises'
import { parseDocument } from 'yaml'

const FILE_BYTES_MAX = 32 * 1024 * 1024
/** Aliases repeat what is written once; a file that grows beyond this by repetition is refused. */
const ALIAS_COUNT_MAX = 1_000
const ERRORS_SHOWN_MAX = 10

export type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads a YAML file, and so a JSON file, as plain values. Keys that come twice are refused.
 *
 * Shape:  never throws for what is in the file or on the disk; problems are sentences with line and column.
 * Limits: 32 MiB. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const text = await readText(path)
  if (!text.ok) return { ok: false, problems: [text.problem] }
  try {
    const document = parseDocument(text.value, { uniqueKeys: true, prettyErrors: true, strict: true })
    if (document.errors.length > 0)
      return {
        ok: false,
        problems: document.errors.slice(0, ERRORS_SHOWN_MAX).map(({ message }) => firstLine(message)),
      }
    const value: unknown = document.toJS({ maxAliasCount: ALIAS_COUNT_MAX })
    return { ok: true, value }
  } catch (cause) {
    return { ok: false, problems: [firstLine(cause instanceof Error ? cause.message : String(cause))] }
  }
}

async function readText(path: string): Promise<{ ok: true; value: string } | { ok: false; problem: string }> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > FILE_BYTES_MAX) return { ok: false, problem: `is larger than ${FILE_BYTES_MAX / 1024 / 1024} MiB` }
    return { ok: true, value: await file.readFile('utf8') }
  } catch (cause) {
    return { ok: false, problem: readProblem(cause) }
  }
}

function readProblem(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'is a folder, not a file'
  if (code === 'EACCES') return 'may not be read by this user'
  return cause instanceof Error ? firstLine(cause.message) : 'cannot be read'
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.replace(/:$/, '') ?? text
}
