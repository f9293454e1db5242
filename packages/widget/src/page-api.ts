import type { Answers } from './chat/survey.ts'

/** What scripts of the page may use, as `unifiedRoutingChat`. Events go to the document as `unifiedroutingchat:NAME`. */
export interface PageApi {
  open(): void
  minimise(): void
  /** What the page knows about the visit, handed over when the conversation starts. */
  setContext(context: Answers): void
  /** Invites the visitor to chat. */
  invite(text: string): void
}

export type PageEvent = 'ready' | 'message' | 'error'

declare global {
  interface Window {
    unifiedRoutingChat?: PageApi
  }
}

export function tellPage(event: PageEvent, detail: Readonly<Record<string, string>> = {}): void {
  document.dispatchEvent(new CustomEvent(`unifiedroutingchat:${event}`, { detail }))
}
