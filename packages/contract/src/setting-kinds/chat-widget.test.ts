import { describe, expect, test } from 'vitest'
import { chatWidget } from './chat-widget.ts'

const base = { title: 'Web shop', workstream: 'Website chat' }
const question = { name: 'OrderNo', text: 'Which order?', type: 'singleLine' }
const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ ...question, name: `Q${at}` }))

/** The places that are wrong. */
function wrongIn(value: Record<string, unknown>): readonly string[] {
  return chatWidget.value.safeParse({ ...base, ...value }).error?.issues.map(({ path }) => path.join('.')) ?? []
}

describe('a chat widget', () => {
  test('needs no more than a title and a workstream', () => {
    expect(wrongIn({})).toEqual([])
  })

  test('asks ten questions at most, each of 512 characters at most', () => {
    expect(wrongIn({ survey: numbered(10) })).toEqual([])
    expect(wrongIn({ survey: numbered(11) })).toEqual(['survey'])
    expect(wrongIn({ survey: [{ ...question, text: 'x'.repeat(512) }] })).toEqual([])
    expect(wrongIn({ survey: [{ ...question, text: 'x'.repeat(513) }] })).toEqual(['survey.0.text'])
  })

  test('asks for one name once, and its name is one that rules can use', () => {
    expect(wrongIn({ survey: [question, question] })).toEqual(['survey'])
    expect(wrongIn({ survey: [{ ...question, name: 'Order No' }] })).toEqual(['survey.0.name'])
  })

  test('has no consent that may be left out, and no choice without something to choose', () => {
    expect(wrongIn({ survey: [{ ...question, type: 'consent', isRequired: false }] })).toEqual(['survey.0.isRequired'])
    expect(wrongIn({ survey: [{ ...question, type: 'options' }] })).toEqual(['survey.0.options'])
  })

  test('is persistent only for customers it knows', () => {
    expect(wrongIn({ isPersistent: true })).toEqual(['isPersistent'])
    const keysUrl = 'https://shop.example/keys.json'
    expect(wrongIn({ isPersistent: true, authentication: 'token', keysUrl })).toEqual([])
    expect(wrongIn({ authentication: 'token' })).toEqual(['keysUrl'])
  })

  test.each([
    'https://shop.example/',
    'https://shop.example/path',
    'shop.example',
    'javascript:alert(1)',
    '*',
  ])('is not used from %s: that is no origin', (origin) => {
    expect(wrongIn({ origins: [origin] })).toContain('origins.0')
  })
})
