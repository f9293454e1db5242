import { expect, test } from 'vitest'
import { durationOfWords, durationWords } from './duration-words.ts'

test('durations of the document are shown as people write them', () => {
  expect(['90s', 'PT5M', '2h', '1d', '0s'].map(durationWords)).toEqual(['90 s', '5 min', '2 h', '1 d', '0 s'])
})

test('what people write becomes a duration of the document', () => {
  expect(['90 s', '5 min', '1,5 hours', '2 days', 'PT90S', ' 10 Minutes '].map(durationOfWords)).toEqual([
    '90s',
    '5m',
    '90m',
    '2d',
    '90s',
    '10m',
  ])
})

test('what is no duration stays as it was written, so that the validator can name it', () => {
  expect(['soon', '5 fortnights', '5', ''].map(durationOfWords)).toEqual(['soon', '5 fortnights', '5', ''])
  expect(durationWords('soon')).toBe('soon')
})
