/** Simulator, health check and audit log. */
export const insightRoutes = [] as const
