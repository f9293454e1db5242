/** Everything that was typed for one work item and is not sent or saved yet: texts by the name of their field. */
export type Drafts = Readonly<Record<string, string>>

/** Where a browser keeps what was typed; `localStorage`, or anything that behaves like it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Whose draft it is, and for what. */
export interface DraftOwner {
  readonly account: string
  readonly workItem: string
}

const PREFIX = 'unified-routing.draft'

export function readDrafts(storage: DraftStorage, owner: DraftOwner): Drafts {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(keyOf(owner)) ?? '{}')
    return isRecord(parsed) ? Object.fromEntries(Object.entries(parsed).filter(isText)) : {}
  } catch {
    // Somebody else wrote there, or the browser keeps nothing for us: then nothing was typed.
    return {}
  }
}

/** Keeps one field of a draft; an empty text is no draft. */
export function writeDraft(storage: DraftStorage, owner: DraftOwner, field: { name: string; text: string }): void {
  const { [field.name]: _before, ...others } = readDrafts(storage, owner)
  const drafts = field.text === '' ? others : { ...others, [field.name]: field.text }
  try {
    if (Object.keys(drafts).length === 0) storage.removeItem(keyOf(owner))
    else storage.setItem(keyOf(owner), JSON.stringify(drafts))
  } catch {
    // A full storage costs the draft after a reload; it must not cost the typing.
  }
}

export function clearDrafts(storage: DraftStorage, owner: DraftOwner): void {
  storage.removeItem(keyOf(owner))
}

/** What an account typed may quote customers, so nothing of it stays on the machine after signing out. */
export function clearDraftsOf(storage: DraftStorage, account: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key.startsWith(`${PREFIX}.${account}.`)) storage.removeItem(key)
}

function keyOf({ account, workItem }: DraftOwner): string {
  return `${PREFIX}.${account}.${workItem}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}
