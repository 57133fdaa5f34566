import { type AttachmentFormat, attachmentLimits, attachmentTypes, plainText } from '@stella/invoicing'
import { fileTypeFromBuffer } from 'file-type'
import { readPicture } from '../checks/read-picture.ts'

/** 50 million dots are the largest photograph of usual telephones, and take 200 MB while they are read, one at a time. */
const bounds = { dots: 50_000_000, width: 2_400, height: 2_400, jpegQuality: 85 }

/** What a mail program still shows whole, and a folder can hold. */
const NAME_LENGTH = 100

export type AttachmentProblem =
  | 'attachment_empty'
  | 'attachment_format'
  | 'attachment_too_large'
  | 'attachment_unreadable'

export type ReadAttachment =
  | {
      readonly ok: true
      readonly name: string
      readonly format: AttachmentFormat
      readonly data: Uint8Array
    }
  | { readonly ok: false; readonly problem: AttachmentProblem }

/**
 * Reads a file that is to go along with an invoice by what it holds, whatever it is called: a PDF as it is, a picture
 * written anew. Its name says what it is from then on.
 */
export async function readAttachment(name: string, data: Uint8Array): Promise<ReadAttachment> {
  if (data.length === 0) return refused('attachment_empty')
  if (data.length > attachmentLimits.bytes) return refused('attachment_too_large')
  const type = await fileTypeFromBuffer(data)
  if (type?.mime === attachmentTypes.pdf) {
    if (!isWhole(data)) return refused('attachment_unreadable')
    return { ok: true, name: nameOf(name, 'pdf'), format: 'pdf', data }
  }
  if (type?.mime !== attachmentTypes.png && type?.mime !== attachmentTypes.jpg)
    return refused('attachment_format')
  const read = await readPicture(data, bounds)
  return read.ok
    ? { ok: true, name: nameOf(name, read.format), format: read.format, data: read.data }
    : refused(`attachment_${read.problem}`)
}

function refused(problem: AttachmentProblem): ReadAttachment {
  return { ok: false, problem }
}

/** A PDF ends with a mark (ISO 32000-1, 7.5.5), which readers look for in its last kilobyte; half a file has none. */
function isWhole(data: Uint8Array): boolean {
  return Buffer.from(data.subarray(-1_024)).includes('%%EOF')
}

const endings: Record<AttachmentFormat, readonly string[]> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
}

/** The last part of the name, as a folder and a mail can hold it, with the ending of what the file is. */
function nameOf(given: string, format: AttachmentFormat): string {
  const base = plainText(given)
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(base ?? '') ?? []
  const isAsSaid = endings[format].includes(ending.toLowerCase())
  const shown = [...(isAsSaid || ending === '' || isEnding(ending) ? stem : `${stem}.${ending}`)]
    .slice(0, NAME_LENGTH)
    .join('')
    .trim()
  return `${shown === '' ? 'bijlage' : shown}.${isAsSaid ? ending : format}`
}

/** Whether what stands behind the last dot says what a file is: «2.0 def» does not. */
function isEnding(text: string): boolean {
  return /^[a-z][a-z0-9]{1,4}$/i.test(text)
}
