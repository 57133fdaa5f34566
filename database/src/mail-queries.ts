export { type CurrentPause, findPause } from './connections/find-pause.ts'
export {
  changePauseNotice,
  lockPauseNotice,
  openPauseNotice,
  type PauseNotice,
  type PauseNoticeState,
} from './pause-notices/pause-notice.ts'
export { findPersonInCharge, listPeopleInCharge, type PersonInCharge } from './people/people-in-charge.ts'
