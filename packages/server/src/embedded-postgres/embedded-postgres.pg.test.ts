import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { isRunning } from './process-status.ts'

let data: string
let running: EmbeddedPostgres[]
let children: ChildProcess[]

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'unified-routing-embedded-'))
  running = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const postgres of running) await postgres.stop()
  await endOrphan()
  await rm(data, { recursive: true, force: true })
})

/** A test that fails half-way may leave a server that no object of ours knows. */
async function endOrphan(): Promise<void> {
  const pid = Number.parseInt(await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => ''), 10)
  if (!(pid > 0) || pid === process.pid || !(await isRunning(pid))) return
  process.kill(pid, 'SIGQUIT')
  while (await isRunning(pid)) await delay(10)
}

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({
    data,
    log: { warn: () => undefined },
    onFatal: (error) => {
      throw error
    },
  })
  running.push(postgres)
  return postgres
}

async function stop(postgres: EmbeddedPostgres): Promise<void> {
  running = running.filter((one) => one !== postgres)
  await postgres.stop()
}

/** Starts PostgreSQL from another process, as a server does, and returns both. */
async function startElsewhere(): Promise<{ server: ChildProcess; postgresPid: number }> {
  const fixture = join(import.meta.dirname, 'hold-postgres.fixture.ts')
  const server = spawn(process.execPath, [fixture, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(server)
  const [line] = await once(server.stdout, 'data')
  return { server, postgresPid: Number(String(line)) }
}

async function query(postgres: EmbeddedPostgres, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: postgres.connectionString })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows[0]
}

test('a new cluster is durable, in UTF-8, open to this machine only and closed without its password', async () => {
  const postgres = await start()
  const settings = await query(
    postgres,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
            current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens_on,
            (select datlocale from pg_database where datname = current_database()) as locale`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    encoding: 'UTF8',
    listens_on: '127.0.0.1',
    locale: 'C.UTF-8',
  })
  const withoutPassword = new URL(postgres.connectionString)
  withoutPassword.password = 'guess'
  const intruder = new pg.Client({ connectionString: withoutPassword.href })
  await expect(intruder.connect()).rejects.toThrow(/password authentication failed/)
  expect((await stat(join(data, 'postgres-password'))).mode & 0o777).toBe(0o600)
})

test('stopping ends PostgreSQL, and the second start takes less than a second and finds the data', async () => {
  const first = await start()
  await query(first, 'create table kept (id int)')
  const pid = first.pid()
  await stop(first)
  expect(await isRunning(pid)).toBe(false)
  const before = performance.now()
  const second = await start()
  expect(performance.now() - before).toBeLessThan(1_000)
  expect(await query(second, 'select count(*)::int as count from kept')).toEqual({ count: 0 })
})

test('a PostgreSQL that a killed server left running is taken over', async () => {
  const { server, postgresPid } = await startElsewhere()
  server.kill('SIGKILL')
  await once(server, 'exit')
  expect(await isRunning(postgresPid)).toBe(true)
  const postgres = await start()
  expect(postgres.pid()).toBe(postgresPid)
  await stop(postgres)
  expect(await isRunning(postgresPid)).toBe(false)
})

test('when server and PostgreSQL were both killed, the next start recovers', async () => {
  const { server, postgresPid } = await startElsewhere()
  server.kill('SIGKILL')
  process.kill(postgresPid, 'SIGKILL')
  await once(server, 'exit')
  await expect.poll(() => isRunning(postgresPid)).toBe(false)
  const postgres = await start()
  expect(postgres.pid()).not.toBe(postgresPid)
  expect(await query(postgres, 'select 1 as one')).toEqual({ one: 1 })
})

test('a directory that a living server uses is refused with one sentence', async () => {
  const { postgresPid } = await startElsewhere()
  await expect(start()).rejects.toThrow(
    /is in use by another server: stop that one, or use another --data directory\.$/,
  )
  expect(await isRunning(postgresPid)).toBe(true)
})

test('a postmaster.pid whose number belongs to another program by now is no obstacle', async () => {
  await stop(await start())
  await writeFile(
    join(data, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${data}/postgres\n0\n5432\n\n127.0.0.1\n\nready\n`,
  )
  expect(await query(await start(), 'select 1 as one')).toEqual({ one: 1 })
})

test('a cluster that was only half made is made anew', async () => {
  const pidOfTheDead = 2 ** 22 + 1
  const halfMade = join(data, `postgres.initializing-${pidOfTheDead}`, 'cluster')
  await mkdir(halfMade, { recursive: true })
  await writeFile(join(halfMade, 'PG_VERSION'), '18\n')
  expect(await query(await start(), 'select 1 as one')).toEqual({ one: 1 })
  expect((await readdir(data)).filter((name) => name.includes('initializing'))).toEqual([])
})

test('data of another major version is refused with one sentence and left alone', async () => {
  await mkdir(join(data, 'postgres'))
  await writeFile(join(data, 'postgres', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow(/was written by PostgreSQL 17, and this is PostgreSQL 18: use the release/)
  expect(await readdir(join(data, 'postgres'))).toEqual(['PG_VERSION'])
})

test('a PostgreSQL that is killed under us is started again at the same address', async () => {
  const postgres = await start()
  const killed = postgres.pid()
  process.kill(killed, 'SIGKILL')
  const deadline = performance.now() + 10_000
  while (postgres.pid() === killed && performance.now() < deadline) await delay(20)
  expect(await query(postgres, 'select 1 as one')).toEqual({ one: 1 })
})
