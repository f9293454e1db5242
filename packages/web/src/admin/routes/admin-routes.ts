import { channelRoutes } from './channels.ts'
import { configurationRoutes } from './configuration.ts'
import { homeRoutes } from './home.ts'
import { insightRoutes } from './insights.ts'
import { nounRoutes } from './nouns.ts'
import { routingRoutes } from './routing.ts'
import { securityRoutes } from './security.ts'
import { settingsRoutes } from './settings.ts'
import { userRoutes } from './users.ts'
import { workstreamRoutes } from './workstreams.ts'

/** The pages of the admin center, one file an area. */
export const adminRoutes = [
  ...homeRoutes,
  ...routingRoutes,
  ...channelRoutes,
  ...workstreamRoutes,
  ...nounRoutes,
  ...settingsRoutes,
  ...userRoutes,
  ...insightRoutes,
  ...configurationRoutes,
  ...securityRoutes,
] as const
