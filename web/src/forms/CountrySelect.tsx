import type { NativeSelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useLanguage } from '../language/language.tsx'
import { SelectField } from './SelectField.tsx'

/** ISO 3166-1 alpha-2. The neighbours stand first; the browser knows the names in both languages. */
const neighbours = ['NL', 'BE', 'DE']
const others =
  'AD AE AF AG AL AM AO AR AT AU AW AZ BA BB BD BG BH BN BO BQ BR BS BW BY BZ CA CH CL CM CN CO CR CU CV CW CY CZ DK DO DZ EC EE EG ES ET FI FO FR GB GE GG GH GI GL GR GT HK HN HR HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KH KR KW KZ LB LI LK LT LU LV LY MA MC MD ME MG MK ML MN MO MT MU MV MX MY MZ NA NG NI NO NP NZ OM PA PE PH PK PL PR PS PT PY QA RO RS RU SA SE SG SI SK SM SN SR SV SX SY TH TN TR TT TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW'.split(
    ' ',
  )

type CountrySelectProps = NativeSelectProps & {
  /** What stands there while none is chosen. */
  nothing?: string
}

/** The country of an address. */
export function CountrySelect({ nothing, ...props }: CountrySelectProps) {
  const { language } = useLanguage()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    const named = (code: string) => ({ value: code, label: names.of(code) ?? code })
    const sorted = others.map(named).sort((a, b) => a.label.localeCompare(b.label, language))
    return [...neighbours.map(named), ...sorted]
  }, [language])
  const none = nothing === undefined ? [] : [{ value: '', label: nothing, disabled: true }]
  return <SelectField data={[...none, ...options]} {...props} />
}
