/** What came over the network, as something to look into. */
export type Json = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object to look into; whatever else it was, an empty one. */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The text under a key, or null when there is none. */
export function textOf(record: Json, key: string): string | null {
  const value = record[key]
  return typeof value === 'string' ? value : null
}

export function numberOf(record: Json, key: string): number | null {
  const value = record[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function flagOf(record: Json, key: string): boolean {
  return record[key] === true
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
