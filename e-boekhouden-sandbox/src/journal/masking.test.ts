import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../books/world.ts'
import { maskSecrets } from './masking.ts'

const masked = (text: string) => maskSecrets(text, emptyWorld())

describe('secrets in a message', () => {
  it.each([
    ['<SecurityCode1>shrtpw</SecurityCode1>', '<SecurityCode1>•••</SecurityCode1>'],
    ['<a:SecurityCode1 x="1">\nshrtpw</a:SecurityCode1>', '<a:SecurityCode1 x="1">•••</a:SecurityCode1>'],
    ['<SecurityCode1><![CDATA[shrtpw]]></SecurityCode1>', '<SecurityCode1>•••</SecurityCode1>'],
    [
      '<SecurityCode1><![CDATA[</SecurityCode1>shrtpw]]></SecurityCode1>',
      '<SecurityCode1>•••</SecurityCode1>',
    ],
    ['<SecurityCode2>shr<!-- </SecurityCode2> -->tpw</SecurityCode2>', '<SecurityCode2>•••</SecurityCode2>'],
    ['<SecurityCode2><?x y?>shrtpw</SecurityCode2 >', '<SecurityCode2>•••</SecurityCode2 >'],
    ['<Username><b>shrtpw</b></Username><c>1</c>', '<Username>•••</Username><c>1</c>'],
    ['<securitycode1>shrtpw</securitycode1>', '<securitycode1>•••</securitycode1>'],
    ['<SessionID /><a>1</a><Token/>', '<SessionID /><a>1</a><Token/>'],
    ['<Token></Token>', '<Token></Token>'],
    [`<a SecurityCode1="shrtpw" b='1'/>`, `<a SecurityCode1="•••" b='1'/>`],
    // Broken messages.
    ['<SecurityCode1>shrtpw<oMut><Soort>x</Soort>', '<SecurityCode1>•••<oMut><Soort>x</Soort>'],
    ['<SecurityCode1><![CDATA[shrtpw', '<SecurityCode1>•••'],
    ['<SecurityCode1><!-- shrtpw', '<SecurityCode1>•••'],
    ['<SessionID>shrtpw', '<SessionID>•••'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it('are found at once in a message that is made to keep the search busy', () => {
    for (const piece of ['<Token>', '<Token><!--', '<Token><![CDATA[', '<Token></', "<a Token='"]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
      const before = process.cpuUsage()
      masked(text)
      // A search that begins anew at each of them takes minutes.
      expect(process.cpuUsage(before).user / 1000, piece).toBeLessThan(2_000)
    }
  })
})
