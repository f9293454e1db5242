import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { representativeQuery } from '../data/queries.ts'
import { Glow } from '../ui/glow.tsx'
import { loadText } from './load-text.ts'

/** How much of the viewer's capacity is in use, live. */
export function LoadFigure({ representative }: { readonly representative: string }) {
  const { data: text } = useQuery({
    ...representativeQuery(representative),
    select: ({ load }) => (load === null ? null : loadText(load)),
  })
  if (!text) return null
  return (
    <Text size={200} title="Your capacity in use">
      <Glow of={text}>{text}</Glow>
    </Text>
  )
}
