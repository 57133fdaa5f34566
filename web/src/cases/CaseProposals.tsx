import { BusyButton } from '../components/BusyButton.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { useFormat } from '../format/format.ts'
import { FailureNotice } from '../forms/FailureNotice.tsx'
import forms from '../forms/Form.module.css'
import { useTexts } from '../language/language.tsx'
import styles from './Cases.module.css'
import { type CaseDetail, type CaseProposal, decideProposal } from './queries.ts'
import { useCaseChange } from './use-case-change.ts'

/** What the support proposes, the newest first, each with now and then side by side. */
export function CaseProposals({ found }: { found: CaseDetail }) {
  return found.proposals
    .toReversed()
    .map((proposal) => (
      <Proposal key={proposal.id} proposal={proposal} caseId={found.id} isOpen={found.state !== 'closed'} />
    ))
}

type ProposalProps = { proposal: CaseProposal; caseId: string; isOpen: boolean }

function Proposal({ proposal, caseId, isOpen }: ProposalProps) {
  const { cases: words } = useTexts()
  const format = useFormat()
  const { after, at, author, before, decidedBy, field, id, state } = proposal
  const deciding = useCaseChange<boolean>(caseId, (agrees) => decideProposal(id, agrees))
  const name = words.fields[field]
  return (
    <Sheet as="article" padded className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{words.proposalTitle(name.toLowerCase())}</h2>
      <p className={styles.quiet}>{words.proposalBy(author, format.moment(at))}</p>
      <Compared name={name} before={before} after={after} />
      <p className={styles.quiet}>{words.proposalSame}</p>
      <FailureNotice title={words.notChanged} failure={deciding.error} />
      {state === 'open' && isOpen && (
        <Permitted to="registers">
          <div className={forms.buttons}>
            <BusyButton variant="star" busy={deciding.isPending} onClick={() => deciding.mutate(true)}>
              {words.accept}
            </BusyButton>
            <BusyButton variant="subtle" busy={deciding.isPending} onClick={() => deciding.mutate(false)}>
              {words.decline}
            </BusyButton>
          </div>
          <p className={styles.quiet}>{words.proposalNote}</p>
        </Permitted>
      )}
      {state !== 'open' && (
        <p className={styles.strong} role="status">
          {state === 'accepted' ? words.accepted(decidedBy ?? '') : words.declined(decidedBy ?? '')}
        </p>
      )}
    </Sheet>
  )
}

function Compared({ name, before, after }: { name: string; before: string; after: string }) {
  const { cases: words } = useTexts()
  return (
    <table className={styles.compared}>
      <thead>
        <tr>
          <th scope="col">{words.proposalWhat}</th>
          <th scope="col">{words.proposalNow}</th>
          <th scope="col">{words.proposalThen}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{name}</th>
          <td>{before || words.empty}</td>
          <td>{after || words.empty}</td>
        </tr>
      </tbody>
    </table>
  )
}
