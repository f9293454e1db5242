import { describe, expect, test } from 'vitest'
import { partsOf, partsOfMarked, safeHref } from './rich-text.ts'

const links = (text: string) => partsOf(text).filter(({ href }) => href !== null)

describe('what somebody wrote', () => {
  test('keeps its words, and its web addresses become links without the full stop behind them', () => {
    expect(partsOf('See https://fjordline.example/help?a=1. Thanks')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://fjordline.example/help?a=1', href: 'https://fjordline.example/help?a=1' },
      { text: '.', href: null },
      { text: ' Thanks', href: null },
    ])
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '<a href="x">x</a>',
  ])('has no link in %s', (text) => {
    expect(links(text)).toEqual([])
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  test('is never lost, whatever it is', () => {
    const text = 'a https://b.example/) [c](https://d.example) <e> https:// \u202e'
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})

describe('a text of the organization', () => {
  test('may hold links with words of their own', () => {
    expect(partsOfMarked('I agree to the [terms](https://x.example/terms).')).toEqual([
      { text: 'I agree to the ', href: null },
      { text: 'terms', href: 'https://x.example/terms' },
      { text: '.', href: null },
    ])
  })

  test('has only words where its address could run something', () => {
    expect(partsOfMarked('[terms](javascript:alert(1))')[0]).toEqual({ text: 'terms', href: null })
    expect(safeHref('tel:+4755501101')).toBe('tel:+4755501101')
    expect(safeHref('/relative')).toBeNull()
  })
})
