import type { Command, ExitCode } from '../command.ts'
import { parseFlags } from '../parse-flags.ts'

const help = `Usage: unified-routing start [--port PORT] [--host ADDRESS] [--data FOLDER] [--empty] [--traffic]

Starts the server with its own PostgreSQL, or with yours (DATABASE_URL). Ctrl-C stops all of it.

  --port PORT     where to listen; default PORT, else 8080
  --host ADDRESS  default UR_HOST, else 127.0.0.1: this machine only
  --data FOLDER   data of the embedded PostgreSQL; default UR_DATA, else ./data
  --empty         begin with an administrator only, instead of the demo organization
  --traffic       play a working day's traffic into the demo organization`

export const start: Command = { name: 'start', summary: 'start the server', help, run: runStart }

async function runStart(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseFlags('start', args, {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    empty: { type: 'boolean' },
    traffic: { type: 'boolean' },
  })
  // Loaded only now: no other command needs the server, and all of them start sooner without it.
  const { runServer } = await import('../start/run-server.ts')
  return runServer(values)
}
