import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../data/api.ts'
import type { Passwords } from './new-password-form.tsx'

/** Changes the own password; the other sessions of the account end. */
export function useChangePassword(onChanged: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ present, password }: Passwords) => api.session.changePassword(present, password),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ refetchType: 'all' })
      onChanged()
    },
  })
}
