import type { Call } from '../harness/bench-server.ts'

/** What pages ask for, by page. */
export interface Query {
  readonly page: string
  readonly path: (sample: Sample) => string
  readonly who: 'representative' | 'supervisor'
  /** A report costs what happened in the period that is asked for, so it is shown without a promise. */
  readonly isReport?: true
}

export interface Sample {
  readonly workItem: string
  readonly customer: string
  readonly now: number
}

const DAY_MS = 86_400_000
const api = '/api/v1'
const isoDaysAgo = (now: number, days: number) => new Date(now - days * DAY_MS).toISOString()

export const queries: readonly Query[] = [
  { page: 'Inbox: counts', who: 'representative', path: () => `${api}/inbox` },
  { page: 'Inbox: my work', who: 'representative', path: () => `${api}/work-items?view=my` },
  { page: 'Inbox: closed', who: 'representative', path: () => `${api}/work-items?view=closed` },
  { page: 'Queue: waiting', who: 'supervisor', path: () => `${api}/queues/Conversations%203/waiting` },
  { page: 'Queue: all its work', who: 'supervisor', path: () => `${api}/work-items?view=all&queue=Conversations%203` },
  { page: 'Ongoing work', who: 'supervisor', path: () => `${api}/work-items?view=ongoing` },
  { page: 'All work, latest first', who: 'supervisor', path: () => `${api}/work-items?view=all` },
  {
    page: 'All work, first created first',
    who: 'supervisor',
    path: () => `${api}/work-items?view=all&sort=createdAt`,
  },
  {
    page: 'Routing diagnostics of an item',
    who: 'supervisor',
    path: ({ workItem }) => `${api}/work-items/${workItem}/diagnostics`,
  },
  { page: 'Journal of an item', who: 'supervisor', path: ({ workItem }) => `${api}/work-items/${workItem}/journal` },
  {
    page: 'Conversation: messages',
    who: 'supervisor',
    path: ({ workItem }) => `${api}/conversations/${workItem}/messages`,
  },
  { page: 'Customer: history', who: 'supervisor', path: ({ customer }) => `${api}/customers/${customer}/history` },
  { page: 'Figures: queues, today', who: 'supervisor', path: () => `${api}/figures/queues` },
  { page: 'Figures: representatives, today', who: 'supervisor', path: () => `${api}/figures/representatives` },
  {
    page: 'Report: a week by queue',
    who: 'supervisor',
    isReport: true,
    path: ({ now }) => `${api}/figures/report?by=queue&from=${isoDaysAgo(now, 7)}&to=${isoDaysAgo(now, 0)}`,
  },
  {
    page: 'Report: a month by day',
    who: 'supervisor',
    isReport: true,
    path: ({ now }) => `${api}/figures/report?by=day&from=${isoDaysAgo(now, 30)}&to=${isoDaysAgo(now, 0)}`,
  },
]

export function callOf({ path }: Query, sample: Sample, cookie: string): Call {
  return { method: 'GET', path: path(sample), cookie }
}
