import type { StoredMessage } from '../store/reads.ts'

const BYTES_A_KILOBYTE = 1_024
const INDENT = '    '

/** What a transcript is written from. */
export interface TranscriptParts {
  readonly title: string
  /** Of both sides, oldest first, without notes. */
  readonly messages: readonly StoredMessage[]
  /** Whether there is more than was read. */
  readonly isCut: boolean
  readonly nameOf: (message: Pick<StoredMessage, 'from' | 'author'>) => string
  /** How dates are written, such as `en` or `fr-CA`. */
  readonly locale: string
  readonly timeZone: string
}

/** A conversation as plain text, in the order in which it was said, at the times of the reader.
 *
 * Whatever somebody has written stands indented below its own line, so that no text looks like a line of another. */
export function writeTranscript(parts: TranscriptParts): string {
  const { title, messages, isCut, timeZone } = parts
  const timeOf = clockOf(parts)
  const lines = messages.flatMap((message) => linesOf(message, parts.nameOf, timeOf(message.at)))
  const end = isCut ? ['', `Only the first ${messages.length} messages are here.`] : []
  const head = [oneLine(title), `Times: ${timeZone}`, '']
  return `${[...head, ...lines, ...end].join('\r\n')}\r\n`
}

function linesOf(message: StoredMessage, nameOf: TranscriptParts['nameOf'], time: string): string[] {
  const said = message.text === '' ? [] : textLines(message.text)
  const files = message.attachments.map(({ name, bytes }) => `<${oneLine(name)}, ${sizeText(bytes)}>`)
  return [`[${time}] ${oneLine(nameOf(message))}:`, ...[...said, ...files].map((line) => `${INDENT}${line}`)]
}

function clockOf({ locale, timeZone }: TranscriptParts): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (at) => format.format(at)
}

/** The lines of a text, without what would move or hide others: control characters and turns of the writing direction. */
function textLines(text: string): string[] {
  return text
    .toWellFormed()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) =>
      line.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\t' ? ' ' : '')),
    )
}

function oneLine(text: string): string {
  return textLines(text).join(' ')
}

function sizeText(bytes: number): string {
  return bytes < BYTES_A_KILOBYTE ? `${bytes} B` : `${Math.round(bytes / BYTES_A_KILOBYTE)} KB`
}
