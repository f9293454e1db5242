/** What the address of a list holds: the search, the filters, the order and the columns. */
export interface NounListSearch {
  readonly q?: string
  readonly sort?: string
  readonly where?: Readonly<Record<string, string>>
  /** Keys of columns that differ from what is shown at first. */
  readonly columns?: readonly string[]
}

export interface NounFormSearch {
  /** The open tab. */
  readonly tab?: string
  /** A new row begins as a copy of this one. */
  readonly copyOf?: string
}

type Raw = Record<string, unknown>

export function parseNounListSearch(raw: Raw): NounListSearch {
  const q = textOf(raw.q)
  const sort = textOf(raw.sort)
  const where = textsOf(raw.where)
  const columns = Array.isArray(raw.columns) ? raw.columns.filter((key): key is string => typeof key === 'string') : []
  return {
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort }),
    ...(where.length === 0 ? {} : { where: Object.fromEntries(where) }),
    ...(columns.length === 0 ? {} : { columns }),
  }
}

export function parseNounFormSearch(raw: Raw): NounFormSearch {
  const tab = textOf(raw.tab)
  const copyOf = textOf(raw.copyOf)
  return { ...(tab === undefined ? {} : { tab }), ...(copyOf === undefined ? {} : { copyOf }) }
}

/** The router reads "7731" from an address as a number; a search for it is still text. */
function textOf(raw: unknown): string | undefined {
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw)
  return typeof raw === 'string' && raw !== '' ? raw : undefined
}

function textsOf(raw: unknown): readonly (readonly [string, string])[] {
  if (typeof raw !== 'object' || raw === null) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const text = textOf(value)
    return text === undefined ? [] : [[key, text] as const]
  })
}
