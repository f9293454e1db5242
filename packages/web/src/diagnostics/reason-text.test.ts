import { expect, test } from 'vitest'
import { reasonCountsText, verdictText } from './reason-text.ts'

test('several reasons of one verdict are told apart', () => {
  expect(verdictText([{ text: 'lena is signed out' }])).toBe('lena is signed out')
  expect(verdictText([{ text: 'lena is signed out' }, { text: 'lacks French, Billing' }])).toBe(
    'lena is signed out · lacks French, Billing',
  )
})

test('reasons are counted over people', () => {
  expect(reasonCountsText({ signedOut: 2, skillMissing: 1 })).toBe('2 signed out, 1 lacks a skill')
})
