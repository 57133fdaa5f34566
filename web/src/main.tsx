import './theme/base.css'
import './theme/mantine-styles.ts'
import '@fontsource-variable/hanken-grotesk/index.css'
import './theme/tokens.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRoute, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client.ts'
import { sessionQuery } from './api/session.ts'
import { chosenWords, LanguageProvider } from './language/language.tsx'
import { createStellaRouter } from './router.tsx'
import { followNewerVersion } from './routing/newer-version.ts'
import { fontArrival } from './theme/font.ts'
import { resolveVariables, theme } from './theme/theme.ts'

followNewerVersion()
const queryClient = createQueryClient(() => void router.invalidate())
const router = createStellaRouter(queryClient)

// Who is here, and the page that is asked for: asked at once, not one after the other and after the letter of all text.
void queryClient.prefetchQuery(sessionQuery)
for (const { routeId } of router.matchRoutes(router.latestLocation)) fetchPage(String(routeId))

// Every page is fetched once the first one stands: going elsewhere then needs no connection but the data's.
addEventListener('load', () =>
  setTimeout(() => {
    if (queryClient.getQueryData(sessionQuery.queryKey)) Object.keys(router.routesById).forEach(fetchPage)
  }, 2_000),
)

void show()

/** Not awaited at the top: what waits there keeps the build from joining pieces. */
async function show(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id root')
  const [words] = await Promise.all([chosenWords(), fontArrival()])
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={resolveVariables}>
          <LanguageProvider first={words}>
            <RouterProvider router={router} />
          </LanguageProvider>
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

function fetchPage(routeId: string): void {
  const page = (router.routesById as Readonly<Record<string, AnyRoute>>)[routeId]
  if (page !== undefined) void router.loadRouteChunk(page)
}
