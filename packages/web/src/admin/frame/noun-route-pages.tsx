import { getRouteApi } from '@tanstack/react-router'
import { PageNotFound } from '../../ui/page-not-found.tsx'

const listRoute = getRouteApi('/app/admin/$noun')
const newRoute = getRouteApi('/app/admin/new/$noun')
const storedRoute = getRouteApi('/app/admin/$noun/$name')

/** The list of the noun in the address. */
export function NounListPage() {
  const { noun } = listRoute.useParams()
  const pages = listRoute.useLoaderData()
  return pages ? <pages.List key={noun} /> : <PageNotFound />
}

/** The form of a new row of the noun in the address. */
export function NewNounPage() {
  const { noun } = newRoute.useParams()
  const pages = newRoute.useLoaderData()
  return pages?.New ? <pages.New key={noun} /> : <PageNotFound />
}

/** The form of the row in the address. */
export function NounPage() {
  const { noun, name } = storedRoute.useParams()
  const pages = storedRoute.useLoaderData()
  return pages?.Stored ? <pages.Stored key={noun} name={name} /> : <PageNotFound />
}
