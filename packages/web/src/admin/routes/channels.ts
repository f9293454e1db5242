import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { channelsQuery } from '../../data/enabling-queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const channels = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/channels',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...channelsQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../channels/channels-page.tsx'), 'ChannelsPage'),
})

/** Channels, and what the licences open. */
export const channelRoutes = [channels] as const
