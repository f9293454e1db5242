import type { Chat } from '../chat/chat.ts'
import type { ChatState, Phase } from '../chat/chat-state.ts'
import type { WidgetServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import type { Texts } from '../texts.ts'
import { fill } from '../texts.ts'
import { Composer } from './composer.ts'
import { button, element, setText, show } from './dom.ts'
import { farewell } from './farewell.ts'
import { Header } from './header.ts'
import { MessageList } from './message-list.ts'
import { SurveyForm } from './survey-form.ts'

export interface PanelOptions {
  readonly chat: Chat
  readonly server: WidgetServer
  readonly settings: Settings
  readonly texts: Texts
  readonly onMinimise: () => void
  readonly onSound: (isOn: boolean) => void
}

/** What a customer comes to first who is asked something. */
const FIRST_TO_DO = ':is(.farewell, .notice) :is(input, textarea, select, button)'

/** The open chat: a header, and what the phase asks for below it. */
export class Panel {
  readonly root: HTMLElement
  readonly #options: PanelOptions
  readonly #header: Header
  readonly #messages: MessageList
  readonly #composer: Composer
  readonly #confirm: HTMLElement
  readonly #connection: HTMLElement
  readonly #typing: HTMLElement
  readonly #screen: HTMLElement
  #survey: SurveyForm | null = null
  #shown: Phase | null = null

  constructor(options: PanelOptions) {
    this.#options = options
    const { chat, settings, texts, onMinimise, onSound } = options
    this.#header = new Header({
      settings,
      texts,
      onSound,
      onTranscript: () => void this.#download(),
      onEnd: () => this.#askWhetherToEnd(),
      onMinimise,
    })
    this.#messages = new MessageList({
      texts,
      language: settings.language,
      onRetry: (key) => chat.retry(key),
      onSuggestion: (text) => chat.send(text),
    })
    this.#composer = new Composer({
      texts,
      attachments: settings.attachments,
      messageLengthMax: settings.messageLengthMax,
      onSend: (text) => chat.send(text),
      onFile: (file) => chat.sendFile(file),
      onDraft: (text) => chat.keepDraft(text),
    })
    this.#composer.setDraft(chat.state().draft)
    this.#connection = element('p', { class: 'bar', role: 'status', hidden: true })
    this.#typing = element('p', { class: 'typing' })
    this.#screen = element('div', { class: 'screen' })
    this.#confirm = this.#confirmation()
    this.root = element(
      'section',
      { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: true },
      this.#header.root,
      this.#confirm,
      this.#connection,
      this.#screen,
    )
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      if (this.#confirm.hidden) onMinimise()
      else this.#endNot()
    })
  }

  update(state: ChatState): void {
    const { settings, texts } = this.#options
    const { phase, transcript, typing } = state
    show(this.root, state.isOpen)
    const hasWords = transcript.some(({ delivery }) => delivery === 'sent')
    this.#header.update({
      canEnd: phase === 'talking' && !settings.isPersistent,
      canDownload: settings.offersTranscript && hasWords,
      status: phase === 'starting' ? texts.connecting : null,
    })
    const isOffline = phase === 'talking' && state.connection === 'offline'
    const warning = isOffline ? texts.connectionLost : phase === 'talking' ? state.problem : null
    setText(this.#connection, warning ?? '')
    show(this.#connection, warning !== null)
    setText(this.#typing, typing === null ? '' : fill(texts.typing, { name: typing }))
    if (this.#shown !== phase) this.#showPhase(state)
    const isGoingOn = phase === 'talking'
    if (isGoingOn || phase === 'ended') this.#messages.update({ ...state, isGoingOn })
  }

  /** Puts the focus where the customer goes on. */
  focus(): void {
    const phase = this.#shown
    if (phase === 'talking') this.#composer.focus()
    else if (phase === 'survey') this.#survey?.focus()
    else if (phase === 'ended' || phase === 'previous') this.#screen.querySelector<HTMLElement>(FIRST_TO_DO)?.focus()
    else this.root.focus()
  }

  scrollToEnd(): void {
    this.#messages.scrollToEnd()
  }

  #showPhase({ phase, problem }: ChatState): void {
    const hadFocus = this.root.matches(':focus-within')
    const { texts, settings } = this.#options
    this.#shown = phase
    show(this.#confirm, false)
    const screens: Record<Phase, () => readonly Node[]> = {
      idle: () => [],
      previous: () => [this.#choice()],
      starting: () => [this.#notice(texts.connecting)],
      closed: () => [this.#notice(texts.outOfHours)],
      problem: () => [this.#notice(problem ?? texts.problem, texts.retry)],
      survey: () => [this.#surveyForm(settings).root],
      talking: () => [this.#messages.root, this.#typing, this.#composer.root],
      ended: () => [this.#messages.root, farewell(this.#options)],
    }
    this.#screen.replaceChildren(...screens[phase]())
    if (hadFocus) this.focus()
  }

  #surveyForm({ survey }: Settings): SurveyForm {
    const { chat, texts } = this.#options
    this.#survey = new SurveyForm({
      questions: survey,
      texts,
      submit: texts.start,
      onAnswered: (answers) => void chat.start(answers),
    })
    return this.#survey
  }

  #notice(text: string, again?: string): HTMLElement {
    const notice = element('div', { class: 'notice', role: 'status' }, element('p', {}, text))
    const { chat } = this.#options
    if (again !== undefined) {
      notice.append(button({ label: again, isText: true, class: 'primary', onClick: () => chat.startNew() }))
    }
    return notice
  }

  /** Whether to go on with a conversation that was lost. */
  #choice(): HTMLElement {
    const { chat, texts } = this.#options
    return element(
      'div',
      { class: 'notice', role: 'group', 'aria-label': texts.previous },
      element('p', {}, texts.previous),
      button({ label: texts.resume, isText: true, class: 'primary', onClick: () => chat.goOn() }),
      button({ label: texts.startNew, isText: true, class: 'quiet', onClick: () => chat.startNew() }),
    )
  }

  #confirmation(): HTMLElement {
    const { chat, texts } = this.#options
    return element(
      'div',
      { class: 'bar', role: 'group', 'aria-label': texts.confirmEnd, hidden: true },
      element('p', {}, texts.confirmEnd),
      button({ label: texts.end, isText: true, class: 'primary', onClick: () => void chat.end() }),
      button({ label: texts.cancelEnd, isText: true, class: 'quiet', onClick: () => this.#endNot() }),
    )
  }

  #askWhetherToEnd(): void {
    show(this.#confirm, true)
    this.#confirm.querySelector('button')?.focus()
  }

  #endNot(): void {
    show(this.#confirm, false)
    this.#header.focusEnd()
  }

  async #download(): Promise<void> {
    const { chat, server, texts } = this.#options
    const ticket = chat.ticket()
    const text = ticket === null ? null : await server.transcript(ticket).catch(() => null)
    if (text === null) return this.#header.tell(texts.again)
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    element('a', { href: url, download: 'chat.txt' }).click()
    setTimeout(() => URL.revokeObjectURL(url), 1_000)
  }
}
