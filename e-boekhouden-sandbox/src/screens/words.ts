import { describeFault, isFaultKind } from '../faults/kinds.ts'

export function faultTitle(kind: string): string {
  return isFaultKind(kind) ? describeFault(kind).title : kind
}
