import { AppError, type RowView } from '@unified-routing/contract'
import type { RowKey } from '@unified-routing/routing'
import type { Services } from '../services.ts'
import type { Done } from '../submit.ts'
import { viewRow } from '../views/row-view.ts'

/** A row as it is stored now, with its ETag; notFound when there is none. */
export async function readSavedRow(key: RowKey, { reads }: Services): Promise<{ body: RowView; version: number }> {
  const row = await reads.row(key)
  if (row === null) throw new AppError('notFound', `There is no row ${key.id} in ${key.table}.`)
  return { body: viewRow(row), version: row.version }
}

/** The row that an operation saved, as it was then: a repeated request gets the first answer, whatever came after. */
export async function viewDoneRow(key: RowKey, { row, workItem }: Done, services: Services) {
  if (row === null) return readSavedRow(key, services)
  const present = workItem === null ? ((await services.reads.row(key))?.workItem ?? null) : openId(workItem)
  return { body: viewRow({ ...row, workItem: present }), version: row.version }
}

/** Why a row that could be routed was only saved; null when it was routed, or when nobody asked. */
export function viewNotRouted({ notRouted }: Done) {
  if (notRouted === undefined) return null
  return { reason: notRouted.code === 'routingOff' ? 'routingOff' : 'notLicensed', message: notRouted.message } as const
}

function openId({ id, state }: NonNullable<Done['workItem']>): string | null {
  return state === 'Closed' ? null : id
}
