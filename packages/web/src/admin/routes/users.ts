/** User management. */
export const userRoutes = [] as const
