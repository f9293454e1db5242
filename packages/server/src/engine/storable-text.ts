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

/** Most operations hold nothing but good texts: they are looked through without a note of where they are. */
function isAllStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isAllStorable)
  const parts: Readonly<Record<string, unknown>> = { ...value }
  for (const key in parts) if (!isStorable(key) || !isAllStorable(parts[key])) return false
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
