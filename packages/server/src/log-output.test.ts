import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogOutput } from './log-output.ts'

const MEBIBYTE = 1024 * 1024

let written: string
/** Bytes that can be written before there is no room. */
let room: number
beforeEach(() => {
  vi.useFakeTimers()
  written = ''
  room = Number.POSITIVE_INFINITY
})
afterEach(() => vi.useRealTimers())

const open = () =>
  createLogOutput({
    write: (bytes) => {
      if (room === 0) throw new Error('ENOSPC')
      const taken = bytes.subarray(0, room)
      room -= taken.length
      written += Buffer.from(taken).toString()
      return taken.length
    },
    lostLine: (lines) => `lost ${lines}\n`,
  })

test('a line is written at once', () => {
  open().write('one\n')
  expect(written).toBe('one\n')
})

test('lines that find no room wait for it, none torn and in their order', () => {
  const output = open()
  room = 6
  for (const line of ['one\n', 'two\n', 'three\n']) output.write(line)
  expect(written).toBe('one\ntw')
  room = Number.POSITIVE_INFINITY
  output.write('four\n')
  vi.advanceTimersByTime(200)
  expect(written).toBe('one\ntwo\nthree\nfour\n')
})

test('beyond four megabytes they are lost, and their number is told once there is room', () => {
  const output = open()
  room = 0
  for (let count = 0; count < 6; count++) output.write(`${'x'.repeat(MEBIBYTE - 1)}\n`)
  room = Number.POSITIVE_INFINITY
  vi.advanceTimersByTime(200)
  expect(written.split('\n').length - 1).toBe(5)
  expect(written.endsWith('\nlost 2\n')).toBe(true)
})

test('in a file that standard output shares, neither writes over the other', () => {
  const directory = mkdtempSync(join(tmpdir(), 'unified-routing-log-'))
  const file = join(directory, 'log')
  const descriptor = openSync(file, 'w')
  const script = `
    const { writeToStandardError } = await import(${JSON.stringify(join(import.meta.dirname, 'log-output.ts'))})
    const write = writeToStandardError()
    write(Buffer.from('one\\n'))
    process.stdout.write('two\\n')
    write(Buffer.from('three\\n'))`
  spawnSync(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', descriptor, descriptor] })
  closeSync(descriptor)
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n')
  rmSync(directory, { recursive: true })
})
