/** What the address of each page may hold beside its path: filters, sort and open tabs. Unknown values are dropped. */
export interface SignInSearch {
  readonly to?: string
}

export interface RowListSearch {
  readonly q?: string
  readonly status?: 'closed' | 'all'
  readonly sort?: string
  /** Choice columns by name with the value to show. */
  readonly where?: Readonly<Record<string, string>>
}

export interface WorkspaceSearch {
  readonly view?: 'open' | 'closed' | undefined
  /** What the inbox is sorted by, with - before it for the latest or last on top. */
  readonly sort?: string | undefined
  readonly show?: 'unread' | 'read' | undefined
  readonly channel?: Channel | undefined
  readonly q?: string | undefined
}

export const channels = [
  'liveChat',
  'persistentChat',
  'sms',
  'whatsApp',
  'facebook',
  'teams',
  'custom',
  'voice',
  'record',
] as const
type Channel = (typeof channels)[number]

export interface WorkItemListSearch {
  readonly state?: WorkItemState
  readonly queue?: string
  readonly sort?: WorkItemSort
}

export interface WorkItemSearch {
  readonly person?: string
}

export const workItemStates = ['Open', 'Active', 'Waiting', 'Wrap-up', 'Closed'] as const
export type WorkItemState = (typeof workItemStates)[number]
const workItemSorts = ['createdAt', '-createdAt', 'changedAt', 'queuedAt', '-queuedAt'] as const
export type WorkItemSort = (typeof workItemSorts)[number]

type Raw = Record<string, unknown>

/** Only a path of this site: a foreign address would send the freshly signed-in elsewhere. */
export function parseSignInSearch(raw: Raw): SignInSearch {
  const to = textOf(raw.to)
  return to !== undefined && /^\/(?![/\\])/.test(to) ? { to } : {}
}

export function parseRowListSearch(raw: Raw): RowListSearch {
  return defined({
    q: textOf(raw.q),
    status: oneOf(['closed', 'all'] as const, raw.status),
    sort: textOf(raw.sort),
    where: textsOf(raw.where),
  })
}

export function parseWorkspaceSearch(raw: Raw): WorkspaceSearch {
  return defined({
    view: oneOf(['open', 'closed'] as const, raw.view),
    sort: textOf(raw.sort),
    show: oneOf(['unread', 'read'] as const, raw.show),
    channel: oneOf(channels, raw.channel),
    q: textOf(raw.q),
  })
}

export function parseWorkItemListSearch(raw: Raw): WorkItemListSearch {
  return defined({
    state: oneOf(workItemStates, raw.state),
    queue: textOf(raw.queue),
    sort: oneOf(workItemSorts, raw.sort),
  })
}

export function parseWorkItemSearch(raw: Raw): WorkItemSearch {
  return defined({ person: textOf(raw.person) })
}

function oneOf<const Value extends string>(values: readonly Value[], raw: unknown): Value | undefined {
  return values.find((value) => value === raw)
}

/** The router reads "7731" from an address as a number; a search for it is still text. */
export function textOf(raw: unknown): string | undefined {
  if (typeof raw === 'number') return String(raw)
  return typeof raw === 'string' && raw !== '' ? raw : undefined
}

function textsOf(raw: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
}

type Defined<Value> = { readonly [Key in keyof Value]?: Exclude<Value[Key], undefined> }

/** Leaves out what is undefined, so that it stays out of the address. */
function defined<Value extends object>(value: Value): Defined<Value>
function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined))
}
