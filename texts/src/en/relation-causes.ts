import type * as dutch from '../nl/relation-causes.ts'

export const relationCauses = {
  no_answer: {
    what: 'No usable answer came from e-Boekhouden.nl.',
    why: 'It is not certain yet whether the relation is there. Stella looks it up first, so that it is not added twice.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  disturbed: {
    what: 'e-Boekhouden.nl had a malfunction.',
    why: 'It is not certain yet whether the relation is there. Stella looks it up first, so that it is not added twice.',
    next: 'You need do nothing. Stella goes on by itself.',
  },
  reported_as_missing: {
    what: 'e-Boekhouden.nl says that it does not know this relation.',
    why: 'Stella first looks whether the relation is still in e-Boekhouden.nl.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  reported_as_existing: {
    what: 'e-Boekhouden.nl says that this relation code is there already.',
    why: 'It may be this very customer. Stella looks that up first, so that it is not added twice.',
    next: 'You need do nothing. It will be known within minutes.',
  },
  request_refused: {
    what: 'e-Boekhouden.nl could not read the details of this customer.',
    why: 'Something about the details should have been written in another way by Stella.',
    next: 'Contact the support of Stella. You need not change anything about the customer.',
  },
  relation_missing: {
    what: 'This relation is no longer in e-Boekhouden.nl.',
    why: 'The relation was in e-Boekhouden.nl, and was deleted there.',
    next: 'If it must be there again, offer it again. Stella then adds it again, and what waits for it follows by itself.',
  },
  number_taken_not_found: {
    what: 'e-Boekhouden.nl says that this relation exists, but does not show it.',
    why: 'According to e-Boekhouden.nl the code is in use, and the relation is not to be seen. As long as that is so, Stella adds nothing: so nothing can be there twice.',
    next: 'Contact the support of Stella.',
  },
  found_twice: {
    what: 'This relation is in e-Boekhouden.nl twice.',
    why: 'There are two relations under the same relation code.',
    next: 'Ask your bookkeeper to delete one of the two in e-Boekhouden.nl, and then offer the relation again. Stella will recognise the other one.',
  },
} satisfies typeof dutch.relationCauses
