import { beforeEach, describe, expect, test } from 'vitest'
import { surveyProblems } from './chat/survey.ts'
import { askIdentity } from './identity.ts'
import { invitationsFor } from './invitations.ts'
import { readScriptAttributes } from './script-attributes.ts'
import { FakeDirectLine } from './testing/fake-direct-line.ts'
import { englishTexts, fill, textsWith } from './texts.ts'

let server: FakeDirectLine
beforeEach(() => {
  server = new FakeDirectLine()
})

describe('the script tag', () => {
  test('names the widget, and its address the server', () => {
    expect(
      readScriptAttributes('https://chat.example/chat/widget.js?v=2', {
        widget: 'website',
        position: 'left',
        open: '',
      }),
    ).toEqual({
      origin: 'https://chat.example',
      widget: 'website',
      tokenFunction: null,
      colorScheme: null,
      position: 'left',
      isOpen: true,
    })
  })

  test('is of no use without a widget', () => {
    expect(readScriptAttributes('https://chat.example/chat/widget.js', {})).toBeNull()
  })
})

describe('who the customer is', () => {
  const asked = (ask: unknown) => askIdentity(ask, server.surroundings)

  test('comes by a callback, or as an answer now or later', async () => {
    expect(await asked((done: (token: string) => void) => done('a'))).toBe('a')
    expect(await asked(() => 'b')).toBe('b')
    expect(await asked(async () => 'c')).toBe('c')
  })

  test.each([
    ['there is no function', undefined],
    ['the function fails', () => Promise.reject(new Error('signed out'))],
    ['what it gives is no token', () => 17],
  ])('is unknown when %s', async (_, ask) => {
    await expect(asked(ask)).rejects.toThrow()
  })

  test('is unknown after ten seconds of silence', async () => {
    const answer = expect(asked(() => undefined)).rejects.toThrow('did not tell')
    await server.pass(10_000)
    await answer
  })
})

describe('texts', () => {
  test('may be replaced one by one', () => {
    const texts = textsWith({ send: 'Senden', nonsense: 'x', start: 17 })
    expect(texts.send).toBe('Senden')
    expect(texts.start).toBe(englishTexts.start)
    expect(Object.keys(texts)).toEqual(Object.keys(englishTexts))
  })

  test('are filled in, and what is filled in is not filled again', () => {
    expect(fill('{name} of {n}', { name: '{n}', n: 5 })).toBe('{n} of 5')
  })
})

describe('a survey', () => {
  const question = { text: '', options: [], isRequired: true }
  test('misses required answers only', () => {
    const questions = [
      { ...question, name: 'name', type: 'singleLine' } as const,
      { ...question, name: 'agree', type: 'consent' } as const,
      { ...question, name: 'more', type: 'multipleLines', isRequired: false } as const,
    ]
    expect([...surveyProblems(questions, { name: ' ' }, englishTexts)]).toEqual([
      ['name', englishTexts.answerRequired],
      ['agree', englishTexts.consentRequired],
    ])
    expect(surveyProblems(questions, { name: 'abc', agree: 'true' }, englishTexts).size).toBe(0)
  })
})

describe('invitations', () => {
  const invitation = (page: string | null, afterSeconds: number) => ({ page, afterSeconds, text: page ?? 'everywhere' })
  test('hold on the pages they name, the soonest first', () => {
    const all = [invitation(null, 30), invitation('shop.example/plans*', 10), invitation('help.html', 5)]
    const found = invitationsFor(all, 'https://shop.example/plans/fibre?x=(')
    expect(found.map(({ text }) => text)).toEqual(['shop.example/plans*', 'everywhere'])
  })
})
