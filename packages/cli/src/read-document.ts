import { open } from 'node:fs/promises'
import { parseDocument } from 'yaml'

const FILE_BYTES_MAX = 32 * 1024 * 1024
/** Aliases repeat what is written once; a file that grows beyond this by repetition is refused. */
const ALIAS_COUNT_MAX = 1_000
const DEPTH_MAX = 100
const ERRORS_SHOWN_MAX = 10
const TOO_DEEP = `is nested deeper than ${DEPTH_MAX} levels, or an alias in it refers to itself`

export type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads a YAML file, and so a JSON file, as plain values. Keys that come twice are refused, unknown tags too.
 *
 * Shape:  never throws for what is in the file or on the disk; problems are sentences with line and column.
 * Limits: 32 MiB, 100 levels, 1,000 aliases. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const text = await readText(path)
  if (!text.ok) return { ok: false, problems: [text.problem] }
  try {
    return parse(text.value)
  } catch (cause) {
    return { ok: false, problems: [problemOf(cause)] }
  }
}

function parse(text: string): ReadDocument {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true, strict: true })
  const found = [...document.errors, ...document.warnings]
  if (found.length > 0) return { ok: false, problems: [...new Set(found.slice(0, ERRORS_SHOWN_MAX).map(problemOf))] }
  const value: unknown = document.toJS({ maxAliasCount: ALIAS_COUNT_MAX })
  return isDeeperThan(value, DEPTH_MAX) ? { ok: false, problems: [TOO_DEEP] } : { ok: true, value }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(one, levels - 1))
}

async function readText(path: string): Promise<{ ok: true; value: string } | { ok: false; problem: string }> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > FILE_BYTES_MAX) return { ok: false, problem: `is larger than ${FILE_BYTES_MAX / 1024 / 1024} MiB` }
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile()) }
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) }
  }
}

const problemsOfSystem: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not a text in UTF-8',
}

/** One line for the person at the terminal. */
function problemOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'cannot be read'
  const known = 'code' in cause && typeof cause.code === 'string' ? problemsOfSystem[cause.code] : undefined
  if (known !== undefined) return known
  if (cause.message.startsWith('Maximum call stack')) return TOO_DEEP
  return cause.message.split('\n')[0]?.replace(/:$/, '') ?? cause.message
}
