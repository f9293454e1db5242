import type { Settings } from '../settings.ts'
import type { Texts } from '../texts.ts'
import { button, element, icon, setAttributes, setText, show } from './dom.ts'
import { safeHref } from './rich-text.ts'

export interface HeaderOptions {
  readonly settings: Settings
  readonly texts: Texts
  readonly onSound: (isOn: boolean) => void
  readonly onTranscript: () => void
  readonly onEnd: () => void
  readonly onMinimise: () => void
}

/** Title and commands of the panel. */
export class Header {
  readonly root: HTMLElement
  readonly #transcript: HTMLButtonElement
  readonly #end: HTMLButtonElement
  readonly #status: HTMLElement
  readonly #settings: Settings

  constructor({ settings, texts, onSound, onTranscript, onEnd, onMinimise }: HeaderOptions) {
    this.#settings = settings
    this.#status = element('p', { class: 'subtitle', role: 'status' }, settings.subtitle)
    this.#transcript = button({ label: texts.transcript, icon: 'download', class: 'icon', onClick: onTranscript })
    this.#end = button({ label: texts.end, icon: 'end', class: 'icon', onClick: onEnd })
    const titles = element('div', { class: 'titles' }, element('h2', { id: 'title' }, settings.title), this.#status)
    this.root = element('div', { class: 'header' }, titles)
    const logo = settings.logoUrl === null ? null : safeHref(settings.logoUrl)
    if (logo !== null) this.root.prepend(logoOf(logo))
    if (settings.playsSound) this.root.append(soundButton(texts, onSound))
    this.root.append(
      this.#transcript,
      this.#end,
      button({ label: texts.minimise, icon: 'minimise', class: 'icon', onClick: onMinimise }),
    )
  }

  update({ canEnd, canDownload, status }: { canEnd: boolean; canDownload: boolean; status: string | null }): void {
    show(this.#end, canEnd)
    show(this.#transcript, canDownload)
    setText(this.#status, status ?? this.#settings.subtitle)
  }

  /** Says something until the next change of the chat. */
  tell(text: string): void {
    setText(this.#status, text)
  }

  focusEnd(): void {
    this.#end.focus()
  }
}

function soundButton(texts: Texts, onSound: (isOn: boolean) => void): HTMLButtonElement {
  let isOn = true
  const made = button({
    label: texts.soundOff,
    icon: 'sound',
    class: 'icon',
    onClick: () => {
      isOn = !isOn
      const label = isOn ? texts.soundOff : texts.soundOn
      setAttributes(made, { 'aria-label': label, title: label })
      made.replaceChildren(icon(isOn ? 'sound' : 'silent'))
      onSound(isOn)
    },
  })
  return made
}

/** The page's own policy may keep pictures of other sites out; then there is none. */
function logoOf(address: string): HTMLImageElement {
  const made = element('img', { src: address, alt: '', referrerpolicy: 'no-referrer' })
  made.addEventListener('error', () => made.remove())
  return made
}
