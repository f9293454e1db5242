import { addCustomerChat, readCustomerChat, type SurveyAnswer, saveSurveyAnswers } from '../../store/customer-chats.ts'
import type { Store } from '../../store/store.ts'
import type { Widget, Widgets } from './widgets.ts'

const MINUTE_MS = 60_000

/** What is known of a conversation because a customer came into it through a widget. */
export interface CustomerChats {
  begin(conversation: string, widget: string): Promise<void>
  /** Null: it did not begin in a widget, or the widget is gone. */
  widgetOf(conversation: string): Promise<Widget | null>
  /** What the customer answered when it was over. */
  survey(
    conversation: string,
  ): Promise<{ readonly answers: readonly SurveyAnswer[]; readonly answeredAt: number | null }>
  /** False: it was answered before. */
  answer(conversation: string, answers: readonly SurveyAnswer[]): Promise<boolean>
  /** How long a customer who has lost the connection still counts as there; null: as routing has it. */
  returnWithinMs(conversation: string): Promise<number | null>
}

interface ChatsOptions {
  readonly store: Store
  readonly organizationId: string
  readonly widgets: Widgets
  readonly now: () => number
}

export function createCustomerChats({ store, organizationId, widgets, now }: ChatsOptions): CustomerChats {
  async function widgetOf(conversation: string): Promise<Widget | null> {
    const chat = await readCustomerChat(store, { organizationId, conversation })
    return chat === null ? null : widgets.find(chat.widget)
  }
  return {
    begin: (conversation, widget) => addCustomerChat(store, { organizationId, conversation }, widget),
    widgetOf,
    async survey(conversation) {
      const chat = await readCustomerChat(store, { organizationId, conversation })
      return { answers: chat?.answers ?? [], answeredAt: chat?.answeredAt ?? null }
    },
    answer: (conversation, answers) =>
      saveSurveyAnswers(store, { organizationId, conversation }, { answers, at: now() }),
    async returnWithinMs(conversation) {
      const minutes = (await widgetOf(conversation))?.value.reconnectMinutes ?? null
      return minutes === null ? null : minutes * MINUTE_MS
    },
  }
}
