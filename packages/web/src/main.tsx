import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppQueryClient } from './data/query-client.ts'
import { reloadAfterUpgrade } from './reload-after-upgrade.ts'
import { createAppRouter } from './router.ts'
import { focusTitleOnNavigation } from './shell/focus-on-navigation.ts'
import { Announcer } from './ui/announcer.tsx'
import { Themed } from './ui/themed.tsx'

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no element with the id "root"')

reloadAfterUpgrade()
const queryClient = createAppQueryClient()
const router = createAppRouter(queryClient)
focusTitleOnNavigation(router)

createRoot(root).render(
  <StrictMode>
    <Themed>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Announcer />
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
)
