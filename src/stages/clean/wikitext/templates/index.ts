/**
 * Templates that stand for words of the text, by wiki: models/wikitext/templates.tsv. All others (infoboxes, navigation, maintenance) are taken
 * out and put on record.
 */
import type { Language, Removed } from '../../../../article.ts'
import { readTable } from '../table.ts'
import type { Wiki } from '../wiki.ts'
import { countryName, formOf, isCountry } from './forms.ts'
import { patternOf } from './pattern.ts'
import { argumentsOf, type Render, type Rendered, UNKNOWN } from './render.ts'

export { type Rendered, UNKNOWN } from './render.ts'

/** The language of rows that hold in any wiki that has none of its own. */
const ANY = '*'

const table = new Map<string, Map<Language, Render>>()
/** Rows whose name is a pattern: '^\d+e$'. */
const patterns: { readonly language: Language; readonly name: RegExp; readonly render: Render }[] = []
for (const [languages = '', names = '', shows = ''] of readTable('templates.tsv')) {
  let compiled: Render | undefined
  const render: Render = (args, wiki) => {
    compiled ??= shows.startsWith('=') ? formOf(shows) : patternOf(shows)
    return compiled(args, wiki)
  }
  for (const language of languages.split(' ')) {
    for (const name of names.startsWith('^') ? [names] : names.split('|')) {
      if (name.startsWith('^')) patterns.push({ language, name: new RegExp(name, 'u'), render })
      else table.set(name, (table.get(name) ?? new Map<Language, Render>()).set(language, render))
    }
  }
}

/** Longest name of a template, in UTF-16 code units: page names of MediaWiki have at most 255 bytes. */
const MAX_NAME = 255

/** The words a template stands for. `parts` are its name and arguments. */
export function renderTemplate(parts: readonly string[], wiki: Wiki): Rendered {
  const name = nameOf(parts[0] ?? '')
  const text = bare(name, wiki) ?? find(name.toLowerCase(), wiki)?.({ ...argumentsOf(parts.slice(1)), name }, wiki)
  return text === UNKNOWN ? { text: undefined, unknown: true } : { text }
}

/** 'Birth_date ' → 'Birth date'; '' for what is no name. */
function nameOf(written: string): string {
  const name = written
    .trim()
    .replace(/^(?:template|vorlage|modèle|шаблон)\s*:\s*/iu, '')
    .replace(/[\s_]+/g, ' ')
  return name.length > MAX_NAME ? '' : name
}

/** Names of the templates among pieces that were taken out, one for each; those inside of one are not counted. Their first letter is a capital. */
export function templateNames(removed: readonly Removed[]): string[] {
  return removed.flatMap(({ rule, text }) => {
    const written = rule === 'template' ? /^\{\{(?:<!--[\s\S]*?-->|\s)*([^|{}<]+)/.exec(text)?.[1] : undefined
    const name = nameOf(written?.replace(/^(#?[\p{L}]+):[\s\S]*/u, '$1') ?? '')
    return name === '' ? [] : [name.charAt(0).toUpperCase() + name.slice(1)]
  })
}

function find(key: string, wiki: Wiki): Render | undefined {
  const rows = table.get(key)
  if (rows === undefined)
    return inForeign(key) ?? patterns.find(({ language, name }) => name.test(key) && language === wiki.language)?.render
  const any = rows.get(ANY)
  if (any !== undefined && rows.size === 1) return any
  return rows.get(wiki.language) ?? any ?? inForeign(key) ?? (wiki.claimed === undefined ? [...rows.values()][0] : undefined)
}

/** '{{lang-fr|bonjour}}': words in another language; which, the text around mostly says too. */
function inForeign(key: string): Render | undefined {
  return /^lang-[a-z-]{2,12}$/.test(key) ? ({ positional: [first = ''] }) => first : undefined
}

/** '{{FRA}}' is the flag and the name of a country; in some wikis '{{France}}' is. */
function bare(name: string, wiki: Wiki): string | undefined {
  if (/^[A-Z]{3}$/.test(name)) return countryName(name, wiki.language)
  return withCountries.has(wiki.claimed ?? '') && isCountry(name, wiki.language) ? name : undefined
}

const withCountries = new Set(['fr', 'ru', 'uk', 'be'])
