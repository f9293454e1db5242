import { z } from 'zod'
import { candidateTrace, notEligibleReason, ruleTrace } from './journal-event.ts'
import { apiBase, noBody, noQuery, operation } from './operation.ts'
import { loadView } from './representative.ts'
import { count, id, instant, list, name, text } from './values.ts'
import { workItemView } from './work-item.ts'

const group = 'Diagnostics'
const item = z.strictObject({ id })

export const explanation = z
  .strictObject({
    workItem: id,
    representative: name,
    eligible: z.boolean(),
    /** The exact set; empty: eligible. */
    reasons: list(notEligibleReason),
    details: list(z.strictObject({ reason: notEligibleReason, text })),
  })
  .meta({ id: 'Explanation' })
export type ExplanationView = z.output<typeof explanation>

export const candidate = z
  .strictObject({
    representative: name,
    eligible: z.boolean(),
    /** Place in the order of the method, from 1; null when not eligible. */
    rank: count.nullable(),
    rankText: text.nullable(),
    presence: name,
    load: loadView,
    skills: list(
      z.strictObject({
        name,
        required: z.number().nullable(),
        rating: z.number().nullable(),
        held: z.boolean(),
        active: z.boolean(),
      }),
    ),
    explanation,
  })
  .meta({ id: 'Candidate' })
export type CandidateView = z.output<typeof candidate>

/** One stage an item went through. An item that was transferred goes through the later ones again. */
export const stage = z
  .strictObject({
    stage: z.enum(['intake', 'classification', 'bot', 'routeToQueue', 'prioritization', 'assignment', 'offer']),
    status: z.enum(['done', 'skipped', 'failed', 'running', 'notReached']),
    startedAt: instant.nullable(),
    /** Null while it runs. */
    durationMs: count.nullable(),
    /** What came of it, for people. */
    summary: text,
    queue: name.nullable(),
    representative: name.nullable(),
    /** Rules by ruleset; intake and route to queue have one without a name. */
    rulesets: list(
      z.strictObject({
        name: text.nullable(),
        skipped: text.nullable(),
        error: text.nullable(),
        rules: list(ruleTrace),
      }),
    ),
    /** The ranking at that instant, best first. */
    candidates: list(candidateTrace),
    /** Nobody could take it: how many people for each reason. */
    reasons: z.partialRecord(notEligibleReason, count),
    /** The version of the configuration that decided it; null: not reached, or of before versions said so. */
    configurationVersion: count.nullable(),
    /** The journal events it was read from. */
    sequences: list(count),
  })
  .meta({ id: 'Stage' })
export type StageView = z.output<typeof stage>

export const diagnostics = z
  .strictObject({
    workItem: workItemView,
    stages: list(stage),
    /** Every member of its queue now, best first; null when this server cannot say, because another one routes. */
    candidates: list(candidate).nullable(),
  })
  .meta({ id: 'Diagnostics' })
export type Diagnostics = z.output<typeof diagnostics>

export const getWorkItemDiagnostics = operation({
  id: 'getWorkItemDiagnostics',
  group,
  method: 'GET',
  path: `${apiBase}/work-items/{id}/diagnostics`,
  summary: 'Why it went where it went: stages, rules and candidates',
  audience: 'seeDiagnostics',
  params: item,
  query: noQuery,
  body: noBody,
  reply: diagnostics,
  replyStatus: 200,
  errors: ['notFound'],
})

export const explainWorkItem = operation({
  id: 'explainWorkItem',
  group,
  method: 'GET',
  path: `${apiBase}/work-items/{id}/explanation`,
  summary: 'Why a representative can or cannot be given it now',
  audience: 'seeDiagnostics',
  params: item,
  query: z.strictObject({ representative: name }),
  body: noBody,
  reply: explanation,
  replyStatus: 200,
  errors: ['notFound', 'unavailable'],
})
