/** Tells which of some known texts a text is by one look and one comparison.
 *
 * Every known text has a slot of its own, which its length and one or two of its letters lead to. */
export interface TextSlots {
  readonly texts: readonly string[]
  /** How far from its end the letters of a text stand; a shorter text gives its first one. */
  readonly nearEnd: number
  readonly farFromEnd: number
  readonly multiplier: number
  readonly shift: number
}

const LETTERS_TRIED = 12
/** Sparse enough that an unknown text mostly meets an empty slot, which is told from it by its length. */
const SLOTS_PER_TEXT_MIN = 8
const SLOTS_PER_TEXT_MAX = 32
const MULTIPLIERS_TRIED = 24
/** 2^32 divided by the golden ratio: its odd multiples scatter what lies close together. */
const SCATTER = 0x9e3779b1
/** No text that is looked for is empty. */
const UNUSED = ''

/** Slots for texts that are not empty, each once; null when so few letters do not tell them apart. */
export function textSlots(known: readonly string[]): TextSlots | null {
  const letters = tellingLetters(known)
  if (letters === null) return null
  const places = known.length + 1
  for (let slots = 2; slots <= SLOTS_PER_TEXT_MAX * places; slots *= 2) {
    if (slots < SLOTS_PER_TEXT_MIN * places) continue
    const texts = new Array<string>(slots).fill(UNUSED)
    const shift = Math.clz32(slots) + 1
    for (let odd = 1; odd < 2 * MULTIPLIERS_TRIED; odd += 2) {
      const candidate = { texts, ...letters, multiplier: Math.imul(SCATTER, odd), shift }
      if (new Set(known.map((text) => slotOf(candidate, text))).size < known.length) continue
      for (const text of known) texts[slotOf(candidate, text)] = text
      return candidate
    }
  }
  return null
}

/** Where a text lies if it is known: it is when it equals the one that lies there. */
export function slotOf({ nearEnd, farFromEnd, multiplier, shift }: TextSlots, text: string): number {
  return Math.imul(markOf(text, nearEnd, farFromEnd), multiplier) >>> shift
}

function markOf(text: string, nearEnd: number, farFromEnd: number): number {
  const { length } = text
  const last = length - 1
  const near = text.charCodeAt(last > nearEnd ? last - nearEnd : 0)
  const far = farFromEnd === nearEnd ? near : text.charCodeAt(last > farFromEnd ? last - farFromEnd : 0)
  return (Math.imul((Math.imul(length, 31) + near) | 0, 31) + far) | 0
}

/** The letters nearest the end by which every known text differs from the others, one if that will do. */
function tellingLetters(known: readonly string[]): Pick<TextSlots, 'nearEnd' | 'farFromEnd'> | null {
  for (let farFromEnd = 0; farFromEnd < LETTERS_TRIED; farFromEnd++) {
    for (let nearEnd = 0; nearEnd <= farFromEnd; nearEnd++) {
      if (new Set(known.map((text) => markOf(text, nearEnd, farFromEnd))).size === known.length) {
        return { nearEnd, farFromEnd }
      }
    }
  }
  return null
}
