import { labelOf } from '../../ui/words.ts'

const steps = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g

/** "hours[0].start" or "hours.0.start" as "Hours 1, From", by the labels of a noun; the whole row as "Everything". */
export function placeWords(place: string, labels: Readonly<Record<string, string>>): string {
  const text = [...place.matchAll(steps)].reduce((said, [, quoted, index, plain = '']) => {
    if (index !== undefined || /^\d+$/.test(plain)) return `${said} ${Number(index ?? plain) + 1}`
    const word = quoted ?? labels[plain] ?? wordOf(plain)
    return said === '' ? word : `${said}, ${word}`
  }, '')
  return text === '' ? 'Everything' : text
}

/** Fields of the document begin small; what begins with a capital is a name that somebody gave. */
function wordOf(step: string): string {
  return /^\p{Lu}/u.test(step) ? step : labelOf(step)
}
