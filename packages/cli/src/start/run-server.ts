import { type FirstContent, StartupError, startServer } from '@unified-routing/server'
import { type ExitCode, exitCodes } from '../command.ts'
import { environment } from '../config.ts'
import { demoIntroduction } from '../demo/introduction.ts'
import { printError, printLine } from '../print.ts'

/** What has not stopped by then does not keep the process. */
const LEAVE_ANYWAY_MS = 1_000

export interface StartFlags {
  readonly port?: string | undefined
  readonly host?: string | undefined
  readonly data?: string | undefined
  readonly empty?: boolean | undefined
  readonly traffic?: boolean | undefined
}

/** Runs the server until it is stopped or breaks; what is wrong is one sentence on standard error. */
export async function runServer({ port, host, data, empty, traffic }: StartFlags): Promise<ExitCode> {
  // Whoever reads what we say to people may leave; the server stays.
  process.stdout.on('error', () => undefined)
  try {
    const server = await startServer({
      flags: { port, host, data, logLevel: logLevelHere() },
      firstContent: empty === true ? null : demoContent,
      stopOnSignals: true,
    })
    introduce(server)
    const played = traffic === true ? await play(server) : null
    const failure = await server.ended
    await played?.stop()
    setTimeout(() => process.exit(), LEAVE_ANYWAY_MS).unref()
    if (failure === null) return exitCodes.done
    printError(failure.message)
    return exitCodes.negative
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    printError(error.message)
    return exitCodes.negative
  }
}

/** Read by a first start only. */
async function demoContent(): Promise<FirstContent> {
  const demo = await import('../demo/demo-content.ts')
  return demo.demoContent()
}

async function play(server: Server) {
  const { startTraffic } = await import('../demo/traffic/traffic.ts')
  return startTraffic(server, { say: printLine })
}

/** At a terminal only what somebody should act on stands between the lines for people. */
function logLevelHere(): 'warn' | undefined {
  return process.stderr.isTTY && !environment.hasLogLevel ? 'warn' : undefined
}

type Server = Awaited<ReturnType<typeof startServer>>

/** Where it is and how to sign in: printed at every start. */
function introduce(server: Server): void {
  const { url, administrator, signInFile, isDemo } = server
  printLine(`\nUnified Routing is open at ${url}`)
  if (server.role() === 'follower')
    printLine('Another server on this database routes; this one takes over when it ends.')
  if (administrator === null) {
    printLine(`Sign in with your account; ${signInFile} does not hold its password.\n`)
    return
  }
  printLine(`Sign in with the password ${administrator.password} (kept in ${signInFile}) as`)
  const people = [{ role: 'administrator', email: administrator.email }, ...(isDemo ? demoIntroduction : [])]
  for (const { role, email } of people) printLine(`  ${role.padEnd(15)}${email}`)
  printLine('')
}
