import { AppError, type RowView } from '@unified-routing/contract'
import type { RowKey } from '@unified-routing/routing'
import type { RowReach } from '../../store/reach.ts'
import type { Services } from '../services.ts'
import type { Done } from '../submit.ts'
import { viewRow } from '../views/row-view.ts'

/** A row as it is stored now, with its ETag; notFound when there is none that is reached. */
export async function readSavedRow(
  key: RowKey,
  reach: RowReach | null,
  { reads }: Pick<Services, 'reads'>,
): Promise<{ body: RowView; version: number }> {
  const row = await reads.row(key, reach)
  if (row === null) throw new AppError('notFound', `There is no row ${key.id} in ${key.table}.`)
  return { body: viewRow(row), version: row.version }
}

/** The row that an operation saved, as it was then: a repeated request gets the first answer, whatever came after. */
export async function viewDoneRow(key: RowKey, { row, workItem }: Done, services: Services) {
  if (row === null) return readSavedRow(key, null, services)
  const present = workItem === null ? ((await services.reads.row(key, null))?.workItem ?? null) : openId(workItem)
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
