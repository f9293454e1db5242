/** A part of a text: words as they are, or an address that may be followed. */
export type Part = { readonly text: string; readonly href: string | null }

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const address = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi
const trailing = /[.,;:!?)\]]+$/
const markedLink = /\[([^\]\n]{1,200})\]\(([^)\s]{1,2000})\)/g

/** Splits what somebody wrote into words and the web addresses in it. Nothing else becomes a link. */
export function partsOf(text: string): readonly Part[] {
  return split(text, address, ([match]) => {
    const end = match.match(trailing)?.[0] ?? ''
    const url = end === '' ? match : match.slice(0, -end.length)
    return { link: url, href: safeHref(url), rest: end }
  })
}

/** Splits a text of the organization's own that may hold links as [words](address). */
export function partsOfMarked(text: string): readonly Part[] {
  return split(text, markedLink, ([, words = '', href = '']) => ({ link: words, href: safeHref(href), rest: '' }))
}

/** The address, if following it can do no more than open a page, a letter or a call; else null. */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  return schemes.has(url.protocol) ? url.href : null
}

interface Found {
  readonly link: string
  readonly href: string | null
  readonly rest: string
}

function split(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => Found): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const { link, href, rest } = read(match)
    parts.push({ text: text.slice(from, match.index), href: null }, { text: link, href }, { text: rest, href: null })
    from = match.index + match[0].length
  }
  parts.push({ text: text.slice(from), href: null })
  return parts.filter(({ text: words }) => words !== '')
}
