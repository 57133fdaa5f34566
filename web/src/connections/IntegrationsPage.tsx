import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { BackfillOffer } from '../backfills/BackfillOffer.tsx'
import { AskHelpButton } from '../cases/AskHelpButton.tsx'
import { LoadFailure } from '../components/Empty.tsx'
import { ButtonLink } from '../components/links.tsx'
import { MoreAbout } from '../components/MoreAbout.tsx'
import { useWayToMend } from '../components/mending.ts'
import { Notice } from '../components/Notice.tsx'
import { Prose } from '../components/Prose.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useTexts } from '../language/language.tsx'
import { PreferencesFrame } from '../preferences/PreferencesFrame.tsx'
import { paths } from '../routing/paths.ts'
import { NumberProposal } from '../series/NumberProposal.tsx'
import { ConnectionExplained } from './ConnectionExplained.tsx'
import { ConnectionTile } from './ConnectionTile.tsx'
import { connectionQuery } from './queries.ts'

/** «Voorkeuren» › «Integraties». */
export function IntegrationsPage() {
  const { integrations: texts } = useTexts()
  const { gelukt } = useSearch({ from: '/members/organization/voorkeuren/integraties' })
  const { data, isError, refetch } = useQuery(connectionQuery)
  const wayToMend = useWayToMend()
  const mending = data?.pausedReason?.mending ?? null
  // What else pauses a connection is mended in e-Boekhouden.nl and tested with the button of the tile.
  const way = mending?.kind === 'codes' ? wayToMend(mending) : null
  const justDone = (done: typeof gelukt, books: string) =>
    done === 'boeken'
      ? texts.justChangedBooksTitle(books)
      : done === 'codes'
        ? texts.justReplacedTitle
        : texts.justConnectedTitle
  const linked = data?.state === 'active' || data?.state === 'paused'
  return (
    <PreferencesFrame title={texts.title} lead={texts.lead}>
      {gelukt && data?.state === 'active' && (
        <Notice kind="good" title={justDone(gelukt, data.books?.name ?? '')}>
          {texts.justConnectedText} <Link {...paths.overview()}>{texts.toOverview}</Link>
        </Notice>
      )}
      {data?.state === 'paused' && (
        <Notice
          kind={mending ? 'failed' : 'waiting'}
          title={mending ? texts.pausedTitle : texts.pausedAloneTitle}
          actions={
            <>
              {way && (
                <ButtonLink {...way.link} variant="star">
                  {way.words}
                </ButtonLink>
              )}
              <AskHelpButton subject={{ kind: 'connection' }} />
            </>
          }
        >
          <p>
            <Prose>{data.pausedReason?.message ?? ''}</Prose>{' '}
            {data.pausedReason && <MoreAbout cause={data.pausedReason.code} />}
          </p>
          <p>{texts.pausedText}</p>
        </Notice>
      )}
      {linked && <NumberProposal />}
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
      {linked && <BackfillOffer />}
      {data && <ConnectionExplained linked={linked} />}
    </PreferencesFrame>
  )
}
