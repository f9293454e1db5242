import type { Texts } from '../texts.ts'
import { button, element, setText, show } from './dom.ts'

/** An invitation that nobody takes goes away by itself. */
export const INVITATION_SHOWN_MS = 60_000

export interface InvitationBubbleOptions {
  readonly texts: Texts
  readonly onAccept: () => void
  readonly onDismiss: () => void
}

/** Asks a visitor whether they would like to chat. It never takes the focus. */
export class InvitationBubble {
  readonly root: HTMLElement
  readonly #words: HTMLElement

  constructor({ texts, onAccept, onDismiss }: InvitationBubbleOptions) {
    this.#words = element('p', { role: 'status' })
    this.root = element(
      'section',
      { class: 'invitation', 'aria-label': texts.invitation, hidden: true },
      this.#words,
      element(
        'div',
        { class: 'row' },
        button({ label: texts.inviteAccept, isText: true, class: 'primary', onClick: onAccept }),
        button({ label: texts.dismiss, isText: true, class: 'quiet', onClick: onDismiss }),
      ),
    )
  }

  show(text: string | null): void {
    show(this.root, text !== null)
    setText(this.#words, text ?? '')
  }
}
