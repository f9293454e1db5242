import type { AttachmentLimits } from '../settings.ts'
import { fill, type Texts } from '../texts.ts'
import { button, element, icon, setText, show } from './dom.ts'
import { sizeText } from './message-list.ts'

export interface ComposerOptions {
  readonly texts: Texts
  readonly attachments: AttachmentLimits | null
  readonly messageLengthMax: number
  readonly onSend: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onDraft: (text: string) => void
}

/** Where the customer writes: Enter sends, Shift and Enter begins a line. */
export class Composer {
  readonly root: HTMLFormElement
  readonly #options: ComposerOptions
  readonly #field: HTMLTextAreaElement
  readonly #problem: HTMLElement

  constructor(options: ComposerOptions) {
    this.#options = options
    const { texts, onDraft } = options
    this.#field = element('textarea', {
      id: 'message',
      rows: '1',
      placeholder: texts.composer,
      'aria-label': texts.composer,
      'aria-describedby': 'composer-problem',
      enterkeyhint: 'send',
      dir: 'auto',
    })
    this.#problem = element('p', { class: 'problem', id: 'composer-problem', role: 'alert', hidden: true })
    const send = element('button', { type: 'submit', class: 'icon', 'aria-label': texts.send, title: texts.send })
    send.append(icon('send'))
    const row = element('div', { class: 'row' }, this.#field, send)
    if (options.attachments !== null) row.prepend(...this.#attach())
    this.root = element('form', { class: 'composer' }, this.#problem, row)
    this.root.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#send()
    })
    this.#field.addEventListener('input', () => {
      this.#fit()
      onDraft(this.#field.value)
    })
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      this.#send()
    })
  }

  focus(): void {
    this.#field.focus()
  }

  setDraft(text: string): void {
    this.#field.value = text
    this.#fit()
  }

  #send(): void {
    const { texts, messageLengthMax, onSend } = this.#options
    const text = this.#field.value.trim()
    if (text === '') return this.focus()
    if (text.length > messageLengthMax) {
      return this.#tell(fill(texts.messageTooLong, { n: messageLengthMax, actual: text.length }))
    }
    this.#tell(null)
    this.setDraft('')
    onSend(text)
    this.focus()
  }

  #attach(): readonly HTMLElement[] {
    const { texts } = this.#options
    const chooser = element('input', { type: 'file', hidden: true, tabindex: '-1', 'aria-label': texts.attach })
    chooser.addEventListener('change', () => {
      const [file] = chooser.files ?? []
      chooser.value = ''
      if (file !== undefined) this.#offer(file)
    })
    return [chooser, button({ label: texts.attach, icon: 'attach', class: 'icon', onClick: () => chooser.click() })]
  }

  #offer(file: File): void {
    const { texts, attachments, onFile } = this.#options
    if (attachments === null) return
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
    if (file.size > attachments.bytesMax) {
      return this.#tell(fill(texts.fileTooBig, { name: file.name, size: sizeText(attachments.bytesMax) }))
    }
    const { refusedEndings, allowedEndings } = attachments
    const isTaken = allowedEndings.length === 0 || allowedEndings.includes(ending)
    if (!isTaken || refusedEndings.includes(ending)) return this.#tell(fill(texts.fileWrongType, { name: file.name }))
    this.#tell(null)
    onFile(file)
  }

  #tell(problem: string | null): void {
    setText(this.#problem, problem ?? '')
    show(this.#problem, problem !== null)
  }

  /** As high as what is written, up to what the style sheet allows. */
  #fit(): void {
    this.#field.rows = Math.min(5, this.#field.value.split('\n').length)
  }
}
