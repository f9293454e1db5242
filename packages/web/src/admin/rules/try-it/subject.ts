import type { PreviewSubject } from '@unified-routing/routing'

export type Literal = string | number | boolean | null

/** What is tried: a row as it is or changed, or a conversation of a workstream; nothing of it is saved. */
export type Subject =
  | {
      readonly kind: 'record'
      readonly table: string
      /** The workstream to go through; null: the one that intake chooses. */
      readonly workstream: string | null
      /** The row it begins from; empty: made up. */
      readonly id: string
      readonly values: Readonly<Record<string, Literal>>
    }
  | {
      readonly kind: 'conversation'
      readonly workstream: string
      readonly customer: string
      readonly context: Readonly<Record<string, Literal>>
    }

/** Nothing chosen and nothing made up yet. */
export function isEmpty(subject: Subject): boolean {
  if (subject.kind === 'conversation') return false
  return subject.id === '' && Object.keys(subject.values).length === 0
}

const MADE_UP = 'made up'

/** The subject as the router takes it; `row` is the one it begins from. */
export function previewSubject(subject: Subject, row: Readonly<Record<string, Literal>>): PreviewSubject {
  if (subject.kind === 'conversation') {
    const { workstream, customer, context } = subject
    return { kind: 'conversation', workstream, customer: customer === '' ? null : customer, context }
  }
  const { table, id, values, workstream } = subject
  return {
    kind: 'record',
    row: { table, id: id === '' ? MADE_UP : id, values: { ...row, ...values }, active: true },
    ...(workstream === null ? {} : { workstream }),
  }
}
