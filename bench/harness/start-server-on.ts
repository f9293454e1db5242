import { startServer } from '../../packages/server/src/main.ts'
import { stoppedAtEnd } from './ending.ts'

const MANY = '100000000'

/** The product's server as `npm start` runs it, on a database that is there; nobody asks too much of it. */
export function startServerOn({
  databaseUrl,
  data,
  configuration,
}: {
  readonly databaseUrl: string
  /** Its data directory. */
  readonly data: string
  /** What an empty database begins with. */
  readonly configuration: unknown
}) {
  return stoppedAtEnd(
    startServer({
      flags: { port: '0', data, logLevel: 'error' },
      environment: {
        DATABASE_URL: databaseUrl,
        UR_REQUESTS_PER_MINUTE: MANY,
        UR_ANONYMOUS_REQUESTS_PER_MINUTE: MANY,
        UR_SIGN_INS_PER_MINUTE: '1000000',
      },
      firstContent: { configuration, load: async () => undefined },
    }),
  )
}
