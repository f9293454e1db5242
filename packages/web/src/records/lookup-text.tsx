import { type RowPlace, useLookupTitle } from './use-lookup-title.ts'

/** The name of the row that a lookup points to; its id until that is read. */
export function LookupText(place: RowPlace) {
  return <>{useLookupTitle(place)}</>
}
