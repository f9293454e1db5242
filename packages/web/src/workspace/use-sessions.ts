import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { workItemQuery } from '../data/queries.ts'
import { useOrganization, useSession } from '../data/viewer.ts'
import { clearDrafts } from './draft-store.ts'
import { sessionStoreOf } from './session-store.ts'
import { closeTab, moveTab, neighbourOf, openTab, type SessionTabs } from './session-tabs.ts'

export interface Sessions {
  readonly tabs: SessionTabs
  readonly openId: string | null
  /** Shows a session, or with null the place before any is open. */
  readonly show: (id: string | null) => void
  /** Takes a session off the desk, with what was typed in it; its work stays what it is. */
  readonly close: (id: string) => void
  readonly move: (id: string, by: number) => void
}

/** The sessions of the viewer. The one that is open is in the address; what the address opens becomes a session. */
export function useSessions(): Sessions {
  const { account } = useSession()
  const store = sessionStoreOf(account.id)
  const tabs = useSyncExternalStore(store.subscribe, store.getSnapshot)
  const { id: openId = null } = useParams({ strict: false })
  const navigate = useNavigate()
  const show = useCallback(
    (id: string | null) =>
      void navigate(
        id === null
          ? { to: '/workspace', search: (before) => before }
          : { to: '/workspace/$id', params: { id }, search: (before) => before },
      ),
    [navigate],
  )
  const close = useCallback(
    (id: string) => {
      const next = neighbourOf(store.getSnapshot(), id)
      clearDrafts(localStorage, { account: account.id, workItem: id })
      store.change((before) => closeTab(before, id))
      if (id === openId) show(next)
    },
    [store, account.id, openId, show],
  )
  const move = useCallback((id: string, by: number) => store.change((before) => moveTab(before, id, by)), [store])
  return { tabs, openId, show, close, move }
}

/** Makes a session of what the address opens. */
export function useOpenSession(id: string | undefined): void {
  const add = useAddSession()
  useEffect(() => {
    if (id !== undefined) add(id)
  }, [id, add])
}

/** Lays a session on the desk without showing it. */
export function useAddSession(): (id: string) => void {
  const { account, representative } = useSession()
  const { sessionLimit } = useOrganization()
  const queryClient = useQueryClient()
  return useCallback(
    (id: string) => {
      const isOwn = (one: string) => {
        const item = queryClient.getQueryData(workItemQuery(one).queryKey)
        return item !== undefined && item.state !== 'Closed' && item.assignedTo === representative
      }
      sessionStoreOf(account.id).change((tabs) => openTab(tabs, id, { limit: sessionLimit, isOwn }))
    },
    [account.id, representative, sessionLimit, queryClient],
  )
}
