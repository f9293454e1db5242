import type { Chat } from '../chat/chat.ts'
import type { Ticket } from '../direct-line/direct-line.ts'
import type { WidgetServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import { fill, type Texts } from '../texts.ts'
import { button, element, setText, show } from './dom.ts'
import { SurveyForm } from './survey-form.ts'

export interface FarewellOptions {
  readonly chat: Chat
  readonly server: WidgetServer
  readonly settings: Settings
  readonly texts: Texts
}

/** What comes after a conversation: how it was, the transcript by e-mail, and a new one. */
export function farewell(options: FarewellOptions): HTMLElement {
  const { chat, settings, texts } = options
  const ticket = chat.ticket()
  const root = element('div', { class: 'composer farewell' }, element('p', { role: 'status' }, texts.ended))
  if (ticket !== null && settings.afterSurvey.length > 0) root.append(questions(ticket, options))
  if (ticket !== null && settings.mailsTranscript) root.append(mailForm(ticket, options))
  root.append(button({ label: texts.startNew, isText: true, class: 'primary', onClick: () => chat.startNew() }))
  return root
}

function questions(ticket: Ticket, { server, settings, texts }: FarewellOptions): HTMLElement {
  const { said, tell } = news()
  const form = new SurveyForm({
    questions: settings.afterSurvey,
    texts,
    submit: texts.sendAnswers,
    onAnswered: (answers) => {
      server.answer(ticket, answers).then(
        () => {
          form.root.remove()
          tell(texts.thanks)
        },
        () => tell(texts.again),
      )
    },
  })
  return element('div', {}, form.root, said)
}

function mailForm(ticket: Ticket, { server, texts }: FarewellOptions): HTMLElement {
  const { said, tell } = news()
  const field = element('input', { id: 'mail', type: 'email', autocomplete: 'email', required: true })
  const send = element('button', { type: 'submit', class: 'quiet' }, texts.mail)
  const form = element('form', { class: 'field' }, element('label', { for: 'mail' }, texts.email), field, send)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const email = field.value.trim()
    server.mailTranscript(ticket, email).then(
      () => tell(fill(texts.mailed, { email })),
      () => tell(texts.again),
    )
  })
  return element('div', {}, form, said)
}

/** A line that is read out when it says something. */
function news() {
  const said = element('p', { role: 'status', tabindex: '-1', hidden: true })
  const tell = (text: string) => {
    show(said, true)
    setText(said, text)
    said.focus()
  }
  return { said, tell }
}
