import fc from 'fast-check'
import { expect, test } from 'vitest'
import { peopleCsv, templateCsv } from './people-csv.ts'
import { documentOf, documents, skillNames } from './people-document.fixture.ts'
import { peopleOf } from './person.ts'
import { planImport } from './plan-import.ts'

const small = documentOf({
  representatives: [
    { name: 'ana', fullName: 'Ana Alba', email: 'ana@example.com', skills: { French: 3 }, columns: { country: 'ES' } },
    { name: 'bo', bookable: false },
  ],
  queues: [{ name: 'Desk', type: 'messaging', members: ['bo'] }],
})

/** Row, sign-in name and outcome of each row. */
function outcomes(text: string) {
  return planImport(small, text).rows.map(({ row, name, outcome }) => [row, name, outcome])
}

function problems(text: string) {
  return planImport(small, text).rows.flatMap((one) => one.problems.map((problem) => ({ row: one.row, ...problem })))
}

test('what is exported changes nothing when it is imported again', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const plan = planImport(document, peopleCsv(peopleOf(document)))
      expect(plan.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
      expect(plan.document).toEqual(document)
    }),
  )
})

test('an export brings everybody into an organization that has nobody', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const empty = documentOf({ representatives: [] })
      const plan = planImport(empty, peopleCsv(peopleOf(document)))
      expect(plan.rows.every(({ outcome }) => outcome === 'new')).toBe(true)
      expect(peopleOf(plan.document)).toEqual(peopleOf(document))
    }),
  )
})

test('rows are new, changed or unchanged, and columns that the file lacks stay as they are', () => {
  const text = 'Full name,Sign-in name\nAna Alba,ana\nBo Berg,bo\n\nCem,cem\n'
  expect(outcomes(text)).toEqual([
    [2, 'ana', 'unchanged'],
    [3, 'bo', 'changed'],
    [5, 'cem', 'new'],
  ])
  const { representatives = [] } = planImport(small, text).document
  expect(representatives).toEqual([
    small.representatives?.[0],
    { name: 'bo', bookable: false, fullName: 'Bo Berg' },
    { name: 'cem', fullName: 'Cem' },
  ])
})

test('semicolons, quotation marks, a byte order mark and lines within a cell are understood', () => {
  const text =
    '\uFEFF"Sign-in name";"skills";Queues\r\nana;"French=Expert; C\\=64=2 (inactive)";"Desk"\r\n"bo";;"Desk"\r\n'
  const [ana, bo] = planImport(small, text).rows
  expect(ana?.changes).toEqual([
    { field: 'Skills', removed: ['French, 3'], added: ['French, Expert (5)', 'C=64, 2, inactive'] },
    { field: 'Queues', removed: [], added: ['Desk'] },
  ])
  expect(bo?.outcome).toBe('unchanged')
})

test('a first line that tells the separator is no row', () => {
  expect(outcomes('sep=;\r\nSign-in name;Full name\r\nana;Ana\r\n')).toEqual([[3, 'ana', 'changed']])
})

test('an empty cell means the default', () => {
  const [bo] = planImport(small, 'Sign-in name,Bookable,Queues\nbo,,\n').rows
  expect(bo?.changes).toEqual([
    { field: 'Bookable', removed: ['no'], added: ['yes'] },
    { field: 'Queues', removed: ['Desk'], added: [] },
  ])
})

