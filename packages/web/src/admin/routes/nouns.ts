/** Queues, skills, capacity profiles, presence, operating hours, user groups, tables and settings. */
export const nounRoutes = [] as const
