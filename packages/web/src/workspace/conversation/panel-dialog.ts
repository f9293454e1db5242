import { useSyncExternalStore } from 'react'

/** What can be open over a conversation, one at a time: commands and the composer both open it. */
export const panelDialogs = [
  'transferToQueue',
  'transferToRepresentative',
  'consult',
  'skills',
  'link',
  'close',
  'leave',
  'keys',
] as const
export type PanelDialog = (typeof panelDialogs)[number]

interface Open {
  readonly item: string
  readonly dialog: PanelDialog
}

let present: Open | null = null
const listeners = new Set<() => void>()

/** Opens something over the conversation of an item; null closes whatever is open. */
export function showPanelDialog(open: Open | null): void {
  present = open
  for (const listener of listeners) listener()
}

/** What is open over the conversation of an item; null: nothing. */
export function usePanelDialog(item: string): PanelDialog | null {
  const open = useSyncExternalStore(subscribe, () => present)
  return open?.item === item ? open.dialog : null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
