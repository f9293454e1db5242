interface Problem {
  readonly path: string
  readonly message: string
}

/** Texts that PostgreSQL cannot hold: with a NUL character, or with half of a surrogate pair.
 *
 * Found before the batch is written, because there one of them would fail everybody's commit. */
export function unstorableTexts(value: unknown): Problem[] {
  return isAllStorable(value) ? [] : problemsOf(value, '')
}

/** Keys that were found good: most operations have the same few short ones. */
const goodKeys = new Set<string>()
const GOOD_KEYS_MAX = 1_000
const GOOD_KEY_LENGTH_MAX = 40

/** Most operations hold nothing but good texts: they are looked through without a note of where they are. */
function isAllStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (!isRecord(value)) return true
  if (Array.isArray(value)) return value.every(isAllStorable)
  for (const key in value) if (!isGoodKey(key) || !isAllStorable(value[key])) return false
  return true
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isGoodKey(key: string): boolean {
  if (goodKeys.has(key)) return true
  if (!isStorable(key)) return false
  if (goodKeys.size < GOOD_KEYS_MAX && key.length <= GOOD_KEY_LENGTH_MAX) goodKeys.add(key)
  return true
}

function problemsOf(value: unknown, path: string): Problem[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ path, message: 'must not hold NUL characters or halves of surrogate pairs' }]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => {
    const partPath = path === '' ? key : `${path}.${key}`
    return isStorable(key) ? problemsOf(part, partPath) : problemsOf(key, path)
  })
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
