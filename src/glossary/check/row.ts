import { squeeze } from '../../names/compare/spelling.ts'
import { languagesOfFunctionWord } from '../../names/words/function-words.ts'
import { isWord } from '../../names/words/lexicon.ts'
import type { DoubtCode } from '../problem.ts'
import type { Draft } from '../row.ts'
import { codePoint, foreignScript, invisible, mixture } from './scripts.ts'

/** Told what is doubtful. `what` is the field or the language. */
export type OnDoubt = (what: string, code: DoubtCode, message: string, remedy: string) => void

/** What is doubtful about a row by itself. */
export function checkRow(draft: Draft, doubt: OnDoubt): void {
  for (const [what, form] of formsOf(draft)) checkForm(what, form, doubt)
  for (const language in draft.forms) {
    const form = draft.forms[language]!
    const script = foreignScript(form, language, draft.kind)
    if (script !== undefined)
      doubt(
        language,
        'wrong-column',
        `'${form}' is written in ${script}, which '${language}' is not`,
        'move it to the column of its language, or to variants',
      )
  }
  const own = draft.not.length === 0 ? nothing : new Set([draft.canonical, ...draft.variants].map(squeeze))
  for (const refused of draft.not) {
    if (own.has(squeeze(refused)))
      doubt('not', 'refused-own', `'${refused}' is a spelling of '${draft.canonical}' and refused under 'not'`, 'remove one of the two')
  }
  if (draft.variants.includes(draft.canonical))
    doubt('variants', 'duplicate', `'${draft.canonical}' is a variant of itself`, 'remove it from the variants')
  checkWords(draft, doubt)
}

const nothing: ReadonlySet<string> = new Set()

/** Every spelling that is looked for or written, and where it stands. */
export function* formsOf({ canonical, variants, forms }: Draft): Generator<readonly [what: string, form: string]> {
  yield ['canonical', canonical]
  for (const variant of variants) yield ['variants', variant]
  for (const language in forms) yield [language, forms[language]!]
}

function checkForm(what: string, form: string, doubt: OnDoubt): void {
  if (!/[\p{L}\p{N}]/u.test(form)) doubt(what, 'too-short', `'${form}' has no letter and is never found`, 'remove it')
  // A Han character is a word.
  else if (!/[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Script=Han}/u.test(form))
    doubt(what, 'too-short', `'${form}' is a single letter and is found everywhere, or nowhere`, 'write more of the name, or remove it')
  const mixed = mixture(form)
  if (mixed !== undefined) {
    const { word, letter, script } = mixed
    doubt(
      what,
      'mixed-script',
      `'${word}' has a ${script} letter among others: '${letter}' (${codePoint(letter)})`,
      'type the word anew, in one script',
    )
  }
  const hidden = invisible(form)
  if (hidden !== undefined) doubt(what, 'invisible', `'${form}' has a character that nobody sees (${hidden})`, 'type the name anew')
}

/** A family name, another name, or a variant that is a word: it is found where nobody is named. Terms in lower case are meant to be words. */
function checkWords({ kind, canonical, family, variants }: Draft, doubt: OnDoubt): void {
  if (kind === 'term' && canonical === canonical.toLowerCase()) return
  const names: readonly (readonly [what: string, name: string])[] = [
    [kind === 'person' ? 'family' : 'canonical', kind === 'person' ? family : canonical],
    ...variants.map((variant) => ['variants', variant] as const),
  ]
  for (const [what, name] of names) {
    if (name.length < 2) continue
    const languages = languagesOfFunctionWord(name).filter((language) => language !== 'en')
    const isEnglish = isWord(name, 'en')
    if (languages.length === 0 && !isEnglish) continue
    const where = [...(isEnglish ? ['English'] : []), ...languages].join(', ')
    doubt(
      what,
      'common-word',
      `'${name}' is a word as well (${where})`,
      'look at its mentions at the start of sentences; list under not what is wrong',
    )
  }
}
