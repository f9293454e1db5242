/** Roles, business units, sign-in and API keys. */
export const securityRoutes = [] as const
