import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScenario } from './parse-scenario.ts'

const configuration = {
  version: 1,
  representatives: [{ name: 'ana' }],
  queues: [{ name: 'Desk', type: 'messaging', members: ['ana'] }],
}

function scenario(...steps: readonly unknown[]) {
  return { scenario: 'A', start: '2026-03-02T09:00:00Z', configuration, steps }
}

function problemsOf(input: unknown): readonly string[] {
  const parsed = parseScenario(input)
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`)
}

function instantsOf(...steps: readonly unknown[]): readonly string[] {
  const parsed = parseScenario(scenario(...steps))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return parsed.scenario.steps.map(({ at }) => new Date(at).toISOString().slice(5, 23))
}

const signIn = { signIn: { representative: 'ana' } }

test('a step happens after the one before, at a time of the first day, or at an instant', () => {
  const steps = [
    signIn,
    { at: '+90s', ...signIn },
    { at: '10:40', ...signIn },
    { at: '10:40:15', ...signIn },
    { at: '2026-03-03T00:00:00+01:00', ...signIn },
    { at: '+PT0.5S', ...signIn },
  ]
  expect(instantsOf(...steps)).toEqual([
    '03-02T09:00:00.000',
    '03-02T09:01:30.000',
    '03-02T10:40:00.000',
    '03-02T10:40:15.000',
    '03-02T23:00:00.000',
    '03-02T23:00:00.500',
  ])
})

test.each([
  [
    'time runs backwards',
    [{ at: '08:59', ...signIn }],
    'steps[0].at: 2026-03-02T08:59:00Z is before the step above it, at 2026-03-02T09:00:00Z',
  ],
  [
    'a time that is none',
    [{ at: '25:00', ...signIn }],
    "steps[0].at: '25:00' is neither +30s, nor 10:40, nor an instant",
  ],
  [
    'two actions',
    [{ ...signIn, signOut: { representative: 'ana' } }],
    'steps[0]: needs exactly one action or expect, not signIn and signOut',
  ],
  ['no action', [{ at: '+1s' }], 'steps[0]: needs exactly one action or expect, not none'],
  ['an unknown action', [{ dance: {} }], 'steps[0].dance: unknown action; known: signIn'],
  [
    'an unknown key',
    [{ signIn: { representative: 'ana', mood: 'good' } }],
    'steps[0].signIn.mood: unknown key; known here: representative, presence',
  ],
  ['a missing argument', [{ accept: { item: 'a' } }], 'steps[0].accept.representative: is missing'],
  [
    'a wrong type',
    [{ setUnits: { representative: 'ana', units: '5' } }],
    "steps[0].setUnits.units: expected a whole number from 0 to 1000000, not '5'",
  ],
  ['a step that is no object', ['signIn'], "steps[0]: expected an object, not 'signIn'"],
  ['assign to nobody', [{ assign: { item: 'a' } }], 'steps[0].assign: needs either a representative or a queue'],
  [
    'a refusal that is false',
    [{ ...signIn, refused: false }],
    "steps[0].refused: expected true or a part of the refusal's message",
  ],
  ['an expectation without a subject', [{ expect: { state: 'Open' } }], 'steps[0].expect: needs one of whyNot, metric'],
  [
    'an unknown state',
    [{ expect: { item: 'a', state: 'Lost' } }],
    "steps[0].expect.state: expected one of Open, Active, Waiting, Wrap-up, Closed, not 'Lost'",
  ],
  [
    'a second expectation that is wrong',
    [{ expect: [{ nothingAssigned: true }, { item: 'a', skills: { x: 'y' } }] }],
    "steps[0].expect[1].skills.x: expected a rating or null, not 'y'",
  ],
  [
    'an unknown reason',
    [{ expect: { whyNot: { item: 'a', representative: 'ana' }, reasons: ['lazy'] } }],
    "steps[0].expect.reasons[0]: unknown reason 'lazy'",
  ],
  ['a metric without bounds', [{ expect: { metric: 'meanWait' } }], 'steps[0].expect: needs atLeast, atMost or both'],
  [
    'a metric of nothing',
    [{ expect: { metric: 'meanWait', of: 'chat', atMost: 1 } }],
    "steps[0].expect.of: no step above generates 'chat'",
  ],
  [
    'weights that do not fit',
    [{ generate: { id: 'x', count: 1, workstream: 'W', context: { a: { choice: [1, 2], weights: [1] } } } }],
    'steps[0].generate.context.a.weights: must have one weight for each choice',
  ],
  [
    'two kinds of arrivals',
    [{ generate: { id: 'x', count: 1, workstream: 'W', every: '1s', ratePerMinute: 2 } }],
    'steps[0].generate: takes either ratePerMinute or every, not both',
  ],
  [
    'pairs that are none',
    [{ expect: { assignments: [['a', 'ana'], ['b']] } }],
    'steps[0].expect.assignments[1]: expected a pair',
  ],
])('refuses %s, with its path', (_name, steps, problem) => {
  const problems = problemsOf(scenario(...steps))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(problem)
})

test('problems of the configuration come with their path in the file', () => {
  const broken = {
    ...scenario(),
    configuration: { version: 1, queues: [{ name: 'Desk', type: 'messaging', members: ['bo'] }] },
  }
  expect(problemsOf(broken)).toEqual([expect.stringContaining('configuration.queues[0].members[0]')])
})

test('all problems of a file are told together', () => {
  const problems = problemsOf({
    scenario: '',
    start: 'noon',
    configuration,
    steps: [{ dance: {} }, signIn, { at: '+x', ...signIn }],
    extra: 1,
  })
  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'scenario',
    'start',
    'steps[0].dance',
    'steps[2].at',
    'extra',
  ])
})

test.each([null, undefined, 7, 'text', [], [[]], new Date(0)])('says what a file must hold when it is %j', (input) => {
  expect(problemsOf(input).length).toBeGreaterThan(0)
})

test('never throws, whatever it is given', () => {
  const keys = fc.constantFrom(
    'at',
    'expect',
    'item',
    'generate',
    'signIn',
    'configure',
    'metric',
    'whyNot',
    'refused',
    '__proto__',
  )
  const hostile = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.anything(),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  })).value
  fc.assert(
    fc.property(hostile, hostile, (steps, one) => {
      parseScenario({ ...scenario(), steps })
      parseScenario(scenario(one))
      parseScenario(one)
    }),
    { numRuns: 500 },
  )
})
