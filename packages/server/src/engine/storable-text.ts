interface Problem {
  readonly path: string
  readonly message: string
}

/** Texts that PostgreSQL cannot hold: with a NUL character, or with half of a surrogate pair.
 *
 * Found before the batch is written, because there one of them would fail everybody's commit. */
export function unstorableTexts(value: unknown, path = ''): Problem[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ path, message: 'must not hold NUL characters or halves of surrogate pairs' }]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => {
    const partPath = path === '' ? key : `${path}.${key}`
    return isStorable(key) ? unstorableTexts(part, partPath) : unstorableTexts(key, path)
  })
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
