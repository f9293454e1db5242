import { authorText } from '../chat/author-text.ts'
import type { Chat } from '../chat/chat.ts'
import { type ChatState, unreadCount } from '../chat/chat-state.ts'
import type { Entry } from '../chat/transcript.ts'
import type { WidgetServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import type { Surroundings } from '../surroundings.ts'
import { fill, type Texts } from '../texts.ts'
import { button, element, icon, setAttributes, setText, show } from './dom.ts'
import { INVITATION_SHOWN_MS, InvitationBubble } from './invitation-bubble.ts'
import { Panel } from './panel.ts'
import { createSound } from './sound.ts'

export interface WidgetViewOptions {
  readonly chat: Chat
  readonly server: WidgetServer
  readonly settings: Settings
  readonly texts: Texts
  readonly surroundings: Surroundings
}

/** Button, invitation and panel, kept in step with the chat. */
export class WidgetView {
  readonly root: HTMLElement
  readonly #options: WidgetViewOptions
  readonly #launcher: HTMLButtonElement
  readonly #badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true })
  readonly #news = element('div', { class: 'hidden', role: 'status' })
  readonly #panel: Panel
  readonly #invitation: InvitationBubble
  readonly #ring = createSound()
  #isSoundOn = true
  #callOffInvitation: (() => void) | null = null

  constructor(options: WidgetViewOptions) {
    this.#options = options
    const { chat, server, settings, texts } = options
    this.#launcher = button({ label: texts.open, class: 'launcher', onClick: () => this.#toggle() })
    setAttributes(this.#launcher, { 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-controls': 'panel' })
    this.#launcher.append(icon('chat'), this.#badge)
    this.#panel = new Panel({
      chat,
      server,
      settings,
      texts,
      onMinimise: () => this.minimise(),
      onSound: (isOn) => {
        this.#isSoundOn = isOn
      },
    })
    this.#invitation = new InvitationBubble({
      texts,
      onAccept: () => this.open(),
      onDismiss: () => {
        this.#launcher.focus()
        this.invite(null)
      },
    })
    const role = `widget ${settings.position}`
    this.root = element('div', { class: role }, this.#invitation.root, this.#panel.root, this.#launcher, this.#news)
    chat.subscribe(() => this.#update(chat.state()))
    this.#update(chat.state())
  }

  open(): void {
    this.invite(null)
    this.#options.chat.open()
    this.#panel.scrollToEnd()
    this.#panel.focus()
  }

  minimise(): void {
    this.#options.chat.minimise()
    this.#launcher.focus()
  }

  /** Shows an invitation for a minute, unless the visitor is chatting already; null takes it away. */
  invite(text: string | null): void {
    this.#callOffInvitation?.()
    const { isOpen, phase } = this.#options.chat.state()
    const isWelcome = text !== null && !isOpen && phase === 'idle'
    this.#invitation.show(isWelcome ? text : null)
    if (!isWelcome) return
    this.#callOffInvitation = this.#options.surroundings.after(INVITATION_SHOWN_MS, () => this.#invitation.show(null))
  }

  /** Tells of a message that has just come. */
  announce(entry: Entry): void {
    const { chat, settings, texts } = this.#options
    if (settings.playsSound && this.#isSoundOn && (document.hidden || !chat.state().isOpen)) this.#ring()
    if (chat.state().isOpen || !settings.countsUnread) return
    setText(this.#news, fill(texts.newMessage, { name: authorText(entry, texts), text: entry.text }))
  }

  #toggle(): void {
    if (this.#options.chat.state().isOpen) this.minimise()
    else this.open()
  }

  #update(state: ChatState): void {
    const { settings, texts } = this.#options
    const unread = settings.countsUnread ? unreadCount(state) : 0
    this.root.classList.toggle('open', state.isOpen)
    setText(this.#badge, String(unread))
    show(this.#badge, unread > 0)
    const closedLabel = unread > 0 ? fill(texts.openUnread, { n: unread }) : texts.open
    const label = state.isOpen ? texts.minimise : closedLabel
    setAttributes(this.#launcher, { 'aria-label': label, title: label, 'aria-expanded': String(state.isOpen) })
    if (state.isOpen) setText(this.#news, '')
    this.#panel.update(state)
  }
}
