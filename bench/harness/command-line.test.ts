import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCommandLine, UsageError } from './command-line.ts'

const all = ['quick', 'slow']
const here = join(import.meta.dirname, 'figures.json')
const refusal = (args: readonly string[]) => {
  try {
    return readCommandLine(args, all)
  } catch (error) {
    return error instanceof UsageError ? error.message : error
  }
}

test('all benches run unless some are named', () => {
  expect(readCommandLine([], all).benches).toEqual(all)
  expect(readCommandLine(['slow', '--quick'], all)).toEqual({
    benches: ['slow'],
    isQuick: true,
    json: null,
    writesDocument: false,
  })
})

test('a bench that does not exist is refused with those that do', () => {
  expect(refusal(['slow', 'fast'])).toBe("There is no bench 'fast'; there are quick, slow.")
})

test('figures go into a folder that exists, which is said before anything runs', () => {
  expect(readCommandLine(['--json', here], all).json).toBe(here)
  expect(refusal(['--json', '/no/such/figures.json'])).toBe('There is no folder /no/such for the figures of --json.')
})

test('tables are written from figures that exist', () => {
  expect(refusal(['--docs'])).toBe('--docs needs --json FILE: the tables are made from it.')
  expect(refusal(['--docs', '--json', here])).toMatch(/^There are no figures in /)
  expect(readCommandLine(['--docs', '--json', import.meta.filename], all).benches).toEqual([])
  expect(readCommandLine(['slow', '--docs', '--json', here], all)).toMatchObject({
    benches: ['slow'],
    writesDocument: true,
  })
})

test('an option that does not exist is refused in words', () => {
  expect(refusal(['--fast'])).toContain("'--fast'")
})
