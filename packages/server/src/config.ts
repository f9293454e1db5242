import { z } from 'zod'
import { settings } from './config-settings.ts'
import { StartupError } from './startup-error.ts'

const shape = z.object({
  port: settings.port.shape,
  host: settings.host.shape,
  data: settings.data.shape,
  databaseUrl: settings.databaseUrl.shape,
  databaseConnections: settings.databaseConnections.shape,
  keptMonths: settings.keptMonths.shape,
  publicUrl: settings.publicUrl.shape,
  trustProxy: settings.trustProxy.shape,
  logLevel: settings.logLevel.shape,
  administratorEmail: settings.administratorEmail.shape,
  supportContact: settings.supportContact.shape,
  requestsAtOnce: settings.requestsAtOnce.shape,
  requestsPerMinute: settings.requestsPerMinute.shape,
  anonymousRequestsPerMinute: settings.anonymousRequestsPerMinute.shape,
  signInsPerMinute: settings.signInsPerMinute.shape,
  fileScanUrl: settings.fileScanUrl.shape,
  smtpUrl: settings.smtpUrl.shape,
  oidcIssuer: settings.oidcIssuer.shape,
  oidcClientId: settings.oidcClientId.shape,
  oidcClientSecret: settings.oidcClientSecret.shape,
  oidcScopes: settings.oidcScopes.shape,
  oidcAccountClaim: settings.oidcAccountClaim.shape,
  oidcTrustsEmail: settings.oidcTrustsEmail.shape,
  oidcMakesAccounts: settings.oidcMakesAccounts.shape,
  oidcRolesClaim: settings.oidcRolesClaim.shape,
  oidcRoles: settings.oidcRoles.shape,
  oidcLabel: settings.oidcLabel.shape,
  mailFrom: settings.mailFrom.shape,
  otlpEndpoint: settings.otlpEndpoint.shape,
  standardOtlpEndpoint: settings.standardOtlpEndpoint.shape,
  tracePercent: settings.tracePercent.shape,
  webhooksInside: settings.webhooksInside.shape,
} satisfies Record<keyof typeof settings, z.ZodType>)

export type Config = Readonly<z.output<typeof shape>>

/** What a command line says, by the name of the setting; it goes before the environment. */
export type Flags = { readonly [Key in keyof Config]?: string | undefined }

/** Reads flags, environment and defaults, once. Errors: StartupError, which names every bad setting. */
export function readConfig(
  flags: Flags = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = new Map<string, string | undefined>(Object.entries(flags))
  const variables = new Map<string, string>()
  const texts: Record<string, string> = {}
  for (const [key, { variable, default: fallback }] of Object.entries(settings)) {
    variables.set(key, variable)
    texts[key] = given.get(key) ?? environment[variable] ?? fallback
  }
  const parsed = shape.safeParse(texts)
  if (parsed.success) return parsed.data
  const secrets = new Set(Object.entries(settings).flatMap(([key, { isSecret = false }]) => (isSecret ? [key] : [])))
  const problems = parsed.error.issues.map(({ path, message }) => {
    const key = String(path[0])
    const value = secrets.has(key) ? 'not usable' : `'${texts[key] ?? ''}'`
    return `${variables.get(key) ?? key} is ${value}: it ${message}.`
  })
  throw new StartupError(problems.join('\n'))
}
