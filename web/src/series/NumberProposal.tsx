import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Notice } from '../components/Notice.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { seriesQuery } from './queries.ts'

/** Beside the link with the books: that they know numbers which are still to come here. */
export function NumberProposal() {
  const { series: words } = useTexts()
  const { data } = useQuery({ ...seriesQuery, refetchOnMount: 'always' })
  const proposal = data?.items.find(({ isDefault }) => isDefault)?.proposal
  if (!proposal) return null
  return (
    <Notice kind="waiting" title={words.proposalTitle(proposal.known)}>
      {words.proposalText(proposal.number)} <Link {...paths.numbering()}>{words.proposalLink}</Link>
    </Notice>
  )
}
