import type { NounPages } from '../frame/noun-pages.tsx'

/** Every noun and every kind of settings with pages of a frame, by the last part of its address; each in a chunk of its own. */
export const nouns: Readonly<Record<string, () => Promise<NounPages>>> = {
  queues: () => import('../queues/queues.tsx').then(({ queuePages }) => queuePages),
  workstreams: () => import('../workstreams/workstream-noun.tsx').then(({ workstreamPages }) => workstreamPages),
  playbooks: () => import('../playbooks/playbook-noun.tsx').then(({ playbookPages }) => playbookPages),
  skills: () => import('./skills.tsx').then(({ skillPages }) => skillPages),
  'skill-types': () => import('./skill-types.tsx').then(({ skillTypePages }) => skillTypePages),
  'rating-models': () => import('./rating-models.tsx').then(({ ratingModelPages }) => ratingModelPages),
  'capacity-profiles': () => import('./capacity-profiles.tsx').then(({ capacityProfilePages }) => capacityProfilePages),
  presences: () => import('./presences.tsx').then(({ presencePages }) => presencePages),
  'operating-hours': () => import('./operating-hours.tsx').then(({ operatingHoursPages }) => operatingHoursPages),
  'custom-roles': () => import('./custom-roles.tsx').then(({ customRolePages }) => customRolePages),
  tables: () => import('./tables.tsx').then(({ tablePages }) => tablePages),
  'preferred-representatives': () =>
    import('./preferred-representatives.tsx').then(
      ({ preferredRepresentativesPages }) => preferredRepresentativesPages,
    ),
  'user-groups': () => import('./user-groups.tsx').then(({ userGroupPages }) => userGroupPages),
  'live-chat': () => import('../chat-widgets/chat-widgets.tsx').then(({ chatWidgetPages }) => chatWidgetPages),
  'automated-messages': () =>
    import('../setting-pages/automated-messages.tsx').then(({ automatedMessagesPages }) => automatedMessagesPages),
  bots: () => import('../setting-pages/bots.tsx').then(({ botPages }) => botPages),
  'quick-replies': () => import('../setting-pages/quick-replies.tsx').then(({ quickReplyPages }) => quickReplyPages),
  'notification-templates': () =>
    import('../setting-pages/notification-templates.tsx').then(
      ({ notificationTemplatePages }) => notificationTemplatePages,
    ),
  alerts: () => import('../setting-pages/alerts.tsx').then(({ alertPages }) => alertPages),
  'service-levels': () =>
    import('../setting-pages/service-levels.tsx').then(({ serviceLevelPages }) => serviceLevelPages),
  nicknames: () => import('../setting-pages/nicknames.tsx').then(({ nicknamePages }) => nicknamePages),
  'required-dispositions': () =>
    import('../setting-pages/required-dispositions.tsx').then(
      ({ requiredDispositionPages }) => requiredDispositionPages,
    ),
  'disposition-codes': () =>
    import('../setting-pages/disposition-codes.tsx').then(({ dispositionPages }) => dispositionPages),
}
