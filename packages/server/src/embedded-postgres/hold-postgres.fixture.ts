import { startEmbeddedPostgres } from './embedded-postgres.ts'

/** A server process of the tests: holds the PostgreSQL of the directory given until it is killed. */
const [data = ''] = process.argv.slice(2)
const postgres = await startEmbeddedPostgres({
  data,
  log: { warn: () => undefined },
  onFatal: (error) => {
    throw error
  },
})
process.stdout.write(`${postgres.pid()}\n`)
setInterval(() => undefined, 60_000)
