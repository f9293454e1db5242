import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import { useNotify } from '../../ui/notices.tsx'

/** Going back to a version as a whole, and taking back what one version changed. */
export function useRestore(version: number) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['configuration'] })
  const restoring = useMutation({
    mutationFn: (basedOn: number) => api.configuration.restore(version, { basedOn }),
    onSuccess: (reply) =>
      notify({ title: `Back to version ${version}, as version ${reply.version}`, intent: 'success' }),
    onSettled,
  })
  const undoing = useMutation({
    mutationFn: () => api.configuration.undo(version),
    onSuccess: (reply) =>
      notify({ title: `Version ${version} is taken back, as version ${reply.version}`, intent: 'success' }),
    onSettled,
  })
  return { restoring, undoing }
}
