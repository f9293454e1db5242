import { parseDocument } from 'yaml'

export type ConfigurationDocument = Record<string, unknown>

const FILE_BYTES_MAX = 16 * 1024 * 1024
/** Aliases repeat what is written once; a file that grows beyond this by repetition is refused. */
const ALIAS_COUNT_MAX = 1_000

/** Reads a file, YAML and so JSON, as a configuration document; what is in it is for the server to judge. */
export async function readDocument(file: File): Promise<ConfigurationDocument> {
  if (file.size > FILE_BYTES_MAX) throw new Error(`${file.name} is larger than ${FILE_BYTES_MAX / 1024 / 1024} MiB.`)
  const value = parse(file.name, await file.text())
  if (!isDocument(value)) {
    throw new Error(`${file.name} is not a configuration document: one begins with version: 1 and lists below it.`)
  }
  return value
}

function parse(fileName: string, text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true, strict: true })
  const [first] = [...document.errors, ...document.warnings]
  if (first) throw new Error(`${fileName} cannot be read: ${first.message.split('\n')[0]?.replace(/:$/, '')}.`)
  const value: unknown = document.toJS({ maxAliasCount: ALIAS_COUNT_MAX })
  return value
}

function isDocument(value: unknown): value is ConfigurationDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
