import { rootBusinessUnit } from '@unified-routing/contract'
import type { Configuration, WorkItem } from '@unified-routing/routing'

/** Names to business units; who is not in it belongs to the root. */
export type BusinessUnits = ReadonlyMap<string, string>

interface KnownUnits {
  /** Of open record items, by their id: that of the record. */
  readonly records: BusinessUnits
  /** Of representatives, as the configuration says. */
  readonly representatives: BusinessUnits
}

/** The business unit that a work item belongs to: that of its record; of a conversation, that of whoever holds it. */
export function businessUnitOfWork(item: WorkItem, { records, representatives }: KnownUnits): string {
  if (item.kind === 'record') return records.get(item.id) ?? rootBusinessUnit
  const holder = holderOf(item)
  return (holder === null ? undefined : representatives.get(holder)) ?? rootBusinessUnit
}

/** Who has a work item; of a closed one, who had it last. An offer gives nobody anything yet. */
export function holderOf({ state, session, lastRepresentative }: WorkItem): string | null {
  if (state === 'Closed') return lastRepresentative
  return session === null || session.acceptedAt === null ? null : session.representative
}

/** The representatives of a document that are in another unit than the root. */
export function representativeBusinessUnits({ representatives = [] }: Configuration): BusinessUnits {
  return new Map(
    representatives.flatMap(({ name, businessUnit = rootBusinessUnit }): [string, string][] =>
      businessUnit === rootBusinessUnit ? [] : [[name, businessUnit]],
    ),
  )
}
