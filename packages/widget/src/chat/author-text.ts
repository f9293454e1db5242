import type { Texts } from '../texts.ts'
import type { Entry } from './transcript.ts'

/** Who wrote an entry, in words. */
export function authorText({ from, author }: Entry, texts: Texts): string {
  if (from === 'customer') return texts.you
  return author ?? (from === 'system' ? texts.system : texts.representative)
}
