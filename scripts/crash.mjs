// npm run crash -- [--seed N] [--minutes M] [name of a test file …]: kills, breaks and overloads real servers.
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const LONG_ROUNDS = '20'

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string' }, rounds: { type: 'string' } },
  allowPositionals: true,
})
const number = (name) => {
  const text = values[name]
  if (text !== undefined && !/^\d+$/.test(text)) {
    process.stderr.write(`--${name} takes a whole number, not '${text}'.\n`)
    process.exit(1)
  }
  return text
}
const [seed, minutes, rounds] = [number('seed'), number('minutes'), number('rounds')]
const environment = {
  ...(seed === undefined ? {} : { CRASH_SEED: seed }),
  ...(minutes === undefined ? { CRASH_ROUNDS: rounds ?? LONG_ROUNDS } : { CRASH_MINUTES: minutes }),
}
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'crash', ...positionals], {
  stdio: 'inherit',
  env: { ...process.env, ...environment },
})
child.on('exit', (code) => process.exit(code ?? 1))
