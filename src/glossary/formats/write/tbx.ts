import type { Language } from '../../../article.ts'
import { UNDETERMINED } from '../../../language.ts'
import { escapeMarkup } from '../../../markup.ts'
import type { Entry } from '../../entry.ts'
import { writtenParts } from '../../row.ts'
import type { Losses } from './losses.ts'
import type { WriteOptions } from './options.ts'

/**
 * TBX-Basic in the style with data categories as elements (ISO 30042:2019; namespaces of the dialect's schemas). A canonical name stands in the
 * language `to`, or, where that has a form of its own or nobody says it, in the undetermined language; variants and what is refused stand beside it.
 */
export function* writeTbx(entries: readonly Entry[], { to }: WriteOptions, losses: Losses): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>'
  yield `<tbx type="TBX-Basic" style="dct" xml:lang="${to ?? UNDETERMINED}" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">`
  yield '  <tbxHeader><fileDesc><sourceDesc><p>Names of a Synoptic glossary</p></sourceDesc></fileDesc></tbxHeader>'
  yield '  <text><body>'
  for (const entry of entries) {
    lossesOf(entry, losses)
    yield `    <conceptEntry id="${xmlId(entry.id)}">`
    if (entry.kind !== 'term') yield `      <min:subjectField>${entry.kind}</min:subjectField>`
    if (entry.note !== '') yield `      <note>${escapeMarkup(entry.note)}</note>`
    for (const [language, terms] of sections(entry, to ?? UNDETERMINED)) {
      yield `      <langSec xml:lang="${language}">`
      for (const [term, status] of terms)
        yield `        <termSec><term>${escapeMarkup(term)}</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>${status}Term-admn-sts</min:administrativeStatus></termSec>`
      yield '      </langSec>'
    }
    yield '    </conceptEntry>'
  }
  yield '  </body></text>'
  yield '</tbx>'
}

/** An ID of XML begins with a letter or an underscore: that of '3M' does not. No slug has an underscore, so ids stay different. */
function xmlId(id: string): string {
  return /^[a-z]/u.test(id) ? id : `_${id}`
}

type Term = readonly [text: string, status: 'preferred' | 'admitted' | 'deprecated']

function sections({ canonical, variants, not, forms }: Entry, wanted: Language): [Language, Term[]][] {
  const own = forms[wanted] === undefined || forms[wanted] === canonical ? wanted : UNDETERMINED
  const names: Term[] = [
    [canonical, 'preferred'],
    ...variants.map((variant): Term => [variant, 'admitted']),
    ...not.map((refused): Term => [refused, 'deprecated']),
  ]
  const others = Object.entries(forms).filter(([language]) => language !== own && language !== UNDETERMINED)
  return [[own, names], ...others.map(([language, form]): [Language, Term[]] => [language, [[form, 'preferred']]])]
}

function lossesOf(entry: Entry, losses: Losses): void {
  const { given, family } = writtenParts(entry)
  if (given !== '' || family !== '')
    losses.add('given and family names that cannot be told from the name', entry, `${entry.given}, ${entry.family}`)
  if (/\s{2}|[^\S ]/.test(entry.note)) losses.add('line breaks and double spaces of notes', entry, entry.note.slice(0, 40))
  const undetermined = entry.forms[UNDETERMINED]
  if (undetermined !== undefined && undetermined !== entry.canonical) losses.add(`forms in '${UNDETERMINED}'`, entry, undetermined)
}
