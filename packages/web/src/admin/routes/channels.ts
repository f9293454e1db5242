/** Channels, and what the licences open. */
export const channelRoutes = [] as const
