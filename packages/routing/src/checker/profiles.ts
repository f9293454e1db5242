import type { RepresentativeSettings } from '../configuration/representative-settings.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { QueueName } from '../vocabulary.ts'
import type { Finding } from './finding.ts'
import { bookableMembers, listed, type Survey } from './survey.ts'
import { queuesReached } from './ways.ts'

/** Capacity profiles that work takes a place of and nobody who could get it has a place in. */
export function findUnheldProfiles(survey: Survey): readonly Finding[] {
  return [
    ...survey.workstreams.flatMap((workstream, index) =>
      workstream.distribution === 'pick' ? [] : inWorkstream(survey, workstream, `workstreams[${index}]`),
    ),
    ...unused(survey),
  ]
}

function inWorkstream(survey: Survey, workstream: WorkstreamSettings, path: string): readonly Finding[] {
  const { name, capacityProfiles, classification } = workstream
  const everywhere = [...queuesReached(survey, workstream)].flatMap((queue) =>
    lacking(survey, [queue], {
      profiles: capacityProfiles,
      path: `${path}.capacity.profiles`,
      who: `Work of '${name}'`,
    }),
  )
  if (everywhere.length > 0) return everywhere
  const rules = classification.flatMap((ruleset, place) =>
    ('rules' in ruleset ? ruleset.rules : []).map((rule, index) => ({ place, index, rule })),
  )
  return rules.flatMap(({ place, index, rule }) => {
    const added = rule.set.capacityProfiles ?? []
    if (added.length === 0) return []
    return lacking(survey, [...queuesReached(survey, workstream, rule.when)], {
      profiles: [...new Set([...capacityProfiles, ...added])],
      path: `${path}.classification[${place}].rules[${index}].set.capacityProfiles`,
      who: `Work that meets rule '${rule.name}' of workstream '${name}'`,
    })
  })
}

interface Demand {
  readonly profiles: readonly string[]
  readonly path: string
  readonly who: string
}

/** Profiles are checked by every method, custom ones too. */
function lacking(survey: Survey, reached: readonly QueueName[], { profiles, path, who }: Demand): readonly Finding[] {
  const queues = reached.filter((queue) => survey.queues.get(queue)?.assignment.method !== 'none')
  const members = queues.flatMap((queue) => bookableMembers(survey, queue))
  if (members.length === 0 || members.some((person) => profiles.every((profile) => hasPlace(person, profile))))
    return []
  const missing = profiles.filter((profile) => !members.some((person) => hasPlace(person, profile)))
  const isHeld = missing.some((profile) => members.some(({ profileLimits }) => profileLimits.has(profile)))
  const why = missing.length === 0 ? 'has places in all of them' : isHeld ? 'has a limit above 0' : 'holds it'
  const asked = missing.length === 0 ? profiles : missing
  return [
    {
      code: 'profileNeverOffered',
      severity: 'error',
      path,
      message: `${who} takes a place of ${listed(asked)}, but nobody in ${listed(queues)} ${why}: it is never assigned there.`,
      remedy: `Give ${listed(asked)} with a limit above 0 to a member, or do not ask for ${asked.length === 1 ? 'it' : 'them'}.`,
    },
  ]
}

function hasPlace({ profileLimits }: RepresentativeSettings, profile: string): boolean {
  return (profileLimits.get(profile) ?? 0) > 0
}

function unused({ configuration, people, workstreams }: Survey): readonly Finding[] {
  const held = new Set([...people.values()].flatMap(({ profileLimits }) => [...profileLimits.keys()]))
  const asked = new Set(
    workstreams.flatMap(({ capacityProfiles, classification }) => [
      ...capacityProfiles,
      ...classification.flatMap((ruleset) =>
        'rules' in ruleset ? ruleset.rules.flatMap(({ set }) => set.capacityProfiles ?? []) : [],
      ),
    ]),
  )
  return (configuration.capacityProfiles ?? []).flatMap(({ name }, index) =>
    held.has(name) || asked.has(name)
      ? []
      : [
          {
            code: 'profileNotHeld',
            severity: 'suggestion',
            path: `capacityProfiles[${index}]`,
            message: `Nobody holds capacity profile '${name}' and no work asks for it.`,
            remedy: `Give '${name}' to somebody, or remove it.`,
          } as const,
        ],
  )
}
