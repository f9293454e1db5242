import { AppError, computeCalendars } from '@unified-routing/contract'
import { type Configuration, CUSTOMER_TABLE, type Literal } from '@unified-routing/routing'
import { z } from 'zod'
import type { Services } from '../../http/services.ts'
import type { CustomerConversations } from '../direct-line/conversations.ts'
import { badArgument } from '../direct-line/direct-line-error.ts'
import { isOver } from '../direct-line/end-of-conversation.ts'
import type { Ticket } from '../direct-line/tokens.ts'
import type { IdentifyCustomer } from './customer-identity.ts'
import { givenAnswers, requireAnswers } from './survey-answers.ts'
import type { Widget } from './widgets.ts'

const ANSWERS_MAX = 100
const TOKEN_LENGTH_MAX = 16_000

/** Says who a customer of the site is. */
export const identityToken = z.string().max(TOKEN_LENGTH_MAX).nullish()

/** What a page hands over to start a chat. */
export const chatStart = z.object({
  answers: givenAnswers.default({}),
  context: givenAnswers.default({}),
  identityToken,
})

export interface StartedChat {
  /** Of the conversation that goes on, when there is one. */
  readonly ticket: Ticket
  readonly isNew: boolean
}

export interface ChatStart {
  readonly widget: Widget
  readonly ticket: Ticket
  readonly given: z.output<typeof chatStart>
}

interface StartParts {
  readonly services: Pick<Services, 'catalogs' | 'engine' | 'reads' | 'now'>
  readonly conversations: CustomerConversations
  readonly identify: IdentifyCustomer
}

/** Starts the conversation of a widget's customer: opening hours, survey, identity, then routing. A persistent chat goes on
 * where it was, whatever the hour. */
export async function startChat({ widget, ticket, given: said }: ChatStart, parts: StartParts): Promise<StartedChat> {
  const { services, conversations, identify } = parts
  const { value } = widget
  if (!value.isPersistent && !isOpen(widget, services))
    throw new AppError('forbidden', value.texts.outOfHours ?? CLOSED, { reason: 'OutOfOperatingHours' })
  requireAnswers(value.survey, said.answers)
  const identity = await identityOf(widget, said.identityToken, identify)
  if (identity !== null && Object.keys(said.context).length > 0)
    throw badArgument('The context of a customer who is signed in comes with the token.')
  const context = { ...said.context, ...said.answers, ...identity?.context }
  if (Object.keys(context).length > ANSWERS_MAX) throw badArgument(`A chat brings at most ${ANSWERS_MAX} values along.`)
  const customer = identity === null ? null : await contactOf(identity.subject, services)
  const present = value.isPersistent && customer !== null ? presentChat(customer, widget, services) : null
  if (present !== null) return { ticket: { ...ticket, conversation: present }, isNew: false }
  const { workstream } = value
  const isNew = await conversations.start({ ticket, workstream, customer, context: typed(context, widget, services) })
  return { ticket, isNew }
}

/** Whether customers of a widget are asked to go on where they were: who they are must be known, and for how long. */
export function findsPrevious({ value }: Widget): boolean {
  return value.authentication === 'token' && value.reconnectMinutes !== null && !value.isPersistent
}

/** The conversation that a customer has lost and can still go on with; null: there is none. */
export async function findPreviousChat(
  widget: Widget,
  token: string | null | undefined,
  { services, identify }: Pick<StartParts, 'services' | 'identify'>,
): Promise<string | null> {
  if (!findsPrevious(widget)) return null
  const identity = await identityOf(widget, token, identify)
  const customer = identity === null ? null : await contactOf(identity.subject, services)
  return customer === null ? null : presentChat(customer, widget, services)
}

/** Who the customer is, where a widget wants to know. Errors: unauthenticated. */
async function identityOf({ value }: Widget, token: string | null | undefined, identify: IdentifyCustomer) {
  const { authentication, keysUrl, issuer } = value
  if (authentication === 'none' || keysUrl === null) return null
  if (typeof token !== 'string')
    throw new AppError('unauthenticated', 'This chat is for customers who are signed in.', { reason: 'InvalidToken' })
  return identify(token, { keysUrl, issuer })
}

/** The conversation of this widget’s workstream that a customer is in. */
function presentChat(customer: string, { value }: Widget, { engine }: Pick<Services, 'engine'>): string | null {
  for (const item of engine.router()?.openWorkItems() ?? [])
    if (item.customer === customer && item.workstream === value.workstream && !isOver(item)) return item.id
  return null
}

const CLOSED = 'We are closed right now. Please come back during our opening hours.'

/** Whether somebody is there to chat now. */
export function isOpen({ value }: Widget, { catalogs, now }: Pick<Services, 'catalogs' | 'now'>): boolean {
  const { operatingHours } = value
  if (operatingHours === null) return true
  const { document } = catalogs()
  const named = document.operatingHours?.filter(({ name }) => name === operatingHours) ?? []
  if (named.length === 0) return true
  const configuration: Configuration = {
    version: 1,
    operatingHours: named,
    ...(document.organization === undefined ? {} : { organization: document.organization }),
  }
  const at = now()
  const intervals = computeCalendars(configuration, at, at + 1).hours[operatingHours] ?? []
  return intervals.some(([from, to]) => from <= at && at < to)
}

/** Values of the types that the workstream gives its context variables; a number that is none stays the text it is. */
function typed(
  context: Readonly<Record<string, Literal>>,
  { value }: Widget,
  { catalogs }: Pick<Services, 'catalogs'>,
): Readonly<Record<string, Literal>> {
  const workstream = catalogs().document.workstreams?.find(({ name }) => name === value.workstream)
  const numbers = new Set(workstream?.contextVariables?.filter(({ type }) => type === 'number').map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(context).map(([name, text]) => {
      const number = typeof text === 'string' && numbers.has(name) && text.trim() !== '' ? Number(text) : Number.NaN
      return [name, Number.isFinite(number) ? number : text]
    }),
  )
}

/** The contact that a token means, when it is there and active. */
async function contactOf(subject: string, { reads }: Pick<Services, 'reads'>): Promise<string | null> {
  if (subject.includes('\0') || !subject.isWellFormed()) return null
  const contact = await reads.row({ table: CUSTOMER_TABLE, id: subject }, null)
  return contact?.active === true ? contact.id : null
}
