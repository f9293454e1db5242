import { parseDuration } from '../../src/configuration/duration.ts'
import { validateConfiguration } from '../../src/configuration/validate.ts'
import { parseInstant } from '../../src/rules/instant.ts'
import type { Instant } from '../../src/vocabulary.ts'
import { Fields, type Problem, type Report } from './fields.ts'
import { formatInstant, parseClockTime, startOfDay } from './instants.ts'
import { actionTypes, isActionType, parseAction } from './parse-action.ts'
import { parseExpectations } from './parse-expectation.ts'
import type { Scenario, Step } from './scenario.ts'

const STEPS_MAX = 100_000
/** A document with more mistakes than this is reported up to here. */
const PROBLEMS_MAX = 100
const SEED_DEFAULT = 1
const seedRange = { min: -9_007_199_254_740_991, max: 9_007_199_254_740_991, integer: true } as const

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a scenario out of a parsed YAML or JSON document and checks all of it before anything runs.
 *
 * Shape:  never throws, whatever the input; every problem comes with its path ("steps[3].expect.item").
 * Limits: 100,000 steps; the first 100 problems. */
export function parseScenario(input: unknown): ParsedScenario {
  const problems: Problem[] = []
  const report: Report = (path, message) => {
    if (problems.length < PROBLEMS_MAX) problems.push({ path, message })
  }
  const fields = new Fields(input, '', report)
  if (fields.keys().length === 0 && problems.length > 0)
    return {
      ok: false,
      problems: [{ path: '(file)', message: 'expected an object with scenario, start, configuration and steps' }],
    }
  const name = fields.text('scenario')
  const description = fields.optionalText('description')
  const seed = fields.optionalNumber('seed', seedRange) ?? SEED_DEFAULT
  const start = parseStart(fields)
  const checked = validateConfiguration(fields.value('configuration') ?? {})
  if (!fields.has('configuration')) report('configuration', 'is missing')
  else if (!checked.ok)
    for (const { path, message } of checked.problems)
      report(path === '' ? 'configuration' : `configuration.${path}`, message)
  const steps = parseSteps(fields, start)
  fields.done()
  if (problems.length > 0 || !checked.ok) return { ok: false, problems }
  return {
    ok: true,
    scenario: { scenario: name, description, start, seed, configuration: checked.configuration, steps },
  }
}

function parseStart(fields: Fields): Instant {
  const text = fields.text('start')
  const start = parseInstant(text)
  if (Number.isNaN(start) && text !== '')
    fields.report('start', `'${text.slice(0, 40)}' is no instant such as 2026-03-02T09:00:00Z`)
  return Number.isNaN(start) ? 0 : start
}

function parseSteps(fields: Fields, start: Instant): readonly Step[] {
  const list = fields.list('steps')
  if (list.length > STEPS_MAX) {
    fields.report('steps', `has ${list.length} steps; at most ${STEPS_MAX} are run`)
    return []
  }
  let previous = start
  const generators = new Set<string>()
  return list.flatMap((value, index) => {
    const step = parseStep(value, { index, start, previous, report: fields.report })
    if (step === null) return []
    previous = step.at
    checkGenerators(step, generators, fields.report)
    return [step]
  })
}

interface StepPlace {
  readonly index: number
  readonly start: Instant
  readonly previous: Instant
  readonly report: Report
}

function parseStep(value: unknown, place: StepPlace): Step | null {
  const fields = new Fields(value, `steps[${place.index}]`, place.report)
  const named = fields.keys().filter((key) => key !== 'at' && key !== 'refused')
  const [name] = named
  const at = parseAt(fields, place)
  if (name === undefined || named.length > 1) {
    if (value !== null && typeof value === 'object')
      fields.report(
        fields.path,
        `needs exactly one action or expect, not ${named.length === 0 ? 'none' : named.join(' and ')}`,
      )
    return null
  }
  if (name === 'expect') {
    const expectations = parseExpectations(fields.value('expect'), fields.at('expect'), fields)
    fields.done()
    return { type: 'expect', index: place.index, at, expectations }
  }
  if (!isActionType(name)) {
    fields.report(fields.at(name), `unknown action; known: ${actionTypes.join(', ')}, expect`)
    return null
  }
  const action = parseAction(name, new Fields(fields.value(name), fields.at(name), place.report))
  const refused = parseRefused(fields)
  fields.done()
  return { type: 'action', index: place.index, at, action, refused }
}

function parseRefused(fields: Fields): boolean | string {
  const value = fields.value('refused')
  if (value === undefined) return false
  if (value === true || (typeof value === 'string' && value !== '')) return value
  fields.report(fields.at('refused'), "expected true or a part of the refusal's message")
  return true
}

function parseAt(fields: Fields, place: StepPlace): Instant {
  const text = fields.optionalText('at')
  if (text === undefined) return place.previous
  const at = readAt(text, place)
  if (Number.isNaN(at)) {
    fields.report(
      fields.at('at'),
      `'${text.slice(0, 40)}' is neither +30s, nor 10:40, nor an instant such as 2026-03-02T10:40:00Z`,
    )
    return place.previous
  }
  if (at < place.previous) {
    fields.report(
      fields.at('at'),
      `${formatInstant(at)} is before the step above it, at ${formatInstant(place.previous)}`,
    )
    return place.previous
  }
  return at
}

function readAt(text: string, { start, previous }: StepPlace): Instant {
  if (text.startsWith('+')) {
    const duration = parseDuration(text.slice(1))
    return duration === null ? Number.NaN : previous + duration
  }
  const clock = parseClockTime(text)
  return clock === null ? parseInstant(text) : startOfDay(start) + clock
}

/** Metrics and shares must name a generator of the steps above. */
function checkGenerators(step: Step, generators: Set<string>, report: Report): void {
  if (step.type === 'action') {
    if (step.action.type !== 'generate') return
    const { id } = step.action
    if (generators.has(id)) report(`steps[${step.index}].generate.id`, `'${id}' generated before`)
    generators.add(id)
    return
  }
  for (const expectation of step.expectations) {
    const of = expectation.type === 'metric' || expectation.type === 'shares' ? expectation.of : undefined
    if (of !== undefined && !generators.has(of))
      report(`steps[${step.index}].expect.of`, `no step above generates '${of.slice(0, 40)}'`)
  }
}
