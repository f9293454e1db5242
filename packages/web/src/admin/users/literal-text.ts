import type { Literal } from '@unified-routing/routing'

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** A value as one types it. Texts that would be read as something else stand in quotation marks, as JSON has them. */
export function writeLiteral(value: Literal): string {
  if (typeof value !== 'string') return String(value)
  const isPlain = typeof readLiteral(value) === 'string' && !value.startsWith('"') && value === value.trim()
  return isPlain && value !== '' ? value : JSON.stringify(value)
}

/** The value that a text means: a number, true, false, null, or the text itself. */
export function readLiteral(text: string): Literal {
  if (numberForm.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  return text.startsWith('"') ? readJsonText(text) : text
}

function readJsonText(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : text
  } catch {
    return text
  }
}
