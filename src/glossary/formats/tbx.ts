import type { Language } from '../../article.ts'
import { type Slice, slicesOf, type Wanted } from '../../files/xml/slices.ts'
import { attribute, lineAt, walk } from '../../files/xml/walk.ts'
import { parseLanguage, UNDETERMINED } from '../../language.ts'
import { kinds } from '../entry.ts'
import { emptyRow, type PlacedRow, type Row } from '../row.ts'
import { isNoun, type ReadContext } from './reader.ts'

/** TBX 3 (ISO 30042:2019) calls `conceptEntry`, `langSec`, `termSec` what TBX 2 and MARTIF call `termEntry`, `langSet`, `tig` or `ntig`. */
const concepts: Wanted = { format: 'TBX', roots: ['tbx', 'martif'], elements: ['conceptEntry', 'termEntry'] }
const languageSections = new Set(['langSec', 'langSet'])
const termSections = new Set(['termSec', 'tig', 'ntig'])

/** A term of a concept in some language. */
interface Term {
  text: string
  /** 'preferred', 'admitted', 'deprecated', 'superseded' …; '' when it has none. */
  status: string
}

interface Concept {
  readonly languages: Map<Language, Term[]>
  readonly notes: string[]
  subject: string
}

/**
 * Reads TBX-Basic, in either style (data categories as elements or as attributes), and its older dialects. Canonical names are those in
 * the undetermined language, which is how we write them, else in `to`, else in the language of the file, else in the first of the concept.
 * Preferred terms are names, admitted ones variants, deprecated and superseded ones are not touched. Entities other than XML's own are a fault.
 */
export async function* readTbx(context: ReadContext): AsyncGenerator<PlacedRow> {
  const { file, to } = context
  let main: readonly (Language | undefined)[] | undefined
  for await (const slice of slicesOf(file, concepts)) {
    main ??= [UNDETERMINED, to, languageOf(slice.root)]
    const concept = parseConcept(slice, context)
    if (concept !== undefined) yield { row: rowOf(concept, main), file, line: slice.line, columnOf: () => 0 }
  }
}

/** By tag: a termbase has few languages, and each a million times. */
const languages = new Map<string, Language | undefined>()

function languageOf(attributes: string): Language | undefined {
  const tag = attribute(attributes, 'xml:lang', 'lang') ?? ''
  if (!languages.has(tag)) languages.set(tag, parseLanguage(tag))
  return languages.get(tag)
}

/** Undefined when something in it is wrong. */
function parseConcept(slice: Slice, { file, fault, skip }: ReadContext): Concept | undefined {
  const concept: Concept = { languages: new Map(), notes: [], subject: '' }
  let terms: Term[] = []
  let term: Term | undefined
  /** What the text of the element under way is, and how deep that element stands. */
  let category = ''
  let categoryDepth = 0
  let text = ''
  let depth = 0
  let right = true
  const wrong = (at: number, message: string, remedy: string) => {
    right = false
    fault(lineAt(slice, at), 0, 'language', message, remedy)
  }

  walk(slice, file, {
    open: (name, attributes, at) => {
      depth += 1
      const local = name.slice(name.indexOf(':') + 1)
      if (languageSections.has(local)) {
        const language = languageOf(attributes)
        if (language === undefined)
          wrong(at, `expected a <${local}> with xml:lang and a BCP 47 tag, got '${attributes.trim()}'`, 'write the language')
        terms = concept.languages.get(language ?? '') ?? []
        concept.languages.set(language ?? '', terms)
      } else if (termSections.has(local)) {
        term = { text: '', status: '' }
        terms.push(term)
      } else if (category === '') {
        const found = [local, attribute(attributes, 'type') ?? ''].find((each) => categories.has(each))
        if (found === undefined) {
          if (!structure.test(local)) skip(attribute(attributes, 'type') ?? local)
          return
        }
        category = found
        categoryDepth = depth
        text = ''
      }
    },
    text: (piece, at, raw) => {
      if (category === '') return
      text += piece
      const entity = foreignEntity.exec(raw)
      if (entity !== null) wrong(at, `expected an entity of XML itself, got '${entity[0]}'`, 'write the character')
    },
    close: () => {
      depth -= 1
      if (category === '' || depth >= categoryDepth) return
      const content = detached(text.replace(/\s+/gu, ' ').trim())
      if (category === 'partOfSpeech' && !isNoun(content)) skip(category)
      take(category, content, concept, term)
      category = ''
    },
  })
  return right ? concept : undefined
}

/** A copy. What was cut out of a text keeps all of it in memory, and most of a termbase is markup. */
function detached(text: string): string {
  return Buffer.from(text).toString()
}

const categories = new Set(['term', 'partOfSpeech', 'administrativeStatus', 'normativeAuthorization', 'subjectField', 'note', 'definition'])
/** Elements that only hold others. */
const structure = /(?:Entry|Grp)$/
const foreignEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^;\s]*;?/i

function take(category: string, text: string, concept: Concept, term: Term | undefined): void {
  if (category === 'term') {
    if (term !== undefined) term.text = text
  } else if (category === 'subjectField') concept.subject = text
  else if (category === 'note' || category === 'definition') concept.notes.push(text)
  // 'preferredTerm-admn-sts', and in TBX 2 'preferredTerm'.
  else if (category !== 'partOfSpeech' && term !== undefined) term.status = /^[a-z]+/.exec(text)?.[0] ?? ''
}

const refused = new Set(['deprecated', 'superseded', 'obsolete', 'forbidden'])

function rowOf({ languages, notes, subject }: Concept, main: readonly (Language | undefined)[]): Row {
  const names = new Map<Language, string>()
  const variants: string[] = []
  const not: string[] = []
  for (const [language, terms] of languages) {
    const allowed = terms.filter(({ status }) => !refused.has(status))
    const best = allowed.find(({ status }) => status === 'preferred') ?? allowed[0]
    if (best !== undefined) names.set(language, best.text)
    for (const each of terms) if (each !== best) (allowed.includes(each) ? variants : not).push(each.text)
  }
  const language = main.find((each) => each !== undefined && names.has(each)) ?? [...names.keys()][0]
  const canonical = language === undefined ? '' : names.get(language)!
  if (language !== undefined) names.delete(language)
  const kind = kinds.find((each) => each === subject.toLowerCase()) ?? ''
  return {
    ...emptyRow,
    canonical,
    kind,
    variants,
    not,
    note: [...new Set(notes)].filter((each) => each !== '').join('; '),
    forms: Object.fromEntries(names),
  }
}
