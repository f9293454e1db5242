import { UserError } from './command.ts'
import { readDocument } from './read-document.ts'

/** A configuration document as a file has it; whether it makes sense is for the server to say. */
export async function readConfiguration(file: string): Promise<Record<string, unknown>> {
  const read = await readDocument(file)
  if (!read.ok) throw new UserError(read.problems.map((problem) => `${file}: ${problem}`).join('\n'))
  if (isObject(read.value)) return read.value
  throw new UserError(`${file}: expected a configuration document, an object that begins with version: 1.`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
