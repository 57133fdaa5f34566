import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { connectionQuery } from '../api/connection.ts'
import { LoadFailure } from '../components/Empty.tsx'
import { Notice } from '../components/Notice.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../paths.ts'
import { ConnectionExplained } from '../preferences/ConnectionExplained.tsx'
import { ConnectionTile } from '../preferences/ConnectionTile.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'

/** «Voorkeuren» › «Integraties». */
export function IntegrationsPage() {
  const { integrations: texts } = useTexts()
  const { gelukt } = useSearch({ from: '/members/organization/voorkeuren/integraties' })
  const { data, isError, refetch } = useQuery(connectionQuery)
  const linked = data?.state === 'active' || data?.state === 'paused'
  return (
    <PreferencesFrame title={texts.title} lead={texts.lead}>
      {gelukt && data?.state === 'active' && (
        <Notice kind="good" title={gelukt === 'codes' ? texts.justReplacedTitle : texts.justConnectedTitle}>
          {texts.justConnectedText} <Link {...paths.overview()}>{texts.toOverview}</Link>
        </Notice>
      )}
      {data?.state === 'paused' && (
        <Notice kind="failed" title={texts.pausedTitle}>
          <p>{data.pausedReason?.message}</p>
          <p>{texts.pausedText}</p>
        </Notice>
      )}
      {data ? (
        <ConnectionTile connection={data} />
      ) : (
        <Sheet padded>
          {isError ? (
            <LoadFailure title={texts.unavailable} onRetry={() => void refetch()} />
          ) : (
            <Skeleton height="7.5rem" />
          )}
        </Sheet>
      )}
      {data && <ConnectionExplained linked={linked} />}
    </PreferencesFrame>
  )
}
