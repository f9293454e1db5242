import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '../data/api.ts'
import { isRepresentative } from '../data/permissions.ts'
import { representativeQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { PageNotFound } from '../ui/page-not-found.tsx'
import { Inbox } from './inbox.tsx'
import { PresenceNotice } from './presence-notice.tsx'
import { SessionLimitNotice } from './session-limit-notice.tsx'
import { SessionStrip } from './session-strip.tsx'
import { useOpenSession } from './use-sessions.ts'
import styles from './workspace-page.module.css'

/** Where representatives work: the inbox beside the item that is open. */
export function WorkspacePage() {
  const session = useSession()
  if (!isRepresentative(session) || session.representative === null) return <PageNotFound />
  return <Workspace representative={session.representative} />
}

function Workspace({ representative }: { readonly representative: string }) {
  const { id } = useParams({ strict: false })
  useBeginWork(representative)
  useOpenSession(id)
  return (
    <div className={styles.workspace} data-open={id !== undefined}>
      <div className={styles.notices}>
        <PresenceNotice representative={representative} />
        <SessionLimitNotice representative={representative} />
      </div>
      <aside className={styles.inbox} aria-label="Inbox">
        <Inbox representative={representative} />
      </aside>
      <div className={styles.desk}>
        <SessionStrip />
        <div className={styles.open}>
          <Outlet />
        </div>
      </div>
    </div>
  )
}

/** Who opens the workspace begins to take work; who then goes Offline by hand stays so. */
function useBeginWork(representative: string): void {
  const queryClient = useQueryClient()
  const { data: me } = useQuery(representativeQuery(representative))
  const { mutate } = useMutation({
    mutationFn: () => api.representatives.signIn(representative),
    onSuccess: (signedIn) => queryClient.setQueryData(representativeQuery(representative).queryKey, signedIn),
  })
  const hasBegun = useRef(false)
  const isSignedIn = me?.signedIn
  useEffect(() => {
    if (hasBegun.current || isSignedIn === undefined) return
    hasBegun.current = true
    if (!isSignedIn) mutate()
  }, [isSignedIn, mutate])
}
