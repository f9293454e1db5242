import type { WorkItemView } from '@unified-routing/contract'
import type { Tone } from '../ui/status-text.tsx'
import { labelOf } from '../ui/words.ts'

export interface WorkItemStatus {
  readonly text: string
  readonly tone: Tone
}

/** What is the matter with an item, in a few words: "Assigned to Ana in Billing". */
export function workItemStatus(item: WorkItemView, nameOf: (representative: string) => string): WorkItemStatus {
  const place = item.queue ? ` in ${item.queue}` : ''
  if (item.state === 'Closed') return { text: closedText(item), tone: 'ended' }
  if (item.offeredTo) return { text: `Offered to ${nameOf(item.offeredTo)}${place}`, tone: 'offered' }
  if (item.state === 'Wrap-up') return { text: `Wrap-up${byText(item, nameOf)}`, tone: 'ended' }
  if (item.state === 'Waiting') return { text: `Waiting for the customer${byText(item, nameOf)}`, tone: 'waiting' }
  if (item.bot !== null) return { text: `With the bot ${item.bot}`, tone: 'good' }
  if (item.assignedTo) return { text: `Assigned to ${nameOf(item.assignedTo)}${place}`, tone: 'good' }
  return { text: item.queue ? `Waiting in ${item.queue}` : 'Not in a queue yet', tone: 'waiting' }
}

function byText(item: WorkItemView, nameOf: (representative: string) => string): string {
  return item.assignedTo ? `, with ${nameOf(item.assignedTo)}` : ''
}

function closedText(item: WorkItemView): string {
  return item.closureReason && item.closureReason !== 'Default' ? `Closed: ${labelOf(item.closureReason)}` : 'Closed'
}

export type Stage = 'Intake' | 'Bot' | 'Queue' | 'Offer' | 'In work' | 'Wrap-up' | 'Closed'

/** The stage of its way that an item has reached. */
export function stageOf(item: WorkItemView): Stage {
  if (item.state === 'Closed') return 'Closed'
  if (item.offeredTo) return 'Offer'
  if (item.state === 'Wrap-up') return 'Wrap-up'
  if (item.assignedTo) return 'In work'
  if (item.bot !== null) return 'Bot'
  return item.queue ? 'Queue' : 'Intake'
}

/** Since when it is in that stage. */
export function stageSince(item: WorkItemView): string {
  const stage = stageOf(item)
  if (stage === 'Queue') return item.queuedAt ?? item.waitStartedAt
  if (stage === 'Offer') return item.session?.offeredAt ?? item.changedAt
  if (stage === 'In work') return item.session?.acceptedAt ?? item.session?.offeredAt ?? item.changedAt
  if (stage === 'Wrap-up') return item.wrapUpStartedAt ?? item.changedAt
  return stage === 'Closed' ? (item.closedAt ?? item.changedAt) : item.createdAt
}

/** How often it was given to somebody: every decline, and the present session. */
export function triesOf(item: WorkItemView): number {
  const declines = Object.values(item.declines).reduce((sum, count) => sum + count, 0)
  return declines + (item.session ? 1 : 0)
}

export const channelTexts: Readonly<Record<WorkItemView['channel'], string>> = {
  liveChat: 'Live chat',
  persistentChat: 'Persistent chat',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  facebook: 'Facebook',
  teams: 'Teams',
  custom: 'Custom channel',
  voice: 'Call',
  record: 'Record',
}

export function channelText(item: Pick<WorkItemView, 'channel' | 'record'>): string {
  return item.record ? labelOf(item.record.table) : channelTexts[item.channel]
}
