import { formatDuration, parseDuration } from '@unified-routing/routing'

const unitWords: Readonly<Record<string, string>> = { ms: 'ms', s: 's', m: 'min', h: 'h', d: 'd' }
const unitsOfWords: Readonly<Record<string, string>> = {
  ms: 'ms',
  s: 's',
  sec: 's',
  second: 's',
  seconds: 's',
  m: 'm',
  min: 'm',
  minute: 'm',
  minutes: 'm',
  h: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
}

/** "90s" as "90 s", "PT5M" as "5 min": a duration of the document as people write it. What is none stays as it is. */
export function durationWords(duration: string): string {
  const ms = parseDuration(duration)
  if (ms === null) return duration
  return formatDuration(ms).replace(/[a-z]+$/, (unit) => ` ${unitWords[unit] ?? unit}`)
}

/** "5 min" or "1.5 hours" as the document writes it, "5m" and "90m". What is no duration stays as it is, for the validator. */
export function durationOfWords(words: string): string {
  const [, amount, unit = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*$/i.exec(words) ?? []
  const known = unitsOfWords[unit.toLowerCase()]
  const text = amount === undefined || known === undefined ? words.trim() : `${amount.replace(',', '.')}${known}`
  const ms = parseDuration(text)
  return ms === null ? words.trim() : formatDuration(ms)
}
