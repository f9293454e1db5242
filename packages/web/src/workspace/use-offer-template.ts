import { useQuery } from '@tanstack/react-query'
import { settingKinds, type WorkItemView } from '@unified-routing/contract'
import { settingsQuery } from '../data/setting-queries.ts'
import { useSession } from '../data/viewer.ts'
import { type OfferTemplate, occasionOf, templateFor } from './offer-template.ts'

/** How an item is announced, by the templates of the organization. */
export function useOfferTemplate(item: WorkItemView): OfferTemplate {
  const { data = [] } = useQuery(settingsQuery(settingKinds.notificationTemplate))
  return templateFor(
    item,
    occasionOf(item, useSession().representative),
    data.map(({ value }) => value),
  )
}
