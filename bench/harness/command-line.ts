import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'

/** What a bench run was asked for. */
export interface CommandLine {
  /** In the order in which they run. None: only the tables are written. */
  readonly benches: readonly string[]
  readonly isQuick: boolean
  /** The file of the figures. */
  readonly json: string | null
  /** Whether the tables of the document are written from that file. */
  readonly writesDocument: boolean
}

/** Said in one sentence to whoever typed it, before anything runs. */
export class UsageError extends Error {}

/** Errors: UsageError. */
export function readCommandLine(args: readonly string[], all: readonly string[]): CommandLine {
  const { values, positionals: named } = parse(args)
  const unknown = named.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new UsageError(`There is no bench '${unknown.join("', '")}'; there are ${all.join(', ')}.`)
  const { json = null, docs, quick } = values
  if (docs && json === null) throw new UsageError('--docs needs --json FILE: the tables are made from it.')
  if (json !== null) checkPlace(json)
  const writesOnly = docs && named.length === 0
  if (writesOnly && json !== null && !existsSync(json))
    throw new UsageError(`There are no figures in ${json}: run benches with --json ${json} first.`)
  const benches = writesOnly ? [] : all.filter((name) => named.length === 0 || named.includes(name))
  return { benches, isQuick: quick, json, writesDocument: docs }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
        docs: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function checkPlace(json: string): void {
  const folder = dirname(json)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder ${folder} for the figures of --json.`)
}
