import { resolve } from 'node:path'
import { z } from 'zod'

interface Setting<Shape extends z.ZodType> {
  readonly variable: string
  /** As one would write it; empty: none. */
  readonly default: string
  readonly meaning: string
  readonly shape: Shape
  /** Holds a password: what is wrong with it is said, but not what it is. */
  readonly isSecret?: boolean
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)

const optional = <Shape extends z.ZodType<string, string>>(shape: Shape) =>
  z.union([z.literal('').transform(() => null), shape])

function readRolesByGroup(text: string, context: z.RefinementCtx): ReadonlyMap<string, string> {
  const pairs = text.split(';').filter((pair) => pair.trim() !== '')
  return new Map(
    pairs.flatMap((pair) => {
      const at = pair.lastIndexOf('=')
      const role = pair.slice(at + 1).trim()
      if (at > 0 && role !== '') return [[pair.slice(0, at).trim(), role] as const]
      context.addIssue({ code: 'custom', message: `must be pairs of group=role; '${pair}' is none` })
      return []
    }),
  )
}

/** Everything that can be set, with its default: docs/configuration.md has this table. */
export const settings = {
  port: setting({
    variable: 'PORT',
    default: '8080',
    meaning: 'Port to listen on; 0 takes any that is free. Flag: --port.',
    shape: wholeNumber(0, 65_535),
  }),
  host: setting({
    variable: 'UR_HOST',
    default: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 for every network of the machine. Flag: --host.',
    shape: z.string().min(1, 'must not be empty'),
  }),
  data: setting({
    variable: 'UR_DATA',
    default: './data',
    meaning: 'Directory of the embedded PostgreSQL and of sign-in.txt. Flag: --data.',
    shape: z
      .string()
      .min(1, 'must not be empty')
      .transform((path) => resolve(path)),
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    default: '',
    meaning: 'A PostgreSQL of your own, postgres://…; without it the embedded one is started.',
    shape: optional(z.string().regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')),
  }),
  databaseConnections: setting({
    variable: 'UR_DATABASE_CONNECTIONS',
    default: '10',
    meaning: 'Connections for reading and signing in; routing has four more of its own.',
    shape: wholeNumber(1, 1_000),
  }),
  keptMonths: setting({
    variable: 'UR_KEPT_MONTHS',
    default: '0',
    meaning: 'Months that closed work stays, with its messages, files and journal; 0: for good.',
    shape: wholeNumber(0, 1_200),
  }),
  publicUrl: setting({
    variable: 'UR_PUBLIC_URL',
    default: '',
    meaning: 'Where browsers reach this server, when that is not its own address; https makes cookies secure.',
    shape: optional(z.url({ protocol: /^https?$/, error: 'must be an address such as https://routing.example.com' })),
  }),
  trustProxy: setting({
    variable: 'UR_TRUST_PROXY',
    default: 'false',
    meaning: 'Believe X-Forwarded-For: only behind a proxy of yours that sets it.',
    shape: z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
  }),
  logLevel: setting({
    variable: 'UR_LOG_LEVEL',
    default: 'info',
    meaning:
      'trace, debug, info, warn, error or silent; at a terminal the default is warn. It goes to standard error, one JSON object a line.',
    shape: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be a level from trace to silent'),
  }),
  administratorEmail: setting({
    variable: 'UR_ADMINISTRATOR_EMAIL',
    default: 'admin@example.com',
    meaning: 'E-mail address of the administrator who is made at the first start.',
    shape: z.email('must be an e-mail address').transform((address) => address.toLowerCase()),
  }),
  supportContact: setting({
    variable: 'UR_SUPPORT_CONTACT',
    default: 'whoever operates this server',
    meaning: 'Whom an administrator is told to contact: the end of “Please contact …”.',
    shape: z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  }),
  requestsAtOnce: setting({
    variable: 'UR_REQUESTS_AT_ONCE',
    default: '1000',
    meaning: 'Requests under way, of everybody together; more are refused at once and may be repeated.',
    shape: wholeNumber(10, 100_000),
  }),
  requestsPerMinute: setting({
    variable: 'UR_REQUESTS_PER_MINUTE',
    default: '60000',
    meaning: 'Requests a minute of one account or API key; each operation of a bulk call counts.',
    shape: wholeNumber(1, 100_000_000),
  }),
  anonymousRequestsPerMinute: setting({
    variable: 'UR_ANONYMOUS_REQUESTS_PER_MINUTE',
    default: '3000',
    meaning: 'Requests a minute from one address without signing in.',
    shape: wholeNumber(1, 100_000_000),
  }),
  signInsPerMinute: setting({
    variable: 'UR_SIGN_INS_PER_MINUTE',
    default: '20',
    meaning: 'Tries to sign in a minute for one e-mail address; ten times as many for one network address.',
    shape: wholeNumber(1, 1_000_000),
  }),
  fileScanUrl: setting({
    variable: 'UR_FILE_SCAN_URL',
    default: '',
    meaning:
      'Scanner of files that go with messages: each is POSTed there first; 2xx lets it pass, 406 and 422 reject it.',
    shape: optional(z.url({ protocol: /^https?$/, error: 'must be an address such as http://scanner.local/scan' })),
  }),
  smtpUrl: setting({
    variable: 'UR_SMTP_URL',
    default: '',
    meaning:
      'Mail server for invitations, such as smtps://name:password@mail.example.com; without it links are shown only.',
    shape: optional(z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://mail.example.com:587' })),
    isSecret: true,
  }),
  oidcIssuer: setting({
    variable: 'UR_OIDC_ISSUER',
    default: '',
    meaning: 'OpenID Connect provider for single sign-on; its redirect address here is /sign-in/callback.',
    shape: optional(z.url({ protocol: /^https?$/, error: 'must be an address such as https://login.example.com' })),
  }),
  oidcClientId: setting({
    variable: 'UR_OIDC_CLIENT_ID',
    default: 'unified-routing',
    meaning: 'Id of this server at the OpenID Connect provider.',
    shape: z.string().min(1, 'must not be empty'),
  }),
  oidcClientSecret: setting({
    variable: 'UR_OIDC_CLIENT_SECRET',
    default: '',
    meaning: 'Secret of this server at the OpenID Connect provider.',
    shape: z.string(),
    isSecret: true,
  }),
  oidcScopes: setting({
    variable: 'UR_OIDC_SCOPES',
    default: 'openid email profile',
    meaning: 'What is asked of the OpenID Connect provider.',
    shape: z.string().regex(/\bopenid\b/, 'must hold openid'),
  }),
  oidcAccountClaim: setting({
    variable: 'UR_OIDC_ACCOUNT_CLAIM',
    default: 'email',
    meaning: 'Claim that says which account it is: an e-mail address, or the name of a representative.',
    shape: z.string().min(1, 'must not be empty'),
  }),
  oidcTrustsEmail: setting({
    variable: 'UR_OIDC_TRUSTS_EMAIL',
    default: 'false',
    meaning: 'Trust the e-mail addresses of a provider that does not send email_verified.',
    shape: z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
  }),
  oidcMakesAccounts: setting({
    variable: 'UR_OIDC_MAKES_ACCOUNTS',
    default: 'false',
    meaning: 'Make an account for somebody who has none and whose groups give a role.',
    shape: z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
  }),
  oidcRolesClaim: setting({
    variable: 'UR_OIDC_ROLES_CLAIM',
    default: '',
    meaning: 'Claim that lists groups of the provider, for UR_OIDC_ROLES.',
    shape: optional(z.string().min(1)),
  }),
  oidcRoles: setting({
    variable: 'UR_OIDC_ROLES',
    default: '',
    meaning:
      'Roles by group, of the product or custom, such as routing-admins=Omnichannel Administrator;leads=Team lead.',
    shape: z.string().transform(readRolesByGroup),
  }),
  oidcLabel: setting({
    variable: 'UR_OIDC_LABEL',
    default: 'Sign in with single sign-on',
    meaning: 'What the button of single sign-on says.',
    shape: z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
  }),
  mailFrom: setting({
    variable: 'UR_MAIL_FROM',
    default: 'routing@example.com',
    meaning: 'Sender of the e-mail that this server sends.',
    shape: z.email('must be an e-mail address'),
  }),
  otlpEndpoint: setting({
    variable: 'UR_OTLP_ENDPOINT',
    default: '',
    meaning: 'Collector of OpenTelemetry traces, such as http://127.0.0.1:4318; without it nothing is traced.',
    shape: optional(z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4318' })),
  }),
  standardOtlpEndpoint: setting({
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    meaning: 'The same by the name that OpenTelemetry gives it, where UR_OTLP_ENDPOINT is not set.',
    shape: optional(z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4318' })),
  }),
  tracePercent: setting({
    variable: 'UR_TRACE_PERCENT',
    default: '100',
    meaning: 'How many of a hundred requests are traced whose caller did not decide that in traceparent.',
    shape: wholeNumber(0, 100),
  }),
  webhooksInside: setting({
    variable: 'UR_WEBHOOKS_INSIDE',
    default: 'false',
    meaning: 'Let webhooks of alerts, and bots, be in inner networks, too: private, link-local and loopback addresses.',
    shape: z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
  }),
} as const

function setting<Shape extends z.ZodType>(definition: Setting<Shape>): Setting<Shape> {
  return definition
}
