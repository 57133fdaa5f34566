import { useHotkeys, useNetwork } from '@mantine/hooks'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Notice } from '../components/Notice.tsx'
import { NoticeBelow } from '../components/NoticeBelow.tsx'
import { useShortcutsEnabled } from '../components/shortcuts.ts'
import { Toasts } from '../components/Toasts.tsx'
import { useTexts } from '../language/language.tsx'
import { paths } from '../routing/paths.ts'
import { Band, type BandProps } from './Band.tsx'
import { LiveProvider, useActivityStream } from './live.ts'
import { PhonePlaces } from './PhonePlaces.tsx'
import styles from './Shell.module.css'
import { useFocusOfPage } from './use-focus-of-page.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export type ShellProps = BandProps

/** The frame of every screen of an organization. */
export function OrganizationShell(props: ShellProps) {
  const live = useActivityStream()
  return (
    <LiveProvider value={live}>
      <Shell {...props} />
    </LiveProvider>
  )
}

/** The frame for an account of the support desk without an organization of its own. */
export function Shell(props: ShellProps) {
  useKeptFocus()
  useNewShortcut(useFocusOfPage(), props.session.organization !== null)
  const { failures, shell } = useTexts()
  const { online } = useNetwork()
  return (
    <Toasts>
      <div className={styles.shell}>
        <a className={styles.skip} href="#inhoud">
          {shell.toContent}
        </a>
        <Band {...props} />
        <main id="inhoud" className={styles.main} tabIndex={-1}>
          <Outlet />
          {!online && (
            <NoticeBelow>
              <Notice kind="waiting" title={failures.unreachableTitle}>
                {failures.unreachableText}
              </Notice>
            </NoticeBelow>
          )}
        </main>
        {props.session.organization && <PhonePlaces />}
      </div>
    </Toasts>
  )
}

/** `n` makes what the place is about, and begins at its first field: a customer in Klanten, else an invoice. */
function useNewShortcut(startAtFirstField: () => void, hasOrganization: boolean) {
  const navigate = useNavigate()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const enabled = useShortcutsEnabled()
  const make = () => {
    startAtFirstField()
    return pathname.startsWith('/klanten') ? navigate(paths.newCustomer()) : navigate(paths.newInvoice())
  }
  useHotkeys(enabled && hasOrganization ? [['n', () => void make()]] : [])
}
