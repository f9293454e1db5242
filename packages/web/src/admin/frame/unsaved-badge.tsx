import { Badge } from '@fluentui/react-components'

export function UnsavedBadge() {
  return (
    <Badge appearance="outline" color="warning">
      Unsaved changes
    </Badge>
  )
}