test('each problem names row, field, value and remedy, and only its row is left out', () => {
  const text = [
    'Sign-in name,E-mail,Units,Skills,Queues,Working hours',
    'cem,ANA@example.com,100,,,',
    'dee,,many,,,',
    'eli,,-1,French=9,Dek,Nights',
    'fay,,100,French=good,,',
    'fay,,100,,,',
    ',,100,,,',
    'gus,,100',
    'hal,,50,,,',
  ].join('\n')
  expect(problems(text)).toEqual([
    { row: 2, field: 'E-mail', value: 'ANA@example.com', message: expect.stringContaining("of 'ana' already") },
    { row: 3, field: 'Units', value: 'many', message: 'is not a number; write a whole number such as 100' },
    { row: 4, field: 'Queues', value: 'Dek', message: "no queue 'Dek'; did you mean 'Desk'?" },
    { row: 4, field: 'Units', value: '-1', message: expect.stringContaining('out of range; use 0 to') },
    {
      row: 4,
      field: 'Working hours',
      value: 'Nights',
      message: expect.stringContaining("no operating hours 'Nights'"),
    },
    { row: 4, field: 'Skills', value: 'French=9', message: expect.stringContaining("of 'French'; use 1 to 5") },
    {
      row: 5,
      field: 'Skills',
      value: 'French=good',
      message: "'good' is no rating of 'French'; use 1 to 5 or Beginner (1), Expert (5)",
    },
    { row: 6, field: 'Sign-in name', value: 'fay', message: 'is in row 5 as well; keep one of the two' },
    { row: 7, field: 'Sign-in name', value: '', message: 'is empty; write who the row is about' },
    { row: 8, field: '', value: '', message: expect.stringContaining('has 3 cells, the headings are 6') },
  ])
  const { representatives = [] } = planImport(small, text).document
  expect(representatives.map(({ name }) => name)).toEqual(['ana', 'bo', 'hal'])
})

test('more problems than the validator tells at once leave out all their rows', () => {
  const rows = Array.from({ length: 1200 }, (_, index) => `p${index},${index % 2 === 0 ? 'Klingon' : 'French'}`)
  const plan = planImport(small, ['Sign-in name,Skills', ...rows].join('\n'))
  expect(plan.rows.filter(({ outcome }) => outcome === 'problem')).toHaveLength(600)
  expect(plan.document.representatives).toHaveLength(602)
})

test('headings that nobody knows are told and left alone; a file without names is refused', () => {
  expect(planImport(small, 'sign in name,Shoe size\nana,38\n')).toMatchObject({ problem: null, ignored: ['Shoe size'] })
  expect(planImport(small, 'Full name\nAna\n').problem).toContain('No column is headed “Sign-in name”')
  expect(planImport(small, 'Sign-in name,Units,units\nana,1,2\n').problem).toContain('Two columns are headed “Units”')
  expect(planImport(small, '').problem).toContain('No column is headed')
  expect(planImport(small, 'Sign-in name\n').problem).toContain('no rows')
})

test('a file in another encoding is refused instead of spoiling names', () => {
  expect(planImport(small, 'Sign-in name,Full name\nana,Andr\uFFFD\n').problem).toContain('UTF-8')
})

test('user columns keep texts, numbers and yes or no apart', () => {
  const text = 'Sign-in name,Column: country,Column: level,Column: code,Column: native\nbo,SE,3,"""007""",true\n'
  const bo = planImport(small, text).document.representatives?.[1]
  expect(bo?.columns).toEqual({ country: 'SE', level: 3, code: '007', native: true })
})

test('no cell of an export begins as a formula would', () => {
  const people = peopleOf(
    documentOf({ representatives: [{ name: 'ana', fullName: '=HYPERLINK("http://x")', columns: { a: -5, b: '@x' } }] }),
  )
  const cells = peopleCsv(people)
    .replace('\uFEFF', '')
    .split(/[\r\n,]+/)
  expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
  expect(cells).toContain("'-5")
})

test('the names of an imported person are kept from the prototype of objects', () => {
  const plan = planImport(small, 'Sign-in name,Skills,Column: __proto__\n__proto__,__proto__=3,x\nconstructor,,\n')
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['problem', 'problem'])
  expect(plan.document).toEqual(small)
})

test('the template can be imported once its names are those of the organization', () => {
  const { rows, problem, ignored } = planImport(small, templateCsv(small))
  expect({ problem, ignored }).toEqual({ problem: null, ignored: [] })
  expect(rows[0]?.problems.map(({ message }) => message.split(' ').slice(0, 2).join(' '))).toEqual([
    'no queue',
    'no queue',
    ...skillNames.filter(() => false),
    'no skill',
    'no skill',
  ])
})
