import './theme/base.css'
import './theme/mantine-styles.ts'
import '@fontsource-variable/hanken-grotesk/index.css'
import './theme/tokens.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { LanguageProvider } from './language/language.tsx'
import { createStellaRouter } from './router.tsx'
import { followNewerVersion } from './routing/newer-version.ts'
import { fontArrival } from './theme/font.ts'
import { resolveVariables, theme } from './theme/theme.ts'

followNewerVersion()
const queryClient = createQueryClient(() => void router.invalidate())
const router = createStellaRouter(queryClient)

// Every page is fetched once the first one stands: going elsewhere then needs no connection but the data's.
const pages = Object.values(router.routesById)
addEventListener('load', () =>
  setTimeout(() => pages.forEach((page) => void router.loadRouteChunk(page)), 2_000),
)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')

await fontArrival()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={resolveVariables}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
)
