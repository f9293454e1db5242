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
