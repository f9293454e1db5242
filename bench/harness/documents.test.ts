import { expect, test } from 'vitest'
import { renderFigures } from './documents.ts'
import type { ResultsFile } from './results-file.ts'

const file: ResultsFile = {
  format: 1,
  runs: {
    speed: {
      date: '2026-03-02T09:00:00Z',
      commit: 'abc1234',
      quick: false,
      seconds: 12,
      machine: {
        processor: 'Quick 1',
        processors: 2,
        memoryGb: 8,
        system: 'linux 6.1',
        node: '24.0.0',
        postgres: '18.0',
        loadBefore: 0.25,
      },
      result: {
        tables: [
          {
            name: 'rates',
            title: 'Rates',
            columns: ['who', 'a second'],
            rows: [
              ['us', 12_345.6],
              ['them | it', null],
            ],
          },
        ],
        claims: [{ claim: 'Fast', target: '1', measured: '2', holds: false }],
        notes: ['Redis is not installed.'],
      },
    },
  },
}

test('a place is filled from the figures, as often as one likes', () => {
  const document = 'Before\n<!-- figures: speed.rates -->\nold\n<!-- end -->\nafter'
  const rendered = renderFigures(document, file)
  expect(rendered).toBe(`Before
<!-- figures: speed.rates -->
| who | a second |
| --- | --: |
| us | 12,346 |
| them \\| it | – |
<!-- end -->
after`)
  expect(renderFigures(rendered, file)).toBe(rendered)
})

test('what the file knows nothing of stays as it is', () => {
  const document = '<!-- figures: other.table -->\nkept\n<!-- end -->\n<!-- figures: speed.gone -->\nkept\n<!-- end -->'
  expect(renderFigures(document, file)).toBe(document)
})

test('claims that were missed say so', () => {
  const rendered = renderFigures('<!-- figures: claims -->\n<!-- end -->', file)
  expect(rendered).toContain('| Fast | 1 | 2 | **missed** | `speed` |')
})

test('the notes of a bench are a list', () => {
  const rendered = renderFigures('<!-- figures: speed.notes -->\n<!-- end -->', file)
  expect(rendered).toContain('\n- Redis is not installed.\n')
})
