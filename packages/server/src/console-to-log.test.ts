import { expect, test } from 'vitest'
import { sendConsoleToLog, type Talker } from './console-to-log.ts'
import { createLog } from './log.ts'

const nothing = () => undefined

test('what a library prints is one line of the log each time, with no value that PostgreSQL quotes', () => {
  const lines: string[] = []
  const talker: Talker = { error: nothing, warn: nothing, info: nothing, log: nothing, debug: nothing }
  sendConsoleToLog(createLog('warn', { write: (line: string) => lines.push(line) }), talker)
  talker.error(Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(ada@example.com) exists.' }))
  talker.log('two\nlines \u001b[31m of %s', 'colour')
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  const [printed, said] = lines.map((line) => JSON.parse(line))
  expect(printed).toMatchObject({ event: 'library.said', err: { message: 'duplicate key', detail: 'redacted' } })
  expect(said).toMatchObject({ event: 'library.said', said: 'two\nlines \u001b[31m of colour' })
})
