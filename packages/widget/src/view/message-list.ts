import { authorText } from '../chat/author-text.ts'
import type { Entry, Transcript } from '../chat/transcript.ts'
import { fill, type Texts } from '../texts.ts'
import { button, element, link, setText, show } from './dom.ts'
import { partsOf, safeHref } from './rich-text.ts'

const NEAR_THE_END_PX = 80

export interface MessageListOptions {
  readonly texts: Texts
  readonly language: string
  readonly onRetry: (key: string) => void
  readonly onSuggestion: (text: string) => void
}

export interface MessageListState {
  readonly transcript: Transcript
  readonly isCaughtUp: boolean
  readonly isGoingOn: boolean
}

/** The messages as a log that screen readers follow. */
export class MessageList {
  readonly root: HTMLElement
  readonly #options: MessageListOptions
  readonly #items = new Map<string, { readonly entry: Entry; readonly node: HTMLElement }>()
  readonly #suggestions: HTMLElement
  readonly #log: HTMLElement
  readonly #waiting: HTMLElement

  constructor(options: MessageListOptions) {
    this.#options = options
    this.#log = element('div', {
      class: 'log',
      role: 'log',
      'aria-label': options.texts.conversation,
      'aria-live': 'off',
    })
    this.#suggestions = element('div', { class: 'suggestions', role: 'group', 'aria-label': options.texts.suggestions })
    this.#waiting = element('p', { class: 'waiting', hidden: true }, options.texts.waiting)
    this.root = element('div', { class: 'scroller', tabindex: '0' }, this.#waiting, this.#log, this.#suggestions)
  }

  /** Shows a transcript. History is put there in silence; only what is new is read out. */
  update({ transcript, isCaughtUp, isGoingOn }: MessageListState): void {
    const wasAtEnd = this.#isAtEnd()
    const keys = new Set(transcript.map(({ key }) => key))
    for (const [key, { node }] of this.#items) {
      if (keys.has(key)) continue
      node.remove()
      this.#items.delete(key)
    }
    let before: Element | null = null
    for (const entry of transcript) {
      const node = this.#nodeOf(entry)
      const wanted: Element | null = before === null ? this.#log.firstElementChild : before.nextElementSibling
      if (wanted !== node) this.#log.insertBefore(node, wanted)
      before = node
    }
    // Until somebody has said something, an empty chat could be taken for a broken one.
    show(this.#waiting, isGoingOn && isCaughtUp && transcript.every(({ from }) => from === 'customer'))
    this.#suggest(transcript.at(-1))
    if (isCaughtUp) this.#log.setAttribute('aria-live', 'polite')
    if (wasAtEnd || transcript.at(-1)?.delivery === 'sending') this.scrollToEnd()
  }

  scrollToEnd(): void {
    this.root.scrollTop = this.root.scrollHeight
  }

  #isAtEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.root
    return scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX
  }

  #nodeOf(entry: Entry): HTMLElement {
    const known = this.#items.get(entry.key)
    if (known?.entry === entry) return known.node
    const node = this.#render(entry)
    known?.node.replaceWith(node)
    this.#items.set(entry.key, { entry, node })
    return node
  }

  #render(entry: Entry): HTMLElement {
    const { texts } = this.#options
    const node = element('div', { class: `entry ${entry.from} ${entry.delivery}` })
    const author = authorText(entry, texts)
    // Where a message stands says as much as a name; readers of the log still hear it.
    node.append(element('div', { class: entry.from === 'other' ? 'author' : 'author hidden' }, author))
    if (entry.text !== '') node.append(element('div', { class: 'bubble', dir: 'auto' }, ...wordsOf(entry.text)))
    for (const attachment of entry.attachments) node.append(this.#attachment(attachment))
    node.append(this.#status(entry))
    return node
  }

  #attachment({ name, url, bytes }: Entry['attachments'][number]): HTMLElement {
    const label = bytes === null ? name : `${name} (${sizeText(bytes)})`
    const href = safeHref(url)
    if (href === null) return element('div', { class: 'bubble file' }, label)
    const description = fill(this.#options.texts.downloadFile, { name: label })
    return element('div', { class: 'bubble file' }, link(label, href, { download: name, 'aria-label': description }))
  }

  #status(entry: Entry): HTMLElement {
    const { texts, onRetry } = this.#options
    const status = element('div', { class: 'status' })
    if (entry.delivery === 'sending') status.append(texts.sending)
    if (entry.delivery === 'failed') {
      status.append(`${entry.problem ?? texts.failed} `)
      status.append(button({ label: texts.retry, isText: true, class: 'quiet', onClick: () => onRetry(entry.key) }))
    }
    if (entry.delivery === 'sent' && entry.at !== null) status.append(this.#time(entry.at))
    if (entry.delivery === 'sent' && entry.from === 'customer') {
      status.append(element('span', { class: 'mark' }, ` · ${texts.sent}`))
    }
    return status
  }

  #time(at: number): HTMLElement {
    const date = new Date(at)
    const time = element('time', { datetime: date.toISOString(), title: date.toLocaleString(this.#options.language) })
    setText(time, date.toLocaleTimeString(this.#options.language, { hour: '2-digit', minute: '2-digit' }))
    return time
  }

  #suggest(last: Entry | undefined): void {
    const suggestions = last?.from === 'customer' ? [] : (last?.suggestions ?? [])
    this.#suggestions.replaceChildren(
      ...suggestions.map(({ title, text }) =>
        button({ label: title, isText: true, class: 'suggestion', onClick: () => this.#options.onSuggestion(text) }),
      ),
    )
    this.#suggestions.hidden = suggestions.length === 0
  }
}

function wordsOf(text: string): readonly (Node | string)[] {
  return partsOf(text).map((part) => (part.href === null ? part.text : link(part.text, part.href)))
}

/** A size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  if (bytes < 1_024 * 1_024) return `${Math.round(bytes / 1_024)} KB`
  return `${(bytes / 1_024 / 1_024).toFixed(1).replace(/\.0$/, '')} MB`
}
