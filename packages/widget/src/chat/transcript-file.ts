import type { Texts } from '../texts.ts'
import type { Entry, Transcript } from './transcript.ts'

/** The conversation as plain text, for the customer to keep. */
export function transcriptFile(transcript: Transcript, title: string, texts: Texts): string {
  const lines = transcript.filter(({ delivery }) => delivery === 'sent').map((entry) => lineOf(entry, texts))
  return `${[title, '', ...lines].join('\r\n')}\r\n`
}

function lineOf(entry: Entry, texts: Texts): string {
  const at = entry.at === null ? '' : `[${new Date(entry.at).toISOString().slice(0, 16).replace('T', ' ')} UTC] `
  const files = entry.attachments.map(({ name }) => `<${name}>`)
  return `${at}${authorText(entry, texts)}: ${[entry.text, ...files].filter((part) => part !== '').join(' ')}`
}

/** Who wrote an entry, in words. */
export function authorText({ from, author }: Entry, texts: Texts): string {
  if (from === 'customer') return texts.you
  return author ?? (from === 'system' ? texts.system : texts.representative)
}
