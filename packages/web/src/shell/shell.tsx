import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import type { SessionView } from '@unified-routing/contract'
import { useEffect, useMemo } from 'react'
import { api } from '../data/api.ts'
import { LiveContext } from '../data/live-context.ts'
import { LiveFeed } from '../data/live-feed.ts'
import { isRepresentative, may } from '../data/permissions.ts'
import { tablesQuery } from '../data/queries.ts'
import { useOtherTabs } from '../data/use-other-tabs.ts'
import { useSession } from '../data/viewer.ts'
import { AlertToasts } from '../supervisor/alert-toasts.tsx'
import { Notices } from '../ui/notices.tsx'
import { clearDraftsOf } from '../workspace/draft-store.ts'
import { NotificationMenu } from '../workspace/notification-menu.tsx'
import { Offers } from '../workspace/offers.tsx'
import { PresenceControl } from '../workspace/presence-control.tsx'
import { AccountMenu } from './account-menu.tsx'
import { AppSwitcher } from './app-switcher.tsx'
import { appOfPath, appsFor } from './apps.ts'
import { LiveNotice } from './live-notice.tsx'
import { ShellLayout } from './shell-layout.tsx'
import { siteMapOf } from './site-maps.tsx'
import { ThemeMenu } from './theme-menu.tsx'

/** The frame of every page behind the sign-in, with the live session that all of them share. */
export function Shell() {
  const session = useSession()
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const feed = useRunningFeed(session)
  useOtherTabs()
  const handleSignOut = useSignOut(session, feed)
  const current = appOfPath(useLocation({ select: (location) => location.pathname }))
  const representative = isRepresentative(session) ? session.representative : null
  return (
    <LiveContext value={feed}>
      <ShellLayout
        siteMapLabel={current.title}
        siteMap={siteMapOf(current.name, { session, tables })}
        start={<AppSwitcher apps={appsFor(session)} current={current} />}
        notice={<LiveNotice isWorking={representative !== null} />}
        end={
          <>
            {representative ? (
              <>
                <PresenceControl representative={representative} />
                <NotificationMenu />
              </>
            ) : null}
            <ThemeMenu />
            <AccountMenu
              name={session.account.name}
              email={session.account.email ?? ''}
              roles={session.roles}
              onSignOut={handleSignOut}
            />
          </>
        }
      >
        <Outlet />
      </ShellLayout>
      {representative ? <Offers representative={representative} /> : null}
      {may(session, 'supervise') ? <AlertToasts /> : null}
      <Notices />
    </LiveContext>
  )
}

function useRunningFeed(session: SessionView): LiveFeed {
  const queryClient = useQueryClient()
  const feed = useMemo(() => new LiveFeed(queryClient), [queryClient])
  const presence = isRepresentative(session)
  useEffect(() => {
    feed.start({ presence })
    return () => feed.stop()
  }, [feed, presence])
  return feed
}

function useSignOut(session: SessionView, feed: LiveFeed): () => void {
  const queryClient = useQueryClient()
  const router = useRouter()
  const { mutate } = useMutation({
    mutationFn: async () => {
      await stopWork(session.representative)
      await api.session.signOut()
    },
    onSuccess: async () => {
      feed.stop()
      clearDraftsOf(localStorage, session.account.id)
      await router.navigate({ to: '/sign-in' })
      queryClient.clear()
    },
  })
  return () => mutate()
}

/** Supervisors are representatives too, and most of them take no work that they would have to stop. */
async function stopWork(representative: string | null): Promise<void> {
  if (representative === null) return
  const { signedIn } = await api.representatives.read(representative)
  if (signedIn) await api.representatives.signOut(representative)
}
