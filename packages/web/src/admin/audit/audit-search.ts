import { type AuditAction, auditActions } from '@unified-routing/contract'
import type { AuditFilter } from './audit-queries.ts'

/** What the address of the audit log holds. Dates are days of the reader's calendar. */
export interface AuditSearch {
  readonly from?: string
  readonly to?: string
  readonly by?: string
  readonly action?: AuditAction
  readonly list?: string
  readonly name?: string
}

const day = /^\d{4}-\d{2}-\d{2}$/

export function parseAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const action = auditActions.find((one) => one === raw.action)
  return {
    ...textUnder('from', raw.from, day),
    ...textUnder('to', raw.to, day),
    ...textUnder('by', raw.by),
    ...(action === undefined ? {} : { action }),
    ...textUnder('list', raw.list),
    ...textUnder('name', raw.name),
  }
}

/** The same as the API wants it: whole days, both ends included. */
export function auditFilterOf({ from, to, ...rest }: AuditSearch): AuditFilter {
  return {
    ...rest,
    ...(from === undefined ? {} : { from: instantOf(`${from}T00:00:00`) }),
    ...(to === undefined ? {} : { to: instantOf(`${to}T23:59:59.999`) }),
  }
}

function instantOf(local: string): string | undefined {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

function textUnder<Key extends string>(key: Key, raw: unknown, form = /./): { [Name in Key]?: string } {
  const entry: { [Name in Key]?: string } = {}
  const text = typeof raw === 'number' ? `${raw}` : raw
  if (typeof text === 'string' && form.test(text)) entry[key] = text
  return entry
}
