import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
} from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { representativeQuery } from '../data/queries.ts'
import { useFullNames, useOrganization } from '../data/viewer.ts'
import { useNotify } from '../ui/notices.tsx'
import { Presence } from '../ui/presence-badge.tsx'
import styles from './presence-control.module.css'
import { setByText } from './presence-setter.ts'

/** Shows the viewer's presence and who set it, and lets them change it. */
export function PresenceControl({ representative }: { readonly representative: string }) {
  const { data: me } = useQuery(representativeQuery(representative))
  const { presences } = useOrganization()
  const nameOf = useFullNames()
  const { mutate } = useChangePresence(representative)
  if (!me) return null
  const setBy = setByText(me, nameOf)
  return (
    <Menu
      checkedValues={{ presence: [me.presence] }}
      onCheckedValueChange={(_, { checkedItems }) => mutate(checkedItems.at(-1) ?? null)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button} aria-label={`Presence: ${me.presence}. ${setBy}`}>
          <Presence
            presence={presences.find(({ name }) => name === me.presence)?.text ?? me.presence}
            basePresence={me.basePresence}
          />
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <Text size={200} block className={styles.setBy}>
          {me.signedIn ? setBy : 'You are not taking work. Choose a presence to begin.'}
        </Text>
        <PresenceChoices canReset={me.presenceSetBy !== 'system'} onReset={() => mutate(null)} />
      </MenuPopover>
    </Menu>
  )
}

interface PresenceChoicesProps {
  readonly canReset: boolean
  readonly onReset: () => void
}

function PresenceChoices({ canReset, onReset }: PresenceChoicesProps) {
  const { presences } = useOrganization()
  return (
    <MenuList>
      {presences
        .filter(({ selectable }) => selectable)
        .map(({ name, base, text }) => (
          <MenuItemRadio key={name} name="presence" value={name}>
            <Presence presence={text} basePresence={base} />
          </MenuItemRadio>
        ))}
      <MenuDivider />
      <MenuItem icon={<ArrowResetRegular />} disabled={!canReset} onClick={onReset}>
        Back to what the system computes
      </MenuItem>
    </MenuList>
  )
}

/** Sets a presence, or with null returns to the computed one. Who is signed out begins to take work with it. */
function useChangePresence(representative: string) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const { queryKey } = representativeQuery(representative)
  return useMutation({
    mutationFn: (presence: string | null) => {
      if (presence === null) return api.representatives.resetPresence(representative)
      const isSignedIn = queryClient.getQueryData(queryKey)?.signedIn ?? false
      return isSignedIn
        ? api.representatives.setPresence(representative, presence)
        : api.representatives.signIn(representative, presence)
    },
    onSuccess: (me) => queryClient.setQueryData(queryKey, me),
    onError: (error) => notify({ title: 'Presence not changed', text: failureText(error), intent: 'error' }),
  })
}
