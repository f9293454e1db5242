// The public surface of the client: what web, command line and tests build on.
export type { ClientErrorCode } from './api-error.ts'
export { ApiError } from './api-error.ts'
export type { VersionedReply } from './call.ts'
export type { Client, LiveOptions } from './create-client.ts'
export { createClient } from './create-client.ts'
export type { LiveSession, LiveSnapshot } from './live-session.ts'
export type { Setting, SettingDraft } from './resources/settings.ts'
export type { Clock, Fetch, TransportOptions } from './transport.ts'
