import type { SettingValue, WorkItemView } from '@unified-routing/contract'
import { askedOf } from '../data/asked.ts'
import { channelText } from '../data/work-item-status.ts'

export type OfferTemplate = SettingValue<'notificationTemplate'>
export type OfferOccasion = Exclude<OfferTemplate['occasion'], 'any'>

/** How work is announced where no template says otherwise. */
export const defaultTemplate: OfferTemplate = {
  title: '',
  occasion: 'any',
  workstreams: [],
  heading: '',
  showCountdown: true,
  acceptLabel: 'Accept',
  rejectLabel: 'Reject',
  showReject: true,
  sound: true,
  desktop: 'never',
  fields: [],
}

/** Why the item comes up for somebody now. A customer with a record is known. */
export function occasionOf(item: WorkItemView, representative: string | null): OfferOccasion {
  if (item.kind === 'record') return 'assigned'
  const asked = askedOf(item, representative)
  if (asked?.what === 'consult') return 'consult'
  if (asked?.what === 'transfer' || item.transferCount > 0) return 'transfer'
  return item.customer === null ? 'incomingUnknown' : 'incomingKnown'
}

/** The template for an item: one that names its workstream before one for all, then one of the occasion before one for
 * any, then by title. */
export function templateFor(item: WorkItemView, occasion: OfferOccasion, templates: readonly OfferTemplate[]) {
  const fitting = templates
    .filter((one) => one.workstreams.length === 0 || one.workstreams.includes(item.workstream))
    .filter((one) => one.occasion === 'any' || one.occasion === occasion)
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.title.localeCompare(other.title))
  return fitting[0] ?? defaultTemplate
}

function rankOf({ workstreams, occasion }: OfferTemplate): number {
  return (workstreams.length === 0 ? 2 : 0) + (occasion === 'any' ? 1 : 0)
}

/** Fills in what stands in braces: what the item knows under that name, else a context variable, else nothing. */
export function fillSlugs(text: string, item: WorkItemView): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (_, slug: string) => {
    const known = Object.hasOwn(slugs, slug) ? slugs[slug]?.(item) : null
    return String(known ?? (Object.hasOwn(item.context, slug) ? item.context[slug] : null) ?? '')
  })
}

const slugs: Readonly<Record<string, (item: WorkItemView) => string | null>> = {
  customerName: ({ customerName }) => customerName,
  customerRecordId: ({ customer }) => customer,
  customerEntityName: ({ customer }) => (customer === null ? null : 'contact'),
  caseTitle: ({ record, title }) => (record === null ? null : title),
  caseId: ({ record }) => record?.id ?? null,
  entityRoutingLogicalName: ({ record }) => record?.table ?? null,
  queueId: ({ queue }) => queue,
  workstream: ({ workstream }) => workstream,
  channel: (item) => channelText(item),
}
