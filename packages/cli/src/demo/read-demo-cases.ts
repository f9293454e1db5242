import type { Literal } from '@unified-routing/routing'
import { UserError } from '../command.ts'

const stages = ['new', 'routed', 'resolved'] as const

export interface DemoRecord {
  readonly table: 'case' | 'lead'
  readonly id: string
  /** Saved only; routed while the demo is loaded; or resolved. */
  readonly stage: (typeof stages)[number]
  readonly values: Readonly<Record<string, Literal>>
}

/** Reads demo/cases.yaml. It is part of the product, so a mistake in it is told and nothing is loaded. */
export function readDemoCases(document: unknown): readonly DemoRecord[] {
  if (!isObject(document)) throw mistake('expected cases and leads')
  return [...readList('case', document.cases), ...readList('lead', document.leads)]
}

function readList(table: DemoRecord['table'], list: unknown): readonly DemoRecord[] {
  if (!Array.isArray(list)) throw mistake(`expected a list of ${table} records`)
  return list.map((record: unknown, index) => {
    const { id, stage, values } = isObject(record) ? record : {}
    const known = stages.find((one) => one === stage)
    if (typeof id !== 'string' || known === undefined || !isObject(values))
      throw mistake(`${table} record ${index + 1} needs id, stage and values`)
    return { table, id, stage: known, values: Object.fromEntries(Object.entries(values).filter(isLiteralEntry)) }
  })
}

function isLiteralEntry(entry: [string, unknown]): entry is [string, Literal] {
  return entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mistake(what: string): UserError {
  return new UserError(`demo/cases.yaml: ${what}.`)
}
